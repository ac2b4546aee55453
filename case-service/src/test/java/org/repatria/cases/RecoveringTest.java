package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.Play.approve;
import static org.repatria.cases.Play.move;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.assets.AssetsOfTests;
import org.repatria.cases.domain.assets.LinkedAsset;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.NoteAssets;
import org.repatria.cases.domain.casefile.CaseCommand.OfLifecycle;
import org.repatria.cases.domain.casefile.CaseCommand.OfSafeguards;
import org.repatria.cases.domain.casefile.CaseCommand.OfStrategy;
import org.repatria.cases.domain.casefile.CaseCommand.PassTime;
import org.repatria.cases.domain.casefile.CaseEvent.OtherStateTold;
import org.repatria.cases.domain.casefile.CaseEvent.Telling;
import org.repatria.cases.domain.casefile.ToldCase;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.lifecycle.Course;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.OpenCourse;
import org.repatria.cases.domain.lifecycle.Step;
import org.repatria.cases.domain.recovery.GateGround;
import org.repatria.cases.domain.recovery.Ground;
import org.repatria.cases.domain.safeguards.CheckCommand.RecordCheck;
import org.repatria.cases.domain.safeguards.CheckResult;
import org.repatria.cases.domain.strategy.PathwayKind;
import org.repatria.cases.domain.strategy.Strategy;
import org.repatria.cases.domain.strategy.StrategyCommand.ProposeStrategy;
import org.repatria.clocks.Happened;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Occasion;

/** What a case and its assets tell each other. It is the ground of a restraint, and how far recovery has come. */
final class RecoveringTest {

    private static final String PATHWAY = "recovery-1";
    private static final String[] OF_RESTRAINT = {"SG-04", "SG-07", "SG-17", "SG-18"};
    private static final LocalDate AGREED_ON = LocalDate.of(2014, 10, 2);
    private static final Instant MORNING = Instant.parse("2014-10-03T08:00:00Z");

    /** Both sides have agreed on recovery, on the day of the acceptance. */
    private static Play agreed() {
        return CaseLifeTest.agreed(PathwayKind.VOLUNTARY_RETURN, PathwayKind.ASSET_RECOVERY);
    }

    private static Play opened() {
        return agreed().on("2014-10-03").does("LO", RecoveringTest::open);
    }

    private static CaseCommand open(Occasion at) {
        return new OfLifecycle(new OpenCourse(
                PATHWAY, "assetRecovery", "Recovery", Happened.on(at.today()), "as agreed", Map.of(), List.of()));
    }

    private static LinkedAsset asset(String id, long version, String state) {
        return new LinkedAsset(id, version, state);
    }

    private static LinkedAsset held(String id, long version, String since, String until) {
        return new LinkedAsset(
                id,
                version,
                "RESTRAINED",
                Optional.of(LocalDate.parse(since)),
                Optional.of(LocalDate.parse(until)),
                Optional.of(MORNING),
                Optional.empty());
    }

    /** All assets of the case, as it hears of them from its shelves. */
    private static Function<Occasion, CaseCommand> noted(long changes, LinkedAsset... assets) {
        return at -> new NoteAssets(AssetsOfTests.known(changes, assets), at.at());
    }

    private static Course pathway(Play play) {
        return play.opened().file().dossier().courses().course(PATHWAY).orElseThrow();
    }

    private static Ground ground(Play play) {
        return play.opened().file().dossier().allRecovery().all();
    }

    private static Ground told(Play play) {
        return ToldCase.of(play.opened()).file().dossier().allRecovery().all();
    }

