package org.repatria.cases.domain.safeguards;

import static org.repatria.cases.domain.CaseReason.*;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.repatria.cases.domain.CaseReason;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.law.SafeguardRule;
import org.repatria.cases.domain.law.Setting;
import org.repatria.cases.domain.safeguards.CheckCommand.AcceptConditions;
import org.repatria.cases.domain.safeguards.CheckCommand.ApproveCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.ChallengeCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.OverrideCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.RecordCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.RejectCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.WithdrawCheck;
import org.repatria.cases.domain.safeguards.CheckEntry.Status;
import org.repatria.cases.domain.safeguards.CheckEvent.CheckApproved;
import org.repatria.cases.domain.safeguards.CheckEvent.CheckChallenged;
import org.repatria.cases.domain.safeguards.CheckEvent.CheckOverridden;
import org.repatria.cases.domain.safeguards.CheckEvent.CheckRecorded;
import org.repatria.cases.domain.safeguards.CheckEvent.CheckRejected;
import org.repatria.cases.domain.safeguards.CheckEvent.CheckWithdrawn;
import org.repatria.cases.domain.safeguards.CheckEvent.ConditionsAccepted;
import org.repatria.clocks.Happened;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;
import org.repatria.decider.text.VisibleText;

/** How a check is made and seen by two persons. */
public final class CheckDecider {

    /**
     * Who may say that the ground of a check no longer holds. SYS may on a changed relation (source: transition to
     * UNDER_CHALLENGE).
     */
    private static final List<Officer> MAY_CHALLENGE =
            List.of(Officer.parse("LO"), Officer.parse("DPO"), Officer.parse("SYS"));

    private CheckDecider() {}

    static Decision<SafeguardEvent> decide(CheckCommand command, Safeguards state, Setting around) {
        return switch (command) {
            case RecordCheck c -> record(c, state, around);
            case ApproveCheck c -> ofEntry(c.entryId(), state, entry -> approve(entry, c, state, around));
            case RejectCheck c -> ofEntry(c.entryId(), state, entry -> reject(entry, c, state, around));
            case AcceptConditions c -> ofEntry(c.entryId(), state, entry -> acceptConditions(entry, c, state, around));
            case WithdrawCheck c -> ofEntry(c.entryId(), state, entry -> withdraw(entry, c, around));
            case ChallengeCheck c -> challenge(c, state, around);
            case OverrideCheck c -> override(c, state, around);
        };
    }

    static Checks evolve(Checks state, CheckEvent event) {
        return switch (event) {
            case CheckRecorded e -> state.with(e.entry());
            case CheckApproved e -> state.changing(e.entryId(), entry -> entry.decided(Status.APPROVED, e.signature()));
            case CheckRejected e -> state.changing(e.entryId(), entry -> entry.decided(Status.REJECTED, e.signature()));
            case CheckWithdrawn e ->
                state.changing(e.entryId(), entry -> entry.decided(Status.WITHDRAWN, e.signature()));
            case ConditionsAccepted e -> state.changing(e.entryId(), entry -> entry.conditionsAccepted(e.signature()));
            case CheckChallenged e -> challenged(state, e);
            case CheckOverridden e -> state.with(e.override());
        };
    }

    private static Checks challenged(Checks state, CheckChallenged event) {
        var checks = state;
        for (var id : event.entryIds()) {
            checks = checks.changing(id, entry -> entry.challenged(event.signature()));
        }
        return checks;
    }

