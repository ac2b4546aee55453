package org.repatria.cases.domain.reassessment;

import java.util.List;

/** What may be asked of the re-assessment. */
public sealed interface ReassessmentCommand {

    /** Says that no case can be concerned by what has changed. */
    record SettleLaw(KnownLaw law) implements ReassessmentCommand {}

    /**
     * Begins to walk through the cases.
     *
     * @param relations the pairs of states concerned; empty where all are
     */
    record BeginRound(KnownLaw law, List<String> relations, String by) implements ReassessmentCommand {}

    /** Goes on with a walk whose instance has fallen silent. */
    record TakeRoundOver(String by) implements ReassessmentCommand {}

    /**
     * Says that a page of cases is done.
     *
     * @param reached where the page ended
     */
    record AdvanceRound(String by, String reached, long looked, long changed) implements ReassessmentCommand {}

    /** Goes back to the first page: the view no longer knows the place. */
    record WalkAgain(String by) implements ReassessmentCommand {}

    /** Says that the last page is done. */
    record EndRound(String by, long looked, long changed) implements ReassessmentCommand {}
}
