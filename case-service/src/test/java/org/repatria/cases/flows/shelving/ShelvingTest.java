package org.repatria.cases.flows.shelving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.assets.AssetNews;
import org.repatria.cases.domain.assets.AssetsByState;
import org.repatria.cases.domain.assets.LinkedAsset;
import org.repatria.cases.domain.assets.Shelf;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.casefile.CaseFile;
import org.repatria.cases.domain.casefile.Cases;
import org.repatria.cases.publishing.AssetsOfCasePublishing;
import org.repatria.cases.publishing.CasePublishing;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.messaging.AggregateStore;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.CommandEnvelope.Cause;
import org.repatria.messaging.StoreUnavailable;
import org.repatria.messaging.StoredAggregate;
import org.repatria.messaging.VersionCondition;
import tools.jackson.databind.json.JsonMapper;

/** What is heard of assets, on its way to the case: late, twice, in any order, and cut off anywhere. */
final class ShelvingTest {

    private static final String ORLAS = Cases.ORLAS.value();
    private static final Instant MORNING = Instant.parse("2014-10-03T08:00:00Z");
    private static final int NEVER = Integer.MAX_VALUE;

    private final World world = new World();

    private static LinkedAsset restrained(String id, long version) {
        return restrained(id, version, Optional.of(MORNING));
    }

    private static LinkedAsset restrained(String id, long version, Optional<Instant> namedAt) {
        return new LinkedAsset(
                id,
                version,
                "RESTRAINED",
                Optional.of(LocalDate.of(2014, 10, 3)),
                Optional.of(LocalDate.of(2015, 1, 2)),
                Optional.of(MORNING.plusSeconds(version)),
                namedAt);
    }

    private static AssetNews stands(LinkedAsset asset) {
        return new AssetNews.Stands(asset, "XH", Optional.empty(), MORNING);
    }

    private static AssetNews standsInPlaceOf(String whole, LinkedAsset asset) {
        return new AssetNews.Stands(asset, "XH", Optional.of(whole), MORNING);
    }

    private static AssetNews split(String whole, String rest) {
        return new AssetNews.Split(whole, rest, MORNING);
    }

    /** Another asset on the shelf of this one. */
    private static String besides(String assetId) {
        return IntStream.iterate(100, i -> i + 1)
                .mapToObj(i -> "asset-" + i)
                .filter(id -> Shelf.of(id) == Shelf.of(assetId))
                .findFirst()
                .orElseThrow();
    }

