package org.repatria.cases.flows.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.messaging.Ticker;
import org.repatria.readmodel.MemoryView;
import org.repatria.readmodel.Row;
import org.repatria.readmodel.ViewDefinition;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class TimekeeperTest {

    private static final Instant NOON = Instant.parse("2018-10-13T12:00:00Z");
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final ViewDefinition VIEW = ViewDefinition.of("cases", "topic", "case.snapshot.v1")
            .instant("nextClockAt")
            .rows(json -> Row.of(json)
                    .instant("nextClockAt", json.path("nextClockAt"))
                    .build());

    private final MemoryView view = MemoryView.of(VIEW);
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    private void put(String id, Instant nextAt) {
        var snapshot = Map.of("id", id, "version", 1, "nextClockAt", nextAt.toString());
        view.put(JsonMapper.shared().<JsonNode>valueToTree(snapshot));
    }

    private Mono<Void> note(String id) {
        return Mono.fromRunnable(() -> told.add(id));
    }

    private static Timekeeper keeperOf(Watched... watched) {
        return new Timekeeper(List.of(watched), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Nested
    class Looking {

        @Test
        void those_whose_moment_has_come_are_told() {
            put("case-past", NOON.minusSeconds(60));
            put("case-now", NOON);
            put("case-later", NOON.plusMillis(1));
            keeperOf(new DueRows("cases", view, (id, _) -> note(id))).look().block(BOUND);
            assertThat(told).containsExactlyInAnyOrder("case-past", "case-now");
        }

        @Test
        void the_earliest_come_first_and_each_learns_what_time_it_is() {
            put("case-2", NOON.minusSeconds(10));
            put("case-1", NOON.minusSeconds(20));
            var moments = ConcurrentHashMap.<Instant>newKeySet();
            keeperOf(new DueRows("cases", view, (id, now) -> {
                        moments.add(now);
                        return note(id);
                    }))
                    .look()
                    .block(BOUND);
            assertThat(told).containsExactly("case-1", "case-2");
            assertThat(moments).isEqualTo(Set.of(NOON));
        }

        @Test
        void more_than_a_page_is_told_in_one_look() {
            for (var n = 0; n < Timekeeper.PAGE_MAX + 50; n++) {
                put("case-" + n, NOON.minusSeconds(n));
            }
            keeperOf(new DueRows("cases", view, (id, _) -> note(id))).look().block(BOUND);
            assertThat(told).hasSize(Timekeeper.PAGE_MAX + 50).doesNotHaveDuplicates();
        }
    }

    @Nested
    class Failing {

        @Test
        void one_that_cannot_be_told_keeps_no_other_waiting() {
            put("case-1", NOON.minusSeconds(20));
            put("case-2", NOON.minusSeconds(10));
            keeperOf(new DueRows(
                            "cases",
                            view,
                            (id, _) -> id.equals("case-1") ? Mono.error(new IllegalStateException("away")) : note(id)))
                    .look()
                    .block(BOUND);
            assertThat(told).containsExactly("case-2");
        }

        @Test
        void a_kind_that_cannot_be_looked_at_keeps_no_other_waiting() {
            put("list-1", NOON);
            keeperOf(new Away(), new DueRows("lists", view, (id, _) -> note(id)))
                    .look()
                    .block(BOUND);
            assertThat(told).containsExactly("list-1");
        }
    }

    @Nested
    class Starting {

        @Test
        void it_looks_by_itself_and_again_when_nudged() throws InterruptedException {
            var looks = new CountDownLatch(2);
            var keeper = keeperOf(new DueRows("cases", view, (_, _) -> Mono.fromRunnable(looks::countDown)));
            put("case-1", NOON);
            try (var ticker = Ticker.start("cases", Timekeeper.LOOK_EVERY, keeper::look)) {
                ticker.nudge();
                assertThat(looks.await(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    /** A view that is not there. */
    private record Away() implements Watched {
        @Override
        public String kind() {
            return "cases";
        }

        @Override
        public Mono<Due> due(Instant now, Optional<String> after, int limit) {
            return Mono.error(new IllegalStateException("the view is away"));
        }

        @Override
        public Mono<Void> tell(String id, Instant now) {
            return Mono.empty();
        }
    }
}
