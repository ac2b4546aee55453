package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.repatria.system.SharedStack.assign;
import static org.repatria.system.SharedStack.events;
import static org.repatria.system.SharedStack.eventually;
import static org.repatria.system.SharedStack.gateway;
import static org.repatria.system.SharedStack.openCase;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SubscriberSystemTest {

    private static final String REFILLS = "/v1/operations/case/refills";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void an_outside_subscriber_sees_each_event_as_a_cloud_event_in_order() throws Exception {
        var id = openCase();
        assign(id, 1, "carl.officer-program");
        eventually(
                "both events arrive", () -> events("repatria.case.events", id).size() >= 2);

        var first = events("repatria.case.events", id).getFirst();
        assertThat(first.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", id + ":1")
                .containsEntry("ce_type", "case.opened.v1")
                .containsEntry("ce_source", "/repatria/case")
                .containsEntry("ce_subject", id)
                .containsEntry("ce_sequence", "00000000000000000001")
                .containsEntry("ce_dataschema", "https://repatria.example/schemas/case.opened.v1.json")
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_time", "traceparent");
        assertThat(JSON.readTree(first.value().orElseThrow()).path("caseId").asString())
                .isEqualTo(id);
    }

    @Test
    void what_others_may_not_know_never_leaves() throws Exception {
        var id = openCase();
        eventually(
                "the event arrives", () -> !events("repatria.case.events", id).isEmpty());
        eventually(
                "the snapshot arrives",
                () -> !events("repatria.case.snapshots", id).isEmpty());

        for (var topic : new String[] {"repatria.case.events", "repatria.case.snapshots"}) {
            for (var record : events(topic, id)) {
                assertThat(record.value().orElseThrow())
                        .doesNotContain("PASSPORT", "letter of 2014-08-29", "Embezzlement", "location");
            }
        }
    }

    @Test
    void the_newest_snapshot_is_the_newest_version() throws Exception {
        var id = openCase();
        assign(id, 1, "carl.officer-program");

        eventually("version 2 arrives", () -> {
            var newest = events("repatria.case.snapshots", id).getLast();
            var json = JSON.readTree(newest.value().orElseThrow());
            return json.path("version").asLong() == 2
                    && json.path("assignee").asString().equals("carl.officer-program");
        });
    }

    /** The runbook "refill Kafka from the journal", for one case. */
    @Test
    void what_was_published_is_sent_again_when_an_operator_asks_for_it() throws Exception {
        var id = openCase();
        assign(id, 1, "carl.officer-program");
        eventually(
                "both events arrive", () -> events("repatria.case.events", id).size() >= 2);
        var before = events("repatria.case.events", id);

        var caller = gateway();
        var begun = caller.send(caller.as("olga.operator", REFILLS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"aggregate": "case", "ids": ["%s"], "reason": "a gap at a subscriber"}""".formatted(id))));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(202);

        var refill = URI.create(REFILLS)
                .resolve(begun.headers().firstValue("Location").orElseThrow())
                .getPath();
        assertThat(refill).isEqualTo(REFILLS + "/" + begun.json().path("id").asString());
        eventually(
                "it is done",
                () -> caller.get("olga.operator", refill)
                        .json()
                        .path("state")
                        .asString()
                        .equals("DONE"));
        // One snapshot for both states, and one in full for the services of the house.
        assertThat(caller.get("olga.operator", refill).json().path("progress"))
                .isEqualTo(JSON.readTree("{\"aggregates\": 1, \"events\": 2, \"snapshots\": 2}"));
        eventually("both came again", () -> events("repatria.case.events", id).size() == 4);
        assertThat(events("repatria.case.events", id).subList(2, 4))
                .extracting(record -> record.headers().get("ce_id"), record -> record.value())
                .containsExactlyElementsOf(before.stream()
                        .map(record -> tuple(record.headers().get("ce_id"), record.value()))
                        .toList());
        assertThat(caller.get("carl.officer", refill).status()).isEqualTo(403);
    }
}
