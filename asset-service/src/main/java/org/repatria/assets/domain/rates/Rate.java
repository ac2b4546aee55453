package org.repatria.assets.domain.rates;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What one unit of a sheet's base was worth in another currency; never changed.
 *
 * @param quote ISO 4217
 * @param rate units of the quote for one of the base, as the source has it
 * @param source who says so
 */
public record Rate(String quote, BigDecimal rate, Type type, String source, Instant recordedAt) {

    /** What a rate is good for. */
    public enum Type {
        /** Published as a reference; nobody has changed money at it. */
        OFFICIAL_REF,
        /** At which money was really changed. */
        SPOT_ACTUAL
    }

    /** Whether both are the same thing said by the same source. */
    boolean isOf(Rate other) {
        return quote.equals(other.quote) && type == other.type && source.equals(other.source);
    }
}
