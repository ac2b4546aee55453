package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.flows.intake.Claiming;
import org.repatria.cases.flows.intake.ClaimsInMemory;
import org.repatria.cases.law.ReferenceFiles;
import org.repatria.cases.publishing.CasePublishing;
import org.repatria.cases.queries.CaseViewDefinitions;
import org.repatria.cases.queries.CaseViews;
import org.repatria.decider.Actor;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.readmodel.MemoryView;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who is told which changes of cases by the stream, and in which words. */
final class StreamOfCasesTest {

    private static final Instant NOON = Instant.parse("2015-05-15T12:00:00Z");
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final String CONNECTED = ":connected";

    private static final Actor CARL = new Actor("carl.officer", Set.of("CO"), "XH-CA");
    private static final Actor ANA = new Actor("ana.analyst", Set.of("AN"), "XH-CA");
    private static final Actor RINA = new Actor("rina.officer", Set.of("CO"), "XR-CA");
    private static final Actor KUNO = new Actor("kuno.officer", Set.of("CO"), "XK-CA");
    private static final Actor DORA = new Actor("dora.protection", Set.of("DPO"), "XH-CA");

    private final Aggregates<CaseCommand, Case> cases =
            AggregatesFactory.inMemory().of(CasePublishing.type(new CaseDecider(_ -> ReferenceFiles.load())));
    private final MemoryView view = MemoryView.of(CaseViewDefinitions.cases());
    private final CaseRoutes routes = new CaseRoutes(
            cases,
            new SeenCases(cases, _ -> ReferenceFiles.load()),
            new Claiming(new ClaimsInMemory(), Set::of),
            new CaseViews(view, MemoryView.of(CaseViewDefinitions.lists())),
            CaseDesk.OFFICERS);

    @BeforeEach
    void one_case() {
        show("case-1", 1, 1, "XR", "XH", "carl.officer");
    }

    @AfterEach
    void close() {
        view.close();
    }

    private void show(String id, long version, long told, String requesting, String requested, String assignee) {
        var record = JsonMapper.shared().createObjectNode();
        record.put("id", id).put("version", version).put("told", told);
        for (var name : List.of("all", "shared")) {
            ObjectNode face = record.putObject(name);
            face.put("state", "ACTIVE").put("requestingState", requesting).put("requestedState", requested);
            face.put("assignee", assignee);
        }
        view.put(record);
    }

    private RequestHeadersSpec<?> asked(Actor actor) {
        return Served.to(actor, NOON, routes.api())
                .get()
                .uri("/v1/cases/stream")
                .accept(MediaType.TEXT_EVENT_STREAM);
    }

    /** The first so many words of the stream, as they will have come. */
    private CompletableFuture<List<String>> words(Actor actor, int number) {
        return words(asked(actor), number);
    }

    private static CompletableFuture<List<String>> words(RequestHeadersSpec<?> asked, int number) {
        return asked.exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM)
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                .getResponseBody()
                .map(event -> event.event() == null ? ":" + event.comment() : event.event() + " " + event.data())
                .take(number)
                .collectList()
                .toFuture();
    }

    private static List<String> read(CompletableFuture<List<String>> words) throws Exception {
        return words.get(BOUND.toSeconds(), TimeUnit.SECONDS);
    }

    @Nested
    class Telling {

        @Test
        void a_change_is_an_id_and_a_version_and_nothing_else() throws Exception {
            var carls = words(CARL, 3);

            show("case-1", 2, 1, "XR", "XH", "carl.officer");
            show("case-2", 1, 1, "XR", "XH", "carl.officer");

            assertThat(read(carls))
                    .containsExactly(
                            CONNECTED,
                            "case.changed {\"id\":\"case-1\",\"version\":2}",
                            "case.changed {\"id\":\"case-2\",\"version\":1}");
        }

        @Test
        void the_requesting_state_hears_of_what_it_is_told_alone_and_by_those_versions() throws Exception {
            var rinas = words(RINA, 2);

            show("case-1", 2, 1, "XR", "XH", "carl.officer");
            show("case-1", 3, 1, "XR", "XH", "carl.officer");
            show("case-1", 4, 2, "XR", "XH", "carl.officer");

            assertThat(read(rinas)).containsExactly(CONNECTED, "case.changed {\"id\":\"case-1\",\"version\":2}");
        }

        @Test
        void an_analyst_hears_of_the_own_cases_alone() throws Exception {
            var anas = words(ANA, 2);

            show("case-1", 2, 2, "XR", "XH", "carl.officer");
            show("case-2", 1, 1, "XR", "XH", "ana.analyst");

            assertThat(read(anas)).containsExactly(CONNECTED, "case.changed {\"id\":\"case-2\",\"version\":1}");
        }

        @Test
        void a_third_state_hears_of_its_own_cases_alone() throws Exception {
            var kunos = words(KUNO, 2);

            show("case-1", 2, 2, "XR", "XH", "carl.officer");
            show("case-3", 1, 1, "XR", "XK", "kuno.officer");

            assertThat(read(kunos)).containsExactly(CONNECTED, "case.changed {\"id\":\"case-3\",\"version\":1}");
        }
    }

    @Nested
    class Refusing {

        @ParameterizedTest
        @ValueSource(strings = {"LI", "AM", "SI"})
        void who_never_finds_a_case_is_told_of_none(String role) {
            asked(new Actor("somebody", Set.of(role), "XH-CA"))
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }

        @Test
        void the_protection_officer_says_why() throws Exception {
            asked(DORA).exchange().expectStatus().isBadRequest();

            assertThat(read(words(asked(DORA).header("X-Purpose", "complaint 7"), 1)))
                    .containsExactly(CONNECTED);
        }

        @Test
        void nothing_can_be_narrowed_down() {
            Served.to(CARL, NOON, routes.api())
                    .get()
                    .uri("/v1/cases/stream?state=ACTIVE")
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
    }
}
