package org.repatria.cases.domain.sharing;

import java.time.Instant;
import org.repatria.cases.domain.safeguards.Signature;

/**
 * One officer may see one compartment of a case for a time. A superior said so, or the glass was broken.
 *
 * @param signature who opened it and why; the officer alone where the glass was broken
 * @param until the first moment at which it is closed again
 */
public record CompartmentGrant(
        String id, String officer, Compartment compartment, Signature signature, Instant until, boolean brokenGlass) {

    boolean isInForceAt(Instant moment) {
        return moment.isBefore(until);
    }

    Grant grant() {
        return new Grant(officer, compartment);
    }
}
