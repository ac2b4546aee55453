package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.Play.approve;
import static org.repatria.cases.Play.lacksExactly;
import static org.repatria.cases.Play.move;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.assets.AssetsInState;
import org.repatria.cases.domain.assets.AssetsOfTests;
import org.repatria.cases.domain.assets.LinkedAsset;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.AssessCase;
import org.repatria.cases.domain.casefile.CaseCommand.CloseCase;
import org.repatria.cases.domain.casefile.CaseCommand.HoldCase;
import org.repatria.cases.domain.casefile.CaseCommand.NoteAssets;
import org.repatria.cases.domain.casefile.CaseCommand.OfFacts;
import org.repatria.cases.domain.casefile.CaseCommand.OfLifecycle;
import org.repatria.cases.domain.casefile.CaseCommand.OfSafeguards;
import org.repatria.cases.domain.casefile.CaseCommand.OfStrategy;
import org.repatria.cases.domain.casefile.CaseCommand.PassTime;
import org.repatria.cases.domain.casefile.CaseCommand.ReassessCase;
import org.repatria.cases.domain.casefile.CaseCommand.SubmitCase;
import org.repatria.cases.domain.casefile.CaseEvent.CaseAssessed;
import org.repatria.cases.domain.casefile.CaseEvent.ReviewRequired;
import org.repatria.cases.domain.casefile.CaseEvent.StageReached;
import org.repatria.cases.domain.casefile.CaseOutcome;
import org.repatria.cases.domain.casefile.Cases;
import org.repatria.cases.domain.casefile.Stage;
import org.repatria.cases.domain.facts.FactKind;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.facts.FactsCommand.RecordFacts;
import org.repatria.cases.domain.facts.FactsCommand.Statement;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.MakeMove;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.OpenCourse;
import org.repatria.cases.domain.lifecycle.Move;
import org.repatria.cases.domain.safeguards.Stay;
import org.repatria.cases.domain.safeguards.StayCommand.RecordStay;
import org.repatria.cases.domain.strategy.Effect;
import org.repatria.cases.domain.strategy.PathwayKind;
import org.repatria.cases.domain.strategy.Run;
import org.repatria.cases.domain.strategy.Strategy;
import org.repatria.cases.domain.strategy.StrategyCommand.CountersignStrategy;
import org.repatria.cases.domain.strategy.StrategyCommand.ProposeStrategy;
import org.repatria.cases.domain.strategy.Way;
import org.repatria.clocks.Clock;
import org.repatria.clocks.Happened;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Occasion;

/** The case as a whole: its parts hold together under the reference data that is shipped. */
final class CaseLifeTest {

    private static final String CASE = Cases.ORLAS.value();
    private static final AssessCase ASSESS = new AssessCase("run-1");
    private static final String[] FOR_ACCEPTANCE = {"SG-01", "SG-02", "SG-03", "SG-05", "SG-06", "SG-21", "SG-24"};

    private static Play screened() {
        return new Play().opens().on("2014-09-01").does("CO", new SubmitCase());
    }

    static Play accepted() {
        return screened()
                .on("2014-10-01")
                .passes(FOR_ACCEPTANCE)
                .does("LO", move(CASE, "ACCEPTED", "proposal-1", Map.of()))
                .on("2014-10-02")
                .does("SU", approve("proposal-1"));
    }

    static Play agreed(PathwayKind first, PathwayKind second) {
        return proposed(first, second).does("SU", CaseLifeTest::countersign).does("RS-SU", CaseLifeTest::countersign);
    }

    private static Play proposed() {
        return proposed(PathwayKind.VOLUNTARY_RETURN, PathwayKind.ASSET_RECOVERY);
    }

    private static Play proposed(PathwayKind first, PathwayKind second) {
        var choices = List.of(new Strategy.Choice(first, 1), new Strategy.Choice(second, 2));
        return accepted()
                .does("LO", ASSESS)
                .does(
                        "CO",
                        at -> new OfStrategy(new ProposeStrategy(
                                choices,
                                Optional.empty(),
                                "as the engine advises",
                                Named.officer("carl.officer", "CO", "XH-CA"),
                                Named.officer("lena.legal", "LO", "XH-CA"),
                                at.today().plusDays(60),
                                Optional.of(false))));
    }

