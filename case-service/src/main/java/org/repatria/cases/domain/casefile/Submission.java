package org.repatria.cases.domain.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.IdentityMinimum;
import org.repatria.decider.Obstacle;
import org.repatria.decider.text.VisibleText;

/** What a file must hold before it may be screened: the guard of DRAFT to SCREENING. */
final class Submission {

    private Submission() {}

    static List<Obstacle> missing(CaseFile file) {
        var missing = new ArrayList<Obstacle>();
        missing.addAll(missing(IdentityMinimum.gaps(file.subject())));
        if (isBlank(file.allegation().offenceSummary())) {
            missing.add(Obstacle.of("MISSING_OFFENCE_SUMMARY", "offenceSummary", "an offence summary is needed"));
        }
        if (isBlank(file.allegation().authority())) {
            missing.add(Obstacle.of("MISSING_AUTHORITY", "authority", "the requesting state's authority is needed"));
        }
        if (file.origin().handedOverOn().isEmpty()) {
            missing.add(Obstacle.of("MISSING_LIST_DATE", "handedOverOn", "the date of the list is needed"));
        }
        return List.copyOf(missing);
    }

    /** What an identity lacks. */
    static List<Obstacle> missing(List<IdentityMinimum.Gap> gaps) {
        return gaps.stream()
                .map(gap -> switch (gap) {
                    case NAME -> Obstacle.of("MISSING_" + gap, "person/name", "a name is needed");
                    case BIRTH_DATE_OR_DOCUMENT_NUMBER ->
                        Obstacle.of(
                                "MISSING_" + gap,
                                "person/birthDate",
                                "a full birth date or a document number is needed");
                    case FURTHER_IDENTIFIER ->
                        Obstacle.of(
                                "MISSING_" + gap,
                                "person/nationalities",
                                "one more identifier is needed: birth date, document or nationality");
                })
                .toList();
    }

    private static boolean isBlank(Optional<String> text) {
        return text.filter(words -> !VisibleText.isBlank(words)).isEmpty();
    }
}
