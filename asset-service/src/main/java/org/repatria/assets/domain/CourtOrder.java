package org.repatria.assets.domain;

import static java.math.BigInteger.ZERO;
import static java.util.Comparator.comparing;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A court's order on an asset, with a life of its own.
 *
 * @param otherKind empty for a restraint, which every order was before there were kinds
 * @param courtReference of the decision; empty before there is one
 * @param legalBasis the law that the order, or the application for it, rests on
 * @param issuedOn the day of the decision; empty before there is one
 * @param endsOn the last day on which the order holds, counted in {@code zone}; empty where it names none
 * @param zone the time zone of the court
 * @param enforces the order of another state that this one carries out here
 * @param recordedAt when the order became known here, which may be long after it was issued
 * @param supersedes the order that this one extends
 * @param extendedBy the order that extends this one
 * @param discharge how it was lifted
 * @param presumedLapsedAt when its end was found to have passed with no successor recorded
 * @param changes the steps of its life, in the order in which they were recorded
 * @param measure what it is in the words of the law that limits it in time, where that was said
 */
public record CourtOrder(
        OrderId id,
        Optional<OrderKind> otherKind,
        Optional<String> courtReference,
        String legalBasis,
        Optional<LocalDate> issuedOn,
        Optional<LocalDate> endsOn,
        Optional<ZoneId> zone,
        Optional<OrderId> enforces,
        Instant recordedAt,
        Optional<OrderId> supersedes,
        Optional<OrderId> extendedBy,
        Optional<Discharge> discharge,
        Optional<Instant> presumedLapsedAt,
        List<OrderChange> changes,
        Optional<Measure> measure) {

    private static final Set<OrderStatus> FOR_GOOD =
            Set.of(OrderStatus.FINAL, OrderStatus.PARTLY_SATISFIED, OrderStatus.SATISFIED);

    public CourtOrder {
        changes = List.copyOf(changes);
    }

    /**
     * How a measure that holds an asset for a time was lifted.
     *
     * @param courtReference of the decision; empty where the authority lifted it by itself
     * @param requestingStateHeardOn when the requesting state could say why it should go on
     */
    public record Discharge(
            LocalDate dischargedOn,
            String reason,
            Optional<String> courtReference,
            Optional<LocalDate> requestingStateHeardOn,
            Instant recordedAt) {}

    /** What an order was after a day. */
    record Passed(OrderStatus status, LocalDate on) {}

    /** An order that a court made, of which nothing more is known. */
    static CourtOrder restraint(
            OrderId id,
            String courtReference,
            String legalBasis,
            LocalDate issuedOn,
            LocalDate endsOn,
            ZoneId zone,
            Instant recordedAt,
            Optional<Measure> measure) {
        return new CourtOrder(
                id,
                Optional.empty(),
                Optional.of(courtReference),
                legalBasis,
                Optional.of(issuedOn),
                Optional.of(endsOn),
                Optional.of(zone),
                Optional.empty(),
                recordedAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                measure);
    }

    /** An order that begins with a step. */
    static CourtOrder beginning(
            OrderId id, OrderKind kind, String legalBasis, Optional<OrderId> enforces, OrderChange first) {
        var unmade = new CourtOrder(
                id,
                Optional.of(kind).filter(it -> it != OrderKind.RESTRAINT),
                Optional.empty(),
                legalBasis,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                enforces,
                first.recordedAt(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        return unmade.changed(first);
    }

    public OrderKind kind() {
        return otherKind.orElse(OrderKind.RESTRAINT);
    }

    /**
     * Where the order stands after all that happened to it, in the order of days and not of entries. The court record
     * weighs more than the passing of a date: only a running order is presumed to have ended.
     */
    public OrderStatus status() {
        var reached = life().getLast().status();
        return reached.isRunning() && presumedLapsedAt.isPresent() ? OrderStatus.EXPIRED : reached;
    }

    /** Whether a legal officer has confirmed that it ended. */
    public boolean isLapseConfirmed() {
        return life().getLast().status() == OrderStatus.EXPIRED;
    }

    /** What the order tells of the asset. One that binds nothing here tells no more than that there is one. */
    AssetStatus tells() {
        return tells(status());
    }

    private AssetStatus tells(OrderStatus status) {
        return switch (status) {
            case APPLIED -> isConfiscation() ? AssetStatus.FORFEITURE_PENDING : AssetStatus.IDENTIFIED;
            case ISSUED, SERVED, PUBLISHED, VARIED ->
                switch (kind()) {
                    case RESTRAINT -> AssetStatus.RESTRAINED;
                    case SEIZURE -> AssetStatus.SEIZED;
                    case CONFISCATION, VALUE_CONFISCATION -> AssetStatus.CONFISCATED_NOT_FINAL;
                    case INTERLOCUTORY_SALE -> AssetStatus.IN_DISPOSAL;
                    case FOREIGN_ORDER, RETURN -> AssetStatus.IDENTIFIED;
                };
            case FINAL, PARTLY_SATISFIED, SATISFIED ->
                switch (kind()) {
                    case CONFISCATION, VALUE_CONFISCATION -> AssetStatus.CONFISCATED_FINAL;
                    case INTERLOCUTORY_SALE -> AssetStatus.IN_DISPOSAL;
                    case RESTRAINT, SEIZURE, FOREIGN_ORDER, RETURN -> AssetStatus.IDENTIFIED;
                };
            case EXPIRED -> isLapseConfirmed() ? AssetStatus.LAPSED : AssetStatus.LAPSED_PRESUMED;
            case DISCHARGED -> kind().isHolding() || isConfiscation() ? AssetStatus.RELEASED : AssetStatus.IDENTIFIED;
            case REFUSED, EXTENDED, REPLACED -> AssetStatus.IDENTIFIED;
        };
    }

    /** The day from which it tells that, without a break. */
    LocalDate toldSince() {
        if (status() == OrderStatus.EXPIRED && !isLapseConfirmed()) {
            return endsOn.map(last -> last.plusDays(1))
                    .orElseGet(() -> life().getLast().on());
        }
        var told = tells();
        var since = life().getLast().on();
        for (var passed : life().reversed()) {
            if (tells(passed.status()) != told) {
                break;
            }
            since = passed.on();
        }
        return since;
    }

    private boolean isConfiscation() {
        return kind() == OrderKind.CONFISCATION || kind() == OrderKind.VALUE_CONFISCATION;
    }

    /** All that the order was, by days; a presumption is none of it. Never empty. */
    List<Passed> life() {
        var life = new ArrayList<Passed>();
        if (changes.stream().noneMatch(change -> change.to() == OrderStatus.ISSUED)) {
            issuedOn.ifPresent(day -> life.add(new Passed(OrderStatus.ISSUED, day)));
        }
        changes.forEach(change -> life.add(new Passed(change.reached(), change.on())));
        // The order holds until its own last day; from then on its successor does.
        extendedBy.flatMap(_ -> endsOn).ifPresent(day -> life.add(new Passed(OrderStatus.EXTENDED, day)));
        discharge.ifPresent(how -> life.add(new Passed(OrderStatus.DISCHARGED, how.dischargedOn())));
        life.sort(comparing(Passed::on).thenComparing(Passed::status));
        return life;
    }

    /** Where it stood before a step, on the day of that step; empty where it had not begun. */
    Optional<OrderStatus> statusBefore(OrderChange change) {
        return life().stream()
                .filter(it -> it.on().isBefore(change.on())
                        || (it.on().equals(change.on()) && it.status().compareTo(change.reached()) <= 0))
                .reduce((_, last) -> last)
                .map(Passed::status);
    }

    /** The value that a court confiscated, as it said last; other orders confiscate none. */
    Optional<Money> value() {
        return kind() == OrderKind.VALUE_CONFISCATION
                ? lastSum(OrderStatus.ISSUED, OrderStatus.VARIED)
                : Optional.empty();
    }

    /** What is still to be brought in of a value that a court confiscated; empty where it binds no more. */
    public Optional<Money> outstanding() {
        return value().filter(_ -> status().isRunning() || FOR_GOOD.contains(status()))
                .map(value -> status() == OrderStatus.SATISFIED
                        ? value.ofUnits(ZERO)
                        : value.ofUnits(value.units().subtract(broughtIn(value)).max(ZERO)));
    }

    /** A sum in another currency, which was once taken, counts as nothing. */
    private BigInteger broughtIn(Money value) {
        return lastSum(OrderStatus.PARTLY_SATISFIED)
                .filter(sum -> sum.currency().equals(value.currency()))
                .map(Money::units)
                .orElse(ZERO);
    }

    private Optional<Money> lastSum(OrderStatus... steps) {
        var wanted = Set.of(steps);
        return changes.stream()
                .filter(change -> wanted.contains(change.to())
                        && change.particulars().amount().isPresent())
                .sorted(comparing(OrderChange::on))
                .reduce((_, last) -> last)
                .flatMap(change -> change.particulars().amount());
    }

    /** Whether it confiscates the asset, and nothing could touch that on a day any more. */
    boolean isForGoodOn(LocalDate day) {
        return isConfiscation()
                && life().stream()
                        .filter(it -> !it.on().isAfter(day))
                        .reduce((_, last) -> last)
                        .filter(it -> FOR_GOOD.contains(it.status()))
                        .isPresent();
    }

    /** Whether what it allows or orders stood on a day, carried out or not. */
    boolean bindsOn(LocalDate day) {
        return life().stream()
                .filter(it -> !it.on().isAfter(day))
                .reduce((_, last) -> last)
                .filter(it -> it.status().isRunning() || FOR_GOOD.contains(it.status()))
                .isPresent();
    }

    /** Whether it holds the asset on a day, as far as is known. */
    boolean holdsOn(LocalDate day) {
        return kind().isHolding()
                && endsOn.filter(day::isAfter).isEmpty()
                && life().stream()
                        .filter(it -> !it.on().isAfter(day))
                        .reduce((_, last) -> last)
                        .filter(it -> it.status().isRunning())
                        .isPresent();
    }

    /** When each thing that is known of it became known here. */
    public Stream<Instant> recordings() {
        return Stream.concat(
                Stream.concat(Stream.of(recordedAt), changes.stream().map(OrderChange::recordedAt)),
                Stream.concat(discharge.map(Discharge::recordedAt).stream(), presumedLapsedAt.stream()));
    }

    /** When the decision became known here. */
    Instant madeKnownAt() {
        return changes.stream()
                .filter(change -> change.to() == OrderStatus.ISSUED)
                .map(OrderChange::recordedAt)
                .findFirst()
                .orElse(recordedAt);
    }

    /** The days on which it was served. */
    Stream<LocalDate> servedOn() {
        return changes.stream()
                .filter(change -> change.to() == OrderStatus.SERVED)
                .map(OrderChange::on);
    }

    /** Whether it holds the asset until a day that somebody must watch. */
    public boolean isWatched() {
        return kind().isHolding() && courtReference.isPresent() && endsBefore().isPresent() && zone.isPresent();
    }

    /** The day of the application, or of the decision where nobody here applied. */
    public LocalDate begunOn() {
        return life().getFirst().on();
    }

    /** The first moment after the last day. */
    public Optional<Instant> endsBefore() {
        return endsOn.map(day -> day.plusDays(1).atStartOfDay(inZone()).toInstant());
    }

    boolean hasEnded(Instant at) {
        return endsBefore().filter(end -> !at.isBefore(end)).isPresent();
    }

    /** The day at the court; where that is not known, the latest day that it can be. */
    LocalDate dayAt(Instant at) {
        return LocalDate.ofInstant(at, zone.orElse(Valuing.EARLIEST_DATE_LINE));
    }

    private ZoneId inZone() {
        return zone.orElse(ZoneOffset.UTC);
    }

    boolean statesSameAs(CourtOrder other) {
        return kind() == other.kind()
                && courtReference.equals(other.courtReference)
                && issuedOn.equals(other.issuedOn)
                && legalBasis.equals(other.legalBasis)
                && endsOn.equals(other.endsOn)
                && zone.equals(other.zone)
                && enforces.equals(other.enforces)
                && supersedes.equals(other.supersedes)
                && measure.equals(other.measure)
                && begunOn().equals(other.begunOn());
    }

    /** A court gives one reference to one decision of one day; it may order several things in it. */
    boolean sameDecisionAs(CourtOrder other) {
        return kind() == other.kind()
                && courtReference.isPresent()
                && courtReference.equals(other.courtReference)
                && issuedOn.equals(other.issuedOn);
    }

    CourtOrder extending(OrderId predecessor, OrderKind kind) {
        return new CourtOrder(
                id,
                Optional.of(kind).filter(it -> it != OrderKind.RESTRAINT),
                courtReference,
                legalBasis,
                issuedOn,
                endsOn,
                zone,
                enforces,
                recordedAt,
                Optional.of(predecessor),
                extendedBy,
                discharge,
                presumedLapsedAt,
                changes,
                measure);
    }

    /** The same where orders and interests go by other ids. */
    CourtOrder naming(UnaryOperator<OrderId> orders, UnaryOperator<InterestId> interests) {
        return new CourtOrder(
                id,
                otherKind,
                courtReference,
                legalBasis,
                issuedOn,
                endsOn,
                zone,
                enforces.map(orders),
                recordedAt,
                supersedes.map(orders),
                extendedBy.map(orders),
                discharge,
                presumedLapsedAt,
                changes.stream().map(it -> it.naming(orders, interests)).toList(),
                measure);
    }

    CourtOrder extendedBy(OrderId successor) {
        return with(Optional.of(successor), discharge, presumedLapsedAt);
    }

    CourtOrder discharged(Discharge how) {
        return with(extendedBy, Optional.of(how), presumedLapsedAt);
    }

    CourtOrder presumedLapsed(Instant at) {
        return with(extendedBy, discharge, Optional.of(at));
    }

    /** The order after one more step; the decision that makes it gives it its reference, day and end. */
    CourtOrder changed(OrderChange change) {
        var made = change.to() == OrderStatus.ISSUED;
        var said = change.particulars();
        var longer = new ArrayList<>(changes);
        longer.add(change);
        return new CourtOrder(
                id,
                otherKind,
                made ? said.courtReference() : courtReference,
                legalBasis,
                made ? Optional.of(change.on()) : issuedOn,
                made ? said.endsOn() : endsOn,
                made ? said.zone() : zone,
                enforces,
                recordedAt,
                supersedes,
                extendedBy,
                discharge,
                presumedLapsedAt,
                longer,
                said.measure().or(() -> measure));
    }

    private CourtOrder with(
            Optional<OrderId> extendedBy, Optional<Discharge> discharge, Optional<Instant> presumedLapsedAt) {
        return new CourtOrder(
                id,
                otherKind,
                courtReference,
                legalBasis,
                issuedOn,
                endsOn,
                zone,
                enforces,
                recordedAt,
                supersedes,
                extendedBy,
                discharge,
                presumedLapsedAt,
                changes,
                measure);
    }
}
