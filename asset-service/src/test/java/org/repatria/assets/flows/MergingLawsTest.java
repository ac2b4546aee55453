package org.repatria.assets.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.COURT_ZONE;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.NOON;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.assets.Kept;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.ClaimCommand.ChangeClaim;
import org.repatria.assets.domain.AssetCommand.ClaimCommand.FileClaim;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.MergeAsset;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.SeparateAsset;
import org.repatria.assets.domain.AssetCommand.InterestCommand.RecordInterest;
import org.repatria.assets.domain.AssetCommand.LinkCase;
import org.repatria.assets.domain.AssetCommand.Place;
import org.repatria.assets.domain.AssetCommand.RecordValuation;
import org.repatria.assets.domain.AssetCommand.RegisterAsset;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.ExtendRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.RecordRestraint;
import org.repatria.assets.domain.AssetCommand.StepCommand.ConfirmAssetStep;
import org.repatria.assets.domain.AssetCommand.UnderPolicy;
import org.repatria.assets.domain.AssetCommand.UpkeepCommand.RecordUpkeepPaid;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.AssetKind;
import org.repatria.assets.domain.Assets;
import org.repatria.assets.domain.CaseId;
import org.repatria.assets.domain.Claim;
import org.repatria.assets.domain.ClaimId;
import org.repatria.assets.domain.ClaimStatus;
import org.repatria.assets.domain.Confidence;
import org.repatria.assets.domain.Content;
import org.repatria.assets.domain.CourtOrder;
import org.repatria.assets.domain.CurrentValue;
import org.repatria.assets.domain.Fraction;
import org.repatria.assets.domain.Identifier;
import org.repatria.assets.domain.InterestEntry;
import org.repatria.assets.domain.InterestId;
import org.repatria.assets.domain.Line;
import org.repatria.assets.domain.Measure;
import org.repatria.assets.domain.Money;
import org.repatria.assets.domain.OrderId;
import org.repatria.assets.domain.Provenance;
import org.repatria.assets.domain.Right;
import org.repatria.assets.domain.Said;
import org.repatria.assets.domain.StepId;
import org.repatria.assets.domain.Upkeep;
import org.repatria.assets.domain.UpkeepId;
import org.repatria.assets.domain.Valuation;
import org.repatria.assets.domain.identifiers.Scheme;
import org.repatria.assets.publishing.AssetPublishing;
import org.repatria.assets.reactions.WhenAssetMayBeTwoThenSettleIt;
import org.repatria.clocks.Clock;
import org.repatria.clocks.Warning;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.decider.Outcome;
import org.repatria.edge.Json;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesOver;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.StoreUnavailable;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.policy.Act;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Merged, two assets say all of what they said once; separated, each says what it said before. */
class MergingLawsTest {

    private static final Actor ANA = new Actor("ana.analyst", Set.of("AN"), "XH-CA");
    private static final Actor LENA = new Actor("lena.legal", Set.of("LO"), "XH-CA");
    private static final Actor SUE = new Actor("sue.supervisor", Set.of("SU"), "XH-CA");
    private static final AssetId ONE = new AssetId("asset-one");
    private static final AssetId TWO = new AssetId("asset-two");
    private static final int ROUNDS = 200;

    @Test
    void merged_they_say_all_of_it_once_and_separated_what_each_said_before() {
        var merged = 0;
        for (var seed = 0; seed < ROUNDS; seed++) {
            var world = new World(seed);
            world.live(ONE, 6);
            world.live(TWO, 6);
            var one = world.said(ONE);
            var two = world.said(TWO);
            var clocksOfOne = running(world.asset(ONE));
            var clocksOfTwo = running(world.asset(TWO));
            var known = Stream.concat(one.valuations().stream(), two.valuations().stream())
                    .toList();

            if (!world.merge()) {
                assertThat(world.said(ONE)).as("seed %d", seed).isEqualTo(one);
                assertThat(world.said(TWO)).as("seed %d", seed).isEqualTo(two);
                continue;
            }
            merged++;
            var both = world.said(TWO);
            nothing_is_lost_and_nothing_is_there_twice(one, two, both, seed);
            sums_are_those_of_all_that_is_known(world, known, seed);
            assertThat(running(world.asset(TWO)))
                    .as("seed %d", seed)
                    .isEqualTo(distinct(List.copyOf(clocksOfOne), List.copyOf(clocksOfTwo)));

            world.separate();
            assertThat(running(world.asset(ONE))).as("seed %d", seed).isEqualTo(clocksOfOne);
            assertThat(running(world.asset(TWO))).as("seed %d", seed).isEqualTo(clocksOfTwo);
            assertThat(world.said(ONE)).as("seed %d", seed).isEqualTo(one);
            assertThat(world.said(TWO)).as("seed %d", seed).isEqualTo(two);
            assertThat(world.asset(ONE).sameness().isMerged()).isFalse();
        }
        assertThat(merged).as("mergers that nothing stood against").isBetween(ROUNDS / 4, ROUNDS - 10);
    }

