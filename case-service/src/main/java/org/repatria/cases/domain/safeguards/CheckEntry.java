package org.repatria.cases.domain.safeguards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.clocks.Happened;

/**
 * One check as one officer made it, and what others have said to it since.
 *
 * @param check such as {@code SG-09}
 * @param ruleVersion the version of the rule that it was made under
 * @param hard whether the rule allowed no way round a failure then
 * @param about the pathway, notice or assurance that it is about; empty: the whole case
 * @param evidence references of the documents that it rests on
 * @param on when it was made, apart from when it was recorded
 * @param lastDay the last day on which it may be relied on; empty: until it is challenged
 * @param until the last moment, where the rule counts hours and the moment of the check is known
 * @param status what the second person said
 * @param decided the approval, rejection or withdrawal
 * @param conditionsAccepted who accepted the conditions
 * @param challenged who called its ground into question
 */
public record CheckEntry(
        String id,
        String check,
        int ruleVersion,
        boolean hard,
        Optional<String> about,
        CheckResult result,
        List<String> conditions,
        List<String> evidence,
        Happened on,
        Optional<LocalDate> lastDay,
        Optional<Instant> until,
        Signature recorded,
        Status status,
        Optional<Signature> decided,
        Optional<Signature> conditionsAccepted,
        Optional<Signature> challenged) {

    public CheckEntry {
        conditions = List.copyOf(conditions);
        evidence = List.copyOf(evidence);
    }

    /** What the second person said. */
    public enum Status {
        RECORDED,
        APPROVED,
        REJECTED,
        /** Taken back by the person who recorded it. */
        WITHDRAWN
    }

    public boolean isFailure() {
        return result == CheckResult.FAIL;
    }

    /** Neither rejected nor taken back. A failure stands from the moment it is recorded. */
    boolean stands() {
        return status == Status.RECORDED || status == Status.APPROVED;
    }

    /** Approved, and its ground not called into question since. */
    boolean isReliable() {
        return status == Status.APPROVED && challenged.isEmpty();
    }

    boolean isFor(String wanted, Optional<String> thing) {
        return check.equals(wanted) && about.equals(thing);
    }

    boolean wasMadeBy(Happened moment) {
        return Moments.isNotAfter(on, moment);
    }

    boolean isExpiredAt(Happened moment) {
        var dayOver = lastDay.filter(moment.day()::isAfter).isPresent();
        return dayOver
                || (moment instanceof Happened.At at
                        && until.filter(at.instant()::isAfter).isPresent());
    }

    CheckEntry decided(Status next, Signature signature) {
        return with(next, Optional.of(signature), conditionsAccepted, challenged);
    }

    CheckEntry conditionsAccepted(Signature signature) {
        return with(status, decided, Optional.of(signature), challenged);
    }

    CheckEntry challenged(Signature signature) {
        return with(status, decided, conditionsAccepted, Optional.of(signature));
    }

    /** What others say to a check changes nothing of what was recorded. */
    private CheckEntry with(
            Status next, Optional<Signature> decision, Optional<Signature> acceptance, Optional<Signature> challenge) {
        return new CheckEntry(
                id,
                check,
                ruleVersion,
                hard,
                about,
                result,
                conditions,
                evidence,
                on,
                lastDay,
                until,
                recorded,
                next,
                decision,
                acceptance,
                challenge);
    }
}
