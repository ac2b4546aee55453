package org.repatria.assets.domain;

import java.math.BigInteger;
import java.util.Collection;

/**
 * What shares of one whole come to together, exactly and in lowest terms.
 *
 * @param parts may be more than the whole has: that is how too much is noticed
 */
public record Portion(BigInteger parts, BigInteger of) {

    public static final Portion NOTHING = new Portion(BigInteger.ZERO, BigInteger.ONE);

    public static final Portion WHOLE = new Portion(BigInteger.ONE, BigInteger.ONE);

    public static Portion sum(Collection<Fraction> shares) {
        var sum = NOTHING;
        for (var share : shares) {
            sum = sum.plus(share);
        }
        return sum;
    }

    Portion plus(Fraction share) {
        var numerator =
                parts.multiply(BigInteger.valueOf(share.of())).add(of.multiply(BigInteger.valueOf(share.parts())));
        var denominator = of.multiply(BigInteger.valueOf(share.of()));
        var common = numerator.gcd(denominator);
        return new Portion(numerator.divide(common), denominator.divide(common));
    }

    public boolean isWhole() {
        return parts.equals(of);
    }

    public boolean isMoreThanWhole() {
        return parts.compareTo(of) > 0;
    }

    @Override
    public String toString() {
        return of.equals(BigInteger.ONE) ? parts.toString() : parts + "/" + of;
    }
}
