package org.repatria.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One period that runs, with the rule that it was born with.
 *
 * @param rule kept whole: a later version of the rule changes nothing here
 * @param about what it runs for, such as a pathway or an order; the word for the whole where it is no part of it
 * @param trigger what it is counted from
 * @param zone where its days begin and end
 * @param additions what was granted on top, over all its predecessors
 * @param counted when it is over, suspensions left aside
 * @param effective when it is over; while it is suspended, as if it ran on
 * @param supersedes the clock that this one took the place of
 * @param satisfiedBy what ended it in time
 * @param tooLate what would have ended it, but happened when it was over
 * @param reasons why an officer ended it
 */
public record Clock(
        String id,
        ClockRule rule,
        String about,
        Happened trigger,
        ZoneId zone,
        List<Addition> additions,
        Term counted,
        Term effective,
        List<Suspension> suspensions,
        List<Warning> warnings,
        State state,
        Optional<String> supersedes,
        Optional<String> supersededBy,
        Optional<Happening> satisfiedBy,
        Optional<Happening> tooLate,
        Optional<String> reasons) {

    /** LIMIT: a clock suspended more often is a mistake of entry. Each stretch is read at every happening. */
    public static final int SUSPENSIONS_MAX = 50;

    public Clock {
        additions = List.copyOf(additions);
        suspensions = List.copyOf(suspensions);
        warnings = List.copyOf(warnings);
    }

    /** Where a clock stands. */
    public enum State {
        RUNNING,
        SUSPENDED,
        SATISFIED,
        /** Over by the calendar; a legal officer has not yet looked into the court's record. */
        EXPIRED_PRESUMED,
        EXPIRED_CONFIRMED,
        /** The record shows that it did not run out. */
        REFUTED,
        SUPERSEDED,
        CANCELLED;

        /** Whether nothing more is expected to happen to it. */
        public boolean ended() {
            return switch (this) {
                case RUNNING, SUSPENDED, EXPIRED_PRESUMED -> false;
                case SATISFIED, EXPIRED_CONFIRMED, REFUTED, SUPERSEDED, CANCELLED -> true;
            };
        }
    }

    /** A period that begins to run, alone or in the place of another. */
    public static Clock started(
            String id, Counting counting, String about, Happened trigger, Optional<String> supersedes) {
        return counted(id, counting, about, trigger, List.of(), List.of(), trigger, supersedes);
    }

    /** The same period counted anew, with what was granted on top; its warnings lie after {@code since}. */
    public Clock successor(String nextId, Counting counting, List<Addition> granted, Happened since) {
        return counted(nextId, counting, about, trigger, granted, suspensions, since, Optional.of(id))
                .in(state == State.SUSPENDED ? State.SUSPENDED : State.RUNNING);
    }

    private static Clock counted(
            String id,
            Counting counting,
            String about,
            Happened trigger,
            List<Addition> additions,
            List<Suspension> suspensions,
            Happened warnedSince,
            Optional<String> supersedes) {
        var effective = counting.term(trigger, additions, suspensions);
        return new Clock(
                id,
                counting.rule(),
                about,
                trigger,
                counting.zone(),
                additions,
                counting.term(trigger, additions, List.of()),
                effective,
                suspensions,
                counting.warnings(counting.dayOf(warnedSince), effective),
                State.RUNNING,
                supersedes,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public boolean runs() {
        return state == State.RUNNING;
    }

    /** The next moment at which it has something to say, if it runs. */
    public Optional<Instant> nextAt() {
        return runs() ? Optional.of(next()) : Optional.empty();
    }

    private Instant next() {
        var over = effective.overAt(zone);
        return nextWarning()
                .map(warning -> startOf(warning.day()))
                .filter(over::isAfter)
                .orElse(over);
    }

    public Optional<Warning> nextWarning() {
        return warnings.stream().filter(warning -> !warning.given()).findFirst();
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    public Clock in(State next) {
        return with(next, effective, suspensions, warnings);
    }

    public Clock recounted(State next, Term term, List<Suspension> stretches, List<Warning> notices) {
        var recounted = with(next, term, stretches, notices);
        return next == State.SATISFIED
                ? recounted
                : recounted.concluded(next, supersededBy, Optional.empty(), Optional.empty(), reasons);
    }

    public Clock withWarnings(List<Warning> notices) {
        return with(state, effective, suspensions, notices);
    }

    public Clock warned(int lead) {
        return withWarnings(warnings.stream()
                .map(warning -> warning.lead() == lead ? warning.asGiven() : warning)
                .toList());
    }

    public Clock satisfied(Happening by) {
        return concluded(State.SATISFIED, supersededBy, Optional.of(by), Optional.empty(), reasons);
    }

    public Clock late(Happening by) {
        return concluded(state, supersededBy, satisfiedBy, Optional.of(by), reasons);
    }

    public Clock replacedBy(String successor) {
        return concluded(State.SUPERSEDED, Optional.of(successor), satisfiedBy, tooLate, reasons);
    }

    public Clock because(State next, String why) {
        return concluded(next, supersededBy, satisfiedBy, tooLate, Optional.of(why));
    }

    private Clock with(State next, Term term, List<Suspension> stretches, List<Warning> notices) {
        return changed(next, term, stretches, notices, supersededBy, satisfiedBy, tooLate, reasons);
    }

    private Clock concluded(
            State next,
            Optional<String> successor,
            Optional<Happening> inTime,
            Optional<Happening> afterwards,
            Optional<String> why) {
        return changed(next, effective, suspensions, warnings, successor, inTime, afterwards, why);
    }

    private Clock changed(
            State next,
            Term term,
            List<Suspension> stretches,
            List<Warning> notices,
            Optional<String> successor,
            Optional<Happening> inTime,
            Optional<Happening> afterwards,
            Optional<String> why) {
        return new Clock(
                id,
                rule,
                about,
                trigger,
                zone,
                additions,
                counted,
                term,
                stretches,
                notices,
                next,
                supersedes,
                successor,
                inTime,
                afterwards,
                why);
    }
}
