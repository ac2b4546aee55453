package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.system.SharedStack.assign;
import static org.repatria.system.SharedStack.eventually;
import static org.repatria.system.SharedStack.gateway;
import static org.repatria.system.SharedStack.key;
import static org.repatria.system.SharedStack.openCase;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.repatria.system.client.Reply;

class CaseSystemTest {

    @Test
    void a_case_lives_from_draft_to_closure_and_its_journal_is_whole() throws Exception {
        var id = openCase();

        assertThat(assign(id, 1, "carl.officer-program").version()).isEqualTo(2);
        accepted(act(id, "carl.officer", "submission", 2, ""), 3);
        accepted(act(id, "lena.legal", "return-for-information", 3, "{\"gaps\": [\"A copy of the warrant\"]}"), 4);
        accepted(act(id, "carl.officer", "answer", 4, "{\"answers\": [{\"gap\": 1, \"text\": \"enclosed\"}]}"), 5);
        var review = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        accepted(
                act(
                        id,
                        "sara.supervisor",
                        "hold",
                        5,
                        "{\"reason\": \"competing request\", \"reviewOn\": \"" + review + "\"}"),
                6);
        accepted(act(id, "sara.supervisor", "resumption", 6, ""), 7);
        accepted(
                act(
                        id,
                        "sara.supervisor",
                        "closure",
                        7,
                        "{\"outcome\": \"WITHDRAWN_BY_RS\", \"reasons\": \"note of 2015-01-30\"}"),
                8);

        var read = gateway().get("hana.head", "/v1/cases/" + id);
        assertThat(read.json().path("state").asString()).isEqualTo("CLOSED");
        var closed = assign(id, 8, "ana.analyst-program");
        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.code()).isEqualTo("CASE_CLOSED");
        // The relay writes the journal a moment after the answer.
        eventually(
                "the journal is whole",
                () -> gateway()
                        .get("aude.auditor", "/v1/cases/" + id + "/journal/verification")
                        .json()
                        .path("whole")
                        .asBoolean());
        assertThat(gateway()
                        .get("aude.auditor", "/v1/cases/" + id + "/journal")
                        .json()
                        .path("items"))
                .hasSize(28);
    }

    @Test
    void a_missing_version_is_asked_for_and_a_stale_one_refused() throws Exception {
        var id = openCase();
        var body = "{\"assignee\": \"carl.officer-program\"}";

        var without = gateway().post("sara.supervisor", "/v1/cases/" + id + "/assignment", key(), body);
        assertThat(without.status()).isEqualTo(428);
        assertThat(without.code()).isEqualTo("VERSION_REQUIRED");

        assign(id, 1, "carl.officer-program");
        var stale = assign(id, 1, "ana.analyst-program");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("VERSION_STALE");
    }

    @Test
    void a_repeated_command_is_answered_the_same_and_one_with_another_body_is_refused() throws Exception {
        var key = key();
        var body = SharedStack.openCaseBody(SharedStack.newName());
        var first = gateway().post("ana.analyst", "/v1/cases", key, body);
        var again = gateway().post("ana.analyst", "/v1/cases", key, body);
        var other = gateway().post("ana.analyst", "/v1/cases", key, SharedStack.openCaseBody(SharedStack.newName()));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.version()).isEqualTo(first.version());
        assertThat(other.status()).as(other.text()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void a_caller_finds_its_own_case_by_name_at_once() throws Exception {
        var name = SharedStack.newName();
        var opened = gateway().post("ana.analyst", "/v1/cases", key(), SharedStack.openCaseBody(name));
        var id = opened.json().path("id").asString();

        var found = gateway()
                .send(gateway()
                        .as("hana.head", "/v1/cases?q=" + name.substring(name.indexOf(' ') + 1) + "&facets=true")
                        .header("X-Read-After", id + "@1")
                        .GET());

        assertThat(found.status()).as(found.text()).isEqualTo(200);
        assertThat(found.json().path("items")).hasSize(1);
        assertThat(found.json().at("/items/0/id").asString()).isEqualTo(id);
        assertThat(found.json().at("/facets/state/values/0/rows").asInt()).isEqualTo(1);
    }

    private static Reply act(String id, String user, String act, long version, String body)
            throws IOException, InterruptedException {
        return gateway().post(user, "/v1/cases/" + id + "/" + act, key(), OptionalLong.of(version), body);
    }

    private static void accepted(Reply reply, long version) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.version()).isEqualTo(version);
    }
}
