package org.repatria.assets.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.NOON;
import static org.repatria.assets.domain.Assets.VINT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.assets.Kept;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.AssetCommand.NoteCaseGround;
import org.repatria.assets.domain.AssetReason;
import org.repatria.assets.domain.Assets;
import org.repatria.assets.domain.CaseGround;
import org.repatria.assets.domain.InterestReason;
import org.repatria.assets.domain.companies.CompanyReason;
import org.repatria.assets.domain.knowncases.CaseFacts;
import org.repatria.assets.domain.knowncases.KnownCaseCommand;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.NoteFacts;
import org.repatria.assets.domain.rates.RateReason;
import org.repatria.assets.law.ValuationRuleFile;
import org.repatria.assets.publishing.AssetPublishing;
import org.repatria.assets.queries.AssetView;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.decider.Reason;
import org.repatria.edge.Api;
import org.repatria.edge.ApiDocument;
import org.repatria.edge.ApiLint;
import org.repatria.edge.ApiRoutes;
import org.repatria.edge.Examples;
import org.repatria.edge.Json;
import org.repatria.edge.ProblemCode;
import org.repatria.edge.ProblemTable;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.readmodel.MemoryView;
import org.repatria.testkit.contracts.AnsweredTypes;
import org.repatria.testkit.contracts.ChineseWords;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AssetRoutesTest {

    private static final Actor ANA = new Actor("ana.analyst", Set.of("AN"), "XH-CA");
    private static final Actor CARL = new Actor("carl.officer", Set.of("CO"), "XH-CA");
    private static final Actor LENA = new Actor("lena.legal", Set.of("LO"), "XH-CA");
    private static final Actor AUDE = new Actor("aude.auditor", Set.of("AU"), "XH-CA");
    private static final Actor AUDITOR_ABROAD = new Actor("ada.auditor", Set.of("AU"), "XR-CA");
    private static final Actor STRANGER = new Actor("otto.officer", Set.of("CO"), "XR-CA");

    private final Kept kept = Kept.inMemory();
    private final MemoryView view = MemoryView.of(AssetView.definition());
    private int keys;

    @Nested
    class Registering {

        @Test
        void the_asset_has_an_address_and_is_there() {
            var id = registered(Examples.of("registerAsset"));
            as(AUDE).get()
                    .uri("/v1/assets/" + id)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("ETag", "\"1\"")
                    .expectBody()
                    .jsonPath("$.state")
                    .isEqualTo("IDENTIFIED")
                    .jsonPath("$.authority")
                    .isEqualTo("XH-CA")
                    .jsonPath("$.location.jurisdiction")
                    .isEqualTo("GB")
                    .jsonPath("$.identifiers[0].value")
                    .isEqualTo("GB82WEST12345698765432");
        }

        @Test
        void the_same_key_registers_once() {
            var first = post(ANA, "/v1/assets", Examples.of("registerAsset"), "key-1", Optional.empty());
            var second = post(ANA, "/v1/assets", Examples.of("registerAsset"), "key-1", Optional.empty());
            first.expectStatus().isCreated();
            second.expectStatus().isCreated();
            assertThat(json(second)).isEqualTo(json(first));
        }

        @Test
        void a_wrong_identifier_is_pointed_at_and_not_repeated() {
            post(ANA, "/v1/assets", Examples.of("registerAsset").replace("7654 32", "7654 33"))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/identifiers/0/value")
                    .jsonPath("$.errors[0].code")
                    .isEqualTo("IDENTIFIER_INVALID")
                    .jsonPath("$.detail")
                    .value(String.class, detail -> assertThat(detail).doesNotContain("1234 5698"));
        }

        @Test
        void an_unknown_kind_is_refused_with_the_known_ones() {
            post(ANA, "/v1/assets", Examples.of("registerAsset").replace("\"ACCOUNT\"", "\"YACHT\""))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/kind");
        }
    }

    @Nested
    class Allowing {

        @ParameterizedTest
        @CsvSource({"AN, 201", "CO, 201", "AM, 201", "LO, 403", "SU, 403", "AU, 403", "LI, 403", "SI, 403", "DPO, 403"})
        void facts_are_written_by_those_who_find_them(String role, int status) {
            post(with(role), "/v1/assets", Examples.of("registerAsset"))
                    .expectStatus()
                    .isEqualTo(status);
        }

        @ParameterizedTest
        @CsvSource({"CO, 201", "LO, 201", "AN, 403", "AM, 403", "HD, 403", "LI, 403"})
        void orders_are_recorded_by_those_who_answer_for_them(String role, int status) {
            var id = borne();
            post(with(role), "/v1/assets/" + id + "/restraints", Examples.of("recordRestraint"))
                    .expectStatus()
                    .isEqualTo(status);
        }

        @ParameterizedTest
        @CsvSource({"AN, 200", "LO, 200", "SU, 200", "HD, 200", "AU, 200", "LI, 403", "SI, 403", "DPO, 403"})
        void the_own_side_reads(String role, int status) {
            var id = registered(Examples.of("registerAsset"));
            as(with(role))
                    .get()
                    .uri("/v1/assets/" + id)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(status);
            as(with(role)).get().uri("/v1/assets").exchange().expectStatus().isEqualTo(status);
        }

        @Test
        void acts_are_told_to_those_who_read_the_asset_and_are_their_own() {
            var acts = "/v1/assets/" + registered(Examples.of("registerAsset")) + "/acts";

            assertThat(json(as(LENA).get().uri(acts).exchange())
                            .path("operations")
                            .toString())
                    .contains("recordRestraint")
                    .doesNotContain("assetJournal");
            assertThat(json(as(AUDE).get().uri(acts).exchange())
                            .path("operations")
                            .toString())
                    .contains("assetJournal")
                    .doesNotContain("recordRestraint");
        }

        @Test
        void the_other_side_does_not_even_learn_that_there_is_an_asset() {
            var id = registered(Examples.of("registerAsset"));
            as(STRANGER)
                    .get()
                    .uri("/v1/assets/" + id + "/acts")
                    .exchange()
                    .expectStatus()
                    .isNotFound();
            as(STRANGER).get().uri("/v1/assets/" + id).exchange().expectStatus().isNotFound();
            post(STRANGER, "/v1/assets/" + id + "/valuations", Examples.of("recordValuation"))
                    .expectStatus()
                    .isNotFound();
            show(id);
            as(STRANGER)
                    .get()
                    .uri("/v1/assets")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.total.count")
                    .isEqualTo(0)
                    .jsonPath("$.facets.state.values")
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 7})
        void to_the_other_side_no_version_tells_that_there_is_an_asset(long version) {
            var id = registered(Examples.of("registerAsset"));
            for (var named : List.of(id, "asset-nobody")) {
                var path = "/v1/assets/" + named + "/case-links/" + VINT.value() + "/removal";
                post(STRANGER, path, Examples.of("unlinkCase"), "key-of-" + named, Optional.of(version))
                        .expectStatus()
                        .isNotFound()
                        .expectHeader()
                        .doesNotExist("ETag")
                        .expectBody()
                        .jsonPath("$.detail")
                        .isEqualTo("No asset is known here under this id.")
                        .jsonPath("$.currentVersion")
                        .doesNotExist();
            }
        }

        @Test
        void a_journal_is_not_there_for_those_who_check_in_another_state() {
            var id = registered(Examples.of("registerAsset"));

            for (var path : List.of("/journal", "/journal/verification")) {
                var unseen = problem(AUDITOR_ABROAD, "/v1/assets/" + id + path);

                assertThat(unseen).isEqualTo(problem(AUDITOR_ABROAD, "/v1/assets/asset-unknown" + path));
            }
        }

        /** The answer without what is different in each: where and when. */
        private String problem(Actor actor, String path) {
            var body = as(actor)
                    .get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody();
            return String.valueOf(body).replace(path, "").replaceAll("\"traceId\":\"[0-9a-f]*\"", "");
        }

        @Test
        void the_journal_is_for_those_who_check() {
            var id = registered(Examples.of("registerAsset"));
            as(ANA).get()
                    .uri("/v1/assets/" + id + "/journal")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            as(AUDE).get()
                    .uri("/v1/assets/" + id + "/journal/verification")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.whole")
                    .isEqualTo(true);
        }

        @Test
        void the_journal_of_another_states_asset_is_answered_like_one_that_is_not_there() {
            var id = registered(Examples.of("registerAsset"));
            var auditor = new Actor("alva.auditor", Set.of("AU"), "XR-CA");
            for (var ending : List.of("/journal", "/journal/verification")) {
                as(auditor)
                        .get()
                        .uri("/v1/assets/" + id + ending)
                        .exchange()
                        .expectStatus()
                        .isNotFound()
                        .expectBody()
                        .jsonPath("$.detail")
                        .isEqualTo("No object has this id.");
                as(auditor)
                        .get()
                        .uri("/v1/assets/asset-nobody" + ending)
                        .exchange()
                        .expectStatus()
                        .isNotFound()
                        .expectBody()
                        .jsonPath("$.detail")
                        .isEqualTo("No object has this id.");
            }
        }

        private Actor with(String role) {
            return new Actor("somebody", Set.of(role), "XH-CA");
        }
    }

    @Nested
    class Linking {

        @Test
        void an_unknown_case_is_accepted_and_waits() {
            var id = registered(Examples.of("registerAsset"));
            post(ANA, "/v1/assets/" + id + "/case-links", Examples.of("linkCase"))
                    .expectStatus()
                    .isOk();
            read(id).jsonPath("$.cases[0].standing").isEqualTo("UNLINKED");
        }

        @Test
        void a_known_case_is_called_by_its_name() {
            var id = registered(Examples.of("registerAsset"));
            post(ANA, "/v1/assets/" + id + "/case-links", "{\"caseId\": \"case-vint\"}")
                    .expectStatus()
                    .isOk();
            kept.knownCases().execute(known(orlasCaseBetween("XR", "XH"))).block();
            read(id).jsonPath("$.cases[0].displayName").isEqualTo("Orla Vint");
        }

        @Test
        void a_case_between_other_states_reads_as_one_that_is_not_known() {
            var id = registered(Examples.of("registerAsset"));
            kept.knownCases().execute(known(orlasCaseBetween("XR", "XK"))).block();
            var foreign = linked(id, "case-vint");
            var unknown = linked(id, "case-nobody");
            assertThat(foreign.getStatus()).isEqualTo(unknown.getStatus());
            assertThat(foreign.getResponseHeaders().headerNames())
                    .isEqualTo(unknown.getResponseHeaders().headerNames());
            read(id).jsonPath("$.cases[0].standing")
                    .isEqualTo("UNLINKED")
                    .jsonPath("$.cases[0].displayName")
                    .doesNotExist()
                    .jsonPath("$.cases[0].listId")
                    .doesNotExist()
                    .jsonPath("$.cases[1].standing")
                    .isEqualTo("UNLINKED");
        }

        private EntityExchangeResult<String> linked(String id, String caseId) {
            return post(ANA, "/v1/assets/" + id + "/case-links", "{\"caseId\": \"" + caseId + "\"}")
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .returnResult();
        }

        private NoteFacts orlasCaseBetween(String requesting, String requested) {
            return new NoteFacts(new CaseFacts(
                    1, false, Optional.of("Orla Vint"), Optional.of("list-1"), Set.of(requesting, requested)));
        }

        @Test
        void taking_back_needs_the_version_decided_on() {
            var id = registered(Examples.of("registerAsset"));
            post(ANA, "/v1/assets/" + id + "/case-links", "{\"caseId\": \"case-vint\"}")
                    .expectStatus()
                    .isOk();
            var path = "/v1/assets/" + id + "/case-links/case-vint/removal";
            post(ANA, path, Examples.of("unlinkCase")).expectStatus().isEqualTo(428);
            post(ANA, path, Examples.of("unlinkCase"), "old", Optional.of(1L))
                    .expectStatus()
                    .isEqualTo(412);
            post(ANA, path, Examples.of("unlinkCase"), "new", Optional.of(2L))
                    .expectStatus()
                    .isOk();
            read(id).jsonPath("$.cases").isEmpty();
        }

        private CommandEnvelope<KnownCaseCommand> known(KnownCaseCommand command) {
            return CommandEnvelope.of(VINT.value(), command, Occasion.of(ANA, NOON));
        }
    }

    @Nested
    class Restraining {

        @Test
        void an_order_is_recorded_extended_and_its_successor_discharged() {
            var id = borne();
            var orderId = json(post(CARL, "/v1/assets/" + id + "/restraints", Examples.of("recordRestraint"))
                            .expectStatus()
                            .isCreated())
                    .path("id")
                    .asString();
            read(id).jsonPath("$.state").isEqualTo("RESTRAINED");
            var order = "/v1/assets/" + id + "/restraints/";
            as(AUDE).get()
                    .uri(order + orderId)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.endsBefore")
                    .isEqualTo("2015-06-15T04:00:00Z");
            var successor = json(post(
                                    LENA,
                                    order + orderId + "/extension",
                                    Examples.of("extendRestraint"),
                                    "e",
                                    Optional.of(5L))
                            .expectStatus()
                            .isOk())
                    .path("id")
                    .asString();
            assertThat(successor).isNotEqualTo(orderId);
            post(LENA, order + orderId + "/discharge", Examples.of("dischargeRestraint"), "d", Optional.of(6L))
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("RESTRAINT_EXTENDED");
            post(LENA, order + successor + "/discharge", Examples.of("dischargeRestraint"), "d2", Optional.of(6L))
                    .expectStatus()
                    .isOk();
            read(id).jsonPath("$.state").isEqualTo("RELEASED");
        }

        @Test
        void an_order_without_the_safeguards_of_its_case_is_refused_with_what_is_missing_and_the_source() {
            var id = registered(Examples.of("registerAsset"));
            var lacking = new CaseGround(
                    1,
                    Optional.of(LocalDate.parse("2014-12-05")),
                    List.of(new CaseGround.GateDays("RESTRAINT", Optional.empty(), Optional.empty(), List.of("SG-18"))),
                    Optional.empty());
            for (var command : List.of(
                    Assets.link(VINT), Assets.appeared(VINT), new NoteCaseGround(VINT, Map.of("XH", lacking)))) {
                kept.assets()
                        .execute(CommandEnvelope.of(id, command, Occasion.of(ANA, NOON)))
                        .block();
            }

            post(LENA, "/v1/assets/" + id + "/restraints", Examples.of("recordRestraint"))
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("STEP_WITHOUT_GROUND")
                    .jsonPath("$.errors[0].code")
                    .isEqualTo("CHECK_MISSING")
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/SG-18")
                    .jsonPath("$.errors[0].detail")
                    .value(
                            String.class,
                            detail -> assertThat(detail)
                                    .contains("case-vint", "SG-18", "gate matrix", "UNCAC arts 31(2), 54(2)"));
        }

        @Test
        void what_no_court_lifted_waits_for_a_supervisor_and_needs_the_voice_of_the_requesting_state() {
            var id = borne();
            var orderId = json(post(CARL, "/v1/assets/" + id + "/restraints", Examples.of("recordRestraint"))
                            .expectStatus()
                            .isCreated())
                    .path("id")
                    .asString();
            var path = "/v1/assets/" + id + "/restraints/" + orderId + "/discharge";
            var unheard = "{\"dischargedOn\": \"2015-04-10\", \"reason\": \"Another person's house\"}";
            post(LENA, path, unheard, "u", Optional.of(5L))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/requestingStateHeardOn");
            var saidByHand = unheard.replace("}", ", \"requestingStateHeardOn\": \"2015-04-08\"}");
            post(LENA, path, saidByHand, "s", Optional.of(5L)).expectStatus().isEqualTo(422);
            post(LENA, "/v1/assets/" + id + "/orders/" + orderId + "/hearings", Examples.of("recordHearing"))
                    .expectStatus()
                    .isOk();
            post(LENA, path, unheard, "h", Optional.of(6L)).expectStatus().isOk();
            read(id).jsonPath("$.state").isEqualTo("RESTRAINED");
            var step = kept.assets().read(id).block().state() instanceof Asset.Registered asset
                    ? asset.waiting().getFirst().step().id().value()
                    : "none";
            var confirmation = "/v1/assets/" + id + "/waiting-steps/" + step + "/confirmation";
            confirmed(LENA, confirmation)
                    .expectStatus()
                    .isEqualTo(403)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("STEP_NEEDS_ANOTHER_PERSON");
            confirmed(new Actor("sue", Set.of("SU"), "XH-CA"), confirmation)
                    .expectStatus()
                    .isOk();
            read(id).jsonPath("$.state").isEqualTo("RELEASED");
            read(id).jsonPath("$.orders[0].requestingStateHeardOn").isEqualTo("2015-04-08");
        }

        /** There is nothing to say beside that one agrees. */
        private WebTestClient.ResponseSpec confirmed(Actor actor, String path) {
            return as(actor)
                    .post()
                    .uri(path)
                    .header("Idempotency-Key", "key-" + keys++)
                    .header("If-Match", "\"7\"")
                    .exchange();
        }

        @Test
        void a_complaint_is_filed_decided_and_becomes_final_and_the_asset_follows() {
            var id = registered(Examples.of("registerAsset"));
            var orderId = json(post(LENA, "/v1/assets/" + id + "/orders", Examples.of("recordOrder"))
                            .expectStatus()
                            .isCreated())
                    .path("id")
                    .asString();
            read(id).jsonPath("$.state").isEqualTo("FORFEITURE_PENDING");
            var steps = "/v1/assets/" + id + "/orders/" + orderId + "/steps";
            post(LENA, steps, Examples.of("changeOrder"), "s", Optional.of(2L))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/on");
            post(
                            LENA,
                            steps,
                            "{\"to\": \"ISSUED\", \"on\": \"2015-07-01\","
                                    + " \"particulars\": {\"courtReference\": \"15-cv-1190\"}}",
                            "i",
                            Optional.of(2L))
                    .expectStatus()
                    .isOk();
            read(id).jsonPath("$.state").isEqualTo("CONFISCATED_NOT_FINAL");
            post(
                            LENA,
                            steps,
                            "{\"to\": \"FINAL\", \"on\": \"2015-09-01\","
                                    + " \"particulars\": {\"paper\": \"Certificate of 2015-09-02\"}}",
                            "f",
                            Optional.of(3L))
                    .expectStatus()
                    .isOk();
            read(id).jsonPath("$.state").isEqualTo("CONFISCATED_FINAL");
            read(id).jsonPath("$.orders[0].steps.length()").isEqualTo(3);
        }

        @ParameterizedTest
        @ValueSource(strings = {"EST5", "+05:00"})
        void a_zone_that_is_none_is_pointed_at(String zone) {
            var id = registered(Examples.of("registerAsset"));
            post(
                            CARL,
                            "/v1/assets/" + id + "/restraints",
                            Examples.of("recordRestraint").replace("America/New_York", zone))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/zone");
        }

        @Test
        void what_cannot_be_an_order_is_not_there() {
            var id = registered(Examples.of("registerAsset"));
            var path = "/v1/assets/" + id + "/restraints/asset-1/discharge";
            post(LENA, path, Examples.of("dischargeRestraint"), "x", Optional.of(1L))
                    .expectStatus()
                    .isNotFound();
        }

        @Test
        void an_order_that_nobody_recorded_is_not_there() {
            var id = registered(Examples.of("registerAsset"));
            as(AUDE).get()
                    .uri("/v1/assets/" + id + "/restraints/order-1")
                    .exchange()
                    .expectStatus()
                    .isNotFound();
            post(
                            LENA,
                            "/v1/assets/" + id + "/restraints/order-1/discharge",
                            Examples.of("dischargeRestraint"),
                            "x",
                            Optional.of(1L))
                    .expectStatus()
                    .isNotFound();
        }
    }

    @Nested
    class Counting {

        private JsonNode figures(Actor actor, String query) {
            return json(as(actor)
                    .get()
                    .uri("/v1/assets/figures" + query)
                    .exchange()
                    .expectStatus()
                    .isOk());
        }

        private int found(Actor actor, String query) {
            return json(as(actor).get().uri("/v1/assets?" + query).exchange())
                    .at("/total/count")
                    .asInt();
        }

        /** One restrained until 2015-06-14, one identified only, and one of another state. */
        private void assets() {
            var restrained = borne();
            post(CARL, "/v1/assets/" + restrained + "/restraints", Examples.of("recordRestraint"))
                    .expectStatus()
                    .isCreated();
            value(restrained, "100.00", "USD", "FACE", "GROSS", "2015-03-01");
            value(restrained, "7.00", "EUR", "FACE", "GROSS", "2015-03-01");
            value(restrained, "90.00", "USD", "FACE", "NET", "2015-03-01");
            var identified = registered(Examples.of("registerAsset"));
            value(identified, "5.50", "USD", "FACE", "GROSS", "2015-03-01");
            value(identified, "3.00", "USD", "FORCED_SALE", "GROSS", "2015-03-01");
            var abroad = json(post(
                                    new Actor("rosa.analyst", Set.of("AN"), "XR-CA"),
                                    "/v1/assets",
                                    Examples.of("registerAsset"))
                            .expectStatus()
                            .isCreated())
                    .path("id")
                    .asString();
            show(restrained);
            show(identified);
            show(abroad);
        }

        @Test
        void by_state_with_sums_that_mix_neither_currencies_nor_kinds_nor_bases() {
            assets();

            var figures = figures(AUDE, "");

            assertThat(figures.path("total").asInt()).isEqualTo(2);
            assertThat(figures.path("byState")).isEqualTo(Json.MAPPER.readTree("""
                    [{"value": "IDENTIFIED", "rows": 1, "sums": {
                       "FORCED-SALE-GROSS": {"amounts": {"USD": "3.00"}, "leftOut": 0},
                       "FACE-GROSS": {"amounts": {"USD": "5.50"}, "leftOut": 0}}},
                     {"value": "RESTRAINED", "rows": 1, "sums": {
                       "FACE-GROSS": {"amounts": {"EUR": "7.00", "USD": "100.00"}, "leftOut": 0}}}]"""));
            assertThat(figures.at("/sums/FACE-GROSS/amounts/USD").asString()).isEqualTo("105.50");
            assertThat(figures.path("byReached")).isEqualTo(Json.MAPPER.readTree("""
                    [{"value": "RESTRAINED", "rows": 1, "sums": {
                       "FACE-GROSS": {"amounts": {"EUR": "7.00", "USD": "100.00"}, "leftOut": 0}}}]"""));
            assertThat(figures(AUDE, "?basis=NET").path("sums"))
                    .isEqualTo(Json.MAPPER.readTree(
                            "{\"FACE-NET\": {\"amounts\": {\"USD\": \"90.00\"}, \"leftOut\": 0}}"));
        }

        private JsonNode delays(Actor actor) {
            return json(as(actor)
                    .get()
                    .uri("/v1/assets/delays")
                    .exchange()
                    .expectStatus()
                    .isOk());
        }

        private void entered(String asset, String order, String register, String appliedOn, String enteredOn) {
            var entered = enteredOn.isEmpty() ? "" : ", \"enteredOn\": \"" + enteredOn + "\"";
            post(CARL, "/v1/assets/" + asset + "/orders/" + order + "/register-entries", """
                            {"register": "%s", "appliedOn": "%s"%s}""".formatted(
                                    register, appliedOn, entered))
                    .expectStatus()
                    .isOk();
        }

        private String restrained(String asset) {
            return json(post(CARL, "/v1/assets/" + asset + "/restraints", Examples.of("recordRestraint"))
                            .expectStatus()
                            .isCreated())
                    .path("id")
                    .asString();
        }

        @Test
        void which_steps_its_cases_bear_to_those_who_may_know_how_safeguards_stand() {
            var id = borne();

            var grounds = json(as(CARL).get()
                    .uri("/v1/assets/" + id + "/grounds")
                    .exchange()
                    .expectStatus()
                    .isOk());

            assertThat(grounds.at("/cases/0/standing").asString()).isEqualTo("KNOWN");
            assertThat(grounds.at("/cases/0/ground/gates/0/gate").asString()).isEqualTo("RESTRAINT");
            as(ANA).get()
                    .uri("/v1/assets/" + id + "/grounds")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            as(new Actor("rita.legal", Set.of("LO"), "XR-CA"))
                    .get()
                    .uri("/v1/assets/" + id + "/grounds")
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }

        @Test
        void days_until_registers_entered_an_order_by_register_and_which_are_awaited() {
            var quick = borne();
            entered(quick, restrained(quick), "Land register", "2015-03-16", "2015-03-18");
            var slow = borne();
            var order = restrained(slow);
            entered(slow, order, "Land register", "2015-03-20", "");
            entered(slow, order, "Land register", "2015-03-20", "2015-04-15");
            entered(slow, order, "Ship register", "2015-03-20", "");
            show(quick);
            show(slow);

            var delays = delays(AUDE);

            assertThat(delays.path("assets").asInt()).isEqualTo(2);
            assertThat(delays.path("applied")).isEqualTo(Json.MAPPER.readTree("""
                    {"assets": 2, "median": 0, "ninetyPercent": 4, "longest": 4}"""));
            assertThat(delays.path("entered"))
                    .as("one register is awaited, so the slow one is not in yet")
                    .isEqualTo(Json.MAPPER.readTree("""
                    {"assets": 1, "median": 2, "ninetyPercent": 2, "longest": 2}"""));
            assertThat(delays.path("awaited")).isEqualTo(Json.MAPPER.readTree("""
                    [{"value": "Ship register", "rows": 1}]"""));
            assertThat(found(AUDE, "awaitedRegister=Ship register")).isEqualTo(1);
            assertThat(found(AUDE, "register=Land register")).isEqualTo(2);

            entered(slow, order, "Ship register", "2015-03-20", "2015-03-22");
            show(slow);
            assertThat(delays(AUDE).path("byRegister"))
                    .as("each register with its own days, not with those of the slowest")
                    .isEqualTo(Json.MAPPER.readTree("""
                    [{"value": "Land register", "days": {"assets": 2, "median": 2, "ninetyPercent": 30, "longest": 30}},
                     {"value": "Ship register", "days": {"assets": 1, "median": 6, "ninetyPercent": 6, "longest": 6}}]"""));
            assertThat(delays(new Actor("rosa.analyst", Set.of("AN"), "XR-CA"))
                            .path("assets")
                            .asInt())
                    .isZero();
        }

        @Test
        void each_figure_is_the_length_of_the_list_that_its_parameter_gives() {
            assets();
            var figures = figures(AUDE, "?from=2015-06-01&days=20");

            Map.of(
                            "byState",
                            "state",
                            "byReached",
                            "reached",
                            "byKind",
                            "kind",
                            "byCountry",
                            "jurisdiction",
                            "byJurisdiction",
                            "jurisdiction")
                    .forEach((figure, parameter) -> {
                        assertThat(figures.path(figure)).as(figure).isNotEmpty();
                        figures.path(figure)
                                .forEach(it -> assertThat(found(
                                                AUDE,
                                                parameter + "="
                                                        + it.path("value").asString()))
                                        .isEqualTo(it.path("rows").asInt()));
                    });
            assertThat(figures.at("/restraintsEnding/days")).hasSize(20);
            assertThat(figures.at("/restraintsEnding/days/13"))
                    .isEqualTo(Json.MAPPER.readTree("{\"day\": \"2015-06-14\", \"rows\": 1}"));
            assertThat(found(AUDE, "restraintEndsFrom=2015-06-14&restraintEndsBefore=2015-06-15"))
                    .isEqualTo(1);
        }

        @Test
        void only_the_assets_that_are_asked_for_and_that_the_caller_may_see() {
            assets();

            assertThat(figures(AUDE, "?state=RESTRAINED").path("total").asInt()).isEqualTo(1);
            assertThat(figures(STRANGER, "").path("total").asInt()).isEqualTo(1);
            assertThat(figures(STRANGER, "").path("sums").isEmpty()).isTrue();
            assertThat(figures(STRANGER, "?from=2015-06-14&days=1")
                            .at("/restraintsEnding/days/0/rows")
                            .asInt())
                    .isZero();
            var nobody = figures(new Actor("sven.supervisor", Set.of("SU"), "XK-CA"), "");
            assertThat(nobody.path("total").asInt()).isZero();
            assertThat(nobody.path("byState").isEmpty()).isTrue();
        }
    }

    @Nested
    class Listing {

        @Test
        void sums_never_mix_currencies_kinds_or_bases_and_count_the_latest_value_once() {
            var first = registered(Examples.of("registerAsset"));
            var second = registered(Examples.of("registerAsset"));
            value(first, "100.00", "USD", "FACE", "GROSS", "2015-03-01");
            value(first, "150.00", "USD", "FACE", "GROSS", "2015-03-02");
            value(first, "90.00", "USD", "FACE", "NET", "2015-03-02");
            value(second, "1000.50", "USD", "FACE", "GROSS", "2015-03-02");
            value(second, "7.00", "EUR", "FACE", "GROSS", "2015-03-02");
            value(second, "5.00", "USD", "FORCED_SALE", "GROSS", "2015-03-02");
            show(first);
            show(second);
            as(AUDE).get()
                    .uri("/v1/assets")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.total.count")
                    .isEqualTo(2)
                    .jsonPath("$.sums['FACE-GROSS'].amounts.USD")
                    .isEqualTo("1150.50")
                    .jsonPath("$.sums['FACE-GROSS'].amounts.EUR")
                    .isEqualTo("7.00")
                    .jsonPath("$.sums['FORCED-SALE-GROSS'].amounts.USD")
                    .isEqualTo("5.00")
                    .jsonPath("$.sums['FACE-NET']")
                    .doesNotExist();
            as(AUDE).get()
                    .uri("/v1/assets?basis=NET")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.sums['FACE-NET'].amounts.USD")
                    .isEqualTo("90.00")
                    .jsonPath("$.sums['FACE-GROSS']")
                    .doesNotExist();
        }

        @ParameterizedTest
        @CsvSource({
            "150, 50, JPY, 150, 200",
            "1.2, 0.3, KWD, 1.200, 1.500",
            "3, 0.5, CLF, 3.0000, 3.5000",
            "5, 5, VND, 5, 10"
        })
        void an_amount_and_its_sum_have_the_decimals_of_their_currency(
                String first, String second, String currency, String shown, String sum) {
            var one = registered(Examples.of("registerAsset"));
            var other = registered(Examples.of("registerAsset"));
            value(one, first, currency, "FACE", "GROSS", "2015-03-01");
            value(other, second, currency, "FACE", "GROSS", "2015-03-01");
            show(one);
            show(other);
            as(AUDE).get()
                    .uri("/v1/assets/" + one)
                    .exchange()
                    .expectBody()
                    .jsonPath("$.valuations[0].value.amount")
                    .isEqualTo(shown);
            as(AUDE).get()
                    .uri("/v1/assets")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.items[?(@.id=='" + one + "')].values[0].value.amount")
                    .isEqualTo(shown)
                    .jsonPath("$.sums['FACE-GROSS'].amounts." + currency)
                    .isEqualTo(sum);
        }

        @Test
        void an_amount_with_more_decimals_than_its_currency_has_is_refused_with_field_and_rule() {
            var id = registered(Examples.of("registerAsset"));
            post(
                            ANA,
                            "/v1/assets/" + id + "/valuations",
                            Examples.of("recordValuation").replace("USD", "JPY"))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/value/amount")
                    .jsonPath("$.errors[0].code")
                    .isEqualTo("TOO_MANY_DECIMALS")
                    .jsonPath("$.errors[0].detail")
                    .value(String.class, detail -> assertThat(detail).contains("JPY", "ISO 4217"));
        }

        @ParameterizedTest
        @CsvSource({
            "text=current acc, 1",
            "text=yacht, 0",
            "kind=ACCOUNT, 1",
            "kind=VESSEL, 0",
            "kind=VESSEL&kind=ACCOUNT, 1",
            "state=RESTRAINED, 1",
            "state=RELEASED, 0",
            "caseId=case-vint, 1",
            "caseId=case-other, 0",
            "jurisdiction=GB, 1",
            "jurisdiction=XH, 0",
            "currency=USD, 1",
            "currency=EUR, 0",
            "restraintEndsBefore=2015-06-15, 1",
            "restraintEndsBefore=2015-06-14, 0",
            "restraintEndsFrom=2015-06-14, 1",
            "restraintEndsFrom=2015-06-15, 0",
            "restraintEndsFrom=2015-06-14&restraintEndsBefore=2015-06-15, 1",
            "figures=false, 1"
        })
        void filters_narrow(String query, int count) {
            var id = borne();
            post(CARL, "/v1/assets/" + id + "/restraints", Examples.of("recordRestraint"))
                    .expectStatus()
                    .isCreated();
            value(id, "1.00", "USD", "FACE", "GROSS", "2015-03-01");
            show(id);
            as(AUDE).get()
                    .uri("/v1/assets?" + query)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.total.count")
                    .isEqualTo(count);
        }

        @Test
        void an_unknown_filter_is_refused() {
            as(AUDE).get()
                    .uri("/v1/assets?colour=red")
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }

        @Test
        void identifiers_are_masked_in_lists() {
            show(registered(Examples.of("registerAsset")));
            as(AUDE).get()
                    .uri("/v1/assets")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.items[0].identifiers[0].masked")
                    .isEqualTo("******************5432");
        }
    }

    @Nested
    class Telling {

        /** The first so many words of the stream, as they will have come. */
        private CompletableFuture<List<String>> words(Actor actor, int number) {
            return as(actor)
                    .get()
                    .uri("/v1/assets/stream")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                    .getResponseBody()
                    .map(event -> event.event() == null ? ":" + event.comment() : event.event() + " " + event.data())
                    .take(number)
                    .collectList()
                    .toFuture();
        }

        @Test
        void a_change_is_told_to_the_state_that_holds_the_asset_as_an_id_and_a_version() throws Exception {
            var atHome = words(AUDE, 3);
            var abroad = words(AUDITOR_ABROAD, 2);

            var id = registered(Examples.of("registerAsset"));
            show(id);
            post(ANA, "/v1/assets/" + id + "/valuations", Examples.of("recordValuation"))
                    .expectStatus()
                    .isOk();
            show(id);
            var theirs = json(post(STRANGER, "/v1/assets", Examples.of("registerAsset"))
                            .expectStatus()
                            .isCreated())
                    .path("id")
                    .asString();
            show(theirs);

            assertThat(atHome.get(20, TimeUnit.SECONDS))
                    .containsExactly(
                            ":connected",
                            "asset.changed {\"id\":\"" + id + "\",\"version\":1}",
                            "asset.changed {\"id\":\"" + id + "\",\"version\":2}");
            assertThat(abroad.get(20, TimeUnit.SECONDS))
                    .containsExactly(":connected", "asset.changed {\"id\":\"" + theirs + "\",\"version\":1}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"LI", "SI", "DPO"})
        void who_reads_no_asset_is_told_of_none(String role) {
            as(new Actor("somebody", Set.of(role), "XH-CA"))
                    .get()
                    .uri("/v1/assets/stream")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }

    @Nested
    class Documenting {

        private List<Api> apis() {
            return List.of(
                    AssetRoutes.api(
                            kept.assets(),
                            kept.knownCases(),
                            kept.companies(),
                            kept.rates(),
                            ValuationRuleFile.load(),
                            view),
                    CompanyRoutes.api(
                            kept.companies(), new HolderNames.Source(kept.knownCases(), kept.companies()), view),
                    RateRoutes.api(kept.rates()));
        }

        @Test
        void a_reader_of_the_api_stumbles_over_nothing() {
            assertThat(ApiLint.findings(apis())).isEmpty();
        }

        @Test
        void the_operations_page_has_chinese_words_for_commands_fields_and_refusals() {
            var words = ChineseWords.ofThePage();

            assertThat(words.missingInForms(ApiDocument.of("asset service", apis())))
                    .isEmpty();
            assertThat(AssetReason.values()).allMatch(reason -> words.has("fault", reason.name()));
            assertThat(InterestReason.values()).allMatch(reason -> words.has("fault", reason.name()));
            assertThat(CompanyReason.values()).allMatch(reason -> words.has("fault", reason.name()));
        }

        /** A component more is a decision more: may every reader of such an answer know it? */
        @Test
        void answers_of_the_domain_what_stands_on_this_list_and_nothing_else() {
            assertThat(AnsweredTypes.of(Api.answered(apis()), "org.repatria.assets.domain"))
                    .isEqualTo(Map.ofEntries(
                            Map.entry("CaseGround", List.of("number", "agreedOn", "gates", "returnRule")),
                            Map.entry("CaseGround$GateDays", List.of("gate", "from", "through", "missing")),
                            Map.entry("Conversion$Used", List.of("base", "quote", "rate", "day", "type", "source")),
                            Map.entry("Delays", List.of("recorded", "applied", "entered", "served")),
                            Map.entry("Finding", List.of("id", "kind", "on", "particulars", "recordedAt")),
                            Map.entry("Fraction", List.of("parts", "of")),
                            Map.entry("Identifier", List.of("scheme", "value", "provenance")),
                            Map.entry("IdentifierCorrection", List.of("wrong", "successor", "reason", "recordedAt")),
                            Map.entry("Location", List.of("country", "jurisdiction")),
                            Map.entry("Money", List.of("amount", "currency")),
                            Map.entry("OrderChange", List.of("id", "to", "on", "particulars", "recordedAt")),
                            Map.entry(
                                    "Particulars",
                                    List.of(
                                            "courtReference",
                                            "paper",
                                            "reason",
                                            "endsOn",
                                            "zone",
                                            "notified",
                                            "servedOn",
                                            "servedHow",
                                            "requestingStateHeardOn",
                                            "part",
                                            "replacedBy",
                                            "amount",
                                            "screened",
                                            "measure",
                                            "share",
                                            "replyBy",
                                            "distribution")),
                            Map.entry(
                                    "Distribution",
                                    List.of(
                                            "gross",
                                            "income",
                                            "thirdParties",
                                            "disposal",
                                            "management",
                                            "victims",
                                            "expenses",
                                            "hostShare",
                                            "host",
                                            "returned",
                                            "shareWaiver")),
                            Map.entry("Merger", List.of("into", "number", "phase", "reason", "at", "cases")),
                            Map.entry("Provenance", List.of("source", "confidence")),
                            Map.entry("Stay$Correction", List.of("by", "reason", "recordedAt")),
                            Map.entry("PossibleDuplicate", List.of("other", "by", "since", "keptApart")),
                            Map.entry("PossibleDuplicate$KeptApart", List.of("reason", "at")),
                            Map.entry("Hearing", List.of("orderId", "askedOn", "answeredOn", "paper", "recordedAt")),
                            Map.entry(
                                    "RegisterEntry",
                                    List.of("orderId", "register", "appliedOn", "enteredOn", "recordedAt")),
                            Map.entry(
                                    "Upkeep",
                                    List.of("id", "kind", "payee", "dueOn", "zone", "amount", "paidOn", "recordedAt")),
                            Map.entry("ClaimChange", List.of("id", "to", "on", "particulars", "recordedAt")),
                            Map.entry("Claimant", List.of("interestId", "person", "company")),
                            Map.entry("PartOf", List.of("assetId", "side", "share")),
                            Map.entry("Portion", List.of("parts", "of")),
                            Map.entry("Reserve", List.of("share", "amounts", "kept")),
                            Map.entry("Reserve$Kept", List.of("valuation", "reserved", "free")),
                            Map.entry("Split", List.of("claimId", "share", "on", "awarded", "rest", "recordedAt")),
                            Map.entry(
                                    "Valuation",
                                    List.of(
                                            "number",
                                            "kind",
                                            "value",
                                            "valuedOn",
                                            "method",
                                            "valuer",
                                            "basis",
                                            "recordedAt",
                                            "liens")),
                            Map.entry("Rate", List.of("quote", "rate", "type", "source", "recordedAt"))));
        }

        @Test
        void the_page_on_problems_says_what_the_code_says() throws IOException {
            var codes = Stream.<Reason[]>of(
                            AssetReason.values(), InterestReason.values(), CompanyReason.values(), RateReason.values())
                    .flatMap(Stream::of)
                    .filter(reason -> reason.kind() != Reason.Kind.INVALID)
                    .map(ProblemCode::of)
                    .toList();

            assertThat(Files.readString(Path.of("../docs/problems/asset-service.md")))
                    .isEqualTo(ProblemTable.of("asset service", apis(), codes));
        }
    }

    @Nested
    class FindingTwice {

        @Test
        void the_same_account_registered_twice_is_found_and_listed_until_somebody_decides() {
            var first = registered(Examples.of("registerAsset"));
            var second = registered(Examples.of("registerAsset").replace("GB82 WEST", "gb82west"));
            read(first)
                    .jsonPath("$.possibleDuplicates[0].other")
                    .isEqualTo(second)
                    .jsonPath("$.possibleDuplicates[0].by[1]")
                    .isEqualTo("IBAN");
            assertThat(suspected(true, first, second)).containsExactlyInAnyOrder(first, second);

            var path = "/v1/assets/" + second + "/possible-duplicates/" + first + "/keeping-apart";
            post(LENA, path, Examples.of("keepApart"), "key-apart-1", Optional.of(2L))
                    .expectStatus()
                    .isForbidden();
            post(ANA, path, Examples.of("keepApart")).expectStatus().isEqualTo(428);
            post(ANA, path, Examples.of("keepApart"), "key-apart-2", Optional.of(2L))
                    .expectStatus()
                    .isOk();

            assertThat(suspected(true, first, second)).isEmpty();
            assertThat(suspected(false, first, second)).containsExactlyInAnyOrder(first, second);
            read(first).jsonPath("$.possibleDuplicates[0].keptApart.reason").exists();
        }

        @Test
        void each_fact_says_from_where_it_is_known_and_a_number_that_was_wrong_stays_to_be_read() {
            var id = registered("""
                    {"kind": "ACCOUNT", "description": "Account of the boat",
                     "descriptionProvenance": {"source": "A letter", "confidence": "LOW"},
                     "identifiers": [{"scheme": "ACCOUNT_NUMBER", "value": "10002000"}],
                     "location": {"country": "XH"}, "source": "Bank's answer", "confidence": "MEDIUM"}""");
            read(id).jsonPath("$.descriptionProvenance.source")
                    .isEqualTo("A letter")
                    .jsonPath("$.identifiers[0].provenance.source")
                    .isEqualTo("Bank's answer")
                    .jsonPath("$.identifiers[0].provenance.confidence")
                    .isEqualTo("MEDIUM");

            var version = kept.assets().read(id).block().version();
            post(ANA, "/v1/assets/" + id + "/identifiers/correction", """
                    {"scheme": "ACCOUNT_NUMBER", "value": "10002000",
                     "successor": {"scheme": "ACCOUNT_NUMBER", "value": "70002000",
                      "provenance": {"source": "Opening form", "confidence": "HIGH"}},
                     "reason": "A 7 was read as a 1"}""", "key-correct", Optional.of(version))
                    .expectStatus()
                    .isOk();
            read(id).jsonPath("$.identifiers[0].value")
                    .isEqualTo("70002000")
                    .jsonPath("$.identifiers[0].provenance.source")
                    .isEqualTo("Opening form")
                    .jsonPath("$.corrections[0].wrong.value")
                    .isEqualTo("10002000")
                    .jsonPath("$.corrections[0].reason")
                    .isEqualTo("A 7 was read as a 1");
        }

        @Test
        void two_that_are_one_are_listed_and_summed_once_and_as_before_once_they_are_two_again() {
            var first = registered(Examples.of("registerAsset"));
            var second = registered(Examples.of("registerAsset"));
            value(first, "612400.00", "USD", "FACE", "GROSS", "2015-03-10");
            value(second, "612400.00", "USD", "FACE", "GROSS", "2015-03-10");
            var before = listed(first, second);
            assertThat(before.at("/sums/FACE-GROSS/amounts/USD").asString()).isEqualTo("1224800.00");

            var body = Examples.of("mergeAsset").replaceAll("asset-[0-9a-z]+", second);
            var waiting = json(post(ANA, "/v1/assets/" + first + "/merger", body, "key-merge", Optional.of(3L))
                    .expectStatus()
                    .isOk());
            read(first).jsonPath("$.waiting[0].into").isEqualTo(second);
            as(new Actor("sue.supervisor", Set.of("SU"), "XH-CA"))
                    .post()
                    .uri("/v1/assets/%s/waiting-steps/%s/confirmation"
                            .formatted(first, waiting.path("id").asString()))
                    .header("Idempotency-Key", "key-confirm")
                    .header("If-Match", "\"" + waiting.path("version") + "\"")
                    .exchange()
                    .expectStatus()
                    .isOk();
            read(first)
                    .jsonPath("$.mergedInto.into")
                    .isEqualTo(second)
                    .jsonPath("$.mergedInto.phase")
                    .isEqualTo("MERGED");
            read(second).jsonPath("$.takenIn[0].assetId").isEqualTo(first);
            post(ANA, "/v1/assets/" + first + "/valuations", Examples.of("recordValuation"))
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("ASSET_MERGED");
            var merged = listed(first, second);
            assertThat(merged.at("/total/count").asInt()).isEqualTo(1);
            assertThat(merged.at("/sums/FACE-GROSS/amounts/USD").asString()).isEqualTo("612400.00");
            assertThat(json(as(ANA).get().uri("/v1/assets?merged=true").exchange())
                            .at("/items/0/mergedInto")
                            .asString())
                    .isEqualTo(second);

            var version = kept.assets().read(first).block().version();
            post(
                            ANA,
                            "/v1/assets/" + first + "/separation",
                            Examples.of("separateAsset"),
                            "key-apart",
                            Optional.of(version))
                    .expectStatus()
                    .isOk();
            var after = listed(first, second);
            assertThat(after.path("sums")).isEqualTo(before.path("sums"));
            assertThat(after.path("facets")).isEqualTo(before.path("facets"));
        }

        private JsonNode listed(String... ids) {
            Stream.of(ids).forEach(AssetRoutesTest.this::show);
            return json(as(ANA).get().uri("/v1/assets").exchange());
        }

        @Test
        void another_state_with_the_same_account_learns_nothing_and_is_told_of_by_nobody() {
            var first = registered(Examples.of("registerAsset"));
            var abroad = new Actor("alma.analyst", Set.of("AN"), "XR-CA");
            var answered = json(post(abroad, "/v1/assets", Examples.of("registerAsset"))
                    .expectStatus()
                    .isCreated());

            assertThat(answered.path("version").asLong()).isEqualTo(1);
            read(first).jsonPath("$.possibleDuplicates").isEmpty();
            assertThat(kept.assets().read(first).block().version()).isEqualTo(1);
        }

        private List<String> suspected(boolean wanted, String... ids) {
            Stream.of(ids).forEach(AssetRoutesTest.this::show);
            return json(as(ANA).get().uri("/v1/assets?duplicates=" + wanted).exchange())
                    .path("items")
                    .valueStream()
                    .map(it -> it.path("id").asString())
                    .toList();
        }
    }

    @Nested
    class LookingForWhatEnds {

        @Test
        void a_restraint_is_due_at_the_first_moment_after_its_last_day_and_not_before() {
            var id = borne();
            post(CARL, "/v1/assets/" + id + "/restraints", Examples.of("recordRestraint"))
                    .expectStatus()
                    .isCreated();
            show(id);
            var due = new AssetView(view);
            var end = Instant.parse("2015-06-15T04:00:00Z");
            assertThat(due.dueBy(end.minusNanos(1)).collectList().block()).isEmpty();
            assertThat(due.dueBy(end).collectList().block())
                    .singleElement()
                    .satisfies(one -> assertThat(one.assetId().value()).isEqualTo(id));
        }

        @Test
        void a_clock_that_a_claim_started_is_due_when_it_has_something_to_say() {
            view.put(Json.MAPPER.readTree("""
                    {"id": "asset-1", "version": 1, "authority": "XH-CA", "claims": [{"claimId": "claim-1",
                     "clocks": [{"clockId": "clk-c-1", "nextAt": "2015-07-28T04:00:00Z"}]}]}"""));
            var due = new AssetView(view);
            var warning = Instant.parse("2015-07-28T04:00:00Z");
            assertThat(due.dueBy(warning.minusNanos(1)).collectList().block()).isEmpty();
            assertThat(due.dueBy(warning).collectList().block())
                    .singleElement()
                    .satisfies(one -> assertThat(one.assetId().value()).isEqualTo("asset-1"));
        }
    }

    private void value(String id, String amount, String currency, String kind, String basis, String day) {
        post(ANA, "/v1/assets/" + id + "/valuations", """
                {"kind": "%s", "value": {"amount": "%s", "currency": "%s"}, "valuedOn": "%s", "method": "a method",
                 "valuer": "a valuer", "basis": "%s"}""".formatted(kind, amount, currency, day, basis))
                .expectStatus()
                .isOk();
    }

    /** An asset whose case bears an order on it. */
    private String borne() {
        var id = registered(Examples.of("registerAsset"));
        for (var command : Assets.bearing(VINT)) {
            kept.assets()
                    .execute(CommandEnvelope.of(id, command, Occasion.of(ANA, NOON)))
                    .block();
        }
        return id;
    }

    private String registered(String body) {
        return json(post(ANA, "/v1/assets", body).expectStatus().isCreated())
                .path("id")
                .asString();
    }

    private WebTestClient.BodyContentSpec read(String id) {
        return as(AUDE).get()
                .uri("/v1/assets/" + id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    /** What the relay and the feed do between them. */
    private void show(String id) {
        var current = kept.assets().read(id).block();
        var published = new AssetPublishing().snapshot(id, current.state()).orElseThrow();
        ObjectNode snapshot = Json.MAPPER.valueToTree(published.data());
        view.put(snapshot.put("id", id).put("version", current.version()));
    }

    private WebTestClient.ResponseSpec post(Actor actor, String path, String body) {
        return post(actor, path, body, "key-" + keys++, Optional.empty());
    }

    private WebTestClient.ResponseSpec post(Actor actor, String path, String body, String key, Optional<Long> version) {
        var request = as(actor)
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key);
        version.ifPresent(expected -> request.header("If-Match", "\"" + expected + "\""));
        return request.bodyValue(body).exchange();
    }

    private static JsonNode json(WebTestClient.ResponseSpec response) {
        return Json.MAPPER.readTree(
                response.expectBody(String.class).returnResult().getResponseBody());
    }

    private WebTestClient as(Actor actor) {
        var later = Instant.parse("2015-09-10T12:00:00Z");
        var routes = ApiRoutes.of(
                List.of(AssetRoutes.api(
                        kept.assets(),
                        kept.knownCases(),
                        kept.companies(),
                        kept.rates(),
                        ValuationRuleFile.load(),
                        view)),
                _ -> Mono.just(actor),
                Clock.fixed(later, ZoneOffset.UTC));
        return WebTestClient.bindToRouterFunction(routes)
                .handlerStrategies(ApiRoutes.strategies())
                .configureClient()
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }
}
