package org.repatria.assets.domain;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.AMIR;
import static org.repatria.assets.domain.Assets.ANA;
import static org.repatria.assets.domain.Assets.HANA;
import static org.repatria.assets.domain.Assets.HELD;
import static org.repatria.assets.domain.Assets.HOLDINGS;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.SUE;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.OrderCommand.ChangeOrder;
import org.repatria.assets.domain.AssetCommand.OrderCommand.RecordOrder;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.ExtendRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.MarkRestraintLapsed;
import org.repatria.assets.domain.AssetCommand.StepCommand.ConfirmAssetStep;
import org.repatria.assets.domain.AssetCommand.StepCommand.RecordFinding;
import org.repatria.assets.domain.AssetEvent.DistributionGapClosed;
import org.repatria.assets.domain.AssetEvent.DistributionGapFound;
import org.repatria.assets.domain.AssetEvent.FindingRecorded;
import org.repatria.assets.domain.AssetEvent.HearingRecorded;
import org.repatria.assets.domain.AssetEvent.OrderChanged;
import org.repatria.assets.domain.AssetEvent.OrderRecorded;
import org.repatria.assets.domain.AssetEvent.RestraintDischarged;
import org.repatria.assets.domain.AssetEvent.RestraintExtended;
import org.repatria.assets.domain.AssetEvent.RestraintLapsed;
import org.repatria.assets.domain.AssetEvent.RestraintRecorded;
import org.repatria.assets.domain.AssetEvent.StepConfirmed;
import org.repatria.assets.domain.AssetEvent.StepProposed;
import org.repatria.assets.domain.AssetEvent.StepRefused;
import org.repatria.assets.domain.Line.Need;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Occasion;

/** Generated histories, in which steps become known in any order of their days. */
class OrderLawsTest {

    private static final int HISTORIES = 2_000;
    private static final int COMMANDS = 50;
    private static final int DAYS = 40;

    private static final AssetDecider DECIDER = new AssetDecider();
    private static final Instant LATER = Instant.parse("2017-03-16T12:00:00Z");

    private static final Set<OrderKind> CONFISCATING = EnumSet.of(OrderKind.CONFISCATION, OrderKind.VALUE_CONFISCATION);

    private static final Map<AssetStatus, Set<OrderKind>> NEEDS_ORDER = Map.ofEntries(
            Map.entry(
                    AssetStatus.RELEASED,
                    EnumSet.of(
                            OrderKind.RESTRAINT,
                            OrderKind.SEIZURE,
                            OrderKind.CONFISCATION,
                            OrderKind.VALUE_CONFISCATION)),
            Map.entry(AssetStatus.LAPSED, EnumSet.of(OrderKind.RESTRAINT, OrderKind.SEIZURE)),
            Map.entry(AssetStatus.LAPSED_PRESUMED, EnumSet.of(OrderKind.RESTRAINT, OrderKind.SEIZURE)),
            Map.entry(AssetStatus.RESTRAINED, EnumSet.of(OrderKind.RESTRAINT)),
            Map.entry(AssetStatus.SEIZED, EnumSet.of(OrderKind.SEIZURE)),
            Map.entry(AssetStatus.FORFEITURE_PENDING, CONFISCATING),
            Map.entry(AssetStatus.CONFISCATED_NOT_FINAL, CONFISCATING),
            Map.entry(AssetStatus.CONFISCATED_FINAL, CONFISCATING),
            Map.entry(
                    AssetStatus.IN_DISPOSAL,
                    EnumSet.of(OrderKind.INTERLOCUTORY_SALE, OrderKind.CONFISCATION, OrderKind.VALUE_CONFISCATION)),
            Map.entry(AssetStatus.REALISED, CONFISCATING),
            Map.entry(AssetStatus.DISTRIBUTION_AGREED, CONFISCATING));

    private record Asked(AssetCommand command, Actor by) {}

    private final Set<AssetStatus> reached = EnumSet.noneOf(AssetStatus.class);
    private final Set<Distribution.Gap> opened = EnumSet.noneOf(Distribution.Gap.class);
    private final Set<AssetStatus> left = EnumSet.noneOf(AssetStatus.class);

