package org.repatria.assets.domain;

import java.math.BigInteger;
import org.repatria.decider.input.Max;
import org.repatria.decider.input.Min;
import org.repatria.decider.input.Unfit;

/**
 * An exact share of a whole, such as 1 of 3; never nothing and never more than all of it.
 *
 * @param parts how many equal parts are held
 * @param of how many equal parts the whole has
 */
public record Fraction(
        @Min(1) @Max(PARTS_MAX) long parts,
        @Min(1) @Max(PARTS_MAX) long of) {

    /**
     * Equal parts of a whole. With so many, a share of a share is still computed exactly in whole numbers of 64 bits.
     */
    public static final long PARTS_MAX = 1_000_000_000;

    public Fraction {
        if (parts < 1 || of < 1 || of > PARTS_MAX) {
            throw new Unfit("parts", "SHARE", "a share has 1 to " + PARTS_MAX + " parts");
        }
        if (parts > of) {
            throw new Unfit("parts", "SHARE", "must not be more than the whole has");
        }
    }

    /** Whether both are the same share: 1 of 2 and 50 of 100 are. */
    public boolean isSameAs(Fraction other) {
        // LIMIT: the product of two numbers of parts fits 64 bits.
        return parts * other.of == other.parts * of;
    }

    /** Whether it is all there is. */
    public boolean isWhole() {
        return parts == of;
    }

    /** Whether it is more than another share. */
    boolean isMoreThan(Fraction other) {
        return parts * other.of > other.parts * of;
    }

    /** This share of so many units, rounded down; exact in 64 bits however many the units are. */
    public long downOf(long units) {
        var whole = units / of;
        var rest = units % of;
        return whole * parts + rest * parts / of;
    }

    /** This share of so many units, rounded up. */
    BigInteger upOf(BigInteger units) {
        return units.multiply(BigInteger.valueOf(parts))
                .add(BigInteger.valueOf(of - 1))
                .divide(BigInteger.valueOf(of));
    }

    /**
     * This share of so many units, rounded to the nearest one, half a unit down. Of two parts the other one is the rest
     * (largest remainder; ledger, splits: ties to the requesting state).
     */
    BigInteger nearestOf(BigInteger units) {
        var exact = units.multiply(BigInteger.valueOf(parts)).divideAndRemainder(BigInteger.valueOf(of));
        var isNearerToNext = exact[1].shiftLeft(1).compareTo(BigInteger.valueOf(of)) > 0;
        return isNearerToNext ? exact[0].add(BigInteger.ONE) : exact[0];
    }

    @Override
    public String toString() {
        return parts + "/" + of;
    }
}
