package org.repatria.cases.domain.reassessment;

import static org.repatria.cases.domain.reassessment.ReassessmentReason.*;

import java.util.List;

/** What may be asked of the re-assessment. */
public sealed interface ReassessmentCommand {

    /** Says that no case can be concerned by what has changed. */
    @RefusedFor(ROUND_UNDER_WAY)
    record SettleLaw(KnownLaw law) implements ReassessmentCommand {}

    /**
     * Begins to walk through the cases.
     *
     * @param relations the pairs of states concerned; empty where all are
     */
    @RefusedFor(ROUND_UNDER_WAY)
    record BeginRound(KnownLaw law, List<String> relations, String by) implements ReassessmentCommand {}

    /** Goes on with a walk whose instance has fallen silent. */
    @RefusedFor({NO_ROUND, ROUND_OF_ANOTHER})
    record TakeRoundOver(String by) implements ReassessmentCommand {}

    /**
     * Says that a page of cases is done.
     *
     * @param reached where the page ended
     */
    @RefusedFor({NO_ROUND, ROUND_OF_ANOTHER})
    record AdvanceRound(String by, String reached, long looked, long changed) implements ReassessmentCommand {}

    /** Goes back to the first page: the view no longer knows the place. */
    @RefusedFor({NO_ROUND, ROUND_OF_ANOTHER})
    record WalkAgain(String by) implements ReassessmentCommand {}

    /** Says that the last page is done. */
    @RefusedFor({NO_ROUND, ROUND_OF_ANOTHER})
    record EndRound(String by, long looked, long changed) implements ReassessmentCommand {}
}