    @Test
    void what_becomes_of_it_meanwhile_goes_with_what_it_came_from_and_what_is_new_stays() {
        var grown = 0;
        for (var seed = 0; seed < ROUNDS; seed++) {
            var world = new World(seed);
            world.live(ONE, 6);
            world.live(TWO, 6);
            var one = world.said(ONE);
            var two = world.said(TWO);
            if (!world.merge()) {
                continue;
            }
            var came = world.asset(TWO).sameness().takenIn().getFirst().content();
            world.live(TWO, 8);
            var both = world.said(TWO);
            world.separate();

            var after = world.said(ONE);
            assertThat(ids(after.orders(), CourtOrder::id))
                    .as("seed %d", seed)
                    .containsAll(ids(one.orders(), CourtOrder::id));
            assertThat(after.valuations()).as("seed %d", seed).isEqualTo(one.valuations());
            assertThat(after.identifiers()).as("seed %d", seed).isEqualTo(asCorrected(one, after));
            assertThat(after.cases()).containsExactlyInAnyOrderElementsOf(one.cases());
            // Each order that came stands at home as it stood at the other, and so does what extends it.
            for (var order : came.orders()) {
                var stood = order(both, order.id());
                assertThat(order(after, order.id()).status())
                        .as("seed %d", seed)
                        .isEqualTo(stood.status());
                stood.extendedBy().ifPresent(it -> assertThat(order(after, it)).isEqualTo(order(both, it)));
                grown += stood.equals(order) ? 0 : 1;
            }
            // So does each claim that came, each payment, and each entry in a register.
            for (var claim : came.claims()) {
                assertThat(claim(after, claim.id()).status())
                        .as("seed %d", seed)
                        .isEqualTo(claim(both, claim.id()).status());
                grown += claim(both, claim.id()).equals(claim) ? 0 : 1;
            }
            assertThat(paid(after)).as("seed %d", seed).containsAll(paid(one));
            assertThat(world.said(TWO).upkeep())
                    .as("seed %d", seed)
                    .isEqualTo(both.upkeep().stream()
                            .filter(it -> !ids(came.upkeep(), Upkeep::id).contains(it.id()))
                            .toList());
            assertThat(ids(world.said(TWO).claims(), Claim::id))
                    .as("seed %d", seed)
                    .containsAll(ids(two.claims(), Claim::id));
            assertThat(world.said(TWO).claims()).as("seed %d", seed).noneMatch(after.claims()::contains);
            assertThat(Stream.of(after, world.said(TWO)).flatMap(it -> it.registerEntries().stream()))
                    .as("seed %d", seed)
                    .hasSizeGreaterThanOrEqualTo(both.registerEntries().size());
            // What the requesting state was asked stands where its order does.
            for (var hearing : came.hearings()) {
                assertThat(after.hearings())
                        .as("seed %d", seed)
                        .anyMatch(it -> it.askedOn().equals(hearing.askedOn()));
            }
            assertThat(Stream.of(after, world.said(TWO)).flatMap(it -> it.hearings().stream()))
                    .as("seed %d", seed)
                    .hasSizeGreaterThanOrEqualTo(both.hearings().size());
            // All that was there is in one of the two, and nothing is in both that was not in both before.
            var here = ids(world.said(TWO).orders(), CourtOrder::id);
            assertThat(here).as("seed %d", seed).containsAll(ids(two.orders(), CourtOrder::id));
            var everything = new HashSet<>(here);
            everything.addAll(ids(after.orders(), CourtOrder::id));
            assertThat(everything).as("seed %d", seed).containsAll(ids(both.orders(), CourtOrder::id));
            assertThat(world.said(TWO).valuations())
                    .as("seed %d", seed)
                    .isEqualTo(both.valuations().stream()
                            .filter(it -> !came.valuations().contains(it))
                            .toList());
        }
        assertThat(grown).as("orders that went on meanwhile").isGreaterThan(10);
    }

