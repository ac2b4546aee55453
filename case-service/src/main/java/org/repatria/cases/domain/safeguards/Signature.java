package org.repatria.cases.domain.safeguards;

import java.time.Instant;

/** Who answers for an act, for which authority, when it was recorded and why. */
public record Signature(String officer, String authority, Instant at, String reasons) {

    /** Whether the same person gave the same reasons, whenever that was. */
    public boolean saysTheSameAs(Signature other) {
        return officer.equals(other.officer) && authority.equals(other.authority) && reasons.equals(other.reasons);
    }

    public boolean isOf(String person) {
        return officer.equals(person);
    }
}
