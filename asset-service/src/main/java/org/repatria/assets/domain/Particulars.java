package org.repatria.assets.domain;

import static org.repatria.assets.domain.Limits.LINE_CHARS_MAX;
import static org.repatria.assets.domain.Limits.PARAGRAPH_CHARS_MAX;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.repatria.decider.Refusal;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;

/**
 * What is said of a step beside its day; the tables say which step needs what.
 *
 * @param courtReference of the court's decision
 * @param paper the document that shows it: a complaint as filed, a ruling, a report
 * @param reason in an officer's words; never leaves the service
 * @param endsOn the last day of the order that is made, counted in {@code zone}
 * @param zone the time zone of the court
 * @param notified which holders of interests were notified, and where it was published; never leaves the service
 * @param servedOn the interest of whoever was served
 * @param servedHow how it was served; never leaves the service
 * @param requestingStateHeardOn when the requesting state could say why the measure should go on
 * @param part of the asset or of the order that is lifted; the whole where it is not said
 * @param replacedBy the order that stands in its place
 * @param amount of the order, brought in so far, or paid; of a claim, what is awarded
 * @param screened how the buyer, or the account that is paid to, was checked; never leaves the service
 * @param measure what the order is in the words of the law that limits it in time
 * @param share of the asset that is awarded to a claimant
 * @param replyBy the day by which a claim is answered, or on which it is heard
 * @param distribution who gets what of the money that the asset brought; for those who may know it
 */
public record Particulars(
        Optional<@Printed @Size(max = LINE_CHARS_MAX) String> courtReference,
        Optional<@Size(max = LINE_CHARS_MAX) String> paper,
        Optional<@Size(max = PARAGRAPH_CHARS_MAX) String> reason,
        Optional<LocalDate> endsOn,
        Optional<ZoneId> zone,
        Optional<@Size(max = PARAGRAPH_CHARS_MAX) String> notified,
        Optional<InterestId> servedOn,
        Optional<@Size(max = LINE_CHARS_MAX) String> servedHow,
        Optional<LocalDate> requestingStateHeardOn,
        Optional<@Size(max = PARAGRAPH_CHARS_MAX) String> part,
        Optional<OrderId> replacedBy,
        Optional<Money> amount,
        Optional<@Size(max = PARAGRAPH_CHARS_MAX) String> screened,
        Optional<Measure> measure,
        Optional<Fraction> share,
        Optional<LocalDate> replyBy,
        Optional<Distribution> distribution) {

    public Particulars {
        zone.ifPresent(AssetCommand::demandZone);
    }

    /** The same where orders and interests go by other ids. */
    Particulars naming(UnaryOperator<OrderId> orders, UnaryOperator<InterestId> interests) {
        return new Particulars(
                courtReference,
                paper,
                reason,
                endsOn,
                zone,
                notified,
                servedOn.map(interests),
                servedHow,
                requestingStateHeardOn,
                part,
                replacedBy.map(orders),
                amount,
                screened,
                measure,
                share,
                replyBy,
                distribution);
    }

    /** Nothing is said. */
    public static Particulars none() {
        return said(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Nothing but why. */
    public static Particulars because(String reason) {
        return said(Optional.empty(), Optional.of(reason), Optional.empty());
    }

    /** What is said where an order is lifted. */
    static Particulars said(
            Optional<String> courtReference, Optional<String> reason, Optional<LocalDate> requestingStateHeardOn) {
        return new Particulars(
                courtReference,
                Optional.empty(),
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                requestingStateHeardOn,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, with the day on which the requesting state had been heard. */
    Particulars heardOn(Optional<LocalDate> day) {
        return with(day, amount, share, distribution);
    }

    /** The same, without a share that is awarded. */
    Particulars withoutShare() {
        return with(requestingStateHeardOn, amount, Optional.empty(), distribution);
    }

    /** The same for those who may not know who gets what. */
    public Particulars withoutDistribution() {
        return with(requestingStateHeardOn, amount, share, Optional.empty());
    }

    /** The same of a part of what it is about. */
    Particulars dividing(UnaryOperator<Money> part) {
        return with(requestingStateHeardOn, amount.map(part), share, distribution);
    }

    private Particulars with(
            Optional<LocalDate> otherHeardOn,
            Optional<Money> otherAmount,
            Optional<Fraction> otherShare,
            Optional<Distribution> otherDistribution) {
        return new Particulars(
                courtReference,
                paper,
                reason,
                endsOn,
                zone,
                notified,
                servedOn,
                servedHow,
                otherHeardOn,
                part,
                replacedBy,
                otherAmount,
                screened,
                measure,
                otherShare,
                replyBy,
                otherDistribution);
    }

    /** The same, as it is kept: without spaces around texts, amounts with the decimals of their currency. */
    Particulars inFull() {
        return new Particulars(
                courtReference.map(String::strip),
                paper.map(String::strip),
                reason.map(String::strip),
                endsOn,
                zone,
                notified.map(String::strip),
                servedOn,
                servedHow.map(String::strip),
                requestingStateHeardOn,
                part.map(String::strip),
                replacedBy,
                amount.map(Money::normal),
                screened.map(String::strip),
                measure,
                share,
                replyBy,
                distribution.map(Distribution::inFull));
    }

    /** The first thing that cannot be kept of a step by which nobody agrees on who gets what. */
    Optional<Refusal> flaw() {
        return textsAndAmount()
                .or(() -> distribution.map(_ -> Distribution.refusal(
                        "particulars/distribution",
                        "Who gets what is said with %s.".formatted(Finding.Kind.DISTRIBUTION_AGREED))));
    }

    /** The first thing that cannot be kept of an agreement. */
    Optional<Refusal> flawOfAgreement() {
        return textsAndAmount().or(() -> distribution.flatMap(Distribution::flaw));
    }

    private Optional<Refusal> textsAndAmount() {
        return Stream.of(
                        courtReference.flatMap(it -> Texts.line("particulars/courtReference", it)),
                        paper.flatMap(it -> Texts.line("particulars/paper", it)),
                        reason.flatMap(it -> Texts.paragraph("particulars/reason", it)),
                        notified.flatMap(it -> Texts.paragraph("particulars/notified", it)),
                        servedHow.flatMap(it -> Texts.line("particulars/servedHow", it)),
                        part.flatMap(it -> Texts.paragraph("particulars/part", it)),
                        screened.flatMap(it -> Texts.paragraph("particulars/screened", it)),
                        amount.flatMap(Money::flaw)
                                .map(it -> AssetReason.MONEY_INVALID.at(
                                        "particulars/amount/" + it.member(), "It " + it.why() + ".")))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
