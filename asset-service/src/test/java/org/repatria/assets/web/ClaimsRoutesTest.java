package org.repatria.assets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.assets.Kept;
import org.repatria.assets.law.ValuationRuleFile;
import org.repatria.assets.publishing.AssetPublishing;
import org.repatria.assets.queries.AssetView;
import org.repatria.decider.Actor;
import org.repatria.edge.ApiRoutes;
import org.repatria.edge.Examples;
import org.repatria.edge.Json;
import org.repatria.readmodel.MemoryView;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Claims over the wire: who may know them, and what follows from what is won. */
class ClaimsRoutesTest {

    private static final Actor ANA = new Actor("ana.analyst", Set.of("AN"), "XH-CA");
    private static final Actor LENA = new Actor("lena.legal", Set.of("LO"), "XH-CA");
    private static final Actor SUE = new Actor("sue.supervisor", Set.of("SU"), "XH-CA");

    private final Kept kept = Kept.inMemory();
    private final MemoryView view = MemoryView.of(AssetView.definition());
    private int keys;

    @Test
    void a_claim_is_filed_and_read_with_what_is_kept_for_it() {
        var id = claimed();
        as(LENA).get()
                .uri("/v1/assets/" + id + "/claims")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"3\"")
                .expectBody()
                .jsonPath("$.claims[0].state")
                .isEqualTo("FILED")
                .jsonPath("$.claims[0].claimant.person")
                .isEqualTo("Mira Vint")
                .jsonPath("$.claims[0].replyBy")
                .isEqualTo("2015-08-03")
                .jsonPath("$.reserve.share.of")
                .isEqualTo(3)
                .jsonPath("$.reserve.kept[0].reserved.amount")
                .isEqualTo("33.34");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CO", "LO", "AM", "SU", "AU"})
    void those_who_may_know_claimants_read_them(String role) {
        reading(new Actor("one", Set.of(role), "XH-CA"), claimed())
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AN", "HD", "LI", "SI", "DPO"})
    void to_others_they_are_not_shown(String role) {
        reading(new Actor("one", Set.of(role), "XH-CA"), claimed())
                .expectStatus()
                .isForbidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CO", "LO", "AM"})
    void neither_are_there_any_to_the_other_state(String role) {
        var abroad = new Actor("one", Set.of(role), "XR-CA");
        var id = claimed();
        reading(abroad, id).expectStatus().isNotFound();
        post(abroad, "/v1/assets/" + id + "/claims", Examples.of("fileClaim"), Optional.empty())
                .expectStatus()
                .isNotFound();
    }

    @Test
    void who_may_not_know_claims_does_not_see_what_waits_of_one() {
        var id = claimed();
        var claim = claim(id);
        post(LENA, "/v1/assets/" + id + "/claims/" + claim + "/steps", """
                {"to": "SETTLED", "on": "2015-08-01",
                 "particulars": {"paper": "Settlement", "share": {"parts": 1, "of": 4}}}""", Optional.of(3L))
                .expectStatus()
                .isOk();
        assertThat(asset(LENA, id).path("waiting")).hasSize(1);
        assertThat(asset(ANA, id).path("waiting")).isEmpty();
        assertThat(published(id)).doesNotContain("SETTLED").doesNotContain("Mira");
        var step = asset(LENA, id).at("/waiting/0/stepId").asString();
        post(SUE, "/v1/assets/" + id + "/waiting-steps/" + step + "/confirmation", "", Optional.of(4L))
                .expectStatus()
                .isOk();
        assertThat(asset(ANA, id).path("state").asString()).isEqualTo("AWARDED_TO_CLAIMANT");
        assertThat(asset(ANA, id).path("split").path("share").path("of").asInt())
                .isEqualTo(4);
    }

    @Test
    void a_list_shows_claims_to_those_who_may_know_them() {
        var id = claimed();
        var snapshot = (ObjectNode) Json.MAPPER.valueToTree(new AssetPublishing()
                .snapshot(id, kept.assets().read(id).block().state())
                .orElseThrow()
                .data());
        view.put(snapshot.put("id", id).put("version", 3));

        assertThat(listed(LENA).at("/items/0/claims")).hasSize(1);
        assertThat(listed(ANA).at("/items/0/id").asString()).isEqualTo(id);
        assertThat(listed(ANA).at("/items/0").has("claims")).isFalse();
        assertThat(listed(ANA).at("/items/0").has("stateChangedAt")).isFalse();
    }

    private JsonNode listed(Actor actor) {
        return json(as(actor).get().uri("/v1/assets").exchange().expectStatus().isOk());
    }

    @Test
    void what_follows_from_a_claim_is_entered_by_nobody() {
        var id = claimed();
        post(LENA, "/v1/assets/" + id + "/findings", """
                {"kind": "AWARDED_TO_CLAIMANT", "on": "2015-08-01",
                 "particulars": {"courtReference": "15-cv-1190"}}""", Optional.of(3L))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ORDER_STEP_UNFIT")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("changeClaim"));
    }

    @Test
    void a_claimant_is_one_of_three() {
        var id = claimed();
        post(
                        LENA,
                        "/v1/assets/" + id + "/claims",
                        Examples.of("fileClaim")
                                .replace(
                                        "{\"person\": \"Mira Vint\"}",
                                        "{\"person\": \"Mira Vint\", \"company\": \"Lake Bank\"}"),
                        Optional.empty())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("CLAIMANT");
    }

    private String claimed() {
        var id = json(post(ANA, "/v1/assets", Examples.of("registerAsset"), Optional.empty())
                        .expectStatus()
                        .isCreated())
                .path("id")
                .asString();
        post(ANA, "/v1/assets/" + id + "/valuations", """
                {"kind": "FACE", "value": {"amount": "100.00", "currency": "USD"}, "valuedOn": "2015-03-10",
                 "method": "statement", "valuer": "the bank", "basis": "GROSS"}""", Optional.empty())
                .expectStatus()
                .isOk();
        post(LENA, "/v1/assets/" + id + "/claims", Examples.of("fileClaim"), Optional.empty())
                .expectStatus()
                .isCreated();
        return id;
    }

    /** Whoever may not read claims learns of none that came from another file. */
    @Test
    void claims_that_came_from_a_merged_file_are_shown_to_those_who_may_know_them() {
        var stays = claimed();
        var gone = claimed();
        post(
                        LENA,
                        "/v1/assets/" + gone + "/claims",
                        Examples.of("fileClaim").replace("Mira Vint", "Mira Lund"),
                        Optional.empty())
                .expectStatus()
                .isCreated();
        var step = json(post(ANA, "/v1/assets/" + gone + "/merger", """
                {"into": "%s", "reason": "One account"}""".formatted(stays), Optional.of(version(gone))))
                .path("id")
                .asString();
        post(SUE, "/v1/assets/" + gone + "/waiting-steps/" + step + "/confirmation", "", Optional.of(version(gone)))
                .expectStatus()
                .isOk();
        assertThat(asset(LENA, stays).at("/takenIn/0/claims")).hasSize(1);
        assertThat(asset(ANA, stays).path("takenIn")).hasSize(1);
        assertThat(asset(ANA, stays).path("takenIn").toString()).doesNotContain("claim");
    }

    private long version(String id) {
        return kept.assets().read(id).block().version();
    }

    private String published(String id) {
        return new AssetPublishing()
                .snapshot(id, kept.assets().read(id).block().state())
                .orElseThrow()
                .toString();
    }

    private String claim(String id) {
        return json(reading(LENA, id)).at("/claims/0/id").asString();
    }

    private WebTestClient.ResponseSpec reading(Actor actor, String id) {
        return as(actor).get().uri("/v1/assets/" + id + "/claims").exchange();
    }

    private JsonNode asset(Actor actor, String id) {
        return json(as(actor)
                .get()
                .uri("/v1/assets/" + id)
                .exchange()
                .expectStatus()
                .isOk());
    }

    private WebTestClient.ResponseSpec post(Actor actor, String path, String body, Optional<Long> version) {
        var request = as(actor)
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", "key-" + keys++);
        version.ifPresent(expected -> request.header("If-Match", "\"" + expected + "\""));
        return body.isEmpty() ? request.exchange() : request.bodyValue(body).exchange();
    }

    private static JsonNode json(WebTestClient.ResponseSpec response) {
        return Json.MAPPER.readTree(
                response.expectBody(String.class).returnResult().getResponseBody());
    }

    private WebTestClient as(Actor actor) {
        var routes = ApiRoutes.of(
                List.of(AssetRoutes.api(
                        kept.assets(),
                        kept.knownCases(),
                        kept.companies(),
                        kept.rates(),
                        ValuationRuleFile.load(),
                        view)),
                _ -> Mono.just(actor),
                Clock.fixed(Instant.parse("2015-09-10T12:00:00Z"), ZoneOffset.UTC));
        return WebTestClient.bindToRouterFunction(routes)
                .handlerStrategies(ApiRoutes.strategies())
                .configureClient()
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }
}
