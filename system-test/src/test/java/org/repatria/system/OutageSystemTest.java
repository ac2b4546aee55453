package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.system.SharedStack.READY_MAX;
import static org.repatria.system.SharedStack.assign;
import static org.repatria.system.SharedStack.events;
import static org.repatria.system.SharedStack.eventually;
import static org.repatria.system.SharedStack.gateway;
import static org.repatria.system.SharedStack.key;
import static org.repatria.system.SharedStack.link;
import static org.repatria.system.SharedStack.openCase;
import static org.repatria.system.SharedStack.registerAsset;
import static org.repatria.system.SharedStack.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.repatria.local.supervisor.Component;
import org.repatria.system.client.Reply;

class OutageSystemTest {

    private static final String TOPIC = "repatria.case.events";

    @Test
    void while_kafka_is_away_commands_are_accepted_and_events_follow_in_order() throws Exception {
        var asset = registerAsset();
        String id;
        stack().holdDown(Component.KAFKA);
        try {
            id = openCase();
            assertThat(assign(id, 1, "carl.officer-program").status()).isEqualTo(200);
            assertThat(assign(id, 2, "ana.analyst-program").status()).isEqualTo(200);
            assertThat(link(asset, id).status()).isEqualTo(200);
            // The case is a fact, and the asset service cannot have heard of it.
            assertThat(AssetSystemTest.standing(asset, id)).isEqualTo("UNLINKED");
        } finally {
            stack().letRun(Component.KAFKA);
        }

        assertThat(stack().awaitReady(Component.KAFKA, READY_MAX)).isTrue();
        eventually("all three events arrive", () -> events(TOPIC, id).size() >= 3);
        assertThat(events(TOPIC, id).stream()
                        .map(r -> r.headers().get("ce_type"))
                        .distinct())
                .containsExactly("case.opened.v1", "case.assigned.v1");
        assertThat(events(TOPIC, id).stream().map(r -> r.headers().get("ce_id")).distinct())
                .containsExactly(id + ":1", id + ":2", id + ":3");
        eventually(
                "the asset is linked now that its case is known",
                () -> AssetSystemTest.standing(asset, id).equals("KNOWN"));
    }

    @Test
    void while_mongodb_is_away_callers_are_told_when_to_come_back_and_nothing_is_half_done() throws Exception {
        var key = key();
        var body = SharedStack.openCaseBody(SharedStack.newName());
        stack().holdDown(Component.MONGO);
        try {
            var refused = gateway().post("ana.analyst", "/v1/cases", key, body);
            assertThat(refused.status()).as(refused.text()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isPresent();
            assertThat(logLinesOf(refused, Component.CASES)).hasSize(1);
        } finally {
            stack().letRun(Component.MONGO);
        }

        assertThat(stack().awaitReady(Component.MONGO, READY_MAX)).isTrue();
        eventually(
                "the same command is accepted",
                () -> gateway().post("ana.analyst", "/v1/cases", key, body).status() == 201);
        var id = gateway()
                .post("ana.analyst", "/v1/cases", key, body)
                .json()
                .path("id")
                .asString();
        eventually(
                "it is in the journal once",
                () -> gateway()
                                .get("aude.auditor", "/v1/cases/" + id + "/journal")
                                .json()
                                .path("items")
                                .size()
                        == 1);
    }

    @Test
    void while_a_service_is_away_the_others_answer_and_the_missing_part_is_named() throws Exception {
        var id = openCase();
        stack().holdDown(Component.ASSETS);
        try {
            var overview = gateway().get("carl.officer", "/v1/overview/" + id);
            assertThat(overview.status()).as(overview.text()).isEqualTo(200);
            assertThat(overview.json().path("complete").asBoolean(true)).isFalse();
            assertThat(overview.json().at("/parts/case/status").asString()).isEqualTo("OK");
            assertThat(overview.json().at("/parts/assets/status").asString()).isEqualTo("UNAVAILABLE");

            var assets = gateway().get("carl.officer", "/v1/assets");
            assertThat(assets.status()).as(assets.text()).isEqualTo(503);
            assertThat(assets.text()).contains("asset-service");
            assertThat(logLinesOf(assets, Component.GATEWAY)).hasSize(1);
            assertThat(gateway().get("carl.officer", "/v1/cases").status()).isEqualTo(200);
        } finally {
            stack().letRun(Component.ASSETS);
        }
        assertThat(stack().awaitReady(Component.ASSETS, READY_MAX)).isTrue();
        eventually(
                "the overview is whole again",
                () -> gateway()
                        .get("carl.officer", "/v1/overview/" + id)
                        .json()
                        .path("complete")
                        .asBoolean());
    }

    /** Where a log names the call that the caller can name too. */
    private static List<String> logLinesOf(Reply reply, Component component) throws IOException {
        var traceId = "\"traceId\":\"" + reply.json().path("traceId").asString() + "\"";
        var correlationId =
                "\"correlationId\":\"" + reply.header("X-Correlation-Id").orElseThrow() + "\"";
        try (var lines = Files.lines(stack().settings().home().log(component))) {
            return lines.filter(line -> line.contains(traceId) && line.contains(correlationId))
                    .toList();
        }
    }
}