    /**
     * Whoever hears the events of one file alone, from its first one on, knows what is open there. Of a file for which
     * another one stands that is nothing.
     */
    @Test
    void the_events_of_each_file_tell_what_is_open_there_merged_and_separated_and_merged_again() {
        var moved = 0;
        for (var seed = 0; seed < ROUNDS; seed++) {
            var world = new World(seed);
            world.live(ONE, 8);
            world.live(TWO, 8);
            var ofOne = world.isTold(ONE, seed);
            var ofTwo = world.isTold(TWO, seed);
            if (!world.merge()) {
                continue;
            }
            assertThat(world.isTold(ONE, seed)).as("seed %d", seed).isEmpty();
            assertThat(world.isTold(TWO, seed)).as("seed %d", seed).containsAll(ofTwo);
            moved += ofOne.size();
            world.separate();
            assertThat(world.isTold(ONE, seed)).as("seed %d", seed).isEqualTo(ofOne);
            assertThat(world.isTold(TWO, seed)).as("seed %d", seed).isEqualTo(ofTwo);

            world.live(ONE, 4);
            world.live(TWO, 4);
            if (world.merge()) {
                world.live(TWO, 8);
                assertThat(world.isTold(ONE, seed)).as("seed %d", seed).isEmpty();
                world.isTold(TWO, seed);
                world.separate();
                world.isTold(ONE, seed);
                world.isTold(TWO, seed);
            }
        }
        assertThat(moved).as("things that were open at the file that went").isGreaterThan(ROUNDS / 4);
    }

    /** The store goes away before or after any of the writes, of both halves of the way there and back. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_merging_that_is_cut_off_anywhere_comes_to_its_end_when_it_is_heard_of(boolean isWritten) {
        for (var cut = 0; cut < 12; cut++) {
            var world = World.thatCanMerge();
            var one = world.said(ONE);
            var two = world.said(TWO);
            world.propose();

            world.cutting(cut, isWritten)
                    .execute(world.confirmation())
                    .onErrorComplete()
                    .block();
            world.hear(ONE);
            if (!world.asset(ONE).sameness().isMerged()) {
                // The person was told that it failed, and asks again.
                world.store.execute(world.confirmation()).block();
            }
            world.hear(ONE);
            assertThat(world.asset(ONE).sameness().mergedInto())
                    .as("cut %d", cut)
                    .isPresent();
            assertThat(world.asset(TWO).sameness().takenIn()).as("cut %d", cut).hasSize(1);
            assertThat(world.said(ONE).cases()).as("cut %d", cut).isEmpty();

            world.cutting(cut, isWritten)
                    .execute(world.separation())
                    .onErrorComplete()
                    .block();
            world.hear(ONE);
            if (world.asset(ONE).sameness().isMerged()) {
                world.store.execute(world.separation()).block();
            }
            world.hear(ONE);
            world.hear(TWO);
            assertThat(world.said(ONE)).as("cut %d", cut).isEqualTo(one);
            assertThat(world.said(TWO)).as("cut %d", cut).isEqualTo(two);
        }
    }

    /** What was asked for a merging that has ended is asked again, long after. */
    @Test
    void late_and_repeated_news_change_nothing() {
        var world = World.thatCanMerge();
        var old = new ArrayList<CommandEnvelope<AssetCommand>>();
        world.recording(old, world.confirmation(world.propose()));
        world.recording(old, world.separation());
        assertThat(old).hasSizeGreaterThan(5);
        var one = world.asset(ONE);
        var two = world.asset(TWO);

        for (var command : Stream.concat(old.stream(), old.reversed().stream()).toList()) {
            world.kept.bareAssets().execute(command).block();
        }

        assertThat(world.asset(ONE)).isEqualTo(one);
        assertThat(world.asset(TWO)).isEqualTo(two);
    }

    @Test
    void two_that_are_merged_into_one_another_at_one_moment_end_as_one_or_as_two() {
        var world = new World(7);
        world.propose();
        var other = world.proposed(TWO, ONE);
        world.kept.bareAssets().execute(world.confirmation()).block();
        world.kept.bareAssets().execute(other).block();
        world.hear(ONE);
        world.hear(TWO);
        world.hear(ONE);

        var one = world.asset(ONE).sameness();
        var two = world.asset(TWO).sameness();
        assertThat(one.isMerged() && two.isMerged()).isFalse();
        assertThat(one.takenIn()).hasSize(two.isMerged() ? 1 : 0);
        assertThat(two.takenIn()).hasSize(one.isMerged() ? 1 : 0);
    }

