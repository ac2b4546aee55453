package org.repatria.cases.domain.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.casefile.Cases.*;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.repatria.cases.Named;
import org.repatria.cases.domain.casefile.CaseCommand.AssignCase;
import org.repatria.cases.domain.casefile.CaseCommand.CloseCase;
import org.repatria.cases.domain.casefile.CaseCommand.HoldCase;
import org.repatria.cases.domain.casefile.CaseCommand.RecordAnswer;
import org.repatria.cases.domain.casefile.CaseCommand.ResumeCase;
import org.repatria.cases.domain.casefile.CaseCommand.ReturnCase;
import org.repatria.cases.domain.casefile.CaseCommand.SubmitCase;
import org.repatria.decider.Decision;
import org.repatria.testkit.decisions.Laws;
import org.repatria.testkit.decisions.Laws.Attempt;
import org.repatria.testkit.decisions.Laws.Step;

/** What holds for every command in every state that any sequence of commands can reach. */
final class CaseLawsTest {

    private static final CaseDecider DECIDER = new CaseDecider(_ -> HOUSE_RULES);
    private static final List<Attempt<CaseCommand>> COMMANDS = Laws.on(
            AT_NOON,
            List.of(
                    OPEN,
                    OPEN_THIN,
                    new SubmitCase(),
                    new ReturnCase(GAPS),
                    new ReturnCase(List.of()),
                    new RecordAnswer(List.of(new GapAnswer(1, "enclosed"))),
                    new RecordAnswer(List.of(new GapAnswer(9, "?"))),
                    new AssignCase(Named.stranger(CARL)),
                    new AssignCase(Named.stranger(ANA)),
                    new HoldCase("pause", IN_A_MONTH),
                    new HoldCase("pause", TODAY),
                    new ResumeCase(),
                    new CloseCase(CaseOutcome.WITHDRAWN_BY_RS, "withdrawn"),
                    new CloseCase(CaseOutcome.REMOVED, "?")));

    private static final int DEPTH = 9;

    @Test
    void asking_again_at_once_changes_nothing_more() {
        Laws.explore(DECIDER, COMMANDS, DEPTH, step -> {
            var again = DECIDER.answer(step.command(), step.after(), AT_NOON);
            if (!step.isRefused() && !isStepBack(step)) {
                assertThat(DECIDER.foldFrom(step.after(), eventsOf(again))).isEqualTo(step.after());
            }
        });
    }

    @Test
    void a_closed_case_stays_as_it_is() {
        Laws.explore(DECIDER, COMMANDS, DEPTH, step -> {
            if (step.before() instanceof Case.Closed) {
                assertThat(step.after()).isEqualTo(step.before());
            }
        });
    }

    @Test
    void identity_and_allegation_never_change_on_the_way() {
        Laws.explore(DECIDER, COMMANDS, DEPTH, step -> {
            if (step.before() instanceof Case.Opened before && step.after() instanceof Case.Opened after) {
                assertThat(after.file().subject()).isEqualTo(before.file().subject());
                assertThat(after.file().allegation()).isEqualTo(before.file().allegation());
                assertThat(after.file().id()).isEqualTo(before.file().id());
            }
        });
    }

    @Test
    void a_hold_always_comes_back_to_where_it_began() {
        Laws.explore(DECIDER, COMMANDS, DEPTH, step -> {
            if (step.before() instanceof Case.Open before
                    && !(before instanceof Case.OnHold)
                    && step.after() instanceof Case.OnHold held) {
                var back = DECIDER.foldFrom(held, eventsOf(DECIDER.answer(new ResumeCase(), held, AT_NOON)));
                assertThat(back).isEqualTo(before);
            }
        });
    }

    @Test
    void a_question_is_open_exactly_while_the_case_is_returned() {
        Laws.explore(DECIDER, COMMANDS, DEPTH, step -> {
            switch (step.after()) {
                case Case.ReturnedForInfo r -> assertThat(r.file().request()).isPresent();
                case Case.OnHold h ->
                    assertThat(h.file().request().isPresent()).isEqualTo(h.comesBackTo() == Stage.RETURNED_FOR_INFO);
                case Case.Draft d -> assertThat(d.file().request()).isEmpty();
                case Case.Screening s -> assertThat(s.file().request()).isEmpty();
                case Case.Closed _, Case.Unopened _, Case.ErasedStub _ -> {}
                case Case.Underway _, Case.UnderChallenge _, Case.Resolved _ -> {}
                case Case.NotAccepted _, Case.Archived _ -> {}
                case Case.NotAvailable _ -> throw new AssertionError("no case stands where it is only told to stand");
            }
        });
    }

    @Test
    void every_stage_before_acceptance_can_be_reached() {
        var stages = Laws.explore(DECIDER, COMMANDS, DEPTH, _ -> {}).stream()
                .filter(Case.Opened.class::isInstance)
                .map(state -> ((Case.Opened) state).stage())
                .collect(Collectors.toSet());

        assertThat(stages)
                .containsExactlyInAnyOrder(
                        Stage.DRAFT, Stage.SCREENING, Stage.RETURNED_FOR_INFO, Stage.ON_HOLD, Stage.CLOSED);
    }

    /** These two lead away from the state in which they make sense. */
    private static boolean isStepBack(Step<CaseCommand, Case, CaseEvent> step) {
        return step.command() instanceof ResumeCase || step.command() instanceof RecordAnswer;
    }

    private static List<CaseEvent> eventsOf(Decision<CaseEvent> decision) {
        return decision instanceof Decision.Accepted<CaseEvent>(var events) ? events : List.of();
    }
}