    private static CaseCommand countersign(Occasion at) {
        return new OfStrategy(new CountersignStrategy(1, "JLG item 4", at.today(), Optional.empty()));
    }

    static Function<Occasion, CaseCommand> facts(FactName name, String value) {
        return at ->
                new OfFacts(new RecordFacts(List.of(new Statement(name, value, FactKind.FACT, "file", at.today()))));
    }

    private static Function<Occasion, CaseCommand> open(String id, String kind) {
        return at -> new OfLifecycle(
                new OpenCourse(id, kind, kind, Happened.on(at.today()), "as agreed", Map.of(), List.of()));
    }

    @Nested
    class Accepting {

        @Test
        void lacks_exactly_the_checks_of_the_gate() {
            lacksExactly(screened().isRefused("LO", move(CASE, "ACCEPTED", "proposal-1", Map.of())), FOR_ACCEPTANCE);
        }

        @Test
        void takes_two_persons() {
            var play = screened().on("2014-10-01").passes(FOR_ACCEPTANCE);
            play.does("LO", move(CASE, "ACCEPTED", "proposal-1", Map.of()));

            assertThat(play.opened().stage()).isEqualTo(Stage.SCREENING);
            assertThat(play.isRefused("LO", approve("proposal-1")))
                    .extracting(Obstacle::code)
                    .containsExactly("SAME_PERSON");
            assertThat(play.does("SU", approve("proposal-1")).opened().stage()).isEqualTo(Stage.ACCEPTED);
        }

        @Test
        void starts_the_clock_of_the_strategy() {
            assertThat(accepted().opened().file().dossier().clocks().open()).anySatisfy(clock -> {
                assertThat(clock.rule().id()).isEqualTo("CLK-POL-STRATEGY");
                assertThat(clock.effective().lastDay()).hasToString("2014-12-30");
            });
        }

        @Test
        void fails_at_the_second_person_when_a_check_has_fallen_meanwhile() {
            var play = screened().on("2014-10-01").passes(FOR_ACCEPTANCE);
            play.does("LO", move(CASE, "ACCEPTED", "proposal-1", Map.of())).on("2015-01-15");

            assertThat(play.isRefused("SU", approve("proposal-1")))
                    .extracting(Obstacle::code)
                    .containsAnyOf("CHECK_EXPIRED", "PROPOSAL_EXPIRED");
        }
    }

    @Nested
    class Assessing {

        @Test
        void runs_again_by_itself_when_a_fact_changes_what_it_says() {
            var play = accepted().does("LO", ASSESS);
            var before = play.opened().file().dossier().run().orElseThrow();

            play.does("CO", facts(FactName.SUBJECT_DEAD, "YES"));

            var after = play.opened().file().dossier().run().orElseThrow();
            assertThat(before.findings().standing(Way.EXTRADITION).effect()).isEqualTo(Effect.BARRED);
            assertThat(after.findings().standing(Way.HOST_PROSECUTION).effect()).isEqualTo(Effect.BARRED);
            assertThat(play.events().getLast()).isInstanceOf(CaseAssessed.class);
            assertThat(after.id()).isEqualTo("run-1.1");
        }

        @Test
        void is_not_begun_by_a_changed_law() {
            var play = accepted();
            var before = play.events().size();

            play.does("LO", new ReassessCase("run-1"));

            assertThat(play.events()).hasSize(before);
        }

        @Test
        void that_bars_a_move_on_a_ground_in_a_compartment_does_not_name_the_ground() {
            var play = agreed(PathwayKind.VOLUNTARY_RETURN, PathwayKind.ASSET_RECOVERY)
                    .does("CO", open("return-1", "voluntaryReturn"))
                    .does("LO", facts(FactName.IMMIGRATION_STATUS, "REFUGEE"));

            assertThat(play.isRefused("SU", move("return-1", "CONTACT_AUTHORISED", "p", Map.of())))
                    .extracting(Obstacle::detail)
                    .anyMatch(detail -> detail.endsWith(
                            "bars VOLUNTARY_RETURN on a ground that is not open to you (source: need to know)."))
                    .noneMatch(detail -> detail.contains("ST-15"));
        }

