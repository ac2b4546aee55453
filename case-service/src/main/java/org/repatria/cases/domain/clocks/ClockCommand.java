package org.repatria.cases.domain.clocks;

import static org.repatria.cases.domain.CaseReason.*;

import java.time.LocalDate;
import java.util.Optional;
import org.repatria.clocks.Happened;
import org.repatria.clocks.Happening;
import org.repatria.decider.input.InPath;
import org.repatria.decider.input.Max;
import org.repatria.decider.input.Min;
import org.repatria.decider.input.Pattern;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;

/** What may be asked of the clocks of a case. */
public sealed interface ClockCommand {

    /** What records something that the clock rules speak of. */
    @RefusedFor({HAPPENING_UNKNOWN, HAPPENING_OF_ASSET, OFFENCE_UNKNOWN, NOT_YET_HAPPENED, CLOCKS_FULL})
    interface Notes {}

    /** Records something that the clock rules speak of. */
    record NoteHappening(Happening happening) implements ClockCommand, Notes {}

    /** The same as it is asked for. */
    record RecordHappening(
            @Pattern(regexp = "[a-zA-Z]{2,40}\\.[A-Z_]{2,40}(\\.ended)?")
            String token,

            Happened happened,
            Optional<@Printed @Size(max = 80) String> about,
            Optional<@Printed @Size(min = 1, max = 200) String> document)
            implements Notes {

        public NoteHappening note() {
            return new NoteHappening(new Happening(token, happened, about.orElse(ClockSetting.WHOLE_CASE), document));
        }
    }

    /** What is asked of one clock. */
    @RefusedFor({
        CLOCK_NOT_FOUND,
        CLOCK_ENDED,
        OFFICER_NOT_ENTITLED,
        REASONS_REQUIRED,
        DOCUMENT_REQUIRED,
        NOT_YET_HAPPENED
    })
    sealed interface OnClock extends ClockCommand {

        String clockId();
    }

    /**
     * Records that time was granted on top.
     *
     * @param by who granted it, in the words of the rule
     * @param granted when it was granted
     * @param amount how much, in the unit in which the rule speaks of extensions; or else {@code until}
     * @param until the new last day as the order names it
     */
    @RefusedFor({EXTENSION_NOT_PROVIDED, EXTENSION_BY_ANOTHER, EXTENSION_EMPTY, EXTENSION_TOO_LONG, EXTENSION_TOO_LATE})
    record ExtendClock(
            @InPath String clockId,
            @Size(min = 1, max = 100) String by,
            Happened granted,
            Optional<@Min(1) @Max(10_000) Integer> amount,
            Optional<LocalDate> until,
            @Size(max = 2_000) String reasons,
            @Printed @Size(max = 200) String document)
            implements OnClock {}

    /**
     * Records that one clock does not run.
     *
     * @param ground one of the happenings that the rule names
     */
    @RefusedFor({SUSPENSION_NOT_PROVIDED, SUSPENSION_OUTSIDE_PERIOD, SUSPENSIONS_FULL, CLOCK_SUSPENDED})
    record SuspendClock(
            @InPath String clockId,
            @Printed @Size(min = 1, max = 100) String ground,
            Happened from,
            @Printed @Size(max = 200) String document)
            implements OnClock {}

    /** Records that a clock that was suspended by an officer runs again. */
    @RefusedFor({CLOCK_NOT_SUSPENDED, SUSPENSION_OUTSIDE_PERIOD})
    record ResumeClock(
            @InPath String clockId,
            Happened until,
            @Printed @Size(max = 200) String document) implements OnClock {}

    /**
     * Says from the court's record what became of a period that is presumed to be over.
     *
     * @param expired false where the record shows that it did not run out
     */
    @RefusedFor(CLOCK_NOT_EXPIRED)
    record ConcludeClock(
            @InPath String clockId,
            boolean expired,
            @Printed @Size(max = 200) String document,
            @Size(max = 2_000) String reasons)
            implements OnClock {}

    /** Puts a clock under its rule as it now reads. */
    @RefusedFor({RULE_UNCHANGED, RULE_NOT_IN_FORCE})
    record RebaseClock(
            @InPath String clockId, @Size(max = 2_000) String reasons) implements OnClock {}

    /** Ends a clock that should not run. */
    record CancelClock(
            @InPath String clockId, @Size(max = 2_000) String reasons) implements OnClock {}
}
