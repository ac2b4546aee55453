package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.repatria.cases.Play.move;
import static org.repatria.cases.domain.casefile.Cases.ANOTHER;
import static org.repatria.cases.domain.casefile.Cases.AT_NOON;
import static org.repatria.cases.domain.casefile.Cases.HOUSE_RULES;
import static org.repatria.cases.domain.casefile.Cases.NOON;
import static org.repatria.cases.domain.casefile.Cases.XR_TO_XH;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.CloseCase;
import org.repatria.cases.domain.casefile.CaseCommand.NoteFallenNotice;
import org.repatria.cases.domain.casefile.CaseCommand.OfLeanings;
import org.repatria.cases.domain.casefile.CaseCommand.OfLifecycle;
import org.repatria.cases.domain.casefile.CaseCommand.OfStrategy;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.casefile.CaseEvent.LeaningsChanged;
import org.repatria.cases.domain.casefile.CaseOutcome;
import org.repatria.cases.domain.leaning.FallenNotice;
import org.repatria.cases.domain.leaning.Leaning;
import org.repatria.cases.domain.leaning.LeaningCommand.LetLean;
import org.repatria.cases.domain.leaning.LeaningEvent.NoticeFell;
import org.repatria.cases.domain.leaning.LeaningGround;
import org.repatria.cases.domain.leaning.NoticeFate;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.OpenCourse;
import org.repatria.cases.domain.strategy.PathwayKind;
import org.repatria.cases.domain.strategy.Strategy;
import org.repatria.cases.domain.strategy.StrategyCommand.ProposeStrategy;
import org.repatria.clocks.Happened;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;

/** The end of a notice from both ends: the case in which it stands, and the case that leans on it. */
final class NoticeOfAnotherCaseTest {

    private static final String NOTICE = "notice-1";
    private static final OfLeanings LET_LEAN =
            new OfLeanings(new LetLean(NOTICE, ANOTHER, XR_TO_XH, LeaningGround.CO_ACCUSED, "arrested together"));

    private static Play withNotice() {
        return CaseLifeTest.accepted()
                .does(
                        "LO",
                        at -> new OfLifecycle(new OpenCourse(
                                NOTICE,
                                "notice",
                                "Red notice",
                                Happened.on(at.today()),
                                "",
                                Map.of("colour", "RED"),
                                List.of())));
    }

    private static Function<Occasion, CaseCommand> withdrawn(String ground) {
        return move(NOTICE, "WITHDRAWN", "proposal-9", Map.of("ground", ground));
    }

    private static NoteFallenNotice fallen(NoticeFate fate) {
        return new NoteFallenNotice(new FallenNotice(NOTICE, ANOTHER, XR_TO_XH, fate, NOON), NOON);
    }

    private static List<NoticeFell> fellIn(Play play) {
        return play.events().stream()
                .filter(LeaningsChanged.class::isInstance)
                .map(event -> ((LeaningsChanged) event).event())
                .filter(NoticeFell.class::isInstance)
                .map(NoticeFell.class::cast)
                .toList();
    }

    @Nested
    class WhereItStands {

        @Test
        void the_cases_that_lean_on_it_are_named_when_it_falls() {
            var play = withNotice().does("LO", LET_LEAN);

            play.does("LO", withdrawn("WARRANT_LIFTED"));

            assertThat(fellIn(play)).hasSize(1);
            assertThat(fellIn(play).getFirst().fate()).isEqualTo(NoticeFate.WITHDRAWN);
            assertThat(fellIn(play).getFirst().leanings())
                    .extracting(Leaning::caseId)
                    .containsExactly(ANOTHER);
            assertThat(play.opened().file().dossier().reviews()).containsExactly("the warrant was lifted");
        }

        @Test
        void nobody_is_told_when_its_purpose_is_met() {
            var play = withNotice().does("LO", LET_LEAN);

            play.does("LO", withdrawn("PURPOSE_MET"));

            assertThat(fellIn(play)).isEmpty();
        }

        @Test
        void nothing_is_told_where_nothing_leans() {
            assertThat(fellIn(withNotice().does("LO", withdrawn("ERROR")))).isEmpty();
        }

        @Test
        void what_leans_is_kept_by_the_store() {
            var play = withNotice().does("LO", LET_LEAN).reloaded();

            assertThat(play.opened().file().dossier().allLeanings().on(NOTICE))
                    .extracting(Leaning::caseId)
                    .containsExactly(ANOTHER);
        }

        @Test
        void that_somebody_is_a_refugee_is_in_no_cause() {
            var play = withNotice().does("LO", withdrawn("REFUGEE_STATUS"));

            assertThat(play.opened().file().dossier().reviews())
                    .containsExactly("the notice was withdrawn before its purpose was met");
        }
    }

    @Nested
    class WhereItIsLeanedOn {

        @Test
        void the_case_is_marked_as_for_a_notice_of_its_own_and_the_notice_is_named() {
            var play = CaseLifeTest.accepted().does("system", fallen(NoticeFate.DELETED));

            assertThat(play.opened().file().dossier().reviews())
                    .containsExactly("a notice of another case, on which this one leans, was refused or deleted");
            assertThat(play.reloaded().opened().file().dossier().allLeanings().fallen())
                    .extracting(FallenNotice::noticeId, FallenNotice::caseId)
                    .containsExactly(tuple(NOTICE, ANOTHER));
        }

        @Test
        void the_same_fall_is_told_once_and_another_one_again() {
            var play = CaseLifeTest.accepted()
                    .does("system", fallen(NoticeFate.SUSPENDED))
                    .does("system", fallen(NoticeFate.SUSPENDED))
                    .does("system", fallen(NoticeFate.DELETED));

            assertThat(play.events())
                    .filteredOn(LeaningsChanged.class::isInstance)
                    .hasSize(2);
        }

        @Test
        void a_strategy_that_is_proposed_anew_is_the_look_that_was_asked_for() {
            var play = CaseLifeTest.accepted()
                    .does("LO", new CaseCommand.AssessCase("run-1"))
                    .does("system", fallen(NoticeFate.DELETED))
                    .does(
                            "LO",
                            at -> new OfStrategy(new ProposeStrategy(
                                    List.of(new Strategy.Choice(PathwayKind.ASSET_RECOVERY, 1)),
                                    Optional.empty(),
                                    "without the notice",
                                    Named.officer("carl.officer", "CO", "XH-CA"),
                                    Named.officer("lena.legal", "LO", "XH-CA"),
                                    at.today().plusDays(60),
                                    Optional.of(false))));

            assertThat(play.opened().file().dossier().reviews()).isEmpty();
            assertThat(play.opened().file().dossier().allLeanings().fallen()).isEmpty();
        }

        @Test
        void a_case_that_has_ended_or_was_never_opened_is_left_alone() {
            var closed = new Play().opens().does("SU", new CloseCase(CaseOutcome.WITHDRAWN_BY_RS, "withdrawn"));
            var decider = new CaseDecider(_ -> HOUSE_RULES);

            for (var state : List.of(closed.opened(), new Case.Unopened())) {
                assertThat(decider.answer(fallen(NoticeFate.DELETED), state, AT_NOON))
                        .isEqualTo(Decision.nothingToDo());
            }
        }
    }
}
