package org.repatria.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.api.Stage.AUDE;
import static org.repatria.api.Stage.NOON;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.api.JournalEndpoints.Reader;
import org.repatria.api.JournalEndpoints.Redaction;
import org.repatria.decider.Actor;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Json;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.CommandEnvelope.Cause;
import org.repatria.messaging.ConfidingPublishing;
import org.repatria.messaging.History;
import org.repatria.messaging.VersionCondition;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Two histories that differ in what is confided are one for who is told less. */
class JournalEndpointsTest {

    private static final Actor OTHER = new Actor("olga.auditor", Set.of("AU"), "XR-CA");
    private static final Actor THIRD = new Actor("tom.auditor", Set.of("AU"), "XT-CA");

    /** What happens to a thing: a word, told or confided. */
    record Said(String word, boolean confided) {}

    private final Aggregates<Said, Said> things = things();

    private static Aggregates<Said, Said> things() {
        return AggregatesFactory.inMemory()
                .of(new AggregateType<>(
                        "thing", "things", "thing", Said.class, Said.class, new Sayings(), new ToBoth()));
    }

    private static void say(Aggregates<Said, Said> things, Instant at, Said said) {
        say(things, at, said, Optional.empty());
    }

    private static void say(Aggregates<Said, Said> things, Instant at, Said said, Optional<Cause> cause) {
        things.execute(new CommandEnvelope<>(
                        "thing-1",
                        said,
                        new Occasion(AUDE, at, "why"),
                        Optional.empty(),
                        VersionCondition.NONE,
                        cause,
                        Optional.empty()))
                .block();
    }

    private static String answer(Aggregates<Said, Said> things, Actor reader, String path) {
        var body = Stage.as(reader, api(things))
                .get()
                .uri("/v1/things/thing-1/journal" + path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();
        return body.getResponseHeaders().getFirst("Link") + body.getResponseBody();
    }

    private JsonNode json(Actor reader, String path) {
        var answer = answer(things, reader, path);
        return Json.MAPPER.readTree(answer.substring(answer.indexOf('{')));
    }

    private static Api api(Aggregates<Said, Said> things) {
        return new Api(
                "things",
                "Things.",
                JournalEndpoints.of("/v1/things/{id}", "thing", things, call -> door(call.actor())));
    }

    private static Mono<Reader> door(Actor actor) {
        return switch (actor.authority()) {
            case "XH-CA" -> Mono.just(Reader.ofEverything());
            case "XR-CA" -> Mono.just(new Reader(History.TOLD, Redaction.NONE));
            default -> Answers.notFound("Nothing is here.");
        };
    }

    @Nested
    class Reading {

        @Test
        void who_knows_everything_reads_every_entry_with_its_hashes() {
            say(things, NOON, new Said("a", false));
            say(things, NOON, new Said("b", true));

            var items = json(AUDE, "").path("items");

            assertThat(items.valueStream().map(item -> item.path("sequence").asInt()))
                    .containsExactly(1, 2);
            assertThat(items.valueStream()).allMatch(item -> item.has("hash") && item.has("previousHash"));
        }

        @Test
        void who_is_told_less_reads_the_same_whether_something_was_confided_or_not() {
            var open = things();
            for (var word : List.of("a", "b", "c")) {
                say(open, NOON, new Said(word, false));
            }

            say(things, NOON, new Said("before", true));
            say(things, NOON, new Said("a", false));
            say(things, NOON.plusSeconds(1), new Said("between", true));
            say(things, NOON, new Said("b", false));
            say(things, NOON, new Said("c", false));
            say(things, NOON.plusSeconds(2), new Said("after", true));

            for (var path : List.of("", "?limit=1", "?limit=2", "?limit=3", "?limit=2&cursor=2", "/verification")) {
                assertThat(answer(things, OTHER, path)).as(path).isEqualTo(answer(open, OTHER, path));
            }
            assertThat(json(OTHER, "").toString()).contains("\"c\"").doesNotContain("ash\"");
        }

        @Test
        void a_cause_that_is_confided_is_not_named() {
            say(things, NOON, new Said("a", false), Optional.of(new Cause("case-1" + Cause.CONFIDED, 4)));

            assertThat(json(AUDE, "").toString()).contains("case-1");
            assertThat(json(OTHER, "").toString()).doesNotContain("case-1", "cause", "why");
        }

        @Test
        void a_history_of_which_nothing_is_told_is_not_there() {
            say(things, NOON, new Said("a", true));

            for (var path : List.of("", "/verification")) {
                Stage.as(OTHER, api(things))
                        .get()
                        .uri("/v1/things/thing-1/journal" + path)
                        .exchange()
                        .expectStatus()
                        .isNotFound();
            }
        }

        @Test
        void the_door_shuts_both_routes() {
            say(things, NOON, new Said("a", false));

            for (var path : List.of("", "/verification")) {
                Stage.as(THIRD, api(things))
                        .get()
                        .uri("/v1/things/thing-1/journal" + path)
                        .exchange()
                        .expectStatus()
                        .isNotFound();
            }
        }
    }

    /** Says what it is told to. */
    private static final class Sayings implements Decider<Said, Said, Said> {
        @Override
        public Said initial() {
            return new Said("", false);
        }

        @Override
        public Decision<Said> decide(Said command, Said state, Occasion occasion) {
            return Decision.accept(command);
        }

        @Override
        public Said evolve(Said state, Said event) {
            return event;
        }
    }

    /** Publishes every word to those who may know it. */
    private static final class ToBoth implements ConfidingPublishing<Said, Said> {
        @Override
        public Announcement event(String aggregateId, Said event, Said after) {
            return event.confided()
                    ? Announcement.confided("thing.whispered.v1", Map.of("word", event.word()))
                    : Announcement.told("thing.said.v1", Map.of("word", event.word()));
        }

        @Override
        public Optional<Published> snapshot(String aggregateId, Said state) {
            return Optional.empty();
        }

        @Override
        public Optional<Published> confidedSnapshot(String aggregateId, Said state) {
            return Optional.empty();
        }

        @Override
        public History historyOf(Actor actor, Said state) {
            return actor.authority().equals("XH-CA") ? History.FULL : History.TOLD;
        }
    }
}