        @Test
        void tells_both_sides_to_look_again_at_a_strategy_that_is_barred_now() {
            var play = agreed(PathwayKind.VOLUNTARY_RETURN, PathwayKind.ASSET_RECOVERY);

            play.does("CO", facts(FactName.SUBJECT_DEAD, "YES"));

            assertThat(play.events())
                    .filteredOn(ReviewRequired.class::isInstance)
                    .extracting(event -> ((ReviewRequired) event).cause())
                    .containsExactly("the agreed strategy holds VOLUNTARY_RETURN, which is barred now");
            assertThat(play.opened().stage()).isEqualTo(Stage.STRATEGY_AGREED);
        }

        @Test
        void tells_of_a_barred_strategy_once() {
            var play = agreed(PathwayKind.VOLUNTARY_RETURN, PathwayKind.ASSET_RECOVERY);
            play.does("CO", facts(FactName.SUBJECT_DEAD, "YES"));

            play.does("CO", facts(FactName.POLITICAL_OFFENCE, "YES"));

            assertThat(play.events())
                    .filteredOn(ReviewRequired.class::isInstance)
                    .hasSize(1);
        }

        @Test
        void by_the_host_state_is_told_where_it_is_news_and_by_the_other_one_always() {
            var play = accepted().does("LO", ASSESS);
            assertThat(told(play)).isPresent();

            assertThat(told(play.does("LO", new AssessCase("run-2")))).isEmpty();
            assertThat(told(play.does("RS-LO", new AssessCase("run-3")))).isPresent();
        }

        private static Optional<Run> told(Play play) {
            return ((CaseAssessed) play.events().getLast()).told();
        }

        @Test
        void keeps_no_run_that_says_the_same() {
            var play = accepted().does("LO", ASSESS);
            var runs = play.events().size();

            play.does("LO", new ReassessCase("run-2"));

            assertThat(play.events()).hasSize(runs);
        }
    }

    @Nested
    class Moving {

        @Test
        void opens_no_pathway_that_both_sides_have_not_agreed() {
            assertThat(accepted().does("LO", ASSESS).isRefused("LO", open("pathway-1", "removal")))
                    .extracting(Obstacle::code)
                    .containsExactly("IN_AGREED_STRATEGY");
        }

        @Test
        void opens_nothing_before_acceptance() {
            assertThat(screened().isRefused("LO", open("pathway-1", "removal")))
                    .extracting(Obstacle::code)
                    .containsExactly("CASE_NOT_ACCEPTED_YET");
        }
    }

    @Nested
    class Challenging {

        private final Play challenged = accepted()
                .does("LO", move(CASE, "UNDER_CHALLENGE", "p", Map.of("challenge", "IDENTITY", "by", "counsel")));

        @Test
        void stops_what_is_new() {
            assertThat(challenged.opened().stage()).isEqualTo(Stage.UNDER_CHALLENGE);
        }

        @Test
        void lets_its_strategy_rest_too() {
            var signed = proposed()
                    .does("SU", CaseLifeTest::countersign)
                    .does("LO", move(CASE, "UNDER_CHALLENGE", "p", Map.of("challenge", "DATA", "by", "counsel")));

            assertThat(signed.isRefused("SU", CaseLifeTest::countersign))
                    .extracting(Obstacle::code)
                    .containsExactly("CASE_UNDER_CHALLENGE");
            assertThat(signed.opened().stage()).isEqualTo(Stage.UNDER_CHALLENGE);
        }