    @Test
    void whatever_becomes_known_in_whatever_order_the_laws_hold() {
        for (var seed = 0; seed < HISTORIES; seed++) {
            history(seed);
        }
        assertThat(reached)
                .as("every status that follows from orders and findings is reached")
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(AssetStatus.AWARDED_TO_CLAIMANT)));
        assertThat(opened)
                .as("the gap that orders open; DistributingTest has the others")
                .contains(Distribution.Gap.CONFISCATION);
        var ends = EnumSet.of(AssetStatus.DISSIPATED, AssetStatus.NOT_RECOVERABLE);
        assertThat(left).as("no asset comes back from an end").doesNotContainAnyElementsOf(ends);
    }

    private void history(int seed) {
        var random = new SplittableRandom(seed);
        // Where there are few, all of them may have ended.
        var orders = 2 + seed % 5;
        var asset = onFile();
        var facts = new ArrayList<AssetEvent>();
        List<Distribution.Gap> gaps = List.of();
        for (var i = 0; i < COMMANDS; i++) {
            var asked = anything(random, i, orders, asset);
            if (!(DECIDER.answer(asked.command(), asset, Occasion.of(asked.by(), LATER))
                    instanceof Accepted<AssetEvent>(var events))) {
                continue;
            }
            if (events.isEmpty()) {
                continue;
            }
            var after = (Registered) DECIDER.foldFrom(asset, events);
            the_status_names_its_order_or_finding(after);
            no_life_runs_back(asset, after);
            if (after.status() != asset.status()) {
                left.add(asset.status());
            }
            reached.add(after.status());
            events.stream().filter(OrderLawsTest::isFact).forEach(facts::add);
            gaps = told(events, gaps);
            assertThat(Distributing.gaps(after)).as("as told").isEqualTo(gaps);
            opened.addAll(gaps);
            asset = after;
        }
        entered_in_time_it_is_the_same(facts, asset);
    }

    /** What the events say that no longer fits of what was agreed. */
    private static List<Distribution.Gap> told(List<AssetEvent> events, List<Distribution.Gap> before) {
        var told = before;
        for (var event : events) {
            told = switch (event) {
                case DistributionGapFound e -> e.gaps();
                case DistributionGapClosed _ -> List.of();
                default -> told;
            };
        }
        return told;
    }

    private static void the_status_names_its_order_or_finding(Registered asset) {
        var status = asset.status();
        var kinds = NEEDS_ORDER.getOrDefault(status, Set.of());
        if (kinds.isEmpty()) {
            assertThat(status == AssetStatus.IDENTIFIED
                            || asset.findings().stream()
                                    .anyMatch(it -> it.kind().status() == status))
                    .as("%s without a finding", status)
                    .isTrue();
        } else {
            assertThat(asset.orders()).as("%s", status).anyMatch(it -> kinds.contains(it.kind()));
        }
        // What holds it is never told as less than held.
        if (asset.orders().stream()
                .anyMatch(it -> it.status().isRunning()
                        && (it.kind() == OrderKind.RESTRAINT || it.kind() == OrderKind.SEIZURE))) {
            assertThat(status).isGreaterThanOrEqualTo(AssetStatus.RESTRAINED);
        }
    }

    /** By its days each step follows from the one before; and nothing that was recorded is ever lost. */
    private static void no_life_runs_back(Registered before, Registered after) {
        for (var order : after.orders()) {
            var was = before.order(order.id());
            if (was.equals(Optional.of(order))) {
                continue;
            }
            var life = order.life();
            var follows = IntStream.range(1, life.size())
                    .allMatch(i -> !life.get(i).on().isBefore(life.get(i - 1).on())
                            && !StepTables.between(
                                            order.kind(),
                                            life.get(i - 1).status(),
                                            life.get(i).status())
                                    .isEmpty());
            assertThat(follows).as("%s", life).isTrue();
            was.ifPresent(it -> assertThat(life).containsAll(it.life()));
        }
        assertThat(after.orders()).hasSizeGreaterThanOrEqualTo(before.orders().size());
        assertThat(after.findings()).containsAll(before.findings());
    }

    /** The same facts, entered by their days. Each step is possible then too, and all leads to the same. */
    private static void entered_in_time_it_is_the_same(List<AssetEvent> facts, Registered late) {
        var on = Occasion.of(LENA, LATER);
        var inTime = onFile();
        for (var fact : facts.stream()
                .sorted(comparing(OrderLawsTest::dayOf).thenComparingInt(OrderLawsTest::rank))
                .toList()) {
            if (step(fact).isPresent()) {
                var order = inTime.order(step(fact).get().orderId()).orElseThrow();
                assertThat(Orders.unfit(order, step(fact).get().change(), inTime, on))
                        .as("%s, entered in time", fact)
                        .isEmpty();
            }
            inTime = (Registered) DECIDER.evolve(inTime, fact);
        }
        var entered = inTime;
        assertThat(entered.status()).as("%s", facts).isEqualTo(late.status());
        assertThat(late.orders())
                .allSatisfy(order -> assertThat(entered.order(order.id()).map(CourtOrder::life))
                        .contains(order.life()));
    }

    private static Optional<Proposal.Step.OfOrder> step(AssetEvent fact) {
        return switch (fact) {
            case OrderChanged e -> Optional.of(new Proposal.Step.OfOrder(e.orderId(), e.change()));
            case RestraintDischarged e ->
                Optional.of(new Proposal.Step.OfOrder(
                        e.orderId(),
                        new OrderChange(
                                Assets.LIFTED,
                                OrderStatus.DISCHARGED,
                                e.discharge().dischargedOn(),
                                Particulars.said(
                                        e.discharge().courtReference(),
                                        Optional.of(e.discharge().reason()),
                                        e.discharge().requestingStateHeardOn()),
                                LATER)));
            default -> Optional.empty();
        };
    }

    private static LocalDate dayOf(AssetEvent fact) {
        return switch (fact) {
            case RestraintRecorded e -> e.order().begunOn();
            case OrderRecorded e -> e.order().begunOn();
            case RestraintExtended e -> e.successor().begunOn();
            case FindingRecorded e -> e.finding().on();
            case HearingRecorded e -> e.hearing().askedOn();
            case RestraintLapsed _ -> LocalDate.MAX;
            default -> step(fact).orElseThrow().change().on();
        };
    }

    /** On one day an order is made before anything happens to it, and an asset leaves after all of it. */
    private static int rank(AssetEvent fact) {
        return switch (fact) {
            case RestraintRecorded _, OrderRecorded _ -> 0;
            case RestraintExtended _, HearingRecorded _ -> 1;
            case FindingRecorded _ -> 100;
            case RestraintLapsed _ -> 101;
            default ->
                2
                        + List.of(OrderStatus.values())
                                .indexOf(step(fact).orElseThrow().change().to());
        };
    }

    private static boolean isFact(AssetEvent event) {
        return switch (event) {
            case StepProposed _, StepConfirmed _, StepRefused _, DistributionGapFound _, DistributionGapClosed _ ->
                false;
            default -> true;
        };
    }

    private static Registered onFile() {
        var on = Occasion.of(ANA, LATER);
        var asset = DECIDER.initial();
        var commands = new ArrayList<AssetCommand>(List.of(Assets.registerHouse()));
        commands.addAll(Assets.bearingAll(Assets.VINT));
        commands.add(Assets.record(HELD, Assets.owns(Assets.holder(HOLDINGS), 1, 1)));
        for (var command : commands) {
            asset = DECIDER.foldFrom(asset, ((Accepted<AssetEvent>) DECIDER.answer(command, asset, on)).events());
        }
        return (Registered) asset;
    }

    private static Asked anything(SplittableRandom random, int number, int orders, Registered asset) {
        var day = MARCH_16.plusDays(random.nextInt(DAYS));
        var order = order(random.nextInt(orders));
        var next = NEXT.get(asset.status());
        if (next != null && random.nextBoolean()) {
            return asset.waiting().isEmpty()
                    ? new Asked(
                            new RecordFinding(new StepId("step-next-" + number), next, END, sums(next, END, asset)),
                            AMIR)
                    : confirming(asset.waiting().getLast());
        }
        var judgment = asset.orders().stream()
                .filter(it -> it.tells() == AssetStatus.CONFISCATED_FINAL)
                .findFirst();
        if (judgment.isPresent() && !Distributing.standing(asset).isEmpty() && random.nextInt(4) == 0) {
            var reversal = Said.of(Need.COURT_REFERENCE, Need.REASON);
            return new Asked(
                    new ChangeOrder(judgment.get().id(), step(random), OrderStatus.DISCHARGED, END, reversal), LENA);
        }
        var holding =
                asset.orders().stream().filter(it -> it.kind().isHolding()).toList();
        if (asset.status() == AssetStatus.LAPSED_PRESUMED && !holding.isEmpty() && random.nextInt(4) == 0) {
            var lapsed = pick(random, holding).id();
            return new Asked(
                    random.nextBoolean() ? Assets.hear(lapsed, END, Optional.of(END)) : new MarkRestraintLapsed(lapsed),
                    LENA);
        }
        return switch (random.nextInt(13)) {
            case 0, 1 -> {
                var kind = pick(random, List.of(OrderKind.values()));
                var to = random.nextBoolean() ? OrderStatus.APPLIED : OrderStatus.ISSUED;
                yield new Asked(
                        new RecordOrder(order, kind, "a basis", Optional.empty(), to, day, said(random, order, day)),
                        LENA);
            }
            case 2 -> {
                // Early on an asset seldom leaves, so that much can happen to it.
                var kinds = List.of(Finding.Kind.values());
                var kind = pick(random, number < COMMANDS / 2 && random.nextInt(6) > 0 ? kinds.subList(0, 2) : kinds);
                var actor = List.of(ANA, AMIR, LENA).get(random.nextInt(3));
                yield new Asked(new RecordFinding(step(random), kind, day, sums(kind, day, asset)), actor);
            }
            case 3, 4 ->
                new Asked(
                        new ConfirmAssetStep(step(random)),
                        List.of(LENA, AMIR, SUE).get(random.nextInt(3)));
            case 5 -> new Asked(new MarkRestraintLapsed(order), LENA);
            case 6 ->
                new Asked(
                        new ExtendRestraint(
                                order, order(6 + random.nextInt(3)), "an extension", "a basis", day, END.plusDays(30)),
                        LENA);
            case 7 -> new Asked(Assets.hear(order, day, Optional.of(day)), LENA);
            default -> {
                var to = pick(random, List.of(OrderStatus.values()));
                var on = to == OrderStatus.EXPIRED ? END.plusDays(1) : day;
                yield new Asked(new ChangeOrder(order, step(random), to, on, said(random, order, on)), LENA);
            }
        };
    }

    private static Asked confirming(Proposal proposal) {
        return new Asked(
                new ConfirmAssetStep(proposal.step().id()),
                Stream.of(LENA, AMIR, SUE, HANA)
                        .filter(it -> it.hasAnyRole(proposal.confirmedBy()))
                        .findFirst()
                        .orElseThrow());
    }

    /** What comes next of an asset that is confiscated for good. */
    private static final Map<AssetStatus, Finding.Kind> NEXT = Map.of(
            AssetStatus.CONFISCATED_FINAL, Finding.Kind.DISPOSAL,
            AssetStatus.IN_DISPOSAL, Finding.Kind.REALISED,
            AssetStatus.REALISED, Finding.Kind.DISTRIBUTION_AGREED,
            AssetStatus.DISTRIBUTION_AGREED, Finding.Kind.RETURNED);

    private static final LocalDate END = MARCH_16.plusDays(DAYS + 10);

    private static Particulars said(SplittableRandom random, OrderId order, LocalDate day) {
        var needs = new ArrayList<>(List.of(Need.values()));
        if (random.nextInt(4) == 0) {
            needs.remove(Need.COURT_REFERENCE);
        }
        var said = new Said(needs, END, day, order(random.nextInt(2))).particulars();
        // One decision is about one order.
        return new Particulars(
                said.courtReference().map(it -> it + " of " + order + " on " + day),
                said.paper(),
                said.reason(),
                said.endsOn(),
                said.zone(),
                said.notified(),
                said.servedOn(),
                said.servedHow(),
                // It follows from what was recorded of a hearing.
                Optional.empty(),
                random.nextInt(5) == 0 ? Optional.of("the garage") : Optional.empty(),
                said.replacedBy(),
                said.amount(),
                said.screened(),
                said.measure(),
                said.share(),
                said.replyBy(),
                Optional.empty());
    }

    /** What an agreement or a return must say by what is recorded; of others, the price of a sale. */
    private static Particulars sums(Finding.Kind kind, LocalDate day, Registered asset) {
        var price = new Money("1850000.00", "USD");
        var sales = asset.findings().stream()
                .filter(it -> it.kind() == Finding.Kind.REALISED && !it.on().isAfter(day))
                .count();
        var brought = price.ofUnits(price.units().multiply(BigInteger.valueOf(sales)));
        var left = Optional.ofNullable(Distributing.standing(asset).get("USD"))
                .flatMap(agreed -> Distributing.left(agreed, asset));
        return Said.summing(
                Optional.of(kind == Finding.Kind.RETURNED ? left.orElse(price) : price),
                Optional.of(Said.allReturned(brought)).filter(_ -> kind == Finding.Kind.DISTRIBUTION_AGREED));
    }

    private static <T> T pick(SplittableRandom random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static OrderId order(int number) {
        return new OrderId("order-" + number);
    }

    private static StepId step(SplittableRandom random) {
        return new StepId("step-" + random.nextInt(4));
    }
}
