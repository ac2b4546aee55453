package org.repatria.assets.domain;

import static java.util.Comparator.comparing;
import static java.util.function.Predicate.not;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.clocks.Clock;
import org.repatria.clocks.Happened;
import org.repatria.clocks.Happening;

/**
 * What happened to an asset, in the words of the clock rules. It is told from orders, interests and findings alone, so
 * that what is entered late comes to the same as what is entered in time.
 *
 * <p>What happens to an order is about the first of all orders that it extends, and about one holder where it happens
 * to that one alone.
 */
final class OrderHappenings {

    /** What is about the asset as a whole. */
    static final String WHOLE_ASSET = "asset";

    /** The requesting state was asked why a measure should go on. */
    static final String RELEASE_INTENDED = "asset.RELEASE_INTENDED";

    /** Somebody says that something of the asset is theirs. */
    static final String CLAIM_FILED = "claim.FILED";

    /** It was decided on for the first time, or nobody has to decide any more. */
    static final String CLAIM_DECIDED = "claim.DECIDED";

    private static final String HEARD = "asset.REQUESTING_STATE_HEARD";
    private static final String COMPLAINT = "complaint.FILED";
    private static final String PROCEEDINGS_ABROAD = "restraint.FOREIGN_PROCEEDINGS_PENDING";
    private static final String PARTY_LEARNT = "seizure.PARTY_LEARNT";

    /** After any of these nothing of the order is left that a time could run for. */
    private static final Set<String> ENDS = Set.of(
            "asset.LEFT",
            "restraint.DISCHARGED",
            "restraint.EXPIRED",
            "seizure.RETURNED",
            "seizure.EXPIRED",
            "forfeiture.DISCHARGED");

    private final Registered asset;
    private final Set<Happening> found = new LinkedHashSet<>();

    private OrderHappenings(Registered asset) {
        this.asset = asset;
    }

    /** All that whoever sees the asset may know. */
    static List<Happening> of(Registered asset) {
        return new OrderHappenings(asset).ofOrders().inOrder();
    }

    /** The same with what claims tell, for those alone who may know claims (ADR-0027). */
    static List<Happening> withClaims(Registered asset) {
        var all = new OrderHappenings(asset).ofOrders();
        asset.claims().forEach(all::add);
        return all.inOrder();
    }

    private OrderHappenings ofOrders() {
        asset.orders().forEach(this::add);
        asset.hearings().forEach(this::add);
        asset.leftOn().ifPresent(day -> happened("asset.LEFT", day, WHOLE_ASSET));
        return this;
    }

    /** By days, and within a day in an order that no entry changes. */
    private List<Happening> inOrder() {
        return found.stream()
                .sorted(comparing((Happening it) -> it.when().day())
                        .thenComparing(Happening::token)
                        .thenComparing(Happening::about))
                .toList();
    }

    /** What the triggers call an order of a kind, before their dot. */
    static String word(OrderKind kind) {
        return switch (kind) {
            case RESTRAINT -> "restraint";
            case SEIZURE -> "seizure";
            case CONFISCATION, VALUE_CONFISCATION -> "forfeiture";
            case FOREIGN_ORDER, INTERLOCUTORY_SALE, RETURN -> "order";
        };
    }

    static boolean isEndOfOrder(String token) {
        return ENDS.contains(token);
    }

    /** What begins something ends what ran before it at the same asset; all else concerns its own order. */
    static boolean concerns(Happening happening, Clock clock) {
        return happening.about().equals(WHOLE_ASSET)
                || happening.token().equals("seizure.CASH_ORDER")
                || happening.about().equals(clock.about())
                || happening.about().startsWith(clock.about() + "/")
                || clock.about().startsWith(happening.about() + "/");
    }

    /** The order that something is about; none where it is about the asset as a whole. */
    static Optional<OrderId> orderOf(String about) {
        return about.equals(WHOLE_ASSET) ? Optional.empty() : Optional.of(new OrderId(about.split("/", 2)[0]));
    }

    /** The holder whom a clock is about, as the first entry on what that one has. */
    static Optional<InterestId> holderOf(String about) {
        return about.contains("/") ? Optional.of(new InterestId(about.split("/", 2)[1])) : Optional.empty();
    }