    private static Decision<SafeguardEvent> record(RecordCheck c, Safeguards state, Setting around) {
        var known = state.checks().entry(c.entryId());
        if (known.isPresent()) {
            return known.filter(entry -> isRecordOf(entry, c, around)).isPresent()
                    ? nothingToDo()
                    : refuse(Refusal.of(CHECK_ENTRY_EXISTS));
        }
        var rule = around.occasion().rules().safeguard(c.check(), c.when().day());
        if (rule.isEmpty()) {
            return refuse(Refusal.of(
                    CHECK_UNKNOWN,
                    Obstacle.of("CHECK_UNKNOWN", c.check(), "There is no check " + c.check() + " on that day.")));
        }
        return rule.flatMap(r -> against(r, r.recordedBy(), state, around))
                .or(() -> incomplete(c, around))
                .or(() -> Demands.room(state.checks().entries().size(), Checks.ENTRIES_MAX, "checks"))
                .<Decision<SafeguardEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new CheckRecorded(entry(c, rule.orElseThrow(), around))));
    }

    private static boolean isRecordOf(CheckEntry entry, RecordCheck c, Setting around) {
        return entry.isFor(c.check(), c.about())
                && entry.result() == c.result()
                && entry.conditions().equals(c.conditions())
                && entry.evidence().equals(c.evidence())
                && entry.on().equals(c.when())
                && entry.recorded().reasons().equals(c.reasons().strip())
                && entry.recorded().isOf(around.occasion().by().id());
    }

    private static CheckEntry entry(RecordCheck c, SafeguardRule rule, Setting around) {
        var reliance = Reliance.of(rule.validFor(), c.when());
        return new CheckEntry(
                c.entryId(),
                c.check(),
                rule.version(),
                rule.hard(),
                c.about(),
                c.result(),
                c.conditions(),
                c.evidence(),
                c.when(),
                reliance.lastDay(),
                reliance.until(),
                Signature.of(around.occasion(), c.reasons()),
                Status.RECORDED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<Refusal> incomplete(RecordCheck c, Setting around) {
        var missing = new ArrayList<Obstacle>();
        if (VisibleText.isBlank(c.reasons())) {
            missing.add(Obstacle.of("REASONS_REQUIRED", c.check(), "A result needs its reasons."));
        }
        if (mayPass(c.result()) && isBlank(c.evidence())) {
            missing.add(Obstacle.of("EVIDENCE_REQUIRED", c.check(), "A result that may pass needs its evidence."));
        }
        if (c.result() == CheckResult.CONDITIONAL && isBlank(c.conditions())) {
            missing.add(Obstacle.of("CONDITIONS_REQUIRED", c.check(), "A conditional result names its conditions."));
        }
        if (c.result() != CheckResult.CONDITIONAL && !c.conditions().isEmpty()) {
            missing.add(Obstacle.of("CONDITIONS_NOT_ALLOWED", c.check(), "Only a conditional result has conditions."));
        }
        if (Moments.isStillToCome(c.when(), around.occasion().at())) {
            missing.add(Obstacle.of("NOT_YET_HAPPENED", c.check(), "A check of a day to come cannot be recorded."));
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Refusal(CHECK_INCOMPLETE, missing));
    }

    private static boolean mayPass(CheckResult result) {
        return result == CheckResult.PASS || result == CheckResult.CONDITIONAL;
    }

    private static boolean isBlank(List<String> texts) {
        return texts.isEmpty() || texts.stream().anyMatch(VisibleText::isBlank);
    }

    private static Decision<SafeguardEvent> approve(
            CheckEntry entry, ApproveCheck c, Safeguards state, Setting around) {
        if (entry.status() == Status.APPROVED && isSaidBy(entry.decided(), c.why(), around)) {
            return nothingToDo();
        }
        return secondPerson(entry, c.why(), state, around)
                .or(() -> alreadyDecided(entry))
                .<Decision<SafeguardEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new CheckApproved(entry.id(), Signature.of(around.occasion(), c.why()))));
    }

    private static Decision<SafeguardEvent> reject(CheckEntry entry, RejectCheck c, Safeguards state, Setting around) {
        if (entry.status() == Status.REJECTED && isSaidBy(entry.decided(), c.why(), around)) {
            return nothingToDo();
        }
        return secondPerson(entry, c.why(), state, around)
                .or(() -> alreadyDecided(entry))
                .<Decision<SafeguardEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new CheckRejected(entry.id(), Signature.of(around.occasion(), c.why()))));
    }

    private static Decision<SafeguardEvent> acceptConditions(
            CheckEntry entry, AcceptConditions c, Safeguards state, Setting around) {
        if (entry.result() != CheckResult.CONDITIONAL) {
            return refuse(Refusal.of(CHECK_HAS_NO_CONDITIONS));
        }
        if (entry.conditionsAccepted().isPresent()) {
            return isSaidBy(entry.conditionsAccepted(), c.why(), around)
                    ? nothingToDo()
                    : refuse(Refusal.of(CHECK_ALREADY_DECIDED));
        }
        if (entry.status() != Status.APPROVED) {
            return refuse(Refusal.of(CaseReason.CHECK_NOT_APPROVED));
        }
        return secondPerson(entry, c.why(), state, around)
                .<Decision<SafeguardEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new ConditionsAccepted(entry.id(), Signature.of(around.occasion(), c.why()))));
    }

    private static Decision<SafeguardEvent> withdraw(CheckEntry entry, WithdrawCheck c, Setting around) {
        if (!entry.recorded().isOf(around.occasion().by().id())) {
            return refuse(Refusal.of(
                    WRONG_OFFICER,
                    Obstacle.of("WRONG_OFFICER", entry.check(), "Only who recorded a check takes it back.")));
        }
        return alreadyDecided(entry)
                .or(() -> Demands.reasons(entry.check(), c.why()))
                .<Decision<SafeguardEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new CheckWithdrawn(entry.id(), Signature.of(around.occasion(), c.why()))));
    }

    private static Decision<SafeguardEvent> challenge(ChallengeCheck c, Safeguards state, Setting around) {
        var questioned = standing(c.check(), c.about(), state.checks());
        return Demands.officer(c.check(), MAY_CHALLENGE, around)
                .or(() -> Demands.reasons(c.check(), c.reasons()))
                .or(() -> questioned.isEmpty() ? Optional.of(Refusal.of(NOTHING_TO_CHALLENGE)) : Optional.empty())
                .<Decision<SafeguardEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new CheckChallenged(
                        c.check(),
                        c.about(),
                        questioned,
                        Happened.on(c.on()),
                        Signature.of(around.occasion(), c.reasons()))));
    }

    /** The entries of a check on which somebody may rely. */
    private static List<String> standing(String check, Optional<String> about, Checks checks) {
        return checks.entries().stream()
                .filter(entry -> entry.check().equals(check)
                        && (about.isEmpty() || entry.about().equals(about))
                        && entry.stands()
                        && !entry.isFailure()
                        && entry.challenged().isEmpty())
                .map(CheckEntry::id)
                .toList();
    }

    /**
     * Calls a check into question whose ground another step has taken away. It does nothing where nobody relies on it.
     */
    public static Optional<SafeguardEvent> questioned(String check, Checks checks, Happened on, Signature signature) {
        var relied = standing(check, Optional.empty(), checks);
        return relied.isEmpty()
                ? Optional.empty()
                : Optional.of(new CheckChallenged(check, Optional.empty(), relied, on, signature));
    }

    private static Decision<SafeguardEvent> override(OverrideCheck c, Safeguards state, Setting around) {
        var today = around.occasion().today();
        var rule = around.occasion().rules().safeguard(c.check(), today);
        var now = Happened.on(today);
        var failure = new CheckLine(state.checks().line(c.check(), c.about()), now).standingFailure();
        if (rule.isEmpty() || failure.isEmpty()) {
            return refuse(Refusal.of(
                    NOTHING_TO_OVERRIDE,
                    Obstacle.of("NOTHING_TO_OVERRIDE", c.check(), "No failure of this check stands.")));
        }
        var failed = failure.orElseThrow();
        var known = rule.orElseThrow();
        if (known.hard() || failed.hard()) {
            return refuse(Refusal.of(HARD_BLOCK, Obstacles.hardBlock(known.title(), failed, known.source())));
        }
        var overridden = state.checks().overrides().stream()
                .filter(override -> override.covers(c.gate(), failed))
                .map(CheckOverride::signature)
                .findFirst();
        if (overridden.isPresent()) {
            return isSaidBy(overridden, c.reasons(), around)
                    ? nothingToDo()
                    : refuse(Refusal.of(
                            NOTHING_TO_OVERRIDE,
                            Obstacle.of("ALREADY_OVERRIDDEN", c.check(), "This failure is overridden already.")));
        }
        return headOfTheSide(known, failed, around)
                .or(() ->
                        Demands.freeOfConflict(c.check(), around.occasion().by().id(), state.conflicts()))
                .or(() -> samePerson(failed, around))
                .or(() -> Demands.reasons(c.check(), c.reasons()))
                .or(() -> Demands.room(state.checks().overrides().size(), Checks.OVERRIDES_MAX, "overrides"))
                .<Decision<SafeguardEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new CheckOverridden(new CheckOverride(
                        c.check(), c.about(), c.gate(), failed.id(), Signature.of(around.occasion(), c.reasons())))));
    }

    /** The head of the state that answers for the check. It is the state of its approver, else the recorder's. */
    private static Optional<Refusal> headOfTheSide(SafeguardRule rule, CheckEntry failed, Setting around) {
        var heads = rule.approvedBy().stream()
                .map(Officer::side)
                .map(side -> side == Side.NEITHER ? sideOfRecorder(failed, around) : side)
                .distinct()
                .map(side -> new Officer(side, "HD"))
                .toList();
        return Demands.officer(rule.id(), heads, around);
    }

    private static Side sideOfRecorder(CheckEntry failed, Setting around) {
        return Side.of(failed.recorded().authority(), around.relation());
    }

    /** Everything that a second person must be: entitled, another person, free of conflicts, with reasons. */
    private static Optional<Refusal> secondPerson(CheckEntry entry, String reasons, Safeguards state, Setting around) {
        var rule = around.occasion().rules().safeguard(entry.check(), entry.on().day());
        return rule.map(known -> against(known, known.approvedBy(), state, around))
                .orElseGet(() -> Optional.of(Refusal.of(CHECK_UNKNOWN)))
                .or(() -> samePerson(entry, around))
                .or(() -> Demands.freeOfConflict(entry.check(), entry.recorded().officer(), state.conflicts()))
                .or(() -> Demands.reasons(entry.check(), reasons));
    }

    private static Optional<Refusal> against(
            SafeguardRule rule, List<Officer> officers, Safeguards state, Setting around) {
        return Demands.officer(rule.id(), officers, around)
                .or(() ->
                        Demands.freeOfConflict(rule.id(), around.occasion().by().id(), state.conflicts()));
    }

    private static Optional<Refusal> samePerson(CheckEntry entry, Setting around) {
        return entry.recorded().isOf(around.occasion().by().id())
                ? Optional.of(Refusal.of(
                        SAME_PERSON,
                        Obstacle.of("SAME_PERSON", entry.check(), "Who recorded a check is not its second person.")))
                : Optional.empty();
    }

    private static Optional<Refusal> alreadyDecided(CheckEntry entry) {
        return entry.status() == Status.RECORDED ? Optional.empty() : Optional.of(Refusal.of(CHECK_ALREADY_DECIDED));
    }

    /** Whether it is the act of this person, for these reasons: another wish is no repeat. */
    private static boolean isSaidBy(Optional<Signature> signature, String reasons, Setting around) {
        return signature
                .filter(known -> known.saysTheSameAs(Signature.of(around.occasion(), reasons)))
                .isPresent();
    }

    private static Decision<SafeguardEvent> ofEntry(
            String id, Safeguards state, Function<CheckEntry, Decision<SafeguardEvent>> decision) {
        return state.checks().entry(id).map(decision).orElseGet(() -> refuse(Refusal.of(CHECK_ENTRY_UNKNOWN)));
    }
}
