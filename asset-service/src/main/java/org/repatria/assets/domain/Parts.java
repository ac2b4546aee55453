package org.repatria.assets.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetEvent.AssetRegistered;
import org.repatria.assets.domain.AssetEvent.CaseNamed;
import org.repatria.assets.domain.AssetEvent.ClaimCarriedOver;
import org.repatria.assets.domain.AssetEvent.OrderCarriedOver;
import org.repatria.assets.domain.AssetEvent.PartTakenOver;
import org.repatria.assets.domain.Split.Side;
import org.repatria.decider.Occasion;

/** With what the two assets begin that take the place of one of which a part was awarded. See ADR-0023. */
final class Parts {

    private Parts() {}

    /** Everything that is known of the whole, at one of its parts. */
    static List<AssetEvent> of(Registered whole, Side side, Occasion on) {
        var split = whole.split().orElseThrow();
        var events = new ArrayList<AssetEvent>();
        events.add(new AssetRegistered(
                split.part(side),
                whole.kind(),
                described(whole.description(), split.shareOf(side)),
                whole.descriptionProvenance(),
                whole.identifiers(),
                whole.location(),
                whole.source(),
                whole.confidence(),
                whole.authority(),
                on.at()));
        var claims = competing(
                whole.claims().stream()
                        .flatMap(claim -> claim(claim, whole, side).stream())
                        .toList(),
                whole.claims());
        events.add(new PartTakenOver(
                new PartOf(whole.id(), side, split.shareOf(side)),
                whole.valuations().stream()
                        .map(value -> value.of(part(value.value(), split.share(), side)))
                        .toList(),
                whole.orders(),
                whole.interests(),
                whole.findings().stream()
                        .flatMap(finding -> finding(finding, split, side).stream())
                        .toList(),
                claims,
                whole.registerEntries(),
                whole.places().all(),
                whole.hearings(),
                on.at()));
        whole.orders().stream()
                .filter(order -> order.isWatched() && order.status().isRunning())
                .forEach(order -> events.add(new OrderCarriedOver(order.id(), on.at())));
        claims.stream()
                .filter(claim -> claim.status().isOpen())
                .forEach(claim -> events.add(new ClaimCarriedOver(claim.id(), on.at())));
        whole.links().forEach(link -> events.add(new CaseNamed(link.caseId(), on.at())));
        return events;
    }

    /** The same claims, each to the part of the first one that is here. The one that it named may be elsewhere. */
    private static List<Claim> competing(List<Claim> claims, List<Claim> before) {
        return claims.stream()
                .map(claim -> claim.samePartAs(claims.stream()
                        .filter(it -> Reserve.part(it, before).equals(Reserve.part(claim, before)))
                        .findFirst()
                        .map(Claim::id)
                        .filter(first -> !first.equals(claim.id()))))
                .toList();
    }

    /** A text that tells the parts apart wherever only the description is shown. */
    private static String described(String description, Fraction share) {
        var mark = " (%s)".formatted(share);
        var most = Limits.PARAGRAPH_CHARS_MAX - mark.length();
        return (description.length() > most ? description.substring(0, most) : description) + mark;
    }

    /** One part of a value. Both come to the whole exactly. */
    static Money part(Money value, Fraction share, Side side) {
        var whole = value.units();
        var awarded = share.nearestOf(whole);
        return value.ofUnits(
                switch (side) {
                    case AWARDED -> awarded;
                    case REST -> whole.subtract(awarded);
                });
    }

    /**
     * What a finding is of a part. What a sale brought is divided as values are. Agreements and returns are of the
     * rest: the claimant's part is nothing that the states share.
     */
    private static Optional<Finding> finding(Finding finding, Split split, Side side) {
        return switch (finding.kind()) {
            case REALISED -> Optional.of(finding.dividing(amount -> part(amount, split.share(), side)));
            case DISTRIBUTION_AGREED, RETURNED -> side == Side.REST ? Optional.of(finding) : Optional.empty();
            case TRACED, DISPOSAL, DISSIPATED, NOT_RECOVERABLE, AWARDED_TO_CLAIMANT, WITHDRAWN_ERROR ->
                Optional.of(finding);
        };
    }