    private static GateGround restraint(Ground ground) {
        return ground.gates().stream()
                .filter(gate -> gate.gate() == Gate.RESTRAINT)
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class Bearing {

        @Test
        void a_case_says_nothing_before_both_sides_have_agreed() {
            assertThat(CaseLifeTest.accepted().opened().file().dossier().recovery())
                    .isEmpty();
        }

        @Test
        void a_strategy_without_recovery_bears_nothing() {
            assertThat(CaseLifeTest.agreed(PathwayKind.VOLUNTARY_RETURN, PathwayKind.HOST_PROSECUTION)
                            .opened()
                            .file()
                            .dossier()
                            .recovery())
                    .isEmpty();
        }

        @Test
        void an_agreed_strategy_is_told_with_its_day_and_the_checks_that_are_lacking() {
            var ground = ground(agreed());
            assertThat(ground.agreedOn()).contains(AGREED_ON);
            assertThat(restraint(ground).from()).isEmpty();
            assertThat(restraint(ground).missing()).containsExactlyInAnyOrder(OF_RESTRAINT);
        }

        @Test
        void a_gate_is_met_from_its_last_check_until_its_first_one_ends() {
            var play = agreed().on("2014-10-20").passes(OF_RESTRAINT);
            var restraint = restraint(ground(play));
            assertThat(restraint.missing()).isEmpty();
            assertThat(restraint.from()).contains(LocalDate.of(2014, 10, 20));
            assertThat(restraint.through())
                    .isEqualTo(play.opened().file().dossier().safeguards().checks().entries().stream()
                            .filter(entry -> !entry.check().equals("SG-21"))
                            .flatMap(entry -> entry.lastDay().stream())
                            .min(LocalDate::compareTo));
        }

        @Test
        void days_on_which_it_was_met_are_remembered_when_a_check_has_ended() {
            var play = agreed().on("2014-10-20").passes(OF_RESTRAINT);
            var before = restraint(ground(play));

            play.on("2016-10-20").does("SU", new PassTime());

            var after = restraint(ground(play));
            assertThat(after.missing()).isNotEmpty();
            assertThat(after.from()).isEqualTo(before.from());
            assertThat(after.through()).isEqualTo(before.through());
        }

        @Test
        void a_failure_takes_the_days_before_it_too() {
            var play = agreed().on("2014-10-20")
                    .passes(OF_RESTRAINT)
                    .on("2014-10-21")
                    .does("LO", RecoveringTest::fails);
            assertThat(restraint(ground(play)))
                    .isEqualTo(new GateGround(Gate.RESTRAINT, Optional.empty(), Optional.empty(), List.of("SG-18")));
        }

        @Test
        void a_new_version_takes_the_agreement_away_until_it_is_signed() {
            var play = agreed().on("2014-10-10").does("CO", RecoveringTest::propose);
            assertThat(ground(play).agreedOn()).isEmpty();
            assertThat(ground(play).gates()).isEmpty();

            play.on("2014-10-12").does("SU", RecoveringTest::countersign).does("RS-SU", RecoveringTest::countersign);

            assertThat(ground(play).agreedOn())
                    .as("without a break since the first")
                    .contains(AGREED_ON);
        }

        @Test
        void embezzled_public_funds_go_back_whole_and_both_states_read_by_which_rule() {
            var play = agreed();
            assertThat(ground(play).returnRule()).isEmpty();

            play.does("CO", CaseLifeTest.facts(FactName.PROCEEDS_TYPE, "LAUNDERED_EMBEZZLED"));
            assertThat(ground(play).returnRule()).contains("ST-29");
            assertThat(told(play).returnRule()).contains("ST-29");

            play.does("CO", CaseLifeTest.facts(FactName.PROCEEDS_TYPE, "BRIBE"));
            assertThat(ground(play).returnRule()).isEmpty();
            assertThat(told(play).returnRule()).isEmpty();
        }

        @Test
        void that_they_go_back_is_not_said_before_recovery_is_agreed_and_stays_when_a_new_version_waits() {
            var accepted =
                    CaseLifeTest.accepted().does("CO", CaseLifeTest.facts(FactName.PROCEEDS_TYPE, "EMBEZZLED_PUBLIC"));
            assertThat(accepted.opened().file().dossier().recovery()).isEmpty();

            var waiting = agreed().does("CO", CaseLifeTest.facts(FactName.PROCEEDS_TYPE, "EMBEZZLED_PUBLIC"))
                    .on("2014-10-10")
                    .does("CO", RecoveringTest::propose);
            assertThat(ground(waiting).agreedOn()).isEmpty();
            assertThat(ground(waiting).returnRule()).contains("ST-29");
        }

        @Test
        void each_change_has_a_higher_number_and_what_is_the_same_has_none() {
            var play = agreed();
            var number = ground(play).number();
            assertThat(ground(play.does("SU", new PassTime())).number()).isEqualTo(number);
            assertThat(ground(play.on("2014-10-20").passes("SG-18")).number()).isGreaterThan(number);
        }
    }

    @Nested
    class TellingTheOtherState {

        @Test
        void it_hears_of_no_check_that_only_the_host_state_may_know() {
            var failed = agreed().on("2014-10-20").passes(OF_RESTRAINT).does("LO", RecoveringTest::persecuted);
            assertThat(restraint(ground(failed)).missing()).containsExactly("SG-06");
            assertThat(restraint(told(failed)).missing()).isEmpty();
        }

        @Test
        void what_is_confided_leaves_its_face_and_its_number_as_they_are() {
            var play = agreed().on("2014-10-20").passes(OF_RESTRAINT);
            var before = told(play);
            assertThat(told(play.on("2016-10-20").does("LO", RecoveringTest::persecuted)))
                    .isEqualTo(before);
        }

        @Test
        void a_change_of_its_face_is_told() {
            assertThat(agreed().events())
                    .filteredOn(event -> event instanceof OtherStateTold(var _, Telling.OfRecovery _, var _))
                    .isNotEmpty();
        }
    }

    @Nested
    class Following {

        @Test
        void a_restraint_at_an_asset_moves_the_pathway_with_the_day_and_the_end_of_the_order() {
            var play = opened().on("2014-10-06").does("SU", noted(1, held("asset-1", 3, "2014-10-04", "2015-01-02")));

            var last = pathway(play).steps().getLast();
            assertThat(pathway(play).state()).isEqualTo("RESTRAINED");
            assertThat(last.happened()).isEqualTo(Happened.on(LocalDate.of(2014, 10, 4)));
            assertThat(last.by()).isEqualTo("system:assets-of-the-case");
            assertThat(last.documents()).containsExactly("asset-1");
            assertThat(pathway(play).particulars()).containsEntry("expiresOn", "2015-01-02");
        }

        @Test
        void a_pathway_that_is_opened_later_follows_at_once_and_not_before_its_opening() {
            var play = agreed().on("2014-10-03")
                    .does("SU", noted(1, held("asset-1", 3, "2014-10-02", "2015-01-02")))
                    .on("2014-10-06")
                    .does("LO", RecoveringTest::open);
            assertThat(pathway(play).steps())
                    .extracting(Step::to, step -> step.happened().day().toString())
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple("TRACING", "2014-10-06"),
                            org.assertj.core.api.Assertions.tuple("RESTRAINED", "2014-10-06"));
        }

        @Test
        void a_lapse_and_a_release_take_it_back() {
            var play = opened().does("SU", noted(1, held("asset-1", 3, "2014-10-03", "2015-01-02")));
            assertThat(pathway(play.does("SU", noted(2, asset("asset-1", 4, "LAPSED_PRESUMED"))))
                            .state())
                    .isEqualTo("TRACING");
        }

        @Test
        void an_asset_that_no_longer_names_the_case_takes_it_back() {
            var play = opened().does("SU", noted(1, held("asset-1", 3, "2014-10-03", "2015-01-02")))
                    .does("SU", noted(2));
            assertThat(pathway(play).state()).isEqualTo("TRACING");
        }

        @Test
        void the_furthest_moves_it_with_the_first_day_and_the_first_end_of_those_that_stand_there() {
            var play = opened().on("2014-10-20")
                    .does(
                            "SU",
                            noted(
                                    1,
                                    held("asset-2", 3, "2014-10-08", "2015-01-02"),
                                    held("asset-1", 3, "2014-10-07", "2015-02-02"),
                                    asset("asset-3", 1, "TRACED")));
            var last = pathway(play).steps().getLast();
            assertThat(last.happened()).isEqualTo(Happened.on(LocalDate.of(2014, 10, 7)));
            assertThat(last.documents()).containsExactly("asset-1", "asset-2");
            assertThat(pathway(play).particulars()).containsEntry("expiresOn", "2015-01-02");
        }

        @Test
        void the_other_state_is_told_by_name_and_of_no_asset() {
            var play = opened().does("SU", noted(1, held("asset-1", 3, "2014-10-03", "2015-01-02")));
            var told = ToldCase.of(play.opened())
                    .file()
                    .dossier()
                    .courses()
                    .course(PATHWAY)
                    .orElseThrow();
            assertThat(told.state()).isEqualTo("RESTRAINED");
            assertThat(told.steps().getLast().documents()).isEmpty();
            assertThat(told.particulars()).doesNotContainKey("expiresOn");
        }

        @Test
        void nobody_records_it_by_hand_and_hears_where_it_is_recorded() {
            assertThat(opened().isRefused(
                                    "HS-LO",
                                    move(PATHWAY, "RESTRAINED", "p", Map.of("expiresOn", "2015-01-02"), "order 1")))
                    .singleElement()
                    .satisfies(obstacle -> {
                        assertThat(obstacle.code()).isEqualTo("MOVED_BY_ANOTHER_COMMAND");
                        assertThat(obstacle.detail()).contains("recording it at the asset");
                        assertThat(obstacle.source()).contains("UNCAC arts 31(2), 54(2)");
                    });
        }
    }

