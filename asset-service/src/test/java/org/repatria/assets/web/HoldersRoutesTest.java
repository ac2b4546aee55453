package org.repatria.assets.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.NOON;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.assets.Kept;
import org.repatria.assets.domain.knowncases.CaseFacts;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.NoteFacts;
import org.repatria.assets.law.ValuationRuleFile;
import org.repatria.assets.publishing.AssetPublishing;
import org.repatria.assets.publishing.CompanyPublishing;
import org.repatria.assets.queries.AssetView;
import org.repatria.assets.queries.CompanyView;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.edge.ApiRoutes;
import org.repatria.edge.Examples;
import org.repatria.edge.Json;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.readmodel.MemoryView;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class HoldersRoutesTest {

    private static final Actor ANA = new Actor("ana.analyst", Set.of("AN"), "XH-CA");
    private static final Actor CARL = new Actor("carl.officer", Set.of("CO"), "XH-CA");
    private static final Actor AUDE = new Actor("aude.auditor", Set.of("AU"), "XH-CA");
    private static final Actor STRANGER = new Actor("otto.officer", Set.of("CO"), "XR-CA");

    private final Kept kept = Kept.inMemory();
    private final MemoryView assets = MemoryView.of(AssetView.definition());
    private final MemoryView companies = MemoryView.of(CompanyView.definition());
    private int keys;

    /** An asset that a company owns, of which Orla Vint has three fifths. */
    private String assetBehindHoldings() {
        var holdings = company(CARL);
        record(CARL, "/v1/companies/" + holdings + "/holders", "{\"caseId\": \"case-vint\"}", "3", "5");
        var asset = id(post(CARL, "/v1/assets", Examples.of("registerAsset")));
        record(CARL, "/v1/assets/" + asset + "/interests", "{\"companyId\": \"" + holdings + "\"}", "1", "1");
        return asset;
    }

    private void vintIsBetween(String requesting, String requested) {
        var facts =
                new CaseFacts(1, false, Optional.of("Orla Vint"), Optional.of("list-1"), Set.of(requesting, requested));
        kept.knownCases()
                .execute(CommandEnvelope.of("case-vint", new NoteFacts(facts), Occasion.of(ANA, NOON)))
                .block();
    }

    @Nested
    class Telling {

        @Test
        void who_is_behind_the_asset_with_bounds_ways_and_what_nobody_knows() {
            vintIsBetween("XR", "XH");
            var holders = json(get(AUDE, "/v1/assets/" + assetBehindHoldings() + "/holders"));

            assertThat(holders.path("knownTitle").asString()).isEqualTo("1");
            assertThat(holders.path("complete").asBoolean()).isTrue();
            assertThat(holders.at("/holders/0/holder/name").asString()).isEqualTo("Lake Holdings");
            assertThat(holders.at("/holders/0/atLeast").asString()).isEqualTo("1.00000000");
            assertThat(holders.at("/holders/0/ultimate").asBoolean()).isFalse();
            assertThat(holders.at("/holders/1/holder/name").asString()).isEqualTo("Orla Vint");
            assertThat(holders.at("/holders/1/atLeast").asString()).isEqualTo("0.60000000");
            assertThat(holders.at("/holders/1/atMost").asString()).isEqualTo("1.00000000");
            assertThat(holders.at("/holders/1/paths/0/steps")).hasSize(2);
            assertThat(holders.path("unknown").asString()).isEqualTo("0.40000000");
            assertThat(holders.at("/gaps/0/name").asString()).isEqualTo("Lake Holdings");
            assertThat(holders.path("stakes")).hasSize(2);
        }

        @Test
        void the_asset_itself_shows_its_entries_those_that_were_wrong_included() {
            var asset = id(post(CARL, "/v1/assets", Examples.of("registerAsset")));
            var interests = "/v1/assets/" + asset + "/interests";
            var entry = id(post(CARL, interests, Examples.of("recordInterest")));
            var corrected = id(post(
                    CARL, interests + "/" + entry + "/correction", Examples.of("correctInterest"), Optional.of(2L)));
            post(CARL, interests + "/" + corrected + "/end", Examples.of("endInterest"), Optional.of(3L))
                    .expectStatus()
                    .isOk();

            var file = json(get(AUDE, "/v1/assets/" + asset)).path("interests");

            assertThat(file).hasSize(2);
            assertThat(file.at("/0/counts").asBoolean()).isFalse();
            assertThat(file.at("/0/correctedBy").asString()).isEqualTo(corrected);
            assertThat(file.at("/1/holder/name").asString()).isEqualTo("Ivo Kestrel");
            assertThat(file.at("/1/to").asString()).isEqualTo("2015-03-10");
            assertThat(json(get(AUDE, "/v1/assets/" + asset + "/holders?on=2015-03-10"))
                            .path("stakes"))
                    .hasSize(1);
            assertThat(json(get(AUDE, "/v1/assets/" + asset + "/holders")).path("stakes"))
                    .isEmpty();
        }

        @Test
        void what_ends_or_is_corrected_needs_the_version_decided_on() {
            var asset = id(post(CARL, "/v1/assets", Examples.of("registerAsset")));
            var interests = "/v1/assets/" + asset + "/interests";
            var entry = id(post(CARL, interests, Examples.of("recordInterest")));
            post(CARL, interests + "/" + entry + "/end", Examples.of("endInterest"))
                    .expectStatus()
                    .isEqualTo(428);
            post(CARL, interests + "/" + entry + "/end", Examples.of("endInterest"), Optional.of(1L))
                    .expectStatus()
                    .isEqualTo(412);
        }

        @Test
        void more_than_the_whole_is_refused_with_field_and_rule() {
            var asset = id(post(CARL, "/v1/assets", Examples.of("registerAsset")));
            var interests = "/v1/assets/" + asset + "/interests";
            post(CARL, interests, Examples.of("recordInterest")).expectStatus().isOk();
            var refused = post(CARL, interests, entry("{\"name\": \"Ivo Kestrel\"}", "1", "3"))
                    .expectStatus()
                    .isEqualTo(422);
            assertThat(json(refused).at("/errors/0").toString())
                    .contains("/interest/share", "SHARES_EXCEED_WHOLE", "13/12");
        }

        @ParameterizedTest
        @CsvSource({"'{}'", "'{\"name\": \"Ivo\", \"caseId\": \"case-vint\"}'"})
        void a_holder_is_named_in_exactly_one_way(String holder) {
            var asset = id(post(CARL, "/v1/assets", Examples.of("registerAsset")));
            var refused = post(CARL, "/v1/assets/" + asset + "/interests", entry(holder, "1", "3"))
                    .expectStatus()
                    .isEqualTo(422);
            assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/interest/holder");
        }
    }

    @Nested
    class NeedToKnow {

        @Test
        void to_another_state_neither_asset_nor_company_is_there() {
            var asset = assetBehindHoldings();
            var holdings = company(CARL);
            for (var path : List.of(
                    "/v1/assets/" + asset + "/holders",
                    "/v1/assets/" + asset + "/holders/export",
                    "/v1/companies/" + holdings)) {
                get(STRANGER, path).expectStatus().isNotFound();
            }
            post(STRANGER, "/v1/companies/" + holdings + "/holders", Examples.of("recordHolding"))
                    .expectStatus()
                    .isNotFound();
            show(holdings);
            assertThat(json(get(STRANGER, "/v1/companies")).at("/total/count").asInt())
                    .isZero();
            assertThat(json(get(AUDE, "/v1/companies")).at("/total/count").asInt())
                    .isEqualTo(1);
        }

        @Test
        void a_company_of_another_state_reads_as_one_that_nobody_knows() {
            var theirs = company(STRANGER);
            record(STRANGER, "/v1/companies/" + theirs + "/holders", "{\"name\": \"Ivo Kestrel\"}", "1", "1");
            var asset = id(post(CARL, "/v1/assets", Examples.of("registerAsset")));
            for (var company : List.of(theirs, "company-nobodys")) {
                record(CARL, "/v1/assets/" + asset + "/interests", "{\"companyId\": \"" + company + "\"}", "1", "2");
            }

            var holders = json(get(AUDE, "/v1/assets/" + asset + "/holders"));

            assertThat(holders.toString()).doesNotContain("Lake Holdings").doesNotContain("Kestrel");
            assertThat(holders.path("companies").asInt()).isZero();
            assertThat(holders.at("/holders/0/atLeast")).isEqualTo(holders.at("/holders/1/atLeast"));
            assertThat(holders.path("unknown").asString()).isEqualTo("1.00000000");
        }

        @Test
        void a_person_sought_between_other_states_has_no_name_here() {
            vintIsBetween("XR", "XK");
            var asset = assetBehindHoldings();
            assertThat(json(get(AUDE, "/v1/assets/" + asset + "/holders")).toString())
                    .contains("case-vint")
                    .doesNotContain("Orla");
            assertThat(export(CARL, asset)).doesNotContain("Orla");
        }

        @ParameterizedTest
        @CsvSource({"AN, 403", "CO, 200", "LO, 200", "AM, 200", "SU, 200", "HD, 200", "AU, 403", "LI, 403", "DPO, 403"})
        void a_file_leaves_the_house_by_those_who_may_export(String role, int status) {
            get(new Actor("somebody", Set.of(role), "XH-CA"), "/v1/assets/" + assetBehindHoldings() + "/holders/export")
                    .expectStatus()
                    .isEqualTo(status);
        }

        @ParameterizedTest
        @CsvSource({"AN, 200, 201", "CO, 200, 201", "AM, 200, 201", "LO, 200, 403", "SU, 200, 403", "LI, 403, 403"})
        void companies_are_read_and_written_as_assets_are(String role, int reading, int registering) {
            var actor = new Actor("somebody", Set.of(role), "XH-CA");
            get(actor, "/v1/companies/" + company(CARL)).expectStatus().isEqualTo(reading);
            post(actor, "/v1/companies", Examples.of("registerCompany"))
                    .expectStatus()
                    .isEqualTo(registering);
        }

        @Test
        void the_journal_of_a_company_is_for_those_who_check_and_is_whole() {
            var journal = "/v1/companies/" + company(CARL) + "/journal";
            get(CARL, journal).expectStatus().isForbidden();
            assertThat(json(get(AUDE, journal + "/verification")).path("whole").asBoolean())
                    .isTrue();
        }
    }

    @Nested
    class Exporting {

        @Test
        void each_line_is_an_entity_of_follow_the_money_and_every_end_of_a_link_is_there() {
            vintIsBetween("XR", "XH");
            var asset = assetBehindHoldings();
            var entities =
                    export(CARL, asset).lines().map(Json.MAPPER::readTree).toList();

            assertThat(entities)
                    .extracting(it -> it.path("schema").asString())
                    .containsExactly("Asset", "Company", "Ownership", "Person", "Ownership");
            var ids = entities.stream().map(it -> it.path("id").asString()).toList();
            entities.stream()
                    .filter(it -> it.path("schema").asString().equals("Ownership"))
                    .forEach(it -> assertThat(ids)
                            .contains(
                                    it.at("/properties/owner/0").asString(),
                                    it.at("/properties/asset/0").asString()));
            assertThat(entities.get(1).at("/properties/name/0").asString()).isEqualTo("Lake Holdings");
            assertThat(entities.get(1).at("/properties/registrationNumber/0").asString())
                    .isEqualTo("XH 77-1042");
            assertThat(entities.get(3).at("/properties/name/0").asString()).isEqualTo("Orla Vint");
            assertThat(entities.get(4).at("/properties/percentage/0").asString())
                    .isEqualTo("60");
            assertThat(entities.get(4).at("/properties/summary/0").asString()).isEqualTo("3/5");
        }

        @Test
        void directors_are_directorships_and_neither_sources_nor_liens_are_in_it() {
            var asset = assetBehindHoldings();
            var holdings = json(get(AUDE, "/v1/assets/" + asset + "/holders"))
                    .at("/holders/0/holder/companyId")
                    .asString();
            post(
                            CARL,
                            "/v1/companies/" + holdings + "/holders",
                            share(entry("{\"name\": \"Ivo Kestrel\"}", "1", "1"), "DIRECTOR"))
                    .expectStatus()
                    .isOk();
            post(
                            CARL,
                            "/v1/assets/" + asset + "/interests",
                            share(entry("{\"name\": \"Lake Bank\"}", "1", "1"), "LIEN_HOLDER"))
                    .expectStatus()
                    .isOk();

            var exported = export(CARL, asset);

            assertThat(exported)
                    .contains("\"schema\":\"Directorship\"", "\"director\"", "\"organization\"", "Ivo Kestrel")
                    .doesNotContain("a register")
                    .doesNotContain("Lake Bank")
                    .doesNotContain("production order");
        }

        private String share(String entry, String right) {
            return entry.replace("\"OWNER\"", "\"" + right + "\"")
                    .replace("\"share\": {\"parts\": 1, \"of\": 1}, ", "");
        }
    }

    @Nested
    class Listing {

        @ParameterizedTest
        @CsvSource({"right=OWNER, 1", "right=TENANT, 0", "holder=case-other, 0", "right=OWNER&right=TENANT, 1"})
        void assets_are_found_by_right_and_holder(String query, int count) {
            var asset = assetBehindHoldings();
            showAsset(asset);
            assertThat(json(get(AUDE, "/v1/assets?" + query)).at("/total/count").asInt())
                    .isEqualTo(count);
        }

        @Test
        void what_a_company_has_directly_is_found_by_its_id() {
            var asset = assetBehindHoldings();
            showAsset(asset);
            var holdings = json(get(AUDE, "/v1/assets/" + asset + "/holders"))
                    .at("/holders/0/holder/companyId")
                    .asString();
            assertThat(json(get(AUDE, "/v1/assets?holder=" + holdings))
                            .at("/total/count")
                            .asInt())
                    .isEqualTo(1);
        }

        @Test
        void companies_are_found_by_name_and_by_who_has_them() {
            var holdings = company(CARL);
            record(CARL, "/v1/companies/" + holdings + "/holders", "{\"caseId\": \"case-vint\"}", "3", "5");
            show(holdings);
            for (var query : List.of("text=lake hol", "jurisdiction=XH", "holder=case-vint")) {
                assertThat(json(get(AUDE, "/v1/companies?" + query))
                                .at("/items/0/id")
                                .asString())
                        .as(query)
                        .isEqualTo(holdings);
            }
            assertThat(json(get(AUDE, "/v1/companies?text=ocean"))
                            .at("/total/count")
                            .asInt())
                    .isZero();
        }
    }

    private String company(Actor actor) {
        return id(post(actor, "/v1/companies", Examples.of("registerCompany")));
    }

    private void record(Actor actor, String path, String holder, String parts, String of) {
        post(actor, path, entry(holder, parts, of)).expectStatus().isOk();
    }

    private static String entry(String holder, String parts, String of) {
        return """
                {"interest": {"right": "OWNER", "holder": %s, "share": {"parts": %s, "of": %s}, \
                "source": "a register", "confidence": "HIGH"}}""".formatted(holder, parts, of);
    }

    private String export(Actor actor, String asset) {
        return get(actor, "/v1/assets/" + asset + "/holders/export")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_NDJSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private void show(String id) {
        var current = kept.companies().read(id).block();
        put(
                companies,
                id,
                current.version(),
                new CompanyPublishing()
                        .snapshot(id, current.state())
                        .orElseThrow()
                        .data());
    }

    private void showAsset(String id) {
        var current = kept.assets().read(id).block();
        put(
                assets,
                id,
                current.version(),
                new AssetPublishing()
                        .snapshot(id, current.state())
                        .orElseThrow()
                        .data());
    }

    private static void put(MemoryView view, String id, long version, Object data) {
        ObjectNode snapshot = Json.MAPPER.valueToTree(data);
        view.put(snapshot.put("id", id).put("version", version));
    }

    private static String id(ResponseSpec response) {
        return json(response.expectStatus().is2xxSuccessful()).path("id").asString();
    }

    private ResponseSpec get(Actor actor, String path) {
        return as(actor).get().uri(path).exchange();
    }

    private ResponseSpec post(Actor actor, String path, String body) {
        return post(actor, path, body, Optional.empty());
    }

    private ResponseSpec post(Actor actor, String path, String body, Optional<Long> version) {
        var request = as(actor)
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", "key-" + keys++);
        version.ifPresent(expected -> request.header("If-Match", "\"" + expected + "\""));
        return request.bodyValue(body).exchange();
    }

    private static JsonNode json(ResponseSpec response) {
        return Json.MAPPER.readTree(
                response.expectBody(String.class).returnResult().getResponseBody());
    }

    private WebTestClient as(Actor actor) {
        var later = Instant.parse("2015-09-10T12:00:00Z");
        var names = new HolderNames.Source(kept.knownCases(), kept.companies());
        var routes = ApiRoutes.of(
                List.of(
                        AssetRoutes.api(
                                kept.assets(),
                                kept.knownCases(),
                                kept.companies(),
                                kept.rates(),
                                ValuationRuleFile.load(),
                                assets),
                        CompanyRoutes.api(kept.companies(), names, companies)),
                _ -> Mono.just(actor),
                Clock.fixed(later, ZoneOffset.UTC));
        return WebTestClient.bindToRouterFunction(routes)
                .handlerStrategies(ApiRoutes.strategies())
                .configureClient()
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }
}
