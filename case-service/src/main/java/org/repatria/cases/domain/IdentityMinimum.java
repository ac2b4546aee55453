package org.repatria.cases.domain;

import java.util.ArrayList;
import java.util.List;
import org.repatria.decider.text.VisibleText;

/**
 * The least that must be known before anybody is screened. It is a name, a full birth date or a document number, and
 * one identifier more (source: lifecycle of the case, guard of DRAFT to SCREENING).
 */
public final class IdentityMinimum {

    /** One part of the minimum that is not there. */
    public enum Gap {
        NAME,
        BIRTH_DATE_OR_DOCUMENT_NUMBER,
        FURTHER_IDENTIFIER
    }

    private IdentityMinimum() {}

    /** What the minimum lacks; empty when it is met. */
    public static List<Gap> gaps(Subject subject) {
        var gaps = new ArrayList<Gap>();
        if (VisibleText.isBlank(subject.names().primary())) {
            gaps.add(Gap.NAME);
        }
        var fullBirthDate = subject.birthDate().filter(BirthDate::isFull).isPresent();
        var document = !subject.documents().isEmpty();
        if (!fullBirthDate && !document) {
            gaps.add(Gap.BIRTH_DATE_OR_DOCUMENT_NUMBER);
        }
        if (identifiers(subject) < 2) {
            gaps.add(Gap.FURTHER_IDENTIFIER);
        }
        return List.copyOf(gaps);
    }

    /** Each kind counts once, however many of it there are: two passports are one kind of proof. */
    private static int identifiers(Subject subject) {
        return (subject.birthDate().isPresent() ? 1 : 0)
                + (subject.documents().isEmpty() ? 0 : 1)
                + (subject.nationalities().isEmpty() ? 0 : 1);
    }
}
