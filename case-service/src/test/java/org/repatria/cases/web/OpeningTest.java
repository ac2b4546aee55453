package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.casefile.Cases.NOON;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.flows.intake.Claiming;
import org.repatria.cases.flows.intake.ClaimsInMemory;
import org.repatria.cases.flows.intake.IdentityClaims;
import org.repatria.cases.law.ReferenceFiles;
import org.repatria.cases.publishing.CasePublishing;
import org.repatria.cases.queries.CaseViewDefinitions;
import org.repatria.cases.queries.CaseViews;
import org.repatria.cases.web.CountingStore.Cost;
import org.repatria.decider.Actor;
import org.repatria.edge.Json;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.readmodel.MemoryView;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import reactor.core.publisher.Mono;

/** Who opens a case between which states, and what a refusal or a duplicate tells them. */
final class OpeningTest {

    private static final RuleBook SHIPPED = ReferenceFiles.load();
    private static final Actor CARL = new Actor("carl.officer", Set.of("CO"), "XH-CA");
    private static final Actor LENA = new Actor("lena.legal", Set.of("LO"), "XH-CA");
    private static final Actor RINA = new Actor("rina.officer", Set.of("CO"), "XR-CA");
    private static final Actor KUNO = new Actor("kuno.officer", Set.of("CO"), "XK-CA");

    private final CountingStore store = new CountingStore();
    private final Aggregates<CaseCommand, Case> cases =
            AggregatesFactory.inMemory(_ -> store).of(CasePublishing.type(new CaseDecider(_ -> SHIPPED)));
    private final CountedClaims claims = new CountedClaims();
    private int keys;

    private EntityExchangeResult<String> opens(Actor actor, String name, String requesting, String requested) {
        return opens(actor, """
                {"requestingState": "%s", "requestedState": "%s", "person": {"name": "%s", "aliases": [],
                 "birthDate": "1958-02-17", "nationalities": [], "documents": []}}\
                """.formatted(requesting, requested, name));
    }

    private EntityExchangeResult<String> opens(Actor actor, String body) {
        return post(actor, "", 0, body);
    }

