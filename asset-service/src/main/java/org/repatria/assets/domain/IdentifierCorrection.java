package org.repatria.assets.domain;

import java.time.Instant;

/**
 * That a number of an asset was wrong, or where it is known from.
 *
 * @param successor the one that stands in its place
 * @param reason in an officer's words; never leaves the service
 */
public record IdentifierCorrection(Identifier wrong, Identifier successor, String reason, Instant recordedAt) {

    boolean statesSameAs(IdentifierCorrection other) {
        return wrong.isSameAs(other.wrong) && successor.equals(other.successor);
    }
}
