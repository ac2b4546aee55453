package org.repatria.notifications.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PositionTest {

    private static final Position HERE = new Position(List.of(0L, 41L, 1_000_000L));

    @Nested
    class Reading {

        @Test
        void an_event_id_names_the_place_it_was_made_from() {
            assertThat(Position.parse(HERE.toString(), 3)).contains(HERE);
        }

        @Test
        void what_is_no_event_id_of_this_topic_is_none() {
            for (var text : List.of(
                    "",
                    "1.2",
                    "1.2.3.4",
                    "1..3",
                    "a.b.-1",
                    "1.2.3 ",
                    "1.2.1234567890123",
                    "Ä.1.2",
                    "-1.0.0",
                    "1,2,3",
                    "1.2.3, 1.2.3",
                    "1.2.3\n",
                    "A.B.C",
                    "0".repeat(9_000))) {
                assertThat(Position.parse(text, 3)).as(text).isEmpty();
            }
        }
    }

    @Nested
    class Moving {

        @Test
        void reading_a_record_moves_its_partition_past_it_and_never_back() {
            assertThat(HERE.after(1, 41)).isEqualTo(new Position(List.of(0L, 42L, 1_000_000L)));
            assertThat(HERE.after(1, 7)).isEqualTo(HERE);
        }

        @Test
        void a_reader_who_is_ahead_in_one_partition_has_what_stands_there_and_keeps_its_place() {
            var behind = new Position(List.of(3L, 40L, 1_000_000L));
            assertThat(HERE.isUpTo(1, 40)).isFalse();
            assertThat(HERE.isUpTo(1, 41)).isTrue();
            assertThat(behind.orLater(HERE)).isEqualTo(new Position(List.of(3L, 41L, 1_000_000L)));
        }

        @Test
        void distance_counts_what_lies_ahead_and_nothing_behind() {
            var there = new Position(List.of(2L, 40L, 1_000_003L));
            assertThat(HERE.distanceTo(there)).isEqualTo(5);
            assertThat(HERE.isBefore(there)).isTrue();
            assertThat(HERE.isBefore(HERE)).isFalse();
            assertThat(there.isBefore(new Position(List.of(2L, 40L, 1_000_003L))))
                    .isFalse();
        }
    }
}