    private static void nothing_is_lost_and_nothing_is_there_twice(Content one, Content two, Content both, int seed) {
        assertThat(both.identifiers())
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(distinct(one.identifiers(), two.identifiers()));
        assertThat(both.cases())
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(distinct(one.cases(), two.cases()));
        assertThat(both.valuations().stream().map(MergingLawsTest::stated).toList())
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(distinct(
                        one.valuations().stream().map(MergingLawsTest::stated).toList(),
                        two.valuations().stream().map(MergingLawsTest::stated).toList()));
        assertThat(both.valuations()).extracting(Valuation::number).doesNotHaveDuplicates();
        assertThat(both.orders().stream().map(CourtOrder::courtReference).toList())
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(distinct(
                        one.orders().stream().map(CourtOrder::courtReference).toList(),
                        two.orders().stream().map(CourtOrder::courtReference).toList()));
        assertThat(both.interests().stream()
                        .map(it -> List.of(it.holder(), it.right()))
                        .toList())
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(distinct(
                        one.interests().stream()
                                .map(it -> List.of(it.holder(), it.right()))
                                .toList(),
                        two.interests().stream()
                                .map(it -> List.of(it.holder(), it.right()))
                                .toList()));
        assertThat(both.claims().stream()
                        .map(it -> List.of(it.claimant(), it.amount()))
                        .toList())
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(distinct(
                        one.claims().stream()
                                .map(it -> List.of(it.claimant(), it.amount()))
                                .toList(),
                        two.claims().stream()
                                .map(it -> List.of(it.claimant(), it.amount()))
                                .toList()));
        assertThat(entered(both))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(distinct(entered(one), entered(two)));
        assertThat(asked(both))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(distinct(asked(one), asked(two)));
        assertThat(both.upkeep().stream()
                        .map(it -> List.of(it.dueOn(), it.paidOn()))
                        .toList())
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(distinct(
                        one.upkeep().stream()
                                .map(it -> List.of(it.dueOn(), it.paidOn()))
                                .toList(),
                        two.upkeep().stream()
                                .map(it -> List.of(it.dueOn(), it.paidOn()))
                                .toList()));
    }

    /** The identifiers of a file with what was found wrong of them since. */
    private static List<Identifier> asCorrected(Content was, Content now) {
        var read = was.identifiers();
        for (var correction : now.corrections()) {
            if (!was.corrections().contains(correction)) {
                read = read.stream()
                        .map(it -> it.equals(correction.wrong()) ? correction.successor() : it)
                        .toList();
            }
        }
        return read;
    }

    /** What the requesting state was asked, by the decision that it is about. */
    private static List<Object> asked(Content said) {
        return said.hearings().stream()
                .<Object>map(it -> List.of(order(said, it.orderId()).courtReference(), it.askedOn(), it.answeredOn()))
                .toList();
    }

    /** The clocks of the law that run, whatever their orders are called. */
    private static Set<String> running(Registered asset) {
        return asset.clocks().clocks().stream()
                .filter(Clock::runs)
                .map(it -> "%s from %s to %s"
                        .formatted(it.rule().id(), it.trigger(), it.effective().lastDay()))
                .collect(Collectors.toSet());
    }

    private static Set<UpkeepId> paid(Content said) {
        return said.upkeep().stream()
                .filter(it -> it.paidOn().isPresent())
                .map(Upkeep::id)
                .collect(Collectors.toSet());
    }

