package org.repatria.cases.domain.casefile;

import java.util.ArrayList;
import java.util.List;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.Subject;
import org.repatria.cases.domain.safeguards.Signature;

/**
 * Who the person sought is said to be instead, until a second person agrees and ever after.
 *
 * @param subject the whole identity as it shall stand
 * @param source what it rests on
 * @param proposed who proposed it, and why
 */
public record IdentityCorrection(String id, Subject subject, String source, Signature proposed) {

    /** A part of an identity. */
    public enum Part {
        NAME,
        BIRTH_DATE,
        DOCUMENTS,
        NATIONALITIES
    }

    /** As the requesting state is told of it: the reasons are those of its own officers alone. */
    IdentityCorrection told(Relation relation) {
        if (Side.of(proposed.authority(), relation) == Side.REQUESTING) {
            return this;
        }
        var told = new Signature(proposed.officer(), proposed.authority(), proposed.at(), "withheld");
        return new IdentityCorrection(id, subject, source, told);
    }

    /** What of an identity it changes. */
    public List<Part> changes(Subject before) {
        var parts = new ArrayList<Part>();
        if (!before.names().equals(subject.names())) {
            parts.add(Part.NAME);
        }
        if (!before.birthDate().equals(subject.birthDate())) {
            parts.add(Part.BIRTH_DATE);
        }
        if (!before.documents().equals(subject.documents())) {
            parts.add(Part.DOCUMENTS);
        }
        if (!before.nationalities().equals(subject.nationalities())) {
            parts.add(Part.NATIONALITIES);
        }
        return List.copyOf(parts);
    }
}