    /** The first of the orders that one extends. */
    static CourtOrder first(CourtOrder order, Registered asset) {
        return order.supersedes()
                .flatMap(asset::order)
                .map(before -> first(before, asset))
                .orElse(order);
    }

    /** Whether a court had been asked to forfeit the asset by the eve of a day. */
    static boolean isBeforeCourt(LocalDate day, Registered asset) {
        return asset.orders().stream()
                .anyMatch(order -> isForfeiture(order) && order.begunOn().isBefore(day));
    }

    /** Since when an order is asked for abroad, which its own state may go on for. */
    private Optional<LocalDate> proceedingsAbroad() {
        return asset.orders().stream()
                .filter(order -> order.kind() == OrderKind.FOREIGN_ORDER)
                .map(CourtOrder::begunOn)
                .min(Comparator.naturalOrder());
    }

    private static boolean isForfeiture(CourtOrder order) {
        return word(order.kind()).equals("forfeiture");
    }

    private void add(CourtOrder order) {
        var word = word(order.kind());
        if (isForfeiture(order)) {
            happened(COMPLAINT, order.begunOn(), WHOLE_ASSET);
        }
        order.issuedOn()
                .filter(_ -> order.supersedes().isEmpty())
                .ifPresent(day -> order.measure().ifPresent(measure -> made(order, measure, day)));
        var first = first(order, asset);
        first.measure().ifPresent(measure -> {
            order.changes().forEach(change -> served(change, first, measure));
            published(order, first, measure);
        });
        for (var passed : order.life()) {
            switch (passed.status()) {
                case REPLACED -> happened(word + ".REPLACED", passed.on(), about(order));
                case EXPIRED -> ended(word + ".EXPIRED", passed.on(), order);
                case DISCHARGED ->
                    ended(word + (order.kind() == OrderKind.SEIZURE ? ".RETURNED" : ".DISCHARGED"), passed.on(), order);
                case APPLIED,
                        REFUSED,
                        ISSUED,
                        SERVED,
                        PUBLISHED,
                        VARIED,
                        FINAL,
                        PARTLY_SATISFIED,
                        SATISFIED,
                        EXTENDED -> {}
            }
        }
    }

    private void add(Hearing hearing) {
        asset.order(hearing.orderId()).ifPresent(order -> {
            happened(RELEASE_INTENDED, hearing.askedOn(), about(order));
            hearing.answeredOn().ifPresent(day -> happened(HEARD, day, about(order)));
        });
    }

    /** What happens to a claim is about it and the order that it answers. Which one that is, nobody guesses. */
    private void add(Claim claim) {
        claim.answers().flatMap(asset::order).ifPresent(order -> {
            var about = about(order, claim);
            happened(CLAIM_FILED, claim.filedOn(), about);
            claim.life().stream()
                    .filter(step -> !step.to().isOpen())
                    .forEach(step -> happened(CLAIM_DECIDED, step.on(), about));
        });
    }

    private void made(CourtOrder order, Measure measure, LocalDate day) {
        if (!measure.isWithoutCourt()) {
            happened(measure.trigger(), day, about(order));
            proceedingsAbroad()
                    .filter(_ -> measure == Measure.FOREIGN_FORFEITURE)
                    .ifPresent(since -> happened(PROCEEDINGS_ABROAD, since.isAfter(day) ? since : day, about(order)));
            return;
        }
        var holders = asset.interests().stream().filter(it -> it.isHeldOn(day)).toList();
        var known = holders.stream().filter(not(it -> isLearntLater(it, order))).toList();
        if (known.isEmpty()) {
            happened(measure.trigger(), day, about(order));
        }
        known.forEach(it -> happened(measure.trigger(), day, about(order, it)));
        holders.stream()
                .filter(it -> isLearntLater(it, order) && !hasEndedBy(learntOn(it, order), order))
                .forEach(it -> happened(PARTY_LEARNT, learntOn(it, order), about(order, it)));
    }

    /** Of several publications the last one counts, whichever order of the chain was published. */
    private void published(CourtOrder order, CourtOrder first, Measure measure) {
        if (order.equals(first)) {
            lastPublished(first)
                    .ifPresent(day -> measure.publication().ifPresent(token -> happened(token, day, about(first))));
        }
    }

