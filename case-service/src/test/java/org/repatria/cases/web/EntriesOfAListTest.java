package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.web.ServedLists.CARL;
import static org.repatria.cases.web.ServedLists.HELD;
import static org.repatria.cases.web.ServedLists.OF_THE_OTHER_STATE;
import static org.repatria.cases.web.ServedLists.OPENED;
import static org.repatria.cases.web.ServedLists.SARA;
import static org.repatria.cases.web.ServedLists.STRANGER;
import static org.repatria.cases.web.ServedLists.row;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.cases.queries.CaseViewDefinitions;
import org.repatria.decider.Actor;
import org.repatria.edge.Json;
import org.repatria.messaging.InMemoryStore;
import org.repatria.readmodel.MemoryView;
import tools.jackson.databind.JsonNode;

/** What a row of a list tells, and whom. */
final class EntriesOfAListTest {

    private static final Actor LEGAL = new Actor("lena.legal", Set.of("LO"), "XH-CA");
    private static final Actor RUTH = new Actor("ruth.supervisor", Set.of("SU"), "XR-PG");
    private static final String REASONS = "{\"reasons\": \"the register agrees\"}";

    private final MemoryView cases = MemoryView.of(CaseViewDefinitions.cases());

    @TempDir
    private Path uploads;

    private ServedLists lists;

    @BeforeEach
    void aListIsHere() {
        lists = new ServedLists(new InMemoryStore(), cases, uploads);
    }

    @AfterEach
    void close() {
        lists.close();
        cases.close();
    }

    private JsonNode entry(Actor actor, int row) {
        return Json.MAPPER
                .readTree(lists.get(actor, "/entries").getResponseBody())
                .path("items")
                .get(row - 1);
    }

    @Test
    void a_held_row_says_to_those_who_decide_what_it_says_of_the_person() {
        var says = entry(CARL, HELD).path("says");

        assertThat(says.at("/person/name").asString()).isEqualTo("Katla Belvor");
        assertThat(says.at("/person/birthDate").asString()).isEqualTo("1962-03-14");
        assertThat(says.at("/person/documents/0/number").asString()).isEqualTo("R5518034");
        assertThat(says.path("gaps").isEmpty()).isTrue();
        assertThat(says.path("reportedStatus").asString()).isEqualTo("DECEASED");
        assertThat(entry(SARA, HELD).path("says")).isEqualTo(says);
        assertThat(entry(OF_THE_OTHER_STATE, HELD).path("says")).isEqualTo(says);
    }

    @Test
    void who_reads_the_list_without_deciding_on_its_rows_gets_the_reasons_alone() {
        var entry = entry(LEGAL, HELD);

        assertThat(entry.path("reasons").toString()).isEqualTo("[\"REPORTED_DECEASED\"]");
        assertThat(entry.has("says")).isFalse();
    }

    @Test
    void where_the_row_places_the_person_is_told_to_nobody() {
        for (var actor : new Actor[] {CARL, SARA, LEGAL, OF_THE_OTHER_STATE}) {
            assertThat(lists.get(actor, "/entries").getResponseBody())
                    .as(actor.id())
                    .contains("Katla Belvor")
                    .doesNotContainIgnoringCase("location");
        }
    }

    @Test
    void a_row_on_which_a_case_was_opened_says_no_more_than_its_name() {
        assertThat(entry(CARL, OPENED).has("says")).isFalse();
        assertThat(entry(CARL, OPENED).has("proposal")).isFalse();
    }

    @Test
    void what_waits_for_a_second_person_is_told_with_whose_it_is() {
        lists.post(CARL, row(HELD, "/rejection"), REASONS);

        var own = entry(CARL, HELD).path("proposal");
        assertThat(own.path("verdict").asString()).isEqualTo("REJECT");
        assertThat(own.path("yours").asBoolean()).isTrue();
        assertThat(own.path("approved").asBoolean()).isFalse();
        assertThat(entry(SARA, HELD).at("/proposal/yours").asBoolean()).isFalse();
    }

    @Test
    void who_proposed_it_and_why_is_told_to_those_who_read_the_journal() {
        lists.post(CARL, row(HELD, "/rejection"), REASONS);

        for (var actor : new Actor[] {SARA, RUTH}) {
            var told = entry(actor, HELD).path("proposal");
            assertThat(told.path("by").asString()).as(actor.id()).isEqualTo("carl.officer");
            assertThat(told.path("reasons").asString()).isEqualTo("the register agrees");
        }
        for (var actor : new Actor[] {CARL, LEGAL}) {
            var told = entry(actor, HELD).path("proposal");
            assertThat(told.has("verdict")).as(actor.id()).isTrue();
            assertThat(told.has("by")).isFalse();
            assertThat(told.has("reasons")).isFalse();
        }
    }

    @Test
    void what_was_carried_out_is_no_proposal_any_more() {
        lists.post(CARL, row(HELD, "/release"), REASONS);
        lists.post(SARA, row(HELD, "/approval"), REASONS);

        var entry = entry(CARL, HELD);
        assertThat(entry.path("outcome").asString()).isEqualTo("OPENED");
        assertThat(entry.has("proposal")).isFalse();
        assertThat(entry.has("says")).isFalse();
    }

    @Test
    void a_third_state_hears_of_no_list() {
        assertThat(lists.get(STRANGER, "/entries").getStatus().value()).isEqualTo(404);
    }
}
