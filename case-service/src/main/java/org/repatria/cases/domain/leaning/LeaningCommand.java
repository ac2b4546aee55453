package org.repatria.cases.domain.leaning;

import static org.repatria.cases.domain.CaseReason.*;

import java.util.Optional;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.Relation;
import org.repatria.decider.input.InPath;
import org.repatria.decider.input.Pattern;
import org.repatria.decider.input.Size;

/** What may be asked about the cases that lean on a notice of this one. */
@RefusedFor({REASONS_REQUIRED, CONFLICT_OF_INTEREST, CASE_CLOSED})
public sealed interface LeaningCommand {

    /** What lets another case lean. */
    @RefusedFor({
        NOTICE_NOT_FOUND,
        NOTICE_NOT_STANDING,
        LEANING_CASE_NOT_FOUND,
        LEANING_ON_OWN_NOTICE,
        LEANING_EXISTS,
        LEANINGS_FULL,
        REASONS_REQUIRED,
        CONFLICT_OF_INTEREST,
        CASE_CLOSED
    })
    interface LetsLean {}

    /**
     * Another case leans on a notice from now on.
     *
     * @param relation the two states of the other case, as it was read for who asks
     */
    record LetLean(String noticeId, CaseId caseId, Relation relation, LeaningGround ground, String reasons)
            implements LeaningCommand, LetsLean {}

    /** The same as it is asked for, before the other case is read. */
    record LetCaseLean(
            @InPath String courseId,
            @Pattern(regexp = "case-[0-9a-z]{1,40}") String caseId,
            LeaningGround ground,
            @Size(min = 1, max = 2_000) String reasons)
            implements LetsLean {

        public LetLean on(CaseId other, Relation relation) {
            return new LetLean(courseId, other, relation, ground, reasons);
        }
    }

    /** Another case leans on a notice no more. */
    @RefusedFor(LEANING_NOT_FOUND)
    record EndLeaning(@InPath String courseId, @InPath String leaningCaseId, Optional<@Size(max = 4000) String> reasons)
            implements LeaningCommand {}
}
