package org.repatria.notifications.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.notifications.queries.AlertStream.Reason;
import org.repatria.notifications.queries.AlertStream.StreamRefused;
import reactor.core.publisher.Sinks;

class MeanwhileTest {

    private final Sinks.Many<Integer> live = Sinks.many().multicast().directBestEffort();
    private final List<Integer> read = new ArrayList<>();
    private final List<Throwable> errors = new ArrayList<>();

    private void happened(int... numbers) {
        for (int number : numbers) {
            live.tryEmitNext(number);
        }
    }

    @Nested
    class CatchingUp {

        @Test
        void a_reader_gets_what_happened_before_and_after_it_came_in_order() {
            try (var meanwhile = Meanwhile.keeping(live.asFlux(), 3)) {
                happened(1, 2);
                meanwhile.kept().subscribe(read::add, errors::add);
                happened(3, 4, 5);

                assertThat(read).containsExactly(1, 2, 3, 4, 5);
                assertThat(errors).isEmpty();
            }
        }

        @Test
        void a_reader_that_comes_too_late_gets_no_stream_with_a_hole() {
            try (var meanwhile = Meanwhile.keeping(live.asFlux(), 3)) {
                happened(1, 2, 3, 4, 5);
                meanwhile.kept().subscribe(read::add, errors::add);

                assertThat(read).containsExactly(1, 2, 3);
                assertThat(errors)
                        .singleElement()
                        .isInstanceOfSatisfying(
                                StreamRefused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(Reason.READER_TOO_SLOW));
            }
        }
    }

    @Nested
    class Closing {

        @Test
        void nobody_is_kept_for_a_reader_that_has_gone() {
            Meanwhile.keeping(live.asFlux(), 3).close();

            assertThat(live.currentSubscriberCount()).isZero();
        }
    }
}
