package org.repatria.cases.domain.safeguards;

import java.util.Optional;
import org.repatria.cases.domain.law.Gate;

/**
 * The head's written decision to let one failed check not stand in the way of one gate.
 *
 * @param entryId the failure it covers; a later failure is not covered
 */
public record CheckOverride(String check, Optional<String> about, Gate gate, String entryId, Signature signature) {

    boolean covers(Gate wanted, CheckEntry failure) {
        return gate == wanted && entryId.equals(failure.id());
    }
}