        @Test
        void comes_back_to_where_it_was_and_starts_no_clock_anew() {
            challenged
                    .on("2014-10-20")
                    .does("LO", move(CASE, "ACCEPTED", "p2", Map.of("answer", "the fingerprints agree")));

            assertThat(challenged.opened().stage()).isEqualTo(Stage.ACCEPTED);
            assertThat(challenged.opened().file().dossier().clocks().clocks())
                    .filteredOn(clock -> clock.rule().id().equals("CLK-POL-STRATEGY"))
                    .hasSize(1);
            assertThat(challenged.opened().file().dossier().clocks().clocks())
                    .filteredOn(clock -> clock.rule().id().equals("CLK-POL-CHALLENGE"))
                    .extracting(Clock::state)
                    .containsExactly(Clock.State.SATISFIED);
        }
    }

    @Nested
    class Resting {

        @Test
        void a_case_on_hold_takes_no_signature() {
            var resting = proposed()
                    .does("SU", CaseLifeTest::countersign)
                    .does("SU", at -> new HoldCase("talks", at.today().plusDays(20)));

            assertThat(resting.isRefused("SU", CaseLifeTest::countersign))
                    .extracting(Obstacle::code)
                    .containsExactly("CASE_ON_HOLD");
            assertThat(resting.opened().stage()).isEqualTo(Stage.ON_HOLD);
        }
    }

    @Nested
    class Keeping {

        private final Play closed = accepted()
                .does("LO", move(CASE, "RESOLVED", "p", Map.of("outcome", "WITHDRAWN_BY_RS")))
                .does("LO", move(CASE, "CLOSED", "p2", Map.of("retentionClass", "A", "statesToldOn", "2014-10-02")))
                .does("HD", approve("p2"));

        private List<String> standsAgainst(String to) {
            return closed.isRefused("DPO", move(CASE, to, "p3", Map.of())).stream()
                    .map(Obstacle::code)
                    .toList();
        }

        @Test
        void a_file_is_put_away_after_the_review_and_erased_when_its_time_is_over() {
            assertThat(closed.on("2019-10-02").today()).isEqualTo("2019-10-02");
            assertThat(standsAgainst("ARCHIVED")).containsExactly("RETENTION_OVER");

            closed.on("2019-10-03").does("DPO", move(CASE, "ARCHIVED", "p3", Map.of()));
            assertThat(closed.opened().stage()).isEqualTo(Stage.ARCHIVED);

            closed.on("2024-10-02");
            assertThat(standsAgainst("ERASED_STUB")).containsExactly("RETENTION_OVER");

            closed.on("2024-10-03").does("DPO", move(CASE, "ERASED_STUB", "p4", Map.of()));
            assertThat(standsAgainst("ARCHIVED")).containsExactly("CASE_ERASED");
        }

        @Test
        void a_legal_hold_goes_before_also_when_it_comes_after_the_end_of_the_case() {
            closed.on("2019-10-03")
                    .does(
                            "DPO",
                            at -> new OfSafeguards(new RecordStay(
                                    "stay-1",
                                    Optional.of(Stay.Scope.DATA),
                                    "Auditor General",
                                    "inquiry",
                                    at.today(),
                                    Optional.empty())));

            assertThat(standsAgainst("ARCHIVED")).containsExactly("LEGAL_HOLD");
            var backdated = closed.on("2019-10-05")
                    .isRefused(
                            "DPO",
                            new OfLifecycle(new MakeMove(
                                    new Move(
                                            CASE,
                                            "ARCHIVED",
                                            Happened.on(LocalDate.of(2019, 10, 2)),
                                            "late entry",
                                            Map.of(),
                                            List.of()),
                                    "p4")));
            assertThat(backdated).extracting(Obstacle::code).contains("LEGAL_HOLD");
        }

        @Test
        void what_was_not_accepted_is_kept_for_a_year_at_most() {
            var play = screened()
                    .does("LO", move(CASE, "NOT_ACCEPTED", "p", Map.of("reasonCode", "NOT_IDENTIFIED")))
                    .does("SU", approve("p"));

            play.on("2015-03-02").does("DPO", move(CASE, "ARCHIVED", "p2", Map.of()));
            play.on("2015-09-02").does("DPO", move(CASE, "ERASED_STUB", "p3", Map.of()));

            assertThat(play.events().getLast()).isInstanceOf(StageReached.class);
        }
    }

