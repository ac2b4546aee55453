package org.repatria.assets.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.Line.Need;

/** Particulars of which just these are said. */
public record Said(Collection<Need> needs, LocalDate endsOn, LocalDate heardOn, OrderId replacedBy) {

    public static Particulars of(Need... needs) {
        return new Said(List.of(needs), Assets.JUNE_14, Assets.MARCH_16, Assets.SECOND).particulars();
    }

    /** A decision of a court that says what the order is in the words of the law. */
    static Particulars measured(Measure measure) {
        return particulars(Optional.of("15-cv-1190"), Optional.empty(), Optional.empty(), Optional.of(measure));
    }

    static Particulars servedOn(InterestId interest) {
        return particulars(Optional.empty(), Optional.of(interest), Optional.of("by the marshal"), Optional.empty());
    }

    private static Particulars particulars(
            Optional<String> courtReference,
            Optional<InterestId> servedOn,
            Optional<String> servedHow,
            Optional<Measure> measure) {
        return new Particulars(
                courtReference,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                servedOn,
                servedHow,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                measure,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Particulars particulars() {
        return new Particulars(
                text(Need.COURT_REFERENCE, "15-cv-1190"),
                text(Need.PAPER, "Chart of the flow of funds"),
                text(Need.REASON, "paid for with public money"),
                said(Need.ENDS_ON, endsOn),
                said(Need.ZONE, ZoneId.of("America/New_York")),
                text(Need.NOTIFIED, "the spouse by letter"),
                said(Need.SERVED_ON, Assets.HELD),
                text(Need.SERVED_HOW, "by the marshal"),
                said(Need.REQUESTING_STATE_HEARD, heardOn),
                Optional.empty(),
                said(Need.REPLACED_BY, replacedBy),
                said(Need.AMOUNT, new Money("1850000.00", "USD")),
                text(Need.SCREENED, "nobody named in the case; searched on the same day"),
                Optional.empty(),
                said(Need.AWARD, new Fraction(1, 3)),
                Optional.empty(),
                said(Need.DISTRIBUTION, allReturned(new Money("1850000.00", "USD"))));
    }

    /** What a sale brought, or what is returned. */
    public static Particulars price(String amount) {
        return summing(Optional.of(new Money(amount, "USD")), Optional.empty());
    }

    /** Nobody but the requesting state gets anything. */
    public static Distribution allReturned(Money all) {
        return new Distribution(
                all,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                all,
                Optional.empty());
    }

    /** Everything that a finding on money needs. */
    public static Particulars summing(Optional<Money> amount, Optional<Distribution> distribution) {
        var all = of(Need.PAPER, Need.REASON, Need.NOTIFIED, Need.SCREENED);
        return new Particulars(
                all.courtReference(),
                all.paper(),
                all.reason(),
                all.endsOn(),
                all.zone(),
                all.notified(),
                all.servedOn(),
                all.servedHow(),
                all.requestingStateHeardOn(),
                all.part(),
                all.replacedBy(),
                amount,
                all.screened(),
                all.measure(),
                all.share(),
                all.replyBy(),
                distribution);
    }

    /** The particulars of an award, of a share or of an amount. */
    public static Particulars awarding(Optional<Fraction> share, Optional<Money> amount) {
        return new Particulars(
                Optional.of("15-cv-1190"),
                Optional.of("Judgment"),
                Optional.of("her own money"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                amount,
                Optional.empty(),
                Optional.empty(),
                share,
                Optional.empty(),
                Optional.empty());
    }

    /** A name in which nothing but letters stands. */
    static String named(String id) {
        return "Vint" + id.chars().mapToObj(it -> "" + (char) ('a' + it % 26)).reduce("", String::concat);
    }

    private Optional<String> text(Need need, String text) {
        return said(need, text);
    }

    private <T> Optional<T> said(Need need, T value) {
        return needs.contains(need) ? Optional.of(value) : Optional.empty();
    }
}
