package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.cases.Cases.NOON;
import static org.repatria.cases.domain.cases.Cases.OPEN;
import static org.repatria.cases.domain.cases.Cases.ORLAS;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.cases.Case;
import org.repatria.cases.domain.cases.CaseCommand;
import org.repatria.cases.domain.cases.CaseDecider;
import org.repatria.cases.domain.cases.CaseEvent;
import org.repatria.cases.domain.cases.CaseRefusal;
import org.repatria.cases.intake.Claiming;
import org.repatria.cases.intake.IdentityClaims;
import org.repatria.cases.publishing.CasePublishing;
import org.repatria.cases.queries.CaseViewDefinitions;
import org.repatria.cases.queries.CaseViews;
import org.repatria.cases.reference.ReferenceFiles;
import org.repatria.decider.Actor;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.readmodel.MemoryView;
import org.repatria.web.ApiRoutes;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** What a command on a case costs at the store, from the route down: who may give it is decided on the one reading. */
final class CommandCostTest {

    private static final Actor CARL = new Actor("carl.officer", Set.of("CO"), "XH-CA");
    private static final Actor LENA = new Actor("lena.legal", Set.of("LO"), "XH-CA");
    private static final Actor SARA = new Actor("sara.supervisor", Set.of("SU"), "XH-CA");
    private static final Actor STRANGER = new Actor("sven.supervisor", Set.of("SU", "CO", "LO"), "XK-CA");

    private static final String FACTS = """
            {"facts": [{"name": "HS_NATIONAL", "value": "NO", "kind": "FACT", "source": "register", "asOf": "2014-08-01"}]}""";
    private static final String CHECK = """
            {"check": "SG-06", "result": "PASS", "reasons": "no such motive", "evidence": ["doc-1"], "on": "2014-08-28"}""";

    /** Nobody opens a case here. */
    private static final IdentityClaims NO_CLAIMS = new IdentityClaims() {
        @Override
        public Mono<Map<String, CaseId>> claim(Map<String, CaseId> wanted) {
            return Mono.just(wanted);
        }

        @Override
        public Mono<Void> pass(Collection<String> given, CaseId from, CaseId to) {
            return Mono.empty();
        }
    };

    private final CountingStore store = new CountingStore();
    private final Aggregates<CaseCommand, Case, CaseEvent, CaseRefusal> cases = AggregatesFactory.inMemory(_ -> store)
            .of(new AggregateType<>(
                    "case", "cases", "case", Case.class, CaseEvent.class, new CaseDecider(), new CasePublishing()));
    private int keys;

    @BeforeEach
    void open() {
        cases.execute(new CommandEnvelope<>(
                        ORLAS.value(),
                        OPEN,
                        CARL,
                        NOON,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .block();
        store.forget();
    }

    private EntityExchangeResult<String> post(Actor actor, String path, long version, String key, String body) {
        var rules = ReferenceFiles.load();
        var seen = new SeenCases(cases, _ -> rules);
        var views =
                new CaseViews(MemoryView.of(CaseViewDefinitions.cases()), MemoryView.of(CaseViewDefinitions.lists()));
        var claiming = new Claiming(NO_CLAIMS, Set::of);
        var routes = ApiRoutes.of(
                List.of(new CaseRoutes(cases, seen, claiming, views).api(), new DossierRoutes(seen).api()),
                _ -> Mono.just(actor),
                Clock.fixed(NOON, ZoneOffset.UTC));
        return WebTestClient.bindToRouterFunction(routes)
                .handlerStrategies(ApiRoutes.strategies())
                .build()
                .post()
                .uri("/v1/cases/" + ORLAS + path)
                .header("Idempotency-Key", key)
                .headers(headers -> {
                    if (version > 0) {
                        headers.set("If-Match", "\"" + version + "\"");
                    }
                })
                .headers(headers -> {
                    if (!body.isEmpty()) {
                        headers.setContentType(MediaType.APPLICATION_JSON);
                    }
                })
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private EntityExchangeResult<String> post(Actor actor, String path, String body) {
        return post(actor, path, 0, "key-" + ++keys, body);
    }

    private static int status(EntityExchangeResult<String> answer) {
        return answer.getStatus().value();
    }

    private void costs(int reads, int writes) {
        assertThat(Map.of("reads", store.reads(), "writes", store.writes()))
                .isEqualTo(Map.of("reads", reads, "writes", writes));
    }

    @Nested
    class Doing {

        @Test
        void a_fact_costs_one_read_and_one_write() {
            assertThat(status(post(CARL, "/facts", FACTS))).isEqualTo(200);

            costs(1, 1);
        }

        @Test
        void a_run_of_the_engine_costs_one_read_and_one_write() {
            assertThat(status(post(LENA, "/assessments", ""))).isEqualTo(200);

            costs(1, 1);
        }

        @Test
        void an_assignment_costs_one_read_and_one_write() {
            assertThat(status(post(SARA, "/assignment", 1, "key", "{\"assignee\": \"carl.officer\"}")))
                    .isEqualTo(200);

            costs(1, 1);
        }

        @Test
        void a_check_costs_one_read_and_one_write() {
            assertThat(status(post(LENA, "/checks", CHECK))).isEqualTo(200);

            costs(1, 1);
        }
    }

    @Nested
    class Refusing {

        @Test
        void a_blocked_move_costs_one_read() {
            assertThat(status(post(LENA, "/moves", DossierBodies.MoveBody.EXAMPLE)))
                    .isEqualTo(409);

            costs(1, 0);
        }

        @Test
        void a_strategy_before_acceptance_costs_one_read() {
            assertThat(status(post(LENA, "/strategies", DossierBodies.StrategyBody.EXAMPLE)))
                    .isEqualTo(409);

            costs(1, 0);
        }

        @Test
        void to_a_stranger_there_is_no_case_and_nothing_was_written() {
            var answer = post(STRANGER, "/facts", FACTS);

            assertThat(status(answer)).isEqualTo(404);
            assertThat(answer.getResponseBody()).contains("CASE_NOT_FOUND");
            costs(1, 0);
        }

        @Test
        void to_a_stranger_a_wrong_version_tells_nothing() {
            var answer = post(STRANGER, "/hold", 7, "key", CaseBodies.HoldBody.EXAMPLE);

            assertThat(status(answer)).isEqualTo(404);
            assertThat(answer.getResponseHeaders().getETag()).isNull();
        }

        @Test
        void what_is_not_for_the_role_costs_no_read() {
            assertThat(status(post(CARL, "/hold", 1, "key", CaseBodies.HoldBody.EXAMPLE)))
                    .isEqualTo(403);

            costs(0, 0);
        }

        @Test
        void what_is_for_the_assigned_only_is_forbidden_to_others() {
            assertThat(status(post(CARL, "/submission", 1, "key", ""))).isEqualTo(403);

            costs(1, 0);
        }
    }

    @Nested
    class Repeating {

        @Test
        void the_same_key_again_writes_nothing() {
            var first = post(LENA, "/assessments", 0, "same", "");
            store.forget();
            var again = post(LENA, "/assessments", 0, "same", "");

            assertThat(again.getResponseBody()).isEqualTo(first.getResponseBody());
            costs(1, 0);
        }
    }
}
