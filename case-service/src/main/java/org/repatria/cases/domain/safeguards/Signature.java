package org.repatria.cases.domain.safeguards;

import java.time.Instant;

/** Who answers for an act, for which authority, when it was recorded and why. */
public record Signature(String officer, String authority, Instant at, String reasons) {

    public boolean isOf(String person) {
        return officer.equals(person);
    }
}
