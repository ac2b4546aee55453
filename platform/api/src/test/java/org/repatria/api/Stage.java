package org.repatria.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.repatria.decider.Actor;
import org.repatria.decider.Outcome;
import org.repatria.decider.Reason;
import org.repatria.decider.Refusal;
import org.repatria.edge.AccessTrail;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.ApiRoutes;
import org.repatria.edge.Endpoint;
import org.repatria.messaging.StoreUnavailable;
import org.repatria.messaging.VersionCondition;
import org.repatria.policy.Policy;
import org.repatria.policy.PolicyFile;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** A small service for the tests of the API: it lends things. */
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
                            "operations: [assignCase, lend, giveBack, readPlace, sendThing, readMissing, readDefect]")
                    .replace(
                            "operations: [listJournal, listJournalVerification]",
                            "operations: [listJournal, listJournalVerification, thingJournal, "
                                    + "thingJournalVerification]")
                    .replace("operations: [me]", "operations: [me, things, thing, brokenStore]"));

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

    record Lend(String to, Kind kind, int days, boolean urgent) {}

    record Filter(Optional<String> q, List<Kind> kind) {}

    record Seen(String text) {}

    private Stage() {}

    static WebTestClient as(Actor actor, Api api) {
        return as(Mono.just(actor), List.of(api), AccessTrail.NONE);
    }

    static WebTestClient as(Mono<Actor> actor, List<Api> apis, AccessTrail trail) {
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        return WebTestClient.bindToRouterFunction(ApiRoutes.of(apis, POLICY, _ -> actor, clock, trail))
                .handlerStrategies(ApiRoutes.strategies(StoreProblems.SOURCE))
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
                        .handle(call -> {
                            var envelope = Commands.envelope(call, call.id("id"), "return");
                            return Answers.json(
                                    call,
                                    new Seen(String.join(
                                            " ",
                                            envelope.aggregateId(),
                                            envelope.occasion().by().id(),
                                            envelope.occasion().at().toString(),
                                            envelope.occasion().purpose(),
                                            envelope.id().orElseThrow().key(),
                                            versions(envelope.condition()),
                                            envelope.traceparent().orElseThrow())));
                        }),
                Endpoint.get("/v1/things", "things", "Lists things")
                        .query(Filter.class)
                        .paged()
                        .answers(Seen.class, "{\"text\": \"\"}")
                        .handle(call -> Answers.page(
                                call, new Seen(call.query(Filter.class).toString()), Optional.empty())),
                Endpoint.get("/v1/things/{id}", "thing", "One thing")
                        .answers(Seen.class, "{\"text\": \"\"}")
                        .handle(call -> Answers.versioned(call, new Seen(call.id("id")), 7)),
                Endpoint.get("/v1/broken/store", "brokenStore", "Always broken")
                        .handle(_ -> Mono.error(new StoreUnavailable("away", new IllegalStateException("secret")))));
    }

    private static String versions(VersionCondition condition) {
        return condition.oneOf().stream()
                        .flatMap(Set::stream)
                        .sorted()
                        .map(String::valueOf)
                        .collect(Collectors.joining("+"))
                + condition.noneOf().stream().sorted().map(it -> "-" + it).collect(Collectors.joining())
                + (condition.absent() ? "absent" : "");
    }

    private static Outcome<String> outcome(String to) {
        return to.equals("refused")
                ? new Outcome.Refused<>(Refusal.of(LendingReason.THING_LENT, "Somebody else has it."), "lent", 4)
                : new Outcome.Done<>("lent", 1);
    }
}
