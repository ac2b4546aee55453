package org.repatria.assets.domain;

import static java.math.BigInteger.ZERO;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static org.repatria.assets.domain.AssetReason.CLAIM_NOT_RESERVED;
import static org.repatria.assets.domain.AssetReason.DISTRIBUTION_BROKEN;
import static org.repatria.assets.domain.AssetReason.PARTICULAR_MISSING;
import static org.repatria.assets.domain.Checks.refusedIf;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.Asset.Unregistered;
import org.repatria.assets.domain.AssetEvent.DistributionGapClosed;
import org.repatria.assets.domain.AssetEvent.DistributionGapFound;
import org.repatria.assets.domain.Distribution.Gap;
import org.repatria.decider.Refusal;

/**
 * Whether what was agreed of the money of an asset, and paid, fits what is recorded of it. There is no ledger beside
 * the facts: sales, claims, upkeep and returns are the entries. See docs/assets.md.
 */
public final class Distributing {

    private Distributing() {}

    /** The agreement that stands in each currency: the last one by days. One of before there were sums has none. */
    public static Map<String, Finding> standing(Registered asset) {
        return standing(asset, LocalDate.MAX);
    }

    private static Map<String, Finding> standing(Registered asset, LocalDate day) {
        var standing = new TreeMap<String, Finding>();
        found(asset, Finding.Kind.DISTRIBUTION_AGREED)
                .filter(it -> !it.on().isAfter(day))
                .sorted(comparing(Finding::on))
                .forEach(it -> it.particulars()
                        .distribution()
                        .ifPresent(distribution -> standing.put(distribution.currency(), it)));
        return standing;
    }

