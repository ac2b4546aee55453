package org.repatria.cases.domain.safeguards;

import java.time.Instant;
import org.repatria.cases.domain.law.LegalOccasion;

/** Who answers for an act, for which authority, when it was recorded and why. */
public record Signature(String officer, String authority, Instant at, String reasons) {

    /** Who acts on an occasion, and why. */
    public static Signature of(LegalOccasion on, String reasons) {
        return new Signature(on.by().id(), on.by().authority(), on.at(), reasons.strip());
    }

    /** Whether the same person gave the same reasons, whenever that was. */
    public boolean saysTheSameAs(Signature other) {
        return officer.equals(other.officer) && authority.equals(other.authority) && reasons.equals(other.reasons);
    }

    public boolean isOf(String person) {
        return officer.equals(person);
    }
}
