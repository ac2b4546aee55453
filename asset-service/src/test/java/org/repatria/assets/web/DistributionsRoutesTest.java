package org.repatria.assets.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.AMIR;
import static org.repatria.assets.domain.Assets.HANA;
import static org.repatria.assets.domain.Assets.HOUSE;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.SUE;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.assets.Kept;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.Assets;
import org.repatria.assets.domain.ClaimStatus;
import org.repatria.assets.domain.Distribution;
import org.repatria.assets.domain.Finding;
import org.repatria.assets.domain.Line;
import org.repatria.assets.domain.Money;
import org.repatria.assets.domain.Said;
import org.repatria.assets.law.ValuationRuleFile;
import org.repatria.assets.publishing.AssetPublishing;
import org.repatria.assets.queries.AssetView;
import org.repatria.decider.Actor;
import org.repatria.decider.Outcome;
import org.repatria.edge.ApiRoutes;
import org.repatria.edge.Json;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.readmodel.MemoryView;
import org.repatria.testkit.decisions.Laws.Attempt;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Who is told who gets what of the money of an asset, and how a sum that is wrong is answered. */
class DistributionsRoutesTest {

    private final Kept kept = Kept.inMemory();
    private final MemoryView view = MemoryView.of(AssetView.definition());

    @AfterEach
    void close() {
        view.close();
    }