    private static Claim claim(Content said, ClaimId id) {
        return said.claims().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** An entry by the decision that it is about, since the order of both goes by one id. */
    private static List<Object> entered(Content said) {
        return said.registerEntries().stream()
                .<Object>map(it -> List.of(
                        order(said, it.orderId()).courtReference(), it.register(), it.appliedOn(), it.enteredOn()))
                .toList();
    }

    /** By another account: of each kind, basis and currency the value of the latest day of both. */
    private static void sums_are_those_of_all_that_is_known(World world, List<Valuation> known, int seed) {
        assertThat(world.snapshot(ONE).path("values")).as("seed %d", seed).isEmpty();
        assertThat(world.snapshot(ONE).path("restraints")).isEmpty();
        assertThat(world.snapshot(ONE).path("cases")).isEmpty();
        var latest = known.stream()
                .collect(Collectors.groupingBy(
                        it -> it.kind() + " " + it.basis() + " " + it.value().currency(),
                        Collectors.collectingAndThen(Collectors.toList(), MergingLawsTest::ofTheLatestDay)));
        var shown = CurrentValue.latest(world.said(TWO).valuations());
        assertThat(shown).as("seed %d", seed).hasSize(latest.size());
        for (var value : shown) {
            assertThat(latest.get(value.kind() + " " + value.basis() + " "
                            + value.value().currency()))
                    .as("seed %d", seed)
                    .contains(value.value().amount());
        }
        assertThat(world.snapshot(TWO).path("values")).hasSize(latest.size());
    }

    private static Set<String> ofTheLatestDay(List<Valuation> valuations) {
        var day = valuations.stream()
                .map(Valuation::valuedOn)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return valuations.stream()
                .filter(it -> it.valuedOn().equals(day))
                .map(it -> it.value().amount())
                .collect(Collectors.toSet());
    }

    private static List<Object> stated(Valuation it) {
        return List.of(it.kind(), it.value(), it.valuedOn(), it.method(), it.valuer(), it.basis());
    }

    private static <T> Set<T> distinct(List<T> one, List<T> two) {
        var all = new HashSet<>(one);
        all.addAll(two);
        return all;
    }

    private static <T, I> Set<I> ids(List<T> things, Function<T, I> id) {
        return things.stream().map(id).collect(Collectors.toSet());
    }

    private static CourtOrder order(Content said, OrderId id) {
        return said.orders().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static final class World {
        private final Kept kept = Kept.inMemory();
        private final Aggregates<AssetCommand, Asset> store = kept.assets();
        private final Random random;
        private int names;

        World(int seed) {
            random = new Random(seed);
            register(ONE, "Account of the house");
            register(TWO, "Account for the boat");
        }

        /** Two that have lived a little, with nothing against their being one. */
        static World thatCanMerge() {
            return IntStream.range(0, ROUNDS)
                    .filter(seed -> lived(seed).merge())
                    .mapToObj(World::lived)
                    .findFirst()
                    .orElseThrow();
        }

        private static World lived(int seed) {
            var world = new World(seed);
            world.live(ONE, 6);
            world.live(TWO, 6);
            return world;
        }

        private void register(AssetId id, String description) {
            ask(
                    id,
                    ANA,
                    Act.RECORD_ASSET_FACTS,
                    new RegisterAsset(
                            id,
                            AssetKind.ACCOUNT,
                            description,
                            Optional.empty(),
                            Stream.of(
                                            Optional.of(new Identifier(
                                                    Scheme.IBAN, "GB82WEST12345698765432", Optional.empty())),
                                            id.equals(ONE)
                                                    ? Optional.of(new Identifier(
                                                            Scheme.ACCOUNT_NUMBER, "98765432", Optional.empty()))
                                                    : Optional.<Identifier>empty())
                                    .flatMap(Optional::stream)
                                    .toList(),
                            new Place("XH", Optional.empty()),
                            "Bank's answer",
                            Confidence.HIGH));
            for (var command : Assets.bearingAll(Assets.VINT)) {
                kept.assets()
                        .execute(CommandEnvelope.of(id.value(), command, Occasion.of(ANA, NOON)))
                        .block();
            }
        }

        /** A number becomes known beside one that is there, or in its place. */
        private AssetCommand renumbered(Identifier known, Identifier other) {
            return random.nextBoolean() ? new AssetCommand.RecordIdentifier(other) : Assets.reread(known, other);
        }

        /** Some of what can happen to an asset; what is refused does not happen. */
        void live(AssetId id, int steps) {
            for (var i = 0; i < steps; i++) {
                switch (random.nextInt(14)) {
                    case 0 ->
                        ask(id, ANA, Act.RECORD_ASSET_FACTS, new LinkCase(new CaseId("case-" + random.nextInt(4))));
                    case 1, 2 ->
                        ask(
                                id,
                                ANA,
                                Act.RECORD_ASSET_FACTS,
                                new RecordValuation(
                                        random.nextBoolean() ? Valuation.Kind.FACE : Valuation.Kind.ESTIMATE_DESK,
                                        new Money(
                                                (1 + random.nextInt(3)) + "00.00",
                                                random.nextBoolean() ? "USD" : "CHF"),
                                        MARCH_16.minusDays(random.nextInt(3)),
                                        "statement",
                                        "the bank",
                                        Valuation.Basis.GROSS,
                                        List.of()));
                    case 3 ->
                        ask(
                                id,
                                ANA,
                                Act.RECORD_ASSET_FACTS,
                                new RecordInterest(
                                        new InterestId("interest-" + id.value().substring(6) + names++),
                                        new InterestEntry(
                                                Right.OWNER,
                                                new InterestEntry.Named(
                                                        Optional.empty(),
                                                        Optional.of("Holder " + random.nextInt(4)),
                                                        Optional.of(MARCH_16),
                                                        Optional.empty()),
                                                Optional.of(new Fraction(1, 3)),
                                                Optional.empty(),
                                                Optional.empty(),
                                                "Extract",
                                                Confidence.HIGH)));
                    case 4 ->
                        ask(
                                id,
                                LENA,
                                Act.RECORD_COURT_ORDERS,
                                new RecordRestraint(
                                        new OrderId("order-" + id.value().substring(6) + names++),
                                        "ref-" + random.nextInt(4),
                                        "art. 263",
                                        MARCH_16,
                                        MARCH_16.plusDays(90),
                                        COURT_ZONE,
                                        Optional.of(Measure.FOREIGN_FORFEITURE).filter(_ -> random.nextBoolean())));
                    case 5 -> ask(id, LENA, Act.RECORD_CLAIMS, claim(id));
                    case 6 ->
                        asset(id).claims().stream()
                                .findAny()
                                .ifPresent(it -> ask(
                                        id,
                                        LENA,
                                        Act.RECORD_CLAIMS,
                                        new ChangeClaim(
                                                it.id(),
                                                new StepId("step-claim" + names++),
                                                ClaimStatus.ADMITTED,
                                                MARCH_16,
                                                Said.of(Line.Need.COURT_REFERENCE))));
                    case 7 ->
                        asset(id).orders().stream()
                                .findAny()
                                .ifPresent(it -> ask(
                                        id,
                                        LENA,
                                        Act.RECORD_COURT_ORDERS,
                                        Assets.enter(
                                                it.id(),
                                                MARCH_16,
                                                Optional.of(MARCH_16).filter(_ -> random.nextBoolean()))));
                    case 8 ->
                        ask(
                                id,
                                ANA,
                                Act.RECORD_ASSET_FACTS,
                                Assets.due(
                                        id.value().substring(6) + names++,
                                        "2400.00",
                                        "USD",
                                        MARCH_16.plusDays(random.nextInt(3))));
                    case 9 ->
                        asset(id).upkeep().stream()
                                .findAny()
                                .ifPresent(it ->
                                        ask(id, ANA, Act.RECORD_ASSET_FACTS, new RecordUpkeepPaid(it.id(), MARCH_16)));
                    case 10 ->
                        ask(
                                id,
                                ANA,
                                Act.RECORD_ASSET_FACTS,
                                Assets.moved(
                                        id.value().substring(6) + names++,
                                        "XH",
                                        MARCH_16.minusDays(random.nextInt(3))));
                    case 12 ->
                        asset(id).identifiers().stream()
                                .filter(it -> it.scheme() == Scheme.ACCOUNT_NUMBER)
                                .findAny()
                                .ifPresent(it -> ask(
                                        id,
                                        ANA,
                                        Act.RECORD_ASSET_FACTS,
                                        renumbered(
                                                it,
                                                new Identifier(
                                                        Scheme.ACCOUNT_NUMBER,
                                                        "7000" + id.value().length() + names++,
                                                        Optional.of(new Provenance("Letter", Confidence.LOW))))));
                    case 11 ->
                        asset(id).orders().stream()
                                .findAny()
                                .ifPresent(it -> ask(
                                        id,
                                        LENA,
                                        Act.RECORD_COURT_ORDERS,
                                        Assets.hear(
                                                it.id(),
                                                MARCH_16,
                                                Optional.of(MARCH_16)
                                                        .filter(_ -> !asset(id)
                                                                        .hearings()
                                                                        .isEmpty()
                                                                || random.nextBoolean()))));
                    default -> goOn(id);
                }
            }
        }

        private FileClaim claim(AssetId id) {
            var said = Assets.claimAmount("of" + random.nextInt(3), "100.00", MARCH_16);
            return new FileClaim(
                    new ClaimId("claim-" + id.value().substring(6) + names++),
                    said.claimant(),
                    said.right(),
                    said.share(),
                    said.amount(),
                    said.answers(),
                    said.samePartAs(),
                    said.on(),
                    said.particulars());
        }

        private void goOn(AssetId id) {
            asset(id).liveOrders().stream()
                    .findAny()
                    .ifPresent(order -> ask(
                            id,
                            LENA,
                            Act.RECORD_COURT_ORDERS,
                            new ExtendRestraint(
                                    order.id(),
                                    new OrderId("order-longer" + id.value().substring(6) + names++),
                                    "longer-" + names,
                                    "art. 263",
                                    MARCH_16,
                                    MARCH_16.plusDays(180))));
        }

        boolean merge() {
            if (!(store.execute(proposal()).block() instanceof Outcome.Done)) {
                return false;
            }
            store.execute(confirmation()).block();
            return true;
        }

        StepId propose() {
            store.execute(proposal()).block();
            return new StepId("step-merge");
        }

        private CommandEnvelope<AssetCommand> proposal() {
            return envelope(
                    ONE, ANA, Act.RECORD_ASSET_FACTS, new MergeAsset(new StepId("step-merge"), TWO, "one account"));
        }

        CommandEnvelope<AssetCommand> proposed(AssetId id, AssetId into) {
            ask(id, ANA, Act.RECORD_ASSET_FACTS, new MergeAsset(new StepId("step-other"), into, "one account"));
            return envelope(id, SUE, Act.MOVE_ASSET, new ConfirmAssetStep(new StepId("step-other")));
        }

        CommandEnvelope<AssetCommand> confirmation() {
            return confirmation(new StepId("step-merge"));
        }

        CommandEnvelope<AssetCommand> confirmation(StepId stepId) {
            return envelope(ONE, SUE, Act.MOVE_ASSET, new ConfirmAssetStep(stepId));
        }

        CommandEnvelope<AssetCommand> separation() {
            return envelope(ONE, ANA, Act.RECORD_ASSET_FACTS, new SeparateAsset("two after all"));
        }

        void separate() {
            assertThat(store.execute(separation()).block()).isInstanceOf(Outcome.Done.class);
        }

        /** All that an asset says; a link says which case, whenever it was made. */
        Content said(AssetId id) {
            return Content.of(asset(id));
        }

        Registered asset(AssetId id) {
            return (Registered) kept.bareAssets().read(id.value()).block().state();
        }

        /** What is open at an asset, once its events tell the same. */
        Set<String> isTold(AssetId id, int seed) {
            var told = new Open();
            kept.bareAssets()
                    .journal(id.value(), 0, 1_000)
                    .toStream()
                    .flatMap(entry -> entry.publication().stream())
                    .forEach(it -> told.hear(it.type(), Json.MAPPER.readTree(it.data())));
            assertThat(told.things).as("seed %d, %s", seed, id).isEqualTo(Open.of(asset(id)));
            return told.things;
        }

        JsonNode snapshot(AssetId id) {
            return Json.MAPPER.valueToTree(new AssetPublishing()
                    .snapshot(id.value(), asset(id))
                    .orElseThrow()
                    .data());
        }

        void hear(AssetId id) {
            var event = PublishedRecord.of("asset.merger-changed.v1", id.value(), 1, NOON, "{}");
            var commands = new WhenAssetMayBeTwoThenSettleIt()
                    .to(event).stream()
                            .map(it -> CommandEnvelope.of(
                                    it.aggregateId(), it.command(), Occasion.of(Actor.system("links-of-assets"), NOON)))
                            .toList();
            store.executeAll(commands).block();
        }

        Aggregates<AssetCommand, Asset> cutting(int after, boolean isWritten) {
            return new MeetingAssets(new Cut(kept.bareAssets(), after, isWritten), kept.alike());
        }

        void recording(List<CommandEnvelope<AssetCommand>> seen, CommandEnvelope<AssetCommand> deed) {
            var assets = new Cut(kept.bareAssets(), Integer.MAX_VALUE, true);
            new MeetingAssets(assets, kept.alike()).execute(deed).block();
            seen.addAll(assets.seen);
        }

        private void ask(AssetId id, Actor by, Act act, AssetCommand command) {
            store.execute(envelope(id, by, act, command)).block();
        }

        private static CommandEnvelope<AssetCommand> envelope(AssetId id, Actor by, Act act, AssetCommand command) {
            return CommandEnvelope.of(id.value(), new UnderPolicy(act, command), Occasion.of(by, NOON));
        }
    }

    /** What is watched of an asset: orders until their last day, claims, payments, clocks that have warned. */
    private static final class Open {
        private final Set<String> things = new TreeSet<>();

        static Set<String> of(Registered asset) {
            if (asset.sameness().isMerged()) {
                return Set.of();
            }
            var open = new TreeSet<String>();
            asset.orders().stream()
                    .filter(it -> it.isWatched() && it.status().isRunning())
                    .forEach(it -> open.add(it.id().value()));
            asset.claims().stream()
                    .filter(it -> it.status().isOpen())
                    .forEach(it -> open.add(it.id().value()));
            asset.upkeep().stream()
                    .filter(it -> it.paidOn().isEmpty())
                    .forEach(it -> open.add(it.id().value()));
            asset.clocks().clocks().stream()
                    .filter(it -> it.state() == Clock.State.EXPIRED_PRESUMED
                            || (it.state() == Clock.State.RUNNING
                                    && it.warnings().stream().anyMatch(Warning::given)))
                    .forEach(it -> open.add(it.id()));
            return open;
        }

        void hear(String type, JsonNode data) {
            switch (type) {
                case "asset.restrained.v1" -> begun(data, "/order/orderId");
                case "asset.restraint-extended.v1" -> {
                    ended(data, "/orderId");
                    begun(data, "/successor/orderId");
                }
                case "asset.claim-filed.v1" -> begun(data, "/claimId");
                case "asset.upkeep-due.v1" -> begun(data, "/upkeepId");
                case "asset.upkeep-paid.v1" -> ended(data, "/upkeepId");
                case "asset.clock-warned.v1", "asset.clock-expired.v1" -> begun(data, "/clockId");
                case "asset.clock-met.v1", "asset.clock-ended.v1" -> ended(data, "/clockId");
                case "asset.clock-started.v1" -> ended(data, "/supersedes");
                case "asset.merger-changed.v1", "asset.merger-answered.v1" -> {
                    data.path("went")
                            .forEach(list -> list.forEach(gone -> gone.forEach(id -> things.remove(id.asString()))));
                    data.at("/came/restraints").forEach(it -> begun(it, "/order/orderId"));
                    data.at("/came/claims").forEach(it -> begun(it, "/claimId"));
                    data.at("/came/upkeep").forEach(it -> begun(it, "/upkeepId"));
                    data.at("/came/warnings").forEach(it -> begun(it, "/clockId"));
                    data.at("/came/expiries").forEach(it -> begun(it, "/clockId"));
                }
                default -> {}
            }
        }

        private void begun(JsonNode data, String id) {
            things.add(data.at(id).asString());
        }

        private void ended(JsonNode data, String id) {
            things.remove(data.at(id).asString(""));
        }
    }

    /** A store that goes away for good at some write: before it, or after it and before the answer. */
    private static final class Cut extends AggregatesOver<AssetCommand, Asset> {
        private final Aggregates<AssetCommand, Asset> assets;
        private final boolean isWritten;
        private final List<CommandEnvelope<AssetCommand>> seen = new ArrayList<>();
        private int left;

        Cut(Aggregates<AssetCommand, Asset> assets, int after, boolean isWritten) {
            super(assets);
            this.assets = assets;
            this.left = after;
            this.isWritten = isWritten;
        }

        @Override
        public Mono<Outcome<Asset>> execute(CommandEnvelope<AssetCommand> envelope) {
            return Mono.defer(() -> {
                seen.add(envelope);
                if (left-- > 0) {
                    return assets.execute(envelope);
                }
                var gone = new StoreUnavailable("cut off", new IllegalStateException("cut off"));
                return left == -1 && isWritten
                        ? assets.execute(envelope).flatMap(_ -> Mono.error(gone))
                        : Mono.error(gone);
            });
        }

        @Override
        public Mono<List<Outcome<Asset>>> executeAll(List<CommandEnvelope<AssetCommand>> envelopes) {
            return Flux.fromIterable(envelopes).concatMap(this::execute).collectList();
        }
    }
}
