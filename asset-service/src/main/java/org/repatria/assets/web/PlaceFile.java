package org.repatria.assets.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.repatria.assets.domain.Location;
import org.repatria.assets.domain.PlaceId;
import org.repatria.assets.domain.Places;
import org.repatria.assets.domain.Provenance;
import org.repatria.assets.domain.Stay;

/**
 * Where an asset is or was, for those who may see it.
 *
 * @param counts whether the entry still says something; a corrected one stays to be read
 * @param from the first day there; absent where nobody knows since when
 * @param until the last day there; absent while it is there
 */
record PlaceFile(
        PlaceId id,
        boolean counts,
        Location location,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Provenance provenance,
        Instant recordedAt,
        Optional<Stay.Correction> correction) {

    static PlaceFile of(Stay stay, Places places) {
        return new PlaceFile(
                stay.id(),
                stay.counts(),
                stay.location(),
                stay.from(),
                places.until(stay),
                stay.provenance(),
                stay.recordedAt(),
                stay.correction());
    }
}