    @BeforeEach
    void a_house_was_sold_and_the_heads_agreed() {
        Assets.soldHouse(HOUSE, "1000.00").forEach(this::execute);
        execute(Assets.by(LENA, Assets.YEARS_LATER, Assets.claimAmount("bank", "411.17", Assets.MARCH_16)));
        Assets.money(
                        "agreed",
                        Finding.Kind.DISTRIBUTION_AGREED,
                        8,
                        Said.summing(Optional.empty(), Optional.of(agreement("588.83"))),
                        LENA,
                        HANA)
                .forEach(this::execute);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LO", "AM", "SU", "HD", "AU"})
    void those_who_may_know_read_it(String role) {
        reading(new Actor("one", Set.of(role), "XH-CA"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.agreed[0].standing")
                .isEqualTo("STANDS")
                .jsonPath("$.agreed[0].distribution.thirdParties.amount")
                .isEqualTo("411.17")
                .jsonPath("$.agreed[0].left.amount")
                .isEqualTo("588.83")
                .jsonPath("$.gaps.length()")
                .isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AN", "CO", "LI", "SI", "DPO"})
    void to_others_it_is_not_shown(String role) {
        reading(new Actor("one", Set.of(role), "XH-CA")).expectStatus().isForbidden();
    }

    @Test
    void neither_is_there_any_to_the_other_state() {
        reading(new Actor("one", Set.of("LO"), "XR-CA")).expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AN", "CO", "LO", "AM", "SU", "HD", "AU"})
    void nobody_reads_it_at_the_asset_itself_decided_or_waiting(String role) {
        execute(Assets.money(
                        "amended",
                        Finding.Kind.DISTRIBUTION_AGREED,
                        9,
                        Said.summing(Optional.empty(), Optional.of(agreement("588.83"))),
                        AMIR,
                        HANA)
                .getFirst());
        assertThat(as(new Actor("one", Set.of(role), "XH-CA"))
                        .get()
                        .uri("/v1/assets/" + HOUSE)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("DISTRIBUTION_AGREED")
                .doesNotContain("411.17")
                .doesNotContain("588.83");
    }

    @Test
    void nothing_of_it_is_published() {
        assertThat(kept.assets()
                        .journal(HOUSE.value(), 0, 100)
                        .toStream()
                        .flatMap(it -> it.publication().stream())
                        .map(it -> it.data()))
                .isNotEmpty()
                .noneMatch(it -> it.contains("411.17") || it.contains("588.83"));
        assertThat(new AssetPublishing()
                        .snapshot(
                                HOUSE.value(),
                                kept.assets().read(HOUSE.value()).block().state())
                        .orElseThrow()
                        .toString())
                .doesNotContain("411.17")
                .doesNotContain("588.83");
    }

    @Test
    void a_sum_that_is_wrong_is_answered_with_its_field_and_rule() {
        as(LENA).post()
                .uri("/v1/assets/" + HOUSE + "/findings")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", "key-1")
                .header("If-Match", "\"" + version() + "\"")
                .bodyValue("""
                        {"kind": "DISTRIBUTION_AGREED", "on": "2015-03-30", "particulars": {"paper": "Note", "reason": "why",
                         "distribution": {"gross": {"amount": "1000.00", "currency": "USD"},
                          "thirdParties": {"amount": "411.17", "currency": "USD"},
                          "returned": {"amount": "588.84", "currency": "USD"}}}}""")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/particulars/distribution/returned")
                .jsonPath("$.errors[0].code")
                .isEqualTo("DISTRIBUTION_UNFIT")
                .jsonPath("$.errors[0].detail")
                .value(
                        String.class,
                        detail -> assertThat(detail)
                                .startsWith("What is left to be returned comes to 588.83 USD.")
                                .contains("UNCAC art. 57"));
    }

    @Test
    void what_waits_for_a_head_is_shown_as_such() {
        var amended = Assets.money(
                "amended",
                Finding.Kind.DISTRIBUTION_AGREED,
                9,
                Said.summing(Optional.empty(), Optional.of(agreement("588.83"))),
                AMIR,
                HANA);
        execute(amended.getFirst());
        reading(HANA)
                .expectBody()
                .jsonPath("$.agreed[1].standing")
                .isEqualTo("WAITS")
                .jsonPath("$.agreed[1].left")
                .doesNotExist();
        execute(amended.getLast());
        reading(HANA)
                .expectBody()
                .jsonPath("$.agreed[0].standing")
                .isEqualTo("REPLACED")
                .jsonPath("$.agreed[1].standing")
                .isEqualTo("STANDS");
    }

    @Test
    void what_was_returned_is_a_measure_of_its_own_by_what_was_paid() {
        execute(Assets.by(
                LENA,
                Assets.YEARS_LATER,
                Assets.changeClaim(
                        "bank",
                        ClaimStatus.REJECTED,
                        Assets.MARCH_16.plusDays(8),
                        Said.of(Line.Need.COURT_REFERENCE, Line.Need.REASON))));
        execute(Assets.by(AMIR, Assets.YEARS_LATER, Assets.appraisal("900.00", "USD")));
        Assets.money("returned", Finding.Kind.RETURNED, 9, Said.price("588.83"), AMIR, SUE)
                .forEach(this::execute);
        var current = kept.assets().read(HOUSE.value()).block();
        ObjectNode snapshot = Json.MAPPER.valueToTree(new AssetPublishing()
                .snapshot(HOUSE.value(), current.state())
                .orElseThrow()
                .data());
        view.put(snapshot.put("id", HOUSE.value()).put("version", current.version()));
        as(HANA).get()
                .uri("/v1/assets/figures")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.byReached[?(@.value == 'CONFISCATED')].sums.MARKET-APPRAISAL-GROSS.amounts.USD")
                .isEqualTo("900.00")
                .jsonPath("$.byReached[?(@.value == 'CONFISCATED')].sums.RETURNED")
                .doesNotExist()
                .jsonPath("$.byReached[?(@.value == 'RETURNED')].sums.RETURNED.amounts.USD")
                .isEqualTo("588.83")
                .jsonPath("$.byReached[?(@.value == 'RETURNED')].sums.MARKET-APPRAISAL-GROSS")
                .doesNotExist()
                .jsonPath("$.byReached[?(@.value == 'RESTRAINED')]")
                .doesNotExist();
    }

    private static Distribution agreement(String returned) {
        var none = Optional.<Money>empty();
        return new Distribution(
                new Money("1000.00", "USD"),
                none,
                Optional.of(new Money("411.17", "USD")),
                none,
                none,
                none,
                none,
                Optional.empty(),
                none,
                new Money(returned, "USD"),
                Optional.empty());
    }

    private void execute(Attempt<AssetCommand> attempt) {
        var outcome = kept.assets()
                .execute(CommandEnvelope.of(HOUSE.value(), attempt.command(), attempt.occasion()))
                .block();
        assertThat(outcome).as("%s", attempt).isInstanceOf(Outcome.Done.class);
    }

    private long version() {
        return kept.assets().read(HOUSE.value()).block().version();
    }

    private WebTestClient.ResponseSpec reading(Actor actor) {
        return as(actor).get().uri("/v1/assets/" + HOUSE + "/distributions").exchange();
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
                Clock.fixed(Assets.YEARS_LATER, ZoneOffset.UTC));
        return WebTestClient.bindToRouterFunction(routes)
                .handlerStrategies(ApiRoutes.strategies())
                .configureClient()
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }
}
