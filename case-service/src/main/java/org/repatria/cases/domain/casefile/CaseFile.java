package org.repatria.cases.domain.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Allegation;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Subject;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.sharing.NeedToKnow;

/**
 * What is on file about one person sought, whatever stage the case is in.
 *
 * @param location where the person is said to be: a compartment of its own that never leaves the service
 * @param assignee the identity of the responsible officer
 * @param suspectedDuplicates other cases that may be about the same person
 * @param correction who the person is said to be instead, waiting for a second person
 * @param request what the requesting state has been asked and not yet answered
 * @param dossier what has been found out, agreed, checked and done since
 */
public record CaseFile(
        CaseId id,
        Relation relation,
        Subject subject,
        Optional<CountryCode> location,
        Allegation allegation,
        Origin origin,
        Instant openedAt,
        Optional<String> assignee,
        List<CaseId> suspectedDuplicates,
        Optional<IdentityCorrection> correction,
        Optional<InformationRequest> request,
        Dossier dossier) {

    private static final int ID_CHARS_IN_NUMBER = 6;

    public CaseFile {
        suspectedDuplicates = List.copyOf(suspectedDuplicates);
    }

    /** What people call the file by; it names nobody. */
    public String number() {
        var day = origin.handedOverOn().orElseGet(() -> LocalDate.ofInstant(openedAt, ZoneOffset.UTC));
        return relation.requesting().value() + "-" + relation.requested().value() + "/" + day + "/" + lastPart();
    }

    private String lastPart() {
        return origin.row().map(String::valueOf).orElseGet(() -> {
            var own = id.value().substring(id.value().indexOf('-') + 1);
            return own.substring(0, Math.min(own.length(), ID_CHARS_IN_NUMBER));
        });
    }

    public boolean isAssignedTo(String officer) {
        return assignee.filter(officer::equals).isPresent();
    }

    /** What of the file somebody may read. */
    public NeedToKnow needToKnow(LegalOccasion occasion) {
        return new NeedToKnow(relation, dossier.disclosures().grantsAt(occasion.at()), occasion);
    }

    CaseFile assignedTo(String officer) {
        return with(subject, Optional.of(officer), suspectedDuplicates, correction, request, dossier);
    }

    CaseFile suspectedDuplicateOf(CaseId other) {
        var suspected = new ArrayList<>(suspectedDuplicates);
        suspected.add(other);
        return with(subject, assignee, suspected, correction, request, dossier);
    }

    CaseFile correcting(IdentityCorrection proposed) {
        return with(subject, assignee, suspectedDuplicates, Optional.of(proposed), request, dossier);
    }

    CaseFile corrected(Subject identity) {
        return with(identity, assignee, suspectedDuplicates, Optional.empty(), request, dossier);
    }

    CaseFile asking(InformationRequest asked) {
        return with(subject, assignee, suspectedDuplicates, correction, Optional.of(asked), dossier);
    }

    CaseFile answered() {
        return with(subject, assignee, suspectedDuplicates, correction, Optional.empty(), dossier);
    }

    CaseFile with(Dossier next) {
        return with(subject, assignee, suspectedDuplicates, correction, request, next);
    }

    /** How the case began does not change. */
    private CaseFile with(
            Subject person,
            Optional<String> officer,
            List<CaseId> suspected,
            Optional<IdentityCorrection> proposed,
            Optional<InformationRequest> asked,
            Dossier next) {
        return new CaseFile(
                id,
                relation,
                person,
                location,
                allegation,
                origin,
                openedAt,
                officer,
                suspected,
                proposed,
                asked,
                next);
    }
}
