package org.repatria.cases.domain.reassessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The law as it was known at a moment, and in force on the day of it.
 *
 * @param edition of the reference data
 */
public record KnownLaw(Instant at, String edition) {

    /** The day, in UTC as for every assessment. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /**
     * Whether nothing can have changed in between. Neither what is known nor the day that brings known changes about
     * has changed.
     */
    public boolean isTheSameAs(KnownLaw other) {
        return edition.equals(other.edition) && day().equals(other.day());
    }
}
