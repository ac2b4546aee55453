package org.repatria.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.clocks.ClockRule.OnExpiry;

/** What can have happened to the clocks of one whole; everything that was counted is written in. */
public sealed interface ClockEvent {

    Instant at();

    /** Something happened that clock rules speak of; kept, so that a clock entered later finds it. */
    record HappeningKept(Happening happening, Instant at) implements ClockEvent {}

    /** A period began. */
    record ClockStarted(Clock clock, Instant at) implements ClockEvent {}

    /** What the clock waits for happened in time. */
    record ClockSatisfied(String clockId, Happening by, Instant at) implements ClockEvent {}

    /** What the clock waited for happened when it was over. */
    record LateHappeningNoted(String clockId, Happening happening, Instant at) implements ClockEvent {}

    /**
     * The clock does not run for now.
     *
     * @param suspensions all its stretches
     */
    record ClockSuspended(
            String clockId, List<Suspension> suspensions, Term effective, List<Warning> warnings, Instant at)
            implements ClockEvent {}

    /**
     * The clock runs again, and ends later.
     *
     * @param suspensions all its stretches
     * @param state RUNNING; EXPIRED_PRESUMED where the end had been noted and has passed even so; SATISFIED where it
     *     still is
     */
    record ClockResumed(
            String clockId,
            List<Suspension> suspensions,
            Term effective,
            List<Warning> warnings,
            Clock.State state,
            Instant at)
            implements ClockEvent {}

    /**
     * The day of a warning came.
     *
     * @param missed whether it was noted too late to be of use on its day
     */
    record WarningGiven(String clockId, int lead, LocalDate day, LocalDate lastDay, boolean missed, Instant at)
            implements ClockEvent {}

    /**
     * The period is over by the calendar. What the law makes of it is presumed until an officer confirms it.
     *
     * @param missed whether it was noted long after it was over
     */
    record ClockExpired(
            String clockId, LocalDate lastDay, Optional<Instant> endsAt, OnExpiry presumed, boolean missed, Instant at)
            implements ClockEvent {}

    /** Time was granted on top: a new clock took the place of the old one. */
    record ClockExtended(String clockId, Clock successor, String reasons, String document, Instant at)
            implements ClockEvent {}

    /** A legal officer put a clock under its rule as it now reads. A new clock took the place of the old one. */
    record ClockRebased(String clockId, Clock successor, int fromVersion, String reasons, Instant at)
            implements ClockEvent {}

    /** The period began anew, so that the former one is over. */
    record ClockSuperseded(String clockId, String by, Instant at) implements ClockEvent {}

    /** The court's record shows that the period ran out. */
    record ExpiryConfirmed(String clockId, String document, String reasons, Instant at) implements ClockEvent {}

    /** The court's record shows that the period did not run out. */
    record ExpiryRefuted(String clockId, String document, String reasons, Instant at) implements ClockEvent {}

    /** An officer ended the clock, because it should not run. */
    record ClockCancelled(String clockId, String reasons, Instant at) implements ClockEvent {}
}
