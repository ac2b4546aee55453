package org.repatria.messaging.consuming.parking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.JournalEntry;
import org.repatria.messaging.JournalEntry.Publication;
import org.repatria.messaging.consuming.ParkCause;
import org.repatria.messaging.consuming.Parking;

class ParkingNotesTest {

    private static final Instant NOON = Instant.parse("2014-09-01T12:00:00Z");
    private static final Actor SIMON = new Actor("simon", Set.of("SI"), "XH-CA");
    private static final Parking PARKING =
            new Parking("alerts-from-cases", "case-1", ParkCause.GAP, "a gap", NOON, List.of("cases-3-15"), false, 1);

    private final AggregatesFactory factory = AggregatesFactory.inMemory();
    private final ParkingNotes notes = new ParkingNotes(factory.of(ParkingNotes.on("alert")));

    private List<Publication> published() {
        return factory.of(ParkingNotes.on("alert"))
                .journal(ParkingNotes.idOf("alerts-from-cases", "case-1"), 0, 100)
                .mapNotNull(entry -> entry.publication().orElse(null))
                .collectList()
                .block();
    }

    @Test
    void a_key_told_of_twice_is_published_once() {
        notes.parked(PARKING, NOON).block();
        notes.parked(PARKING, NOON).block();

        assertThat(published()).singleElement().satisfies(p -> {
            assertThat(p.type()).isEqualTo("consumer.parked.v1");
            assertThat(p.data()).contains("\"cause\":\"GAP\"", "\"subject\":\"case-1\"");
        });
    }

    @Test
    void a_key_parked_again_after_it_was_free_is_published_again() {
        notes.parked(PARKING, NOON).block();
        notes.freed(PARKING, NOON).block();
        notes.freed(PARKING, NOON).block();
        notes.parked(PARKING, NOON).block();

        assertThat(published())
                .extracting(Publication::type)
                .containsExactly("consumer.parked.v1", "consumer.freed.v1", "consumer.parked.v1");
    }

    @Test
    void who_left_out_a_record_and_why_stays_in_the_journal() {
        notes.parked(PARKING, NOON).block();
        notes.leftOut(PARKING, "cases-3-15", "forged by hand", SIMON, NOON).block();
        notes.leftOut(PARKING, "cases-3-15", "forged by hand", SIMON, NOON).block();

        var entries = factory.of(ParkingNotes.on("alert"))
                .journal(ParkingNotes.idOf("alerts-from-cases", "case-1"), 1, 100)
                .collectList()
                .block();
        assertThat(entries).singleElement().satisfies(e -> {
            assertThat(e.entry()).contains("forged by hand", "simon");
            assertThat(e.publication().map(Publication::data))
                    .hasValueSatisfying(d -> assertThat(d).doesNotContain("forged", "simon"));
        });
        assertThat(entries).extracting(JournalEntry::sequence).containsExactly(2L);
    }
}