    private static <T> List<List<T>> orders(List<T> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<T>>();
        for (var i = 0; i < of.size(); i++) {
            var rest = new ArrayList<>(of);
            var first = rest.remove(i);
            for (var tail : orders(rest)) {
                var order = new ArrayList<T>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }

    @Nested
    class Noting {

        @Test
        void a_case_hears_how_the_assets_that_name_it_stand() {
            world.hears(stands(restrained("asset-1", 3)), stands(new LinkedAsset("asset-2", 1, "TRACED")));

            assertThat(world.known())
                    .isEqualTo(AssetsByState.of(
                            List.of(restrained("asset-1", 3), new LinkedAsset("asset-2", 1, "TRACED"))));
            assertThat(world.shown()).extracting(LinkedAsset::assetId).containsExactly("asset-1", "asset-2");
        }

        @Test
        void an_asset_that_no_longer_names_the_case_is_forgotten() {
            world.hears(stands(restrained("asset-1", 3)));
            world.hears(new AssetNews.Unlinked("asset-1", MORNING));

            assertThat(world.known()).isEqualTo(AssetsByState.none());
        }

        @Test
        void an_asset_of_a_third_state_leaves_no_mark() {
            world.hears(new AssetNews.Stands(restrained("asset-1", 3), "XK", Optional.empty(), MORNING));

            assertThat(world.file().dossier().knownAssets()).isEmpty();
            assertThat(world.shown()).isEmpty();
        }

        @Test
        void news_of_a_case_that_is_not_there_leave_nothing_behind() {
            var process = world.process();
            process.execute(World.envelope("case-n0ne", stands(restrained("asset-1", 3)), 1))
                    .block();

            assertThat(process.read(Place.of("case-n0ne", "asset-1").id()).blockOptional())
                    .isEmpty();
        }

        @Test
        void news_that_say_nothing_new_cost_one_reading_of_one_shelf() {
            var process = world.process();
            process.execute(world.envelope(stands(restrained("asset-1", 3)))).block();
            world.forget();

            process.execute(world.envelope(stands(restrained("asset-1", 3)))).block();

            assertThat(world.reads()).isEqualTo(1);
            assertThat(world.writes()).isZero();
        }

        @Test
        void every_order_of_late_and_repeated_news_leads_to_the_same_end() {
            var news = List.of(
                    restrained("asset-1", 3),
                    new LinkedAsset(
                            "asset-1",
                            4,
                            "RELEASED",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(MORNING.plusSeconds(60)),
                            Optional.of(MORNING)),
                    restrained("asset-1", 5),
                    new LinkedAsset("asset-2", 1, "IDENTIFIED"));
            for (var order : orders(news)) {
                var one = new World();
                order.forEach(asset -> one.hears(stands(asset)));
                order.forEach(asset -> one.hears(stands(asset), stands(asset)));

                assertThat(one.known()).as("%s", order).isEqualTo(AssetsByState.of(List.of(news.get(2), news.get(3))));
            }
        }

        @Test
        void an_asset_that_was_unlinked_is_not_brought_back_by_older_news() {
            var unlinking = new AssetNews.Unlinked("asset-1", MORNING.plusSeconds(60));
            for (var order : orders(List.of(
                    stands(restrained("asset-1", 3)), stands(new LinkedAsset("asset-1", 2, "TRACED")), unlinking))) {
                var one = new World();
                order.forEach(one::hears);
                order.forEach(one::hears);

                assertThat(one.known()).as("%s", order).isEqualTo(AssetsByState.none());
            }
        }

        @Test
        void an_asset_that_names_the_case_again_counts_whatever_comes_late() {
            var unlinking = new AssetNews.Unlinked("asset-1", MORNING.plusSeconds(60));
            var again = restrained("asset-1", 6, Optional.of(MORNING.plusSeconds(120)));
            for (var order : orders(List.of(stands(restrained("asset-1", 3)), unlinking, stands(again)))) {
                var one = new World();
                order.forEach(one::hears);
                order.forEach(one::hears);

                assertThat(one.known()).as("%s", order).isEqualTo(AssetsByState.of(List.of(again)));
            }
        }

        @Test
        void only_the_last_ones_that_were_unlinked_are_remembered() {
            var unlinked = IntStream.iterate(1, i -> i + 1)
                    .mapToObj(i -> "asset-" + i)
                    .filter(id -> Shelf.of(id) == Shelf.of("asset-1"))
                    .limit(150)
                    .toList();
            unlinked.forEach(id -> world.hears(new AssetNews.Unlinked(id, MORNING)));

            world.hears(stands(restrained(unlinked.getLast(), 1)), stands(restrained(unlinked.get(50), 1)));
            assertThat(world.ids()).isEmpty();
            world.hears(stands(restrained(unlinked.get(49), 1)));
            assertThat(world.ids()).containsExactly(unlinked.get(49));
        }

        @Test
        void two_processes_that_take_turns_lose_nothing() {
            var one = world.process();
            var other = world.process();
            for (var i = 1; i <= 20; i++) {
                var process = i % 2 == 0 ? one : other;
                process.execute(world.envelope(stands(restrained("asset-" + i, 1))))
                        .block();
            }
            assertThat(world.known().count()).isEqualTo(20);
        }
    }

    @Nested
    class Splitting {

        @Test
        void of_a_whole_and_its_rest_the_case_looks_at_one_at_every_moment_whichever_is_heard_of_last() {
            for (var rest : List.of("asset-3", besides("asset-1"))) {
                var early = new World();
                early.hears(stands(restrained("asset-1", 3)));
                early.hears(split("asset-1", rest));
                assertThat(early.ids()).as("until the rest is known").containsExactly("asset-1");
                early.hears(standsInPlaceOf("asset-1", restrained(rest, 2)));
                assertThat(early.ids()).containsExactly(rest);

                var late = new World();
                late.hears(standsInPlaceOf("asset-1", restrained(rest, 2)));
                late.hears(stands(restrained("asset-1", 3)));
                late.hears(split("asset-1", rest));
                assertThat(late.ids()).containsExactly(rest);
            }
        }

        @Test
        void both_heard_of_together_leave_the_rest() {
            world.hears(stands(restrained("asset-1", 3)));
            world.hears(split("asset-1", "asset-3"), standsInPlaceOf("asset-1", restrained("asset-3", 2)));
            assertThat(world.ids()).containsExactly("asset-3");
        }
    }

    @Nested
    class Dying {

        /** Cut off at every write. Afterwards comes the same again, or something newer that says the same. */
        @Test
        void whatever_is_cut_off_is_told_by_the_next_process() {
            for (var writes = 0; writes < 4; writes++) {
                for (var newer : List.of(false, true)) {
                    var one = new World();
                    one.diesBeforeWrite(writes);
                    var news = one.envelope(stands(restrained("asset-1", 3)));
                    one.process()
                            .execute(news)
                            .onErrorComplete(StoreUnavailable.class)
                            .block();
                    one.diesBeforeWrite(NEVER);

                    one.process()
                            .execute(newer ? one.envelope(stands(sameAs("asset-1", 9))) : news)
                            .block();

                    assertThat(one.known().count())
                            .as("before write %s", writes)
                            .isEqualTo(1);
                }
            }
        }

        @Test
        void news_of_another_asset_on_the_shelf_tell_what_was_cut_off_too() {
            world.diesBeforeWrite(2);
            var dying = world.process();
            var news = world.envelope(stands(restrained("asset-1", 3)));
            assertThatThrownBy(() -> dying.execute(news).block()).isInstanceOf(StoreUnavailable.class);
            world.diesBeforeWrite(NEVER);

            world.hears(stands(restrained(besides("asset-1"), 1)));

            assertThat(world.known().count()).isEqualTo(2);
        }

        @Test
        void a_split_that_is_cut_off_anywhere_ends_with_the_rest_alone() {
            for (var writes = 0; writes < 6; writes++) {
                var one = new World();
                one.hears(stands(restrained("asset-1", 3)));
                one.hears(split("asset-1", "asset-3"));
                one.diesBeforeWrite(writes);
                var dying = one.process();
                var rest = one.envelope(standsInPlaceOf("asset-1", restrained("asset-3", 2)));
                dying.execute(rest).onErrorComplete(StoreUnavailable.class).block();
                one.diesBeforeWrite(NEVER);

                one.process().execute(rest).block();

                assertThat(one.ids()).as("before write %s", writes).containsExactly("asset-3");
            }
        }

        private static LinkedAsset sameAs(String id, long version) {
            var before = restrained(id, 3);
            return new LinkedAsset(
                    id,
                    version,
                    before.state(),
                    before.standsSince(),
                    before.heldUntil(),
                    before.changedAt(),
                    before.namedAt());
        }
    }

    /** A document from before assets had shelves keeps them itself. */
    @Nested
    class TakingOver {

        private final List<LinkedAsset> kept = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> restrained("asset-" + i, 3, Optional.empty()))
                .toList();

        @Test
        void what_a_case_kept_itself_still_counts_before_any_news() {
            world.keepsItself(kept);

            assertThat(world.known()).isEqualTo(AssetsByState.of(kept));
            assertThat(world.shown()).hasSize(40);
        }

        @Test
        void each_shelf_takes_over_its_own_with_its_first_news_and_all_count_once_at_every_moment() {
            world.keepsItself(kept);
            for (var asset : kept) {
                world.hears(stands(asset));
                assertThat(world.known()).isEqualTo(AssetsByState.of(kept));
                assertThat(world.shown()).containsExactlyInAnyOrderElementsOf(kept);
                assertThat(world.file().dossier().assets())
                        .noneMatch(left -> Shelf.of(left.assetId()) == Shelf.of(asset.assetId()));
            }
            assertThat(world.file().dossier().assets()).isEmpty();
        }

        @Test
        void news_change_and_forget_what_was_taken_over() {
            world.keepsItself(kept);
            world.hears(
                    stands(new LinkedAsset("asset-1", 4, "LAPSED_PRESUMED")),
                    new AssetNews.Unlinked("asset-2", MORNING));

            assertThat(world.ids()).hasSize(39).doesNotContain("asset-2").contains("asset-1");
        }
    }

    @Nested
    class Growing {

        private static final int FEW = 200;
        private static final int MANY = 5_000;
        private static final int BYTES_OF_A_RECEIPT = 49;

        /** Whatever a command writes beside the case itself grows neither with the assets nor with their news. */
        @Test
        void a_case_of_thousands_of_assets_is_written_with_no_more_bytes_than_one_of_some() {
            var few = grown(FEW);
            var many = grown(MANY);

            assertThat(many.known().count()).isEqualTo(MANY);
            assertThat(bytes(many.caseDocument())).isLessThan(bytes(few.caseDocument()) + 100);
        }

        @Test
        void news_of_one_of_thousands_write_a_shelf_and_no_more() {
            var many = grown(MANY);
            var shelf = many.shelves.document(Place.of(ORLAS, "asset-1").id());

            assertThat(bytes(shelf)).isLessThan(100_000);
            assertThat(bytes(many.inventories.document(ORLAS))).isLessThan(100_000);
        }

        private static World grown(int assets) {
            var world = new World();
            for (var i = 1; i <= assets; i += 100) {
                world.hears(IntStream.range(i, i + 100)
                        .mapToObj(n -> stands(restrained("asset-5n8p2r4t6v0w1x3y7z9a2%04d".formatted(n), 1)))
                        .toArray(AssetNews[]::new));
            }
            world.hears(stands(restrained("asset-1", 1)), new AssetNews.Unlinked("asset-1", MORNING));
            return world;
        }

        /** The state as text, and all receipts. */
        private static int bytes(StoredAggregate document) {
            var receipts = document.receipts();
            return JsonMapper.shared().writeValueAsString(document.state()).length()
                    + BYTES_OF_A_RECEIPT
                            * (receipts.commands().size() + receipts.sources().size());
        }
    }

    /** One case, its shelves and its inventory, which outlive the processes that work on them. */
    private static final class World {
        private final AtomicInteger writesUntilDeath = new AtomicInteger(NEVER);
        private final WatchedStore cases = new WatchedStore(writesUntilDeath);
        private final WatchedStore shelves = new WatchedStore(writesUntilDeath);
        private final WatchedStore inventories = new WatchedStore(writesUntilDeath);
        private final Map<String, AggregateStore> stores =
                Map.of("cases", cases, "asset_shelves", shelves, "asset_inventories", inventories);
        private static final String NONE_KEPT = "\"assets\":[]";
        private long position;

        World() {
            var by = Occasion.of(new Actor("carl.officer", Set.of("CO"), "XH-CA"), Cases.NOON);
            casesOf(factory())
                    .execute(CommandEnvelope.of(ORLAS, Cases.OPEN, by))
                    .block();
        }

        private AggregatesFactory factory() {
            return AggregatesFactory.inMemory(
                    collection -> Optional.ofNullable(stores.get(collection)).orElseThrow());
        }

        private static Aggregates<CaseCommand, Case> casesOf(AggregatesFactory factory) {
            return factory.of(CasePublishing.type(new CaseDecider(_ -> Cases.HOUSE_RULES)));
        }

        /** A process that has just started. */
        Shelving process() {
            var factory = factory();
            return new Shelving(
                    factory.of(AssetsOfCasePublishing.shelves()),
                    factory.of(AssetsOfCasePublishing.inventories()),
                    casesOf(factory));
        }

        void hears(AssetNews... news) {
            var envelopes = new ArrayList<CommandEnvelope<AssetNews>>();
            for (var one : news) {
                envelopes.add(envelope(one));
            }
            process().executeAll(envelopes).block();
            stores.values().forEach(store -> ((WatchedStore) store).relay());
        }

        CommandEnvelope<AssetNews> envelope(AssetNews news) {
            return envelope(ORLAS, news, ++position);
        }

        static CommandEnvelope<AssetNews> envelope(String caseId, AssetNews news, long position) {
            return new CommandEnvelope<>(
                    caseId,
                    news,
                    new Occasion(Actor.system("assets-for-cases"), MORNING, "asset.snapshot.v1"),
                    Optional.empty(),
                    VersionCondition.NONE,
                    Optional.of(new Cause(news.assetId() + "@snapshot", position)),
                    Optional.empty());
        }

        void diesBeforeWrite(int writes) {
            writesUntilDeath.set(writes);
        }

        void forget() {
            stores.values().forEach(store -> ((WatchedStore) store).forget());
        }

        int reads() {
            return cases.reads() + shelves.reads() + inventories.reads();
        }

        int writes() {
            return cases.writes() + shelves.writes() + inventories.writes();
        }

        CaseFile file() {
            return ((Case.Opened) casesOf(factory())
                            .read(ORLAS)
                            .blockOptional()
                            .orElseThrow()
                            .state())
                    .file();
        }

        AssetsByState known() {
            return file().dossier().assetsByState();
        }

        List<String> ids() {
            return known().states().stream()
                    .flatMap(some -> some.first().stream())
                    .toList();
        }

        List<LinkedAsset> shown() {
            return new AssetsOfCases(factory().of(AssetsOfCasePublishing.shelves()))
                    .some(file(), 100)
                    .blockOptional()
                    .orElseThrow();
        }

        StoredAggregate caseDocument() {
            return cases.document(ORLAS);
        }

        /** The document as it was written before assets had shelves. */
        void keepsItself(List<LinkedAsset> assets) {
            var state = JsonMapper.shared().writeValueAsString(caseDocument().state());
            assertThat(state).contains(NONE_KEPT);
            var kept = assets.stream()
                    .map(asset -> """
                            {"assetId": "%s", "version": %d, "state": "%s", "standsSince": "%s",
                             "heldUntil": "%s", "changedAt": "%s"}""".formatted(
                                    asset.assetId(),
                                    asset.version(),
                                    asset.state(),
                                    asset.standsSince().orElseThrow(),
                                    asset.heldUntil().orElseThrow(),
                                    asset.changedAt().orElseThrow()))
                    .toList();
            cases.replaceState(ORLAS, state.replace(NONE_KEPT, "\"assets\":" + kept));
        }
    }
}
