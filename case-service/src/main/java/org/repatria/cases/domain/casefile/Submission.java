package org.repatria.cases.domain.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.IdentityMinimum;
import org.repatria.cases.domain.casefile.CaseRefusal.Missing;
import org.repatria.decider.text.VisibleText;

/** What a file must hold before it may be screened: the guard of DRAFT to SCREENING. */
final class Submission {

    private Submission() {}

    static List<Missing> missing(CaseFile file) {
        var missing = new ArrayList<Missing>();
        for (var gap : IdentityMinimum.gaps(file.subject())) {
            missing.add(
                    switch (gap) {
                        case NAME -> Missing.NAME;
                        case BIRTH_DATE_OR_DOCUMENT_NUMBER -> Missing.BIRTH_DATE_OR_DOCUMENT_NUMBER;
                        case FURTHER_IDENTIFIER -> Missing.FURTHER_IDENTIFIER;
                    });
        }
        if (isBlank(file.allegation().offenceSummary())) {
            missing.add(Missing.OFFENCE_SUMMARY);
        }
        if (isBlank(file.allegation().authority())) {
            missing.add(Missing.AUTHORITY);
        }
        if (file.origin().handedOverOn().isEmpty()) {
            missing.add(Missing.LIST_DATE);
        }
        return List.copyOf(missing);
    }

    private static boolean isBlank(Optional<String> text) {
        return text.filter(words -> !VisibleText.isBlank(words)).isEmpty();
    }
}