    private EntityExchangeResult<String> post(Actor actor, String path, long version, String body) {
        return Served.to(actor, NOON, routes().api())
                .post()
                .uri("/v1/cases" + path)
                .header("Idempotency-Key", "key-" + ++keys)
                .headers(headers -> {
                    if (version > 0) {
                        headers.setIfMatch("\"" + version + "\"");
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private CaseRoutes routes() {
        var views =
                new CaseViews(MemoryView.of(CaseViewDefinitions.cases()), MemoryView.of(CaseViewDefinitions.lists()));
        return new CaseRoutes(
                cases, new SeenCases(cases, _ -> SHIPPED), new Claiming(claims, Set::of), views, CaseDesk.OFFICERS);
    }

    private static int status(EntityExchangeResult<String> answer) {
        return answer.getStatus().value();
    }

    private static String shape(EntityExchangeResult<String> answer) {
        return String.valueOf(answer.getResponseBody())
                .replaceAll("case-[0-9a-z]+", "case-id")
                .replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }

    @Nested
    class BetweenTheOwnStateAndAnother {

        @Test
        void either_state_opens() {
            assertThat(status(opens(CARL, "Orla Vint", "XR", "XH"))).isEqualTo(201);
            assertThat(status(opens(RINA, "Katla Belvor", "XR", "XH"))).isEqualTo(201);
        }

        @Test
        void a_duplicate_is_named_to_the_two_states() {
            opens(CARL, "Orla Vint", "XR", "XH");

            assertThat(opens(RINA, "Orla Vint", "XR", "XH").getResponseBody())
                    .contains("CASE_DUPLICATE", "duplicateOf", "NAME_AND_BIRTH_DATE");
        }

        @Test
        void a_person_whom_another_state_has_a_case_on_looks_like_a_new_one() {
            opens(CARL, "Orla Vint", "XR", "XH");

            var known = opens(KUNO, "Orla Vint", "XR", "XK");
            var unknown = opens(KUNO, "Katla Belvor", "XR", "XK");

            assertThat(status(known)).isEqualTo(status(unknown)).isEqualTo(201);
            assertThat(shape(known)).isEqualTo(shape(unknown));
            assertThat(known.getResponseHeaders().headerNames())
                    .isEqualTo(unknown.getResponseHeaders().headerNames());
        }
    }

    @Nested
    class CorrectingWhoItIs {

        private static final String BORN_IN_JULY = """
                {"person": {"name": "Orla Vint", "birthDate": "1958-07-12", "nationalities": ["XR"]},
                 "source": "civil register", "reasons": "exchanged"}""";

        private static String field(EntityExchangeResult<String> answer, String pointer) {
            return Json.MAPPER.readTree(answer.getResponseBody()).at(pointer).asString();
        }

        @Test
        void takes_two_and_finds_the_other_case_of_the_person_as_corrected() {
            var wrong = field(opens(CARL, "Orla Vint", "XR", "XH"), "/id");
            var other = field(opens(CARL, """
                            {"requestingState": "XR", "requestedState": "XH",
                             "person": {"name": "Orla Vint", "birthDate": "1958-07-12", \
                            "nationalities": ["XR"]}}"""), "/id");
            var proposal = post(CARL, "/" + wrong + "/identity-corrections", 1, BORN_IN_JULY);
            assertThat(proposal.getResponseBody()).contains("created");
            var approval = "/" + wrong + "/identity-corrections/" + field(proposal, "/created") + "/approval";

            assertThat(post(CARL, approval, 0, "{}").getResponseBody()).contains("SAME_PERSON");
            assertThat(status(post(LENA, approval, 0, "{\"reasons\": \"compared\"}")))
                    .isEqualTo(200);

            var file = ((Case.Opened)
                            Objects.requireNonNull(cases.read(wrong).block()).state())
                    .file();
            assertThat(file.subject().birthDate().orElseThrow().value()).isEqualTo("1958-07-12");
            assertThat(file.suspectedDuplicates()).extracting(CaseId::value).containsExactly(other);
        }

        @Test
        void of_a_stale_file_changes_nothing() {
            var id = field(opens(CARL, "Orla Vint", "XR", "XH"), "/id");

            assertThat(status(post(CARL, "/" + id + "/identity-corrections", 7, BORN_IN_JULY)))
                    .isEqualTo(412);
        }
    }

    @Nested
    class BetweenOtherStates {

        @Test
        void is_forbidden_alike_whether_the_person_is_known_or_not_before_anything_is_read_or_claimed() {
            opens(CARL, "Orla Vint", "XR", "XH");
            store.forget();
            claims.asked.set(0);

            var known = opens(KUNO, "Orla Vint", "XR", "XH");
            var unknown = opens(KUNO, "Katla Belvor", "XR", "XH");

            assertThat(status(known)).isEqualTo(403);
            assertThat(shape(known)).isEqualTo(shape(unknown));
            assertThat(known.getResponseHeaders().headerNames())
                    .isEqualTo(unknown.getResponseHeaders().headerNames());
            assertThat(store.cost()).isEqualTo(new Cost(0, 0));
            assertThat(claims.asked).hasValue(0);
        }
    }

    @Nested
    class WithWhatIsNoNumber {

        @ParameterizedTest
        @ValueSource(strings = {"000000", "00 00-0"})
        void is_refused_with_its_field_and_rule(String number) {
            var answer = opens(CARL, """
                    {"requestingState": "XR", "requestedState": "XH", "person": {"name": "Orla Vint", "aliases": [], \
                    "nationalities": [],
                     "documents": [{"kind": "PASSPORT", "country": "XR", "number": "R1"},
                                   {"kind": "PASSPORT", "country": "XR", "number": "%s"}]}}""".formatted(number));

            assertThat(status(answer)).isEqualTo(422);
            assertThat(answer.getResponseBody()).contains("/person/documents/1/number", "PLACEHOLDER");
        }

        @ParameterizedTest
        @CsvSource({"150.5, JPY, TOO_MANY_DECIMALS", "1.005, USD, TOO_MANY_DECIMALS", "-1, EUR, AMOUNT"})
        void neither_is_an_amount_that_its_currency_cannot_have(String amount, String currency, String rule) {
            var answer = opens(CARL, """
                    {"requestingState": "XR", "requestedState": "XH", "person": {"name": "Orla Vint", "aliases": [], \
                    "nationalities": [],
                     "documents": []}, "amountAlleged": {"amount": "%s", "currency": "%s"}}""".formatted(amount, currency));

            assertThat(status(answer)).isEqualTo(422);
            assertThat(answer.getResponseBody()).contains("/amountAlleged/amount", rule);
        }
    }

    @Nested
    class OfAStateWithItself {

        @ParameterizedTest
        @ValueSource(strings = {"XH", "XK"})
        void is_refused_with_its_field_and_rule(String state) {
            var answer = opens(CARL, "Orla Vint", state, state);

            assertThat(status(answer)).isEqualTo(422);
            assertThat(answer.getResponseBody()).contains("/requestedState", "TWO_STATES");
        }
    }

    /** Claims that count how often they are asked. */
    private static final class CountedClaims implements IdentityClaims {
        private final ClaimsInMemory claims = new ClaimsInMemory();
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Mono<Map<String, CaseId>> claim(Map<String, CaseId> wanted) {
            asked.incrementAndGet();
            return claims.claim(wanted);
        }

        @Override
        public Mono<Void> pass(Collection<String> given, CaseId from, CaseId to) {
            asked.incrementAndGet();
            return claims.pass(given, from, to);
        }
    }
}
