package org.repatria.assets.domain;

import static java.math.BigInteger.ZERO;
import static org.repatria.assets.domain.Limits.LINE_CHARS_MAX;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;
import org.repatria.decider.input.Size;

/**
 * Who gets what of the money that an asset brought in one currency, as both sides agreed.
 *
 * <p>Gross and income are what there is. Third parties, disposal, management, victims and expenses are met first; what
 * is left goes to the host by its share and to the requesting state. What is not said is nothing.
 *
 * @param gross what sales brought, or what an account or cash is
 * @param income rent, interest and dividends, and what somebody paid back
 * @param thirdParties what claims were paid, and what is kept for those that are not over
 * @param disposal what the sale cost
 * @param management what keeping the asset cost
 * @param victims what victims and prior legitimate owners get (UNCAC art. 57(3)(c))
 * @param expenses reasonable expenses of investigation, prosecution and court (UNCAC art. 57(4))
 * @param hostShare the part of what is left that the host keeps
 * @param host what that comes to, rounded to the nearest unit, half a unit to the requesting state
 * @param returned what is left for the requesting state
 * @param shareWaiver the words by which the requesting state leaves the host a share of what would go back whole
 */
public record Distribution(
        Money gross,
        Optional<Money> income,
        Optional<Money> thirdParties,
        Optional<Money> disposal,
        Optional<Money> management,
        Optional<Money> victims,
        Optional<Money> expenses,
        Optional<Fraction> hostShare,
        Optional<Money> host,
        Money returned,
        Optional<@Size(max = LINE_CHARS_MAX) String> shareWaiver) {

    static final String FIELD = "particulars/distribution/";

    private static final String SOURCE = "ledger, sums of an asset and currency; UNCAC art. 57(3) to (5)";

    /** What was agreed and no longer fits what is recorded of the asset. */
    public enum Gap {
        /** The asset is not confiscated for good any more. */
        CONFISCATION,
        /** What it brought by the day of the agreement is another sum. */
        GROSS,
        /** Less is kept for third parties than their claims come to. */
        CLAIMS,
        /** Less is taken off for management than was paid. */
        MANAGEMENT,
        /** More was returned than was agreed. */
        RETURNED,
        /** The host keeps a share of what goes back whole, and nobody waived that. */
        HOST_SHARE
    }

    private record Item(String field, Optional<Money> amount) {}

    /** The amounts, each with its field. */
    private Stream<Item> items() {
        return Stream.of(
                new Item("gross", Optional.of(gross)),
                new Item("income", income),
                new Item("thirdParties", thirdParties),
                new Item("disposal", disposal),
                new Item("management", management),
                new Item("victims", victims),
                new Item("expenses", expenses),
                new Item("host", host),
                new Item("returned", Optional.of(returned)));
    }

    public String currency() {
        return gross.currency();
    }

    /** The same sound amounts with exactly the decimals of their currency. */
    Distribution inFull() {
        return new Distribution(
                gross.normal(),
                income.map(Money::normal),
                thirdParties.map(Money::normal),
                disposal.map(Money::normal),
                management.map(Money::normal),
                victims.map(Money::normal),
                expenses.map(Money::normal),
                hostShare,
                host.map(Money::normal),
                returned.normal(),
                shareWaiver.map(String::strip));
    }

    /** Why it does not add up by itself, whatever is recorded of the asset. */
    Optional<Refusal> flaw() {
        return items().flatMap(it -> it
                        .amount()
                        .flatMap(Money::flaw)
                        .map(flaw -> AssetReason.MONEY_INVALID.at(
                                FIELD + it.field() + "/" + flaw.member(), "It " + flaw.why() + "."))
                        .stream())
                .findFirst()
                .or(this::otherCurrency)
                .or(() -> shareWaiver.flatMap(words -> Texts.line(FIELD + "shareWaiver", words)))
                .or(this::sums);
    }

    private Optional<Refusal> otherCurrency() {
        return items().filter(it -> it.amount()
                        .filter(amount -> !amount.currency().equals(currency()))
                        .isPresent())
                .findFirst()
                .map(it -> unfit(it.field() + "/currency", "Sums are of one currency, that of gross."));
    }

    private Optional<Refusal> sums() {
        var left = Stream.of(thirdParties, disposal, management, victims, expenses)
                .map(Distribution::units)
                .reduce(gross.units().add(units(income)), BigInteger::subtract);
        if (left.signum() < 0) {
            return Optional.of(unfit("gross", "More is taken off than gross and income come to."));
        }
        var forHost = hostShare.map(share -> share.nearestOf(left)).orElse(ZERO);
        if (!units(host).equals(forHost)) {
            return Optional.of(unfit("host", "The share of the host comes to %s.".formatted(said(forHost))));
        }
        var forRequesting = left.subtract(forHost);
        return returned.units().equals(forRequesting)
                ? Optional.empty()
                : Optional.of(
                        unfit("returned", "What is left to be returned comes to %s.".formatted(said(forRequesting))));
    }

    /** Whether the host keeps something without a word of the requesting state on it. */
    boolean sharesUnwaived() {
        return units(host).signum() > 0 && shareWaiver.isEmpty();
    }

    String said(BigInteger units) {
        return "%s %s".formatted(gross.ofUnits(units).amount(), currency());
    }

    static BigInteger units(Optional<Money> amount) {
        return amount.map(Money::units).orElse(ZERO);
    }

    /** @param field of the distribution that breaks a rule */
    static Refusal unfit(String field, String detail) {
        return refusal(FIELD + field, detail);
    }

    /** @param field of the body that breaks a rule */
    static Refusal refusal(String field, String detail) {
        var reason = AssetReason.DISTRIBUTION_UNFIT;
        return new Refusal(reason, List.of(Obstacle.of(reason.name(), field, detail, SOURCE)));
    }
}