    @Nested
    class Settling {

        private final Play released = opened().does("SU", noted(1, held("asset-1", 3, "2014-10-03", "2015-01-02")))
                .does("SU", noted(2, asset("asset-1", 4, "RELEASED")));

        @Test
        void a_discharge_alone_settles_no_money() {
            assertThat(released.isRefused("LO", move(PATHWAY, "ABANDONED", "p", Map.of("ending", "NOTHING_FOUND"))))
                    .extracting(Obstacle::code)
                    .containsExactly("MONEY_SETTLED");
        }

        @Test
        void two_persons_who_end_it_as_given_back_settle_it() {
            released.does("LO", move(PATHWAY, "ABANDONED", "p", Map.of("ending", "RELEASED")))
                    .does("SU", approve("p"));
            assertThat(pathway(released).state()).isEqualTo("ABANDONED");
        }
    }

    private static CaseCommand fails(Occasion at) {
        return check(at, "check-failed", "SG-18");
    }

    private static CaseCommand persecuted(Occasion at) {
        return check(at, "check-persecuted", "SG-06");
    }

    private static CaseCommand check(Occasion at, String id, String check) {
        return new OfSafeguards(new RecordCheck(
                id,
                check,
                CheckResult.FAIL,
                "looked at again",
                List.of("doc-f"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Happened.on(at.today()))));
    }

    private static CaseCommand propose(Occasion at) {
        return new OfStrategy(new ProposeStrategy(
                List.of(new Strategy.Choice(PathwayKind.ASSET_RECOVERY, 1)),
                Optional.empty(),
                "recovery comes first",
                Named.officer("carl.officer", "CO", "XH-CA"),
                Named.officer("lena.legal", "LO", "XH-CA"),
                at.today().plusDays(60),
                Optional.of(false)));
    }

    private static CaseCommand countersign(Occasion at) {
        return new OfStrategy(new org.repatria.cases.domain.strategy.StrategyCommand.CountersignStrategy(
                2, "JLG item 5", at.today(), Optional.empty()));
    }
}
