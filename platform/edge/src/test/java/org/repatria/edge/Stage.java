package org.repatria.edge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.repatria.decider.Actor;
import org.repatria.decider.Outcome;
import org.repatria.decider.Reason;
import org.repatria.decider.Refusal;
import org.repatria.decider.input.Max;
import org.repatria.decider.input.Min;
import org.repatria.decider.input.NameOfPerson;
import org.repatria.decider.input.Pattern;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;
import org.repatria.policy.Policy;
import org.repatria.policy.PolicyFile;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A small service for the tests of the edge: it lends things. */
final class Stage {

    static final Instant NOON = Instant.parse("2014-09-01T12:00:00Z");
    static final Actor CARL = new Actor("carl.officer", Set.of("CO"), "XH-CA");
    static final Actor AUDE = new Actor("aude.auditor", Set.of("AU"), "XH-CA");
    static final Actor OLGA = new Actor("olga.operator", Set.of("SI"), "operator");

    /** The table of the house, which also speaks of this small service. */
    static final Policy POLICY = PolicyFile.parse(
            "stage",
            PolicyFile.textOfTheHouse()
                    .replace(
                            "operations: [assignCase]",
                            "operations: [assignCase, lend, giveBack, takeFile, readPlace, sendThing, "
                                    + "readMissing, readDefect]")
                    .replace(
                            "operations: [listJournal, listJournalVerification]",
                            "operations: [listJournal, listJournalVerification, thingJournal, "
                                    + "thingJournalVerification]")
                    .replace("operations: [me]", "operations: [me, things, thing, stream, endless, broken]"));

    enum Kind {
        BOOK,
        KEY
    }

    enum LendingReason implements Reason {
        THING_LENT;

        @Override
        public Reason.Kind kind() {
            return Reason.Kind.CONFLICTING;
        }

        @Override
        public String title() {
            return "The thing is lent already";
        }
    }

    record Lend(
            @Size(max = 20) String to,
            Kind kind,
            @Min(1) @Max(30) int days,
            Optional<LocalDate> from,
            Optional<Instant> at,
            Optional<Money> deposit,
            Optional<Address> address,
            List<@Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters") String> countries,
            Map<String, String> marks,
            Optional<@Printed @Size(max = 20) String> shelf,
            Optional<@NameOfPerson @Size(max = 20) String> owner,
            boolean urgent) {
        Lend {
            if (urgent && days > 7) {
                throw new IllegalArgumentException("what is urgent comes back within 7 days");
            }
        }
    }

    record Address(String street) {}

    record Filter(Optional<String> q, List<Kind> kind, Optional<Integer> olderThan) {}

    record Seen(String text) {}

    private Stage() {}

    static WebTestClient as(Actor actor) {
        return as(actor, api());
    }

    static WebTestClient as(Actor actor, Api api) {
        return client(_ -> Mono.just(actor), api);
    }

    static WebTestClient asNobody() {
        return client(_ -> Mono.empty(), api());
    }

    private static WebTestClient client(Actors actors, Api api) {
        var routes = ApiRoutes.of(List.of(api), POLICY, actors, Clock.fixed(NOON, ZoneOffset.UTC), AccessTrail.NONE);
        return WebTestClient.bindToRouterFunction(routes)
                .handlerStrategies(ApiRoutes.strategies())
                .configureClient()
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    static Api api() {
        return Api.of(
                "Things",
                "Lends things.",
                Endpoint.post("/v1/things", "lend", "Lends a thing")
                        .json(Lend.class, """
                                {"to": "Wei", "kind": "BOOK", "days": 3, "urgent": false}""")
                        .creates()
                        .refusedFor(LendingReason.THING_LENT)
                        .handle(call -> Answers.command(
                                call, "thing-1", outcome(call.body(Lend.class).to()))),
                Endpoint.post("/v1/things/{id}/returns", "giveBack", "Takes a thing back")
                        .versioned()
                        .handle(call -> Answers.json(
                                call,
                                new Seen(String.join(
                                        " ",
                                        call.id("id"),
                                        call.actor().id(),
                                        call.at().toString(),
                                        call.purpose(),
                                        call.commandKey(),
                                        call.trace().traceparent())))),
                Endpoint.get("/v1/things", "things", "Lists things")
                        .query(Filter.class)
                        .paged()
                        .answers(Seen.class, "{\"text\": \"\"}")
                        .handle(call -> Answers.page(
                                call,
                                new Seen(call.query(Filter.class) + " " + call.page() + " " + call.readAfter()),
                                Optional.of("n xt"))),
                Endpoint.get("/v1/things/{id}", "thing", "One thing")
                        .answers(Seen.class, "{\"text\": \"\"}")
                        .handle(call -> Answers.versioned(call, new Seen(call.id("id")), 7)),
                Endpoint.post("/v1/files", "takeFile", "Takes a file")
                        .streamed(64, new Endpoint.Body.Sample(MediaType.valueOf("text/csv"), "a,b"))
                        .answers(Seen.class, "{\"text\": \"\"}")
                        .handle(call -> call.stream()
                                .map(Stage::size)
                                .reduce(Integer::sum)
                                .flatMap(size -> Answers.json(call, new Seen(size + " bytes")))),
                Endpoint.get("/v1/stream", "stream", "News")
                        .answers(MediaType.TEXT_EVENT_STREAM, ": hello", "News as they come")
                        .handle(call -> Answers.stream(
                                call,
                                Flux.just(
                                        ServerSentEvent.builder("news").id("1").build()))),
                Endpoint.get("/v1/endless", "endless", "News without end")
                        .answers(MediaType.TEXT_EVENT_STREAM, ": hello", "News as they come")
                        .handle(call -> Answers.stream(
                                call,
                                Flux.concat(
                                        Flux.just(ServerSentEvent.builder("news")
                                                .id("1")
                                                .build()),
                                        Flux.never()))),
                Endpoint.get("/v1/broken", "broken", "Always broken")
                        .handle(_ -> Mono.error(new IllegalStateException("password=secret"))));
    }

    private static int size(DataBuffer buffer) {
        var size = buffer.readableByteCount();
        DataBufferUtils.release(buffer);
        return size;
    }

    private static Outcome<String> outcome(String to) {
        return switch (to) {
            case "repeated" -> new Outcome.Repeated<>(1);
            case "refused" ->
                new Outcome.Refused<>(Refusal.of(LendingReason.THING_LENT, "Somebody else has it."), "lent", 4);
            case "stale" -> new Outcome.Stale<>(3, 4);
            case "reused" -> new Outcome.CommandIdReused<>();
            case "full" -> new Outcome.OutboxFull<>(200);
            case "contended" -> new Outcome.Contended<>(16);
            default -> new Outcome.Done<>("lent", 1);
        };
    }
}
