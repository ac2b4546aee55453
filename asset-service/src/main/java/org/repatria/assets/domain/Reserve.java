package org.repatria.assets.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.repatria.assets.domain.Asset.Registered;

/**
 * What is kept of an asset for the claims on it that are not over.
 *
 * <p>Claims to the same part compete: one of them can win, so the largest of them counts. Claims to different parts may
 * all win, so they are added. Together they never come to more than the asset.
 *
 * @param share of the asset, of those who claim a share
 * @param amounts by currency, of those who claim an amount
 * @param kept what it all comes to of each current value
 */
public record Reserve(Portion share, List<Money> amounts, List<Kept> kept) {

    public Reserve {
        amounts = List.copyOf(amounts);
        kept = List.copyOf(kept);
    }

    /**
     * What is kept of one value, in its currency.
     *
     * @param reserved a share of the value is rounded up to the smallest unit; at most the value
     * @param free the rest of the value
     */
    public record Kept(Valuation valuation, Money reserved, Money free) {}

    public static Reserve of(Registered asset) {
        var groups = competing(asset.claims(), it -> it.status().isLive());
        var share = Portion.NOTHING;
        for (var group : groups) {
            share = largestShare(group).map(share::plus).orElse(share);
        }
        return new Reserve(
                share.isMoreThanWhole() ? Portion.WHOLE : share,
                amounts(groups),
                CurrentValue.latest(asset.valuations()).stream()
                        .map(value -> kept(value, groups))
                        .toList());
    }

    /** Some of the claims, with those to the same part together. */
    private static Collection<List<Claim>> competing(List<Claim> claims, Predicate<Claim> some) {
        return claims.stream()
                .filter(some)
                .collect(groupingBy(it -> part(it, claims).value(), TreeMap::new, toList()))
                .values();
    }

    /** The first claim to the part that a claim is to. Each names an earlier one, so it is found. */
    static ClaimId part(Claim claim, List<Claim> claims) {
        return claim.samePartAs().stream()
                .flatMap(id -> claims.stream().filter(it -> it.id().equals(id)))
                .findFirst()
                .map(earlier -> part(earlier, claims))
                .orElse(claim.samePartAs().orElse(claim.id()));
    }

    private static Optional<Fraction> largestShare(List<Claim> group) {
        return group.stream().flatMap(it -> it.reservedShare().stream()).max(Comparator.comparing(Reserve::exactly));
    }

    private static BigDecimal exactly(Fraction share) {
        // LIMIT: two different shares of up to 10^9 parts differ by at least 10^-18.
        return BigDecimal.valueOf(share.parts()).divide(BigDecimal.valueOf(share.of()), 20, RoundingMode.HALF_EVEN);
    }

    private static List<Money> amounts(Collection<List<Claim>> groups) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var group : groups) {
            var largest = new TreeMap<String, BigDecimal>();
            group.stream()
                    .flatMap(it -> it.reservedAmount().stream())
                    .forEach(it -> largest.merge(it.currency(), new BigDecimal(it.amount()), BigDecimal::max));
            largest.forEach((currency, amount) -> sums.merge(currency, amount, BigDecimal::add));
        }
        var amounts = new ArrayList<Money>();
        sums.forEach((currency, amount) -> amounts.add(new Money(amount.toPlainString(), currency)));
        return amounts;
    }

    private static Kept kept(Valuation value, Collection<List<Claim>> groups) {
        var whole = value.value().units();
        var reserved = ofAll(groups, value.value());
        return new Kept(value, value.value().ofUnits(reserved), value.value().ofUnits(whole.subtract(reserved)));
    }

    /** Of each part the largest claim, all added, at most the value. */
    private static BigInteger ofAll(Collection<List<Claim>> groups, Money value) {
        return groups.stream()
                .map(group -> group.stream()
                        .map(claim -> units(claim, value))
                        .max(Comparator.naturalOrder())
                        .orElse(BigInteger.ZERO))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .min(value.units());
    }

    /** What one claim comes to of a value; an amount in another currency comes to nothing of it. */
    private static BigInteger units(Claim claim, Money value) {
        return claim.reservedShare()
                .or(claim::awardedShare)
                .map(share -> share.upOf(value.units()))
                .or(() -> claim.reservedAmount()
                        .or(claim::awardedAmount)
                        .filter(it -> it.currency().equals(value.currency()))
                        .map(Money::units))
                .orElse(BigInteger.ZERO);
    }

    /**
     * What third parties got, and may still get, of what an asset brought; never more than that.
     *
     * @return in the smallest units; empty where a claim that is not over cannot be stated in the currency
     */
    static Optional<BigInteger> owed(Registered asset, Money brought) {
        return isInOneCurrency(asset, brought.currency())
                ? Optional.of(ofAll(competing(asset.claims(), _ -> true), brought))
                : Optional.empty();
    }

    private static boolean isInOneCurrency(Registered asset, String currency) {
        return asset.claims().stream()
                .filter(it -> it.status().isLive())
                .flatMap(it -> it.reservedAmount().stream())
                .allMatch(it -> it.currency().equals(currency));
    }

    /**
     * Whether so much may leave the asset. Everything may once no claim is left; an amount may where a value in its
     * currency is known that leaves it free, and every claim can be stated in it.
     *
     * @param amount what leaves; empty for all of it
     */
    static boolean leaves(Registered asset, Optional<Money> amount) {
        return asset.claims().stream().noneMatch(it -> it.status().isLive())
                || amount.filter(it -> isInOneCurrency(asset, it.currency())
                                && of(asset).kept().stream()
                                        .filter(kept -> kept.free().currency().equals(it.currency()))
                                        .anyMatch(kept -> kept.free().units().compareTo(it.units()) >= 0))
                        .isPresent();
    }
}