    /** What is left of a claim at a part; empty where it is not about that part. */
    private static Optional<Claim> claim(Claim claim, Registered whole, Side side) {
        var split = whole.split().orElseThrow();
        if (claim.id().equals(split.claimId())) {
            return decided(claim, split, side);
        }
        var competes = Reserve.part(claim, whole.claims())
                .equals(Reserve.part(whole.claim(split.claimId()).orElseThrow(), whole.claims()));
        return switch (side) {
            case AWARDED ->
                competes
                        ? Optional.of(claim.with(
                                claim.share().map(share -> within(share, split.share())), claim.changes()))
                        : Optional.empty();
            case REST -> {
                if (!competes) {
                    yield Optional.of(claim.with(
                            claim.share().map(share -> within(share, split.shareOf(Side.REST))), claim.changes()));
                }
                yield beyond(claim, split).map(share -> claim.with(Optional.of(share), claim.changes()));
            }
        };
    }

    /** The claim that split the asset. At its part it has won everything, and at the rest nothing. */
    private static Optional<Claim> decided(Claim claim, Split split, Side side) {
        var award = claim.award().orElseThrow();
        return switch (side) {
            case AWARDED ->
                Optional.of(claim.with(
                        Optional.of(new Fraction(1, 1)),
                        ending(claim, award.to() == ClaimStatus.UPHELD_PART ? ClaimStatus.UPHELD_FULL : award.to())));
            case REST ->
                award.to() == ClaimStatus.UPHELD_PART
                        ? beyond(claim, split)
                                .map(share -> claim.with(Optional.of(share), ending(claim, ClaimStatus.DISMISSED)))
                        : Optional.empty();
        };
    }

    private static List<ClaimChange> ending(Claim claim, ClaimStatus to) {
        var award = claim.award().orElseThrow();
        return claim.changes().stream()
                .map(it -> it.id().equals(award.id())
                        ? new ClaimChange(it.id(), to, it.on(), it.particulars().withoutShare(), it.recordedAt())
                        : it)
                .toList();
    }

    /** What a share of the whole is of a part; at most all of it. */
    private static Fraction within(Fraction share, Fraction part) {
        return ratio(
                big(share.parts()).multiply(big(part.of())), big(share.of()).multiply(big(part.parts())));
    }

    /** What a claim is of the rest where it is for more than the part that was awarded. */
    private static Optional<Fraction> beyond(Claim claim, Split split) {
        var rest = split.shareOf(Side.REST);
        return claim.share()
                .filter(share -> share.isMoreThan(split.share()))
                .map(share -> ratio(
                        big(share.parts())
                                .multiply(big(split.share().of()))
                                .subtract(big(split.share().parts()).multiply(big(share.of())))
                                .multiply(big(rest.of())),
                        big(share.of()).multiply(big(split.share().of())).multiply(big(rest.parts()))));
    }

    /** In lowest terms. Where it has more parts than a share can have, rounded up, so that no claim becomes less. */
    private static Fraction ratio(BigInteger parts, BigInteger of) {
        if (parts.compareTo(of) >= 0) {
            return new Fraction(1, 1);
        }
        var common = parts.gcd(of);
        var lowest = of.divide(common);
        if (lowest.bitLength() < Long.SIZE && lowest.longValueExact() <= Fraction.PARTS_MAX) {
            return new Fraction(parts.divide(common).longValueExact(), lowest.longValueExact());
        }
        var up = parts.multiply(big(Fraction.PARTS_MAX))
                .add(of)
                .subtract(BigInteger.ONE)
                .divide(of);
        return new Fraction(up.longValueExact(), Fraction.PARTS_MAX);
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }
}