    /** What no longer fits of the agreements that stand. Of an asset in whose place others are, they tell. */
    public static List<Gap> gaps(Registered asset) {
        return asset.split().isPresent() || asset.sameness().isMerged()
                ? List.of()
                : standing(asset).values().stream()
                        .flatMap(agreed -> Stream.of(Gap.values()).filter(gap -> isOpen(gap, agreed, asset)))
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** What to tell where something that became known opened a gap, closed all of them, or left others. */
    static Optional<AssetEvent> changed(Asset before, Asset after, Instant at) {
        var was = gapsOf(before);
        var now = gapsOf(after);
        return was.equals(now)
                ? Optional.empty()
                : Optional.of(now.isEmpty() ? new DistributionGapClosed(at) : new DistributionGapFound(now, at));
    }

    private static List<Gap> gapsOf(Asset state) {
        return switch (state) {
            case Registered asset -> gaps(asset);
            case Unregistered _ -> List.of();
        };
    }

    private static boolean isOpen(Gap gap, Finding agreed, Registered asset) {
        var said = agreed.particulars().distribution().orElseThrow();
        return switch (gap) {
            case CONFISCATION ->
                asset.orders().stream().noneMatch(order -> order.tells() == AssetStatus.CONFISCATED_FINAL);
            case GROSS ->
                !brought(asset, said.currency(), agreed.on())
                        .equals(said.gross().units());
            case CLAIMS -> !keepsForClaims(said, asset);
            case MANAGEMENT -> upkeepPaid(asset, said.currency()).compareTo(Distribution.units(said.management())) > 0;
            case RETURNED ->
                returned(asset, said.currency()).compareTo(said.returned().units()) > 0;
            case HOST_SHARE -> said.sharesUnwaived() && returnRule(asset).isPresent();
        };
    }

    /** Why an agreement does not fit what is recorded on the day on which it is recorded or confirmed. */
    static Optional<Refusal> unfit(Finding agreed, Registered asset) {
        // What waits since before there were sums is proposed anew, with them.
        return agreed.particulars()
                .distribution()
                .map(said -> unfit(said, agreed.on(), asset))
                .orElseGet(() -> Optional.of(PARTICULAR_MISSING.at(
                        "particulars/" + Line.Need.DISTRIBUTION.field(), Line.Need.DISTRIBUTION.demand())));
    }

    private static Optional<Refusal> unfit(Distribution said, LocalDate day, Registered asset) {
        var brought = brought(asset, said.currency(), day);
        var upkeep = upkeepPaid(asset, said.currency());
        var returned = returned(asset, said.currency());
        return Stream.of(
                        unfitIf(
                                !brought.equals(said.gross().units()),
                                "gross",
                                "What the asset brought up to %s is recorded as %s."
                                        .formatted(day, said.said(brought))),
                        refusedIf(
                                !keepsForClaims(said, asset),
                                CLAIM_NOT_RESERVED,
                                Distribution.FIELD + "thirdParties",
                                "Claims on the asset come to more than this, or are in another currency."),
                        unfitIf(
                                Reserve.owed(asset, said.gross())
                                        .filter(owed -> Distribution.units(said.thirdParties())
                                                        .compareTo(owed)
                                                > 0)
                                        .isPresent(),
                                "thirdParties",
                                "Claims on the asset come to less than this."),
                        unfitIf(
                                upkeep.compareTo(Distribution.units(said.management())) > 0,
                                "management",
                                "Upkeep of %s is recorded as paid.".formatted(said.said(upkeep))),
                        returnRule(asset)
                                .filter(_ -> said.sharesUnwaived())
                                .map(rule -> Distribution.unfit(
                                        "shareWaiver",
                                        ("All of it goes back (%s, UNCAC art. 57(3)(a)): the host has a share only where"
                                                        + " the agreement says in so many words that the requesting state"
                                                        + " leaves it.")
                                                .formatted(rule))),
                        unfitIf(
                                returned.compareTo(said.returned().units()) > 0,
                                "returned",
                                "%s was returned already.".formatted(said.said(returned))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The rule by which a case of the asset has all of it go back; empty where none says so. */
    private static Optional<String> returnRule(Registered asset) {
        return asset.links().stream()
                .flatMap(link -> link.ground().flatMap(CaseGround::returnRule).stream())
                .findFirst();
    }

    private static Optional<Refusal> unfitIf(boolean broken, String field, String detail) {
        return broken ? Optional.of(Distribution.unfit(field, detail)) : Optional.empty();
    }

    /** A return is all that is left of what was agreed in its currency, no more and no less. */
    static Optional<Refusal> returnUnfit(Finding finding, Registered asset) {
        var standing = standing(asset, finding.on());
        return standing.isEmpty()
                ? Optional.empty()
                : finding.particulars()
                        .amount()
                        .flatMap(amount -> Optional.ofNullable(standing.get(amount.currency()))
                                .map(agreed -> leftToReturn(agreed, asset))
                                .map(left -> left.equals(amount.units())
                                        ? Optional.<Refusal>empty()
                                        : Optional.of(Distribution.refusal(
                                                "particulars/amount",
                                                "Of what was agreed, %s %s is left to be returned."
                                                        .formatted(
                                                                amount.ofUnits(left)
                                                                        .amount(),
                                                                amount.currency()))))
                                .orElseGet(() -> Optional.of(Distribution.refusal(
                                        "particulars/amount/currency",
                                        "No agreement up to %s is in %s."
                                                .formatted(finding.on(), amount.currency())))));
    }

    /** What is left to be returned of an agreement; less than nothing where too much was. */
    private static BigInteger leftToReturn(Finding agreed, Registered asset) {
        var said = agreed.particulars().distribution().orElseThrow();
        return said.returned().units().subtract(returned(asset, said.currency()));
    }

    /** The money that an agreement leaves to be returned; empty where nothing is left. */
    public static Optional<Money> left(Finding agreed, Registered asset) {
        var said = agreed.particulars().distribution().orElseThrow();
        return Optional.of(leftToReturn(agreed, asset))
                .filter(left -> left.signum() > 0)
                .map(said.gross()::ofUnits);
    }

    /** No money leaves while what was agreed does not fit. Source: alert catalogue, ledger invariant broken. */
    static Optional<Refusal> locked(Registered asset) {
        var gaps = gaps(asset);
        return refusedIf(
                !gaps.isEmpty(),
                DISTRIBUTION_BROKEN,
                "",
                "What was agreed no longer fits what is recorded (%s); the heads agree anew, or what is open is settled."
                        .formatted(gaps.stream().map(Gap::name).collect(joining(", "))));
    }

    /** Whether an agreement in the currency of an amount keeps what third parties may get. */
    static boolean keepsForClaims(Registered asset, Optional<Money> amount) {
        return amount.map(it -> standing(asset).get(it.currency()))
                .flatMap(agreed -> agreed.particulars().distribution())
                .filter(said -> keepsForClaims(said, asset))
                .isPresent();
    }

    private static boolean keepsForClaims(Distribution said, Registered asset) {
        return Reserve.owed(asset, said.gross())
                .filter(owed -> Distribution.units(said.thirdParties()).compareTo(owed) >= 0)
                .isPresent();
    }

    /** What sales brought up to a day; of an account or cash that nobody sold, its face value. */
    private static BigInteger brought(Registered asset, String currency, LocalDate day) {
        var sales = found(asset, Finding.Kind.REALISED)
                .filter(it -> !it.on().isAfter(day))
                .flatMap(it -> it.particulars().amount().stream())
                .toList();
        return sales.isEmpty() && asset.kind().isMoney()
                ? CurrentValue.faceOn(asset, currency, day).map(Money::units).orElse(ZERO)
                : sum(sales.stream(), currency);
    }

    private static BigInteger upkeepPaid(Registered asset, String currency) {
        return sum(
                asset.upkeep().stream().filter(it -> it.paidOn().isPresent()).flatMap(it -> it.amount().stream()),
                currency);
    }

    private static BigInteger returned(Registered asset, String currency) {
        return sum(found(asset, Finding.Kind.RETURNED).flatMap(it -> it.particulars().amount().stream()), currency);
    }

    private static Stream<Finding> found(Registered asset, Finding.Kind kind) {
        return asset.findings().stream().filter(it -> it.kind() == kind);
    }

    private static BigInteger sum(Stream<Money> amounts, String currency) {
        return amounts.filter(it -> it.currency().equals(currency))
                .map(Money::units)
                .reduce(ZERO, BigInteger::add);
    }
}
