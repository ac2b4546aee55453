package org.repatria.assets.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.CARL;
import static org.repatria.assets.domain.Assets.FIRST;
import static org.repatria.assets.domain.Assets.HELD;
import static org.repatria.assets.domain.Assets.HOLDINGS;
import static org.repatria.assets.domain.Assets.HOUSE;
import static org.repatria.assets.domain.Assets.KESTREL;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.OWNED;
import static org.repatria.assets.domain.Assets.VINT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.NoteTimePassed;
import org.repatria.assets.domain.AssetDecider;
import org.repatria.assets.domain.AssetEvent;
import org.repatria.assets.domain.Assets;
import org.repatria.assets.law.ClocksOfAssets;
import org.repatria.assets.publishing.AssetPublishing;
import org.repatria.assets.queries.AssetFilter;
import org.repatria.assets.queries.AssetQuestion;
import org.repatria.assets.queries.AssetView;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockRules;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Occasion;
import org.repatria.edge.Json;
import org.repatria.messaging.Publishing.Published;
import org.repatria.readmodel.MemoryView;
import org.repatria.readmodel.Page;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two histories of one asset that differ by claims alone. Whoever may not know claims cannot tell them apart, and
 * neither can whoever leaves out what is told of claims on the topics.
 */
class ClaimsUntoldTest {

    private static final int PAIRS = 200;
    private static final LocalDate BEGIN = LocalDate.parse("2015-01-05");
    private static final ClockRules LAW = ClocksOfAssets.shipped().at(Instant.EPOCH);
    private static final AssetDecider DECIDER = new AssetDecider(_ -> LAW);
    private static final AssetQuestion ALL = new AssetQuestion(
            new AssetFilter(
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
            Optional.empty(),
            Optional.empty());

    /** One asset, and all that was published of it. */
    private static final class World {
        private final AssetPublishing publishing = new AssetPublishing();
        private final List<JsonNode> published = new ArrayList<>();
        private Asset asset = DECIDER.initial();

        private boolean may(LocalDate day, Actor by, AssetCommand command) {
            var at = day.atTime(18, 0).toInstant(ZoneOffset.UTC);
            if (!(DECIDER.answer(command, asset, Occasion.of(by, at)) instanceof Accepted<AssetEvent>(var events))) {
                return false;
            }
            for (var event : events) {
                asset = DECIDER.evolve(asset, event);
                publishing.event(HOUSE.value(), event, asset).published().ifPresent(it -> published.add(json(it)));
            }
            return true;
        }

        /** Time is noted as it passes, and not by whatever command comes next. */
        private void passesTo(LocalDate day) {
            if (asset instanceof Registered) {
                may(day, CARL, new NoteTimePassed());
            }
        }

        private Registered asset() {
            return (Registered) asset;
        }

        private ObjectNode snapshot() {
            var snapshot =
                    (ObjectNode) json(publishing.snapshot(HOUSE.value(), asset).orElseThrow())
                            .path("data");
            return snapshot.put("id", HOUSE.value()).put("version", 1);
        }

        private List<JsonNode> withoutClaims() {
            return published.stream()
                    .filter(it -> !it.path("type").asString().startsWith("asset.claim-"))
                    .toList();
        }

        private String forAnalyst() {
            return Json.MAPPER.writeValueAsString(AssetFile.of(asset(), 1, new HolderNames(Map.of(), Map.of()), false));
        }
    }

    private static JsonNode json(Published published) {
        var json = Json.MAPPER.createObjectNode();
        json.put("type", published.type());
        json.set("data", Json.MAPPER.valueToTree(published.data()));
        return json;
    }

    private record Step(LocalDate day, Actor by, AssetCommand command, boolean ofClaim) {}

    private static List<Step> history(Random random) {
        var steps = new ArrayList<Step>();
        steps.add(new Step(BEGIN, CARL, Assets.registerHouse(), false));
        Assets.bearingAll(VINT).forEach(command -> steps.add(new Step(BEGIN, CARL, command, false)));
        steps.add(new Step(BEGIN, CARL, Assets.record(OWNED, Assets.owns(KESTREL, 1, 2)), false));
        steps.add(new Step(BEGIN, CARL, Assets.record(HELD, Assets.nominee(Assets.holder(HOLDINGS), 1, 2)), false));
        var day = BEGIN.plusDays(random.nextInt(20));
        steps.add(new Step(day, LENA, Assets.seize(FIRST, day), false));
        for (var n = 0; n < 12; n++) {
            day = day.plusDays(random.nextInt(25));
            steps.add(step(n, day, random));
        }
        return steps;
    }

    private static Step step(int n, LocalDate day, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Step(day, LENA, Assets.serve(FIRST, random.nextBoolean() ? OWNED : HELD, day), false);
            case 1 -> new Step(day, LENA, Assets.publish(FIRST, day.minusDays(random.nextInt(5))), false);
            case 2 ->
                random.nextInt(3) == 0
                        ? new Step(day, LENA, Assets.complaint(Assets.SECOND, day), false)
                        : new Step(day, LENA, Assets.publish(FIRST, day), false);
            case 3 -> new Step(day, LENA, Assets.rejected("c" + random.nextInt(n + 1), day), true);
            default ->
                new Step(
                        day,
                        LENA,
                        Assets.answering(
                                Assets.claimShare("c" + n, 1, 2 + random.nextInt(3), day.minusDays(random.nextInt(5))),
                                FIRST,
                                random.nextBoolean() ? Optional.of(OWNED) : Optional.empty()),
                        true);
        };
    }

