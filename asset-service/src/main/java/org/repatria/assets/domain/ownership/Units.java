package org.repatria.assets.domain.ownership;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Parts of an asset in whole numbers: nothing is lost and nothing appears while they are passed on.
 *
 * <p>A share of a share is rounded down, and what is cut off is counted as not told apart.
 */
final class Units {

    /** LIMIT: so many that the whole fits 64 bits. */
    static final long WHOLE = 1_000_000_000_000_000_000L;

    /** Decimals that are answered: ten less than are computed with, so that what was cut off rarely shows. */
    static final int DECIMALS = 8;

    private Units() {}

    static BigDecimal down(long units) {
        return decimal(units).setScale(DECIMALS, RoundingMode.FLOOR);
    }

    static BigDecimal up(long units) {
        return decimal(units).setScale(DECIMALS, RoundingMode.CEILING);
    }

    private static BigDecimal decimal(long units) {
        return BigDecimal.valueOf(units, 18);
    }
}
