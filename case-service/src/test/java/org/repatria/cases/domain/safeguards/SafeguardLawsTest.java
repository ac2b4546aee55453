package org.repatria.cases.domain.safeguards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.safeguards.CheckResult.*;
import static org.repatria.cases.domain.safeguards.Safe.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.safeguards.CheckCommand.AcceptConditions;
import org.repatria.cases.domain.safeguards.CheckCommand.ApproveCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.ChallengeCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.OverrideCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.RejectCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.WithdrawCheck;
import org.repatria.cases.domain.safeguards.CheckEvent.CheckRecorded;
import org.repatria.clocks.Happened;
import org.repatria.decider.Actor;
import org.repatria.testkit.decisions.Laws;
import org.repatria.testkit.decisions.Laws.Attempt;

/** What holds for every order of commands, given by persons who hold every role there is. */
final class SafeguardLawsTest {

    private static final int DEPTH = 4;
    private static final Optional<String> CASE = Optional.empty();
    private static final Happened YESTERDAY = Happened.on(MAY_1.minusDays(1));

    /**
     * One person has recorded what may pass, the other the failure. Each may answer for what the other has recorded.
     */
    private static List<Attempt<SafeguardCommand>> everything(String check) {
        return List.of(
                by(EVERYTHING, check("pass", check, PASS)),
                by(EVERYTHING, check("old", check, PASS, YESTERDAY)),
                by(EVERYTHING_TOO, check("fail", check, FAIL)),
                by(EVERYTHING, check("condition", check, CONDITIONAL)),
                by(EVERYTHING_TOO, new ApproveCheck("pass", Optional.of("agreed"))),
                by(EVERYTHING_TOO, new ApproveCheck("old", Optional.of("agreed"))),
                by(EVERYTHING_TOO, new ApproveCheck("condition", Optional.of("agreed"))),
                by(EVERYTHING_TOO, new AcceptConditions("condition", Optional.of("kept"))),
                by(EVERYTHING, new ApproveCheck("fail", Optional.of("agreed"))),
                by(EVERYTHING, new RejectCheck("fail", Optional.of("not founded"))),
                by(EVERYTHING_TOO, new WithdrawCheck("fail", Optional.of("error"))),
                by(EVERYTHING, new ChallengeCheck(check, CASE, TODAY.day(), "doubt")),
                by(EVERYTHING, new OverrideCheck(check, Gate.SURRENDER, CASE, "it must be")));
    }

    /** The same person tries both roles. */
    private static List<Attempt<SafeguardCommand>> alone(String check) {
        return List.of(
                by(EVERYTHING, check("pass", check, PASS)),
                by(EVERYTHING, check("condition", check, CONDITIONAL)),
                by(EVERYTHING, check("none", check, NOT_APPLICABLE)),
                by(EVERYTHING, new ApproveCheck("pass", Optional.of("agreed"))),
                by(EVERYTHING, new ApproveCheck("condition", Optional.of("agreed"))),
                by(EVERYTHING, new ApproveCheck("none", Optional.of("agreed"))),
                by(EVERYTHING, new RejectCheck("pass", Optional.of("?"))),
                by(EVERYTHING, new AcceptConditions("condition", Optional.of("kept"))),
                by(EVERYTHING_TOO, new ApproveCheck("condition", Optional.of("agreed"))),
                by(EVERYTHING_TOO, new ApproveCheck("none", Optional.of("agreed"))));
    }

    private static boolean isPassed(Gate gate, String check, Safeguards state, Happened moment) {
        return Gates.missingAt(gate, state.checks(), CASE, moment, RULES).stream()
                .noneMatch(obstacle -> obstacle.about().equals(check));
    }

    private static int position(List<CheckEntry> entries, String id) {
        return entries.stream().map(CheckEntry::id).toList().indexOf(id);
    }

    /** Recorded after the failure, of its day or later, and approved by another person than its recorder. */
    private static boolean isAssessedAnew(Safeguards state) {
        var entries = state.checks().entries();
        var failure = position(entries, "fail");
        return entries.stream()
                .filter(entry -> position(entries, entry.id()) > failure)
                .filter(entry -> entry.on().equals(TODAY))
                .filter(entry -> entry.result() == PASS
                        || (entry.result() == CONDITIONAL
                                && entry.conditionsAccepted().isPresent()))
                .anyMatch(entry -> entry.decided()
                        .filter(approval ->
                                !approval.officer().equals(entry.recorded().officer()))
                        .isPresent());
    }

    @Test
    void nobody_passes_a_hard_failure_without_a_new_assessment_by_two_persons() {
        Laws.explore(decider(), everything("SG-09"), DEPTH + 1, step -> {
            var state = step.after();
            if (position(state.checks().entries(), "fail") >= 0 && !isAssessedAnew(state)) {
                assertThat(isPassed(Gate.SURRENDER, "SG-09", state, TODAY)).isFalse();
                assertThat(isPassed(Gate.PROVISIONAL_ARREST, "SG-09", state, TODAY))
                        .isFalse();
            }
        });
    }

    @Test
    void a_hard_failure_is_never_overridden() {
        Laws.explore(
                decider(),
                everything("SG-22"),
                DEPTH,
                step -> assertThat(step.after().checks().overrides()).isEmpty());
    }

    @Test
    void a_required_check_is_passed_by_an_approved_result_of_two_persons_or_by_an_override_only() {
        Laws.explore(decider(), everything("SG-10"), DEPTH, step -> {
            var state = step.after();
            if (isPassed(Gate.SURRENDER, "SG-10", state, TODAY)) {
                assertThat(hasTrustedResult(state)
                                || !state.checks().overrides().isEmpty())
                        .isTrue();
            }
        });
    }

    private static boolean hasTrustedResult(Safeguards state) {
        return state.checks().entries().stream()
                .filter(entry -> entry.isReliable() && (entry.result() == PASS || entry.result() == CONDITIONAL))
                .anyMatch(entry -> entry.decided()
                        .filter(approval ->
                                !approval.officer().equals(entry.recorded().officer()))
                        .isPresent());
    }

    @Test
    void nobody_answers_for_a_check_twice() {
        Laws.explore(decider(), alone("SG-10"), DEPTH, step -> {
            for (var entry : step.after().checks().entries()) {
                if (entry.status() == CheckEntry.Status.APPROVED || entry.status() == CheckEntry.Status.REJECTED) {
                    assertThat(entry.decided().map(Signature::officer))
                            .isNotEqualTo(Optional.of(entry.recorded().officer()));
                }
                assertThat(entry.conditionsAccepted().map(Signature::officer))
                        .isNotEqualTo(Optional.of(entry.recorded().officer()));
            }
        });
    }

    @Test
    void a_check_is_recorded_and_approved_by_the_rules_officers_only() {
        var actors = List.of(ANA, CARL, LENA, SUSA, HEDA, DORA, MAX, RUVANIAN_LAWYER, RUVANIAN_HEAD);
        for (var rule : RULES.safeguards()) {
            for (Actor actor : actors) {
                var mayRecord = rule.recordedBy().stream().anyMatch(officer -> officer.is(actor, XR_TO_XE));
                var decision = decided(by(actor, check("e1", rule.id(), PASS)), Safeguards.none());
                assertThat(decision instanceof org.repatria.decider.Decision.Accepted<SafeguardEvent>(var events)
                                && events.getFirst() instanceof CheckRecorded)
                        .as(rule.id() + " by " + actor)
                        .isEqualTo(mayRecord);
            }
        }
    }
}