    @Test
    void whoever_may_not_know_claims_sees_the_same_asset_with_and_without_them() {
        var states = new TreeSet<Clock.State>();
        for (var seed = 0; seed < PAIRS; seed++) {
            var with = new World();
            var without = new World();
            for (var step : history(new Random(seed))) {
                with.passesTo(step.day());
                without.passesTo(step.day());
                var isTaken = with.may(step.day(), step.by(), step.command());
                if (!step.ofClaim()) {
                    assertThat(without.may(step.day(), step.by(), step.command()))
                            .isEqualTo(isTaken);
                }
                assertThat(with.forAnalyst()).as("seed %d after %s", seed, step).isEqualTo(without.forAnalyst());
            }
            assertThat(with.asset().clocks()).isEqualTo(without.asset().clocks());
            assertThat(rows(with)).as("seed %d", seed).isEqualTo(rows(without));
            with.asset().clocksOfClaims().clocks().forEach(clock -> states.add(clock.state()));
            assertThat(without.asset().clocksOfClaims().clocks()).isEmpty();
        }
        assertThat(states).contains(Clock.State.RUNNING, Clock.State.SATISFIED, Clock.State.EXPIRED_PRESUMED);
    }

    @Test
    void whoever_leaves_out_what_is_told_of_claims_reads_the_same_events_and_snapshots() {
        for (var seed = 0; seed < PAIRS; seed++) {
            var with = new World();
            var without = new World();
            for (var step : history(new Random(seed))) {
                with.passesTo(step.day());
                without.passesTo(step.day());
                with.may(step.day(), step.by(), step.command());
                if (!step.ofClaim()) {
                    without.may(step.day(), step.by(), step.command());
                }
            }
            assertThat(with.withoutClaims()).as("seed %d", seed).isEqualTo(without.published);
            assertThat(bare(with.snapshot())).as("seed %d", seed).isEqualTo(bare(without.snapshot()));
        }
    }

    private static ObjectNode bare(ObjectNode snapshot) {
        snapshot.remove(List.of("claims", "stateChangedAt"));
        return snapshot;
    }

    /** What a list shows to an analyst, with its facets. */
    private static List<String> rows(World world) {
        try (var view = MemoryView.of(AssetView.definition())) {
            view.put(world.snapshot());
            return view.find(AssetView.query(ALL, Assets.ANA))
                    .map(found -> (Page) found)
                    .map(page -> Stream.concat(
                                    page.hits().stream().map(hit -> AssetPage.told(hit.json(), Assets.ANA, "")),
                                    Stream.of(
                                            page.facets().toString(),
                                            page.sums().toString()))
                            .toList())
                    .block();
        }
    }
}
