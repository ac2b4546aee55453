package org.repatria.assets.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An entry that an asset is at a place from a day on. It is never changed; a later entry corrects it.
 *
 * @param from the first day there; empty where nobody knows since when
 * @param correction the later entry that stands in its place
 */
public record Stay(
        PlaceId id,
        Location location,
        Optional<LocalDate> from,
        Provenance provenance,
        Instant recordedAt,
        Optional<Correction> correction) {

    /**
     * That the entry was wrong.
     *
     * @param reason in an officer's words; never leaves the service
     */
    public record Correction(PlaceId by, String reason, Instant recordedAt) {}

    /** Whether the entry still says something. What was corrected stays to be read. */
    public boolean counts() {
        return correction.isEmpty();
    }

    boolean statesSameAs(Stay other) {
        return location.equals(other.location) && from.equals(other.from);
    }

    Stay corrected(Correction how) {
        return new Stay(id, location, from, provenance, recordedAt, Optional.of(how));
    }
}
