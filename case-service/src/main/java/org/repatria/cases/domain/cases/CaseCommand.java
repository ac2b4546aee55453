package org.repatria.cases.domain.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Allegation;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Subject;

/** What may be asked of a case. */
public sealed interface CaseCommand {

    Instant at();

    /**
     * Opens a case on a person sought.
     *
     * @param suspectedDuplicates cases that may be about the same person
     */
    record OpenCase(
            CaseId caseId,
            Relation relation,
            Subject subject,
            Optional<CountryCode> location,
            Allegation allegation,
            Origin origin,
            List<CaseId> suspectedDuplicates,
            Instant at)
            implements CaseCommand {}

    /** Says that the file is complete enough to be looked at. */
    record SubmitForScreening(Instant at) implements CaseCommand {}

    /** Asks the requesting state for what is missing. */
    record ReturnForInformation(List<String> gaps, Instant at) implements CaseCommand {}

    /** Records what the requesting state answered. */
    record RecordAnswer(List<GapAnswer> answers, Instant at) implements CaseCommand {}

    /** Makes one officer responsible. */
    record AssignCase(String assignee, Instant at) implements CaseCommand {}

    /** Lets the work rest. */
    record PutOnHold(String reason, LocalDate reviewOn, Instant at) implements CaseCommand {}

    /** Takes the work up again. */
    record Resume(Instant at) implements CaseCommand {}

    /** Ends the case. */
    record CloseCase(CaseOutcome outcome, String reasons, Instant at) implements CaseCommand {}
}