    private Optional<LocalDate> lastPublished(CourtOrder first) {
        return asset.orders().stream()
                .filter(order -> first(order, asset).id().equals(first.id()))
                .flatMap(order -> order.changes().stream())
                .filter(change -> change.to() == OrderStatus.PUBLISHED)
                .map(OrderChange::on)
                .max(Comparator.naturalOrder());
    }

    /** Where the law counts from the earlier of notice and publication, a later notice begins nothing. */
    private boolean cameTooLate(OrderChange service, CourtOrder first, Measure measure) {
        return measure.countsEarlierOfNoticeAndPublication()
                && lastPublished(first).filter(service.on()::isAfter).isPresent();
    }

    private void served(OrderChange change, CourtOrder first, Measure measure) {
        change.particulars()
                .servedOn()
                .filter(_ -> !cameTooLate(change, first, measure))
                .flatMap(id -> asset.interests().stream()
                        .filter(it -> it.id().equals(id))
                        .findFirst())
                .ifPresent(it -> measure.notice(isLearntLater(it, first))
                        .forEach(token -> happened(token, change.on(), about(first, it))));
    }

    /** An order that another one replaced was continued by it, and ends with it. */
    private void ended(String token, LocalDate day, CourtOrder order) {
        happened(token, day, about(order));
        var chain = first(order, asset).id();
        asset.orders().stream()
                .filter(before -> before.changes().stream()
                        .flatMap(change -> change.particulars().replacedBy().stream())
                        .anyMatch(id -> id.equals(order.id()) || id.equals(chain)))
                .filter(before -> found.stream()
                        .noneMatch(it -> it.token().equals(token)
                                && it.when().day().equals(day)
                                && it.about().equals(about(before))))
                .forEach(before -> ended(token, day, before));
    }

    private boolean hasEndedBy(LocalDate day, CourtOrder first) {
        return asset.orders().stream()
                .filter(order -> first(order, asset).id().equals(first.id()))
                .flatMap(order -> order.life().stream())
                .anyMatch(passed -> !passed.on().isAfter(day)
                        && (passed.status() == OrderStatus.DISCHARGED
                                || passed.status() == OrderStatus.EXPIRED
                                || passed.status() == OrderStatus.REPLACED));
    }

    private boolean isLearntLater(Interest interest, CourtOrder order) {
        return order.issuedOn().filter(learntOn(interest, order)::isAfter).isPresent();
    }

    /** The day on which a holder became known here: that of the entry, since no other day is recorded. */
    private LocalDate learntOn(Interest interest, CourtOrder order) {
        return LocalDate.ofInstant(
                firstEntry(interest).recordedAt(), order.zone().orElse(ZoneOffset.UTC));
    }

    /** A correction of what is known of a holder makes nobody unknown. */
    private Interest firstEntry(Interest interest) {
        return asset.interests().stream()
                .filter(before -> before.correction()
                        .filter(it -> it.by().equals(interest.id()))
                        .isPresent())
                .filter(before -> before.holder().equals(interest.holder()))
                .findFirst()
                .map(this::firstEntry)
                .orElse(interest);
    }

    private String about(CourtOrder order) {
        return first(order, asset).id().value();
    }

    private String about(CourtOrder order, Claim claim) {
        return about(order) + "/" + claim.id().value();
    }

    /** The first entry on the holder of an interest. */
    static InterestId firstEntry(Interest interest, Registered asset) {
        return new OrderHappenings(asset).firstEntry(interest).id();
    }

    private String about(CourtOrder order, Interest interest) {
        return about(order) + "/" + firstEntry(interest).id().value();
    }

    private void happened(String token, LocalDate day, String about) {
        found.add(new Happening(token, Happened.on(day), about));
    }

    /** The orders that extend one, in their order. */
    static List<CourtOrder> extensions(CourtOrder first, Registered asset) {
        var chain = new ArrayList<CourtOrder>();
        var next = first.extendedBy().flatMap(asset::order);
        while (next.isPresent()) {
            chain.add(next.get());
            next = next.get().extendedBy().flatMap(asset::order);
        }
        return List.copyOf(chain);
    }
}
