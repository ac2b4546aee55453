package org.repatria.assets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.assets.Kept;
import org.repatria.assets.law.ValuationRuleFile;
import org.repatria.assets.queries.AssetView;
import org.repatria.decider.Actor;
import org.repatria.edge.ApiRoutes;
import org.repatria.edge.Examples;
import org.repatria.edge.Json;
import org.repatria.readmodel.MemoryView;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class ValuesRoutesTest {

    private static final Actor AMIR = new Actor("amir.assets", Set.of("AM"), "XH-CA");
    private static final Actor SARA = new Actor("sara.supervisor", Set.of("SU"), "XH-CA");
    private static final Actor AUDE = new Actor("aude.auditor", Set.of("AU"), "XH-CA");
    private static final Actor STRANGER = new Actor("otto.officer", Set.of("CO"), "XR-CA");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");

    private final Kept kept = Kept.inMemory();
    private final MemoryView view = MemoryView.of(AssetView.definition());
    private int keys;

    @Test
    void a_value_stands_in_a_report_currency_beside_its_own_with_rate_date_and_source() {
        rates("Date,USD,JPY,\n2015-03-06,1.1,130,\n");
        var asset = valued("110.00", "USD", "2015-03-08");

        var value = json(get(AUDE, "/v1/assets/" + asset + "/values?on=2015-03-16&currency=JPY"))
                .at("/values/0");

        assertThat(value.at("/value/amount").asString()).isEqualTo("110.00");
        assertThat(value.at("/inReport/amount/amount").asString()).isEqualTo("13000");
        assertThat(value.at("/inReport/day").asString()).isEqualTo("2015-03-06");
        assertThat(value.at("/inReport/rates")).hasSize(2);
        assertThat(value.at("/inReport/rates/0/source").asString()).contains("European Central Bank");
        assertThat(value.at("/stale").asBoolean()).isFalse();
        assertThat(value.at("/staleFrom").asString()).isEqualTo("2015-09-05");
    }

    @Test
    void without_a_rate_it_says_so_and_shows_nothing() {
        var asset = valued("110.00", "USD", "2015-03-08");
        var value =
                json(get(AUDE, "/v1/assets/" + asset + "/values?currency=GBP")).at("/values/0");
        assertThat(value.path("inReport").isMissingNode()).isTrue();
        assertThat(value.path("noRate").asString()).contains("USD", "GBP", "2015-03-08");
    }

    @Test
    void a_report_currency_is_one() {
        var asset = valued("110.00", "USD", "2015-03-08");
        get(AUDE, "/v1/assets/" + asset + "/values?currency=USX").expectStatus().isBadRequest();
        get(STRANGER, "/v1/assets/" + asset + "/values").expectStatus().isNotFound();
    }

    @Test
    void the_same_file_again_changes_nothing_and_another_number_of_the_same_source_is_told() {
        rates("Date,USD,\n2015-03-06,1.1,\n");
        assertThat(rates("Date,USD,\n2015-03-06,1.1,\n").path("refused")).isEmpty();
        assertThat(rates("Date,USD,\n2015-03-06,1.2,\n").at("/refused/0").asString())
                .isEqualTo("2015-03-06");
        assertThat(json(get(AUDE, "/v1/rates?on=2015-03-06"))
                        .at("/rates/0/rate")
                        .asString())
                .isEqualTo("1.1");
    }

    @Test
    void a_file_that_is_none_is_refused_with_its_line() {
        var refused =
                file(SARA, CSV, "Date,USD,\n2015-03-06,much,\n").expectStatus().isEqualTo(422);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/line/2");
    }

    @Test
    void both_forms_are_taken() {
        file(SARA, MediaType.APPLICATION_XML, """
                <a><Cube time='2015-03-06'><Cube currency='USD' rate='1.1'/></Cube></a>""").expectStatus().isOk();
        assertThat(json(get(AUDE, "/v1/rates?on=2015-03-06")).path("rates")).hasSize(1);
    }

    @Test
    void a_rate_is_recorded_by_hand_with_its_source_beside_the_official_one() {
        rates("Date,USD,\n2015-03-10,1.1,\n");
        post(SARA, "/v1/rates", Examples.of("recordRates")).expectStatus().isOk();
        assertThat(json(get(AUDE, "/v1/rates?base=EUR&on=2015-03-10")).path("rates"))
                .extracting(
                        it -> it.path("type").asString() + " " + it.path("rate").asString())
                .containsExactly("OFFICIAL_REF 1.1", "SPOT_ACTUAL 1.0985");
        var other = post(SARA, "/v1/rates", Examples.of("recordRates").replace("1.0985", "1.0986"));
        other.expectStatus().isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"SU, 200", "AM, 403", "LO, 403", "HD, 403", "AU, 403", "SI, 403", "LI, 403"})
    void rates_are_brought_by_those_who_approve_reference_data(String role, int status) {
        post(new Actor("somebody", Set.of(role), "XH-CA"), "/v1/rates", Examples.of("recordRates"))
                .expectStatus()
                .isEqualTo(status);
    }

    private JsonNode rates(String csv) {
        return json(file(SARA, CSV, csv).expectStatus().isOk());
    }

    private ResponseSpec file(Actor actor, MediaType type, String text) {
        return as(actor)
                .post()
                .uri("/v1/rates/reference-file")
                .contentType(type)
                .bodyValue(text)
                .exchange();
    }

    private String valued(String amount, String currency, String day) {
        var asset = json(post(AMIR, "/v1/assets", Examples.of("registerAsset"))
                        .expectStatus()
                        .isCreated())
                .path("id")
                .asString();
        post(AMIR, "/v1/assets/" + asset + "/valuations", """
                {"kind": "FACE", "value": {"amount": "%s", "currency": "%s"}, "valuedOn": "%s", "method": "a method",
                 "valuer": "a valuer", "basis": "GROSS"}""".formatted(amount, currency, day))
                .expectStatus()
                .isOk();
        return asset;
    }

    private ResponseSpec get(Actor actor, String path) {
        return as(actor).get().uri(path).exchange();
    }

    private ResponseSpec post(Actor actor, String path, String body) {
        return as(actor)
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", "key-" + keys++)
                .bodyValue(body)
                .exchange();
    }

    private static JsonNode json(ResponseSpec response) {
        return Json.MAPPER.readTree(
                response.expectBody(String.class).returnResult().getResponseBody());
    }

    private WebTestClient as(Actor actor) {
        var routes = ApiRoutes.of(
                List.of(
                        AssetRoutes.api(
                                kept.assets(),
                                kept.knownCases(),
                                kept.companies(),
                                kept.rates(),
                                ValuationRuleFile.load(),
                                view),
                        RateRoutes.api(kept.rates())),
                _ -> Mono.just(actor),
                Clock.fixed(Instant.parse("2015-03-16T12:00:00Z"), ZoneOffset.UTC));
        return WebTestClient.bindToRouterFunction(routes)
                .handlerStrategies(ApiRoutes.strategies())
                .configureClient()
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }
}