    @Nested
    class Closing {

        private final Play resolved =
                accepted().does("LO", move(CASE, "RESOLVED", "p", Map.of("outcome", "WITHDRAWN_BY_RS")));
        private final Map<String, String> words = Map.of("retentionClass", "A", "statesToldOn", "2014-10-02");

        @Test
        void is_not_for_one_person() {
            assertThat(resolved.isRefused("SU", new CloseCase(CaseOutcome.WITHDRAWN_BY_RS, "note")))
                    .extracting(Obstacle::code)
                    .containsExactly("CLOSING_NEEDS_TWO");
        }

        @Test
        void is_impossible_while_money_is_open() {
            resolved.does("SU", restrained(1));

            assertThat(resolved.isRefused("LO", move(CASE, "CLOSED", "p2", words)))
                    .extracting(Obstacle::code)
                    .containsExactly("MONEY_SETTLED");
        }

        @Test
        void names_an_asset_that_is_open_to_the_host_state_alone() {
            resolved.does("SU", restrained(1));

            assertThat(resolved.isRefused("LO", move(CASE, "CLOSED", "p2", words)))
                    .anyMatch(obstacle -> obstacle.detail().contains("asset-1"));
            assertThat(resolved.isRefused("RS-LO", move(CASE, "CLOSED", "p2", words)))
                    .anyMatch(obstacle -> obstacle.code().equals("MONEY_SETTLED"))
                    .noneMatch(obstacle -> (obstacle.about() + obstacle.detail()).contains("asset-1"));
        }

        @Test
        void of_thousands_of_open_assets_it_names_some_and_counts_the_others() {
            resolved.does("SU", restrained(5_000));

            var obstacles = resolved.isRefused("LO", move(CASE, "CLOSED", "p2", words));
            assertThat(obstacles).hasSize(AssetsInState.FIRST_MAX + 1);
            assertThat(obstacles.getLast().detail()).contains("4960 further assets", "RESTRAINED");
        }

        private static CaseCommand restrained(int assets) {
            return new NoteAssets(
                    AssetsOfTests.known(
                            1,
                            IntStream.rangeClosed(1, assets)
                                    .mapToObj(i -> new LinkedAsset("asset-" + i, 1, "RESTRAINED"))
                                    .toArray(LinkedAsset[]::new)),
                    Cases.NOON);
        }

        @Test
        void is_impossible_while_a_notice_stands() {
            var play = accepted().does("LO", ASSESS);
            play.does(
                    "LO",
                    at -> new OfLifecycle(new OpenCourse(
                            "notice-1",
                            "notice",
                            "Red notice",
                            Happened.on(at.today()),
                            "",
                            Map.of("colour", "RED"),
                            List.of())));
            play.does("LO", move(CASE, "RESOLVED", "p", Map.of("outcome", "WITHDRAWN_BY_RS")));

            assertThat(play.isRefused("LO", move(CASE, "CLOSED", "p2", words)))
                    .extracting(Obstacle::code)
                    .containsExactly("NOTICES_SETTLED");
        }

        @Test
        void keeps_the_outcome() {
            resolved.does("LO", move(CASE, "CLOSED", "p2", words)).does("HD", approve("p2"));

            assertThat(resolved.opened())
                    .isInstanceOfSatisfying(
                            Case.Closed.class,
                            closed -> assertThat(closed.outcome()).isEqualTo(CaseOutcome.WITHDRAWN_BY_RS));
        }
    }

    @Nested
    class Waiting {

        @Test
        void gives_each_warning_and_the_end_once() {
            var play = accepted();
            play.on("2015-01-02").does("SU", new PassTime());
            var told = play.events().size();
            play.does("SU", new PassTime());

            assertThat(play.events()).hasSize(told);
            assertThat(play.opened().file().dossier().clocks().clocks())
                    .filteredOn(clock -> clock.rule().id().equals("CLK-POL-STRATEGY"))
                    .extracting(Clock::state)
                    .containsExactly(Clock.State.EXPIRED_PRESUMED);
        }
    }
}
