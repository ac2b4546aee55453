package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.casefile.CaseEvent;
import org.repatria.decider.Actor;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class JournalForReaderTest {

    /** What the table does not name is withheld, from the officers whose file it is too. */
    @Test
    void of_every_event_of_a_case_somebody_has_thought_what_the_journal_shows() {
        var now = Arrays.stream(CaseEvent.class.getPermittedSubclasses()).map(Class::getSimpleName);
        assertThat(Stream.concat(now, JournalForReader.FORMER.stream()))
                .containsExactlyInAnyOrderElementsOf(JournalForReader.named());
    }

    @Test
    void what_journals_have_from_before_assets_had_shelves_is_shown_as_it_was() throws IOException {
        for (var event : JournalForReader.FORMER) {
            var entry = written(event);

            JournalForReader.ofTold(officerOf("XH-CA")).redact(entry);

            assertThat(entry).as(event).isEqualTo(written(event));
        }
    }

    @Test
    void the_requesting_state_reads_no_reasons_of_the_host_state_for_another_identity() throws IOException {
        for (var event : Set.of("IdentityCorrectionProposed", "IdentityCorrected")) {
            var entry = written(event);

            JournalForReader.ofTold(officerOf("XR-CA")).redact(entry);

            assertThat(entry.findValues("reasons")).as(event).isEmpty();
            assertThat(entry.findValues("birthDate")).as(event).isNotEmpty();
            assertThat(entry.path("withheld").asBoolean(false)).as(event).isTrue();
        }
    }

    @Test
    void the_reasons_of_the_own_officers_stay() throws IOException {
        var entry = written("IdentityCorrected");

        JournalForReader.ofTold(officerOf("XH-CA")).redact(entry);

        assertThat(entry).isEqualTo(written("IdentityCorrected"));
    }

    private static Actor officerOf(String authority) {
        return new Actor("rosa.officer", Set.of("CO"), authority);
    }

    private static ObjectNode written(String event) throws IOException {
        try (var file = JournalForReaderTest.class.getResourceAsStream("/journal/" + event + ".json")) {
            return (ObjectNode) JsonMapper.shared().readTree(file);
        }
    }
}
