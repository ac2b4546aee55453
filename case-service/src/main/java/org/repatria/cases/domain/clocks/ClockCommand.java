package org.repatria.cases.domain.clocks;

import java.time.LocalDate;
import java.util.Optional;
import org.repatria.cases.domain.Happened;

/** What may be asked of the clocks of a case. */
public sealed interface ClockCommand {

    /** Records something that the clock rules speak of. */
    record NoteHappening(Happening happening) implements ClockCommand {}

    /** Lets the clocks say what the time has brought. */
    record NoteTime() implements ClockCommand {}

    /**
     * Records that time was granted on top.
     *
     * @param by who granted it, in the words of the rule
     * @param granted when it was granted
     * @param amount how much, in the unit in which the rule speaks of extensions; or else {@code until}
     * @param until the new last day as the order names it
     */
    record ExtendClock(
            String clockId,
            String by,
            Happened granted,
            Optional<Integer> amount,
            Optional<LocalDate> until,
            String reasons,
            String document)
            implements ClockCommand {}

    /**
     * Records that one clock does not run.
     *
     * @param ground one of the happenings that the rule names
     */
    record SuspendClock(String clockId, String ground, Happened from, String document) implements ClockCommand {}

    /** Records that a clock that was suspended by an officer runs again. */
    record ResumeClock(String clockId, Happened until, String document) implements ClockCommand {}

    /** Says from the court's record that the period ran out. */
    record ConfirmExpiry(String clockId, String document, String reasons) implements ClockCommand {}

    /** Says from the court's record that the period did not run out. */
    record RefuteExpiry(String clockId, String document, String reasons) implements ClockCommand {}

    /** Puts a clock under its rule as it now reads. */
    record RebaseClock(String clockId, String reasons) implements ClockCommand {}

    /** Ends a clock that should not run. */
    record CancelClock(String clockId, String reasons) implements ClockCommand {}
}
