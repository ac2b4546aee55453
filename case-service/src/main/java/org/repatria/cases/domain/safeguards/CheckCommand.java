package org.repatria.cases.domain.safeguards;

import static org.repatria.cases.domain.CaseReason.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.law.Gate;
import org.repatria.clocks.Happened;
import org.repatria.decider.input.Fresh;
import org.repatria.decider.input.InPath;
import org.repatria.decider.input.Pattern;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;
import org.repatria.decider.input.Unfit;

/** What may be asked of the checks of a case. */
@RefusedFor(CASE_CLOSED)
public sealed interface CheckCommand extends SafeguardCommand {

    /**
     * An officer has made a check, on a day or at a moment.
     *
     * @param about the pathway, notice or assurance; empty: the whole case
     */
    @RefusedFor({
        CHECK_UNKNOWN,
        CHECK_INCOMPLETE,
        CHECK_ENTRY_EXISTS,
        WRONG_OFFICER,
        CONFLICT_OF_INTEREST,
        SAFEGUARDS_FULL
    })
    record RecordCheck(
            @Fresh("check-") String entryId,
            @Pattern(regexp = "SG-\\d{2}") String check,
            CheckResult result,
            @Size(min = 1, max = 4000) String reasons,
            @Size(max = 40) List<@Printed @Size(max = 120) String> evidence,
            @Size(max = 20) List<@Size(max = 500) String> conditions,
            Optional<@Printed @Size(max = 80) String> about,
            Optional<LocalDate> on,
            Optional<Happened> happened)
            implements CheckCommand {
        public RecordCheck {
            conditions = List.copyOf(conditions);
            evidence = List.copyOf(evidence);
            if (on.isPresent() == happened.isPresent()) {
                throw new Unfit("on", "HAPPENED", "say either \"on\" or \"happened\"");
            }
        }

        Happened when() {
            return happened.or(() -> on.map(Happened::on)).orElseThrow();
        }
    }

    /** What is said of a check that was recorded. */
    @RefusedFor({
        CHECK_ENTRY_UNKNOWN,
        CHECK_ALREADY_DECIDED,
        CHECK_HAS_NO_CONDITIONS,
        CHECK_NOT_APPROVED,
        REASONS_REQUIRED,
        SAME_PERSON,
        WRONG_OFFICER,
        CONFLICT_OF_INTEREST
    })
    sealed interface OnEntry extends CheckCommand {

        String entryId();

        Optional<String> reasons();

        default String why() {
            return reasons().orElse("");
        }
    }

    /** The second person agrees. */
    record ApproveCheck(@InPath String entryId, Optional<@Size(max = 4000) String> reasons) implements OnEntry {}

    /** The second person does not agree; the check has to be made anew. */
    record RejectCheck(@InPath String entryId, Optional<@Size(max = 4000) String> reasons) implements OnEntry {}

    /** The conditions under which the check passes are accepted. */
    record AcceptConditions(@InPath String entryId, Optional<@Size(max = 4000) String> reasons) implements OnEntry {}

    /** The person who recorded it takes it back before anybody has decided on it. */
    record WithdrawCheck(@InPath String entryId, Optional<@Size(max = 4000) String> reasons) implements OnEntry {}

    /**
     * The ground of a check is called into question: what was recorded so far is relied on no more.
     *
     * @param about empty: whatever it was recorded about
     */
    @RefusedFor({NOTHING_TO_CHALLENGE, REASONS_REQUIRED, WRONG_OFFICER})
    record ChallengeCheck(
            @InPath String check,
            Optional<@Printed @Size(max = 80) String> about,
            LocalDate on,
            @Size(min = 1, max = 4000) String reasons)
            implements CheckCommand {}

    /** The head lets a failure not stand in the way of one gate. */
    @RefusedFor({
        HARD_BLOCK,
        NOTHING_TO_OVERRIDE,
        REASONS_REQUIRED,
        SAME_PERSON,
        WRONG_OFFICER,
        CONFLICT_OF_INTEREST,
        SAFEGUARDS_FULL
    })
    record OverrideCheck(
            @InPath String check,
            Gate gate,
            Optional<@Printed @Size(max = 80) String> about,
            @Size(min = 1, max = 4000) String reasons)
            implements CheckCommand {}
}
