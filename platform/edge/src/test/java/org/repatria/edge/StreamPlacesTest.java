package org.repatria.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** How many streams are open at once, of all subjects together. */
class StreamPlacesTest {

    private final StreamPlaces places = new StreamPlaces(3);
    private final List<Sinks.Empty<Void>> open = new ArrayList<>();

    /** The code of the refusal; empty where the stream is open now. */
    private String opened(String subject) {
        var end = Sinks.<Void>empty();
        var refusal = new String[] {""};
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/v1/things/stream"));
        places.filter(exchange, served -> {
                    refusal[0] = StreamPlaces.refusal(served, new Actor(subject, Set.of("CO"), "XH-CA"))
                            .map(problem -> problem.code().name())
                            .orElse("");
                    return end.asMono();
                })
                .subscribe();
        open.add(end);
        return refusal[0];
    }

    @Test
    void all_places_together_are_so_many_and_each_is_given_back() {
        for (var number = 0; number < 3; number++) {
            assertThat(opened("subject-" + number)).isEmpty();
        }
        assertThat(opened("wei.late")).isEqualTo("STREAMS_FULL");
        assertThat(opened("wei.late")).isEqualTo("STREAMS_FULL");

        open.getFirst().tryEmitEmpty();

        assertThat(opened("wei.late")).isEmpty();
        assertThat(opened("subject-0")).isEqualTo("STREAMS_FULL");
    }

    @Test
    void a_stream_ends_when_the_instance_begins_to_stop() {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/v1/things/stream"));
        var stream = new ArrayList<Flux<Long>>();
        places.filter(exchange, served -> {
                    stream.add(Flux.<Long>never().takeUntilOther(StreamPlaces.end(served)));
                    return Mono.never();
                })
                .subscribe();
        var ended = stream.getFirst().collectList().toFuture();
        assertThat(ended).isNotDone();

        places.close();

        assertThat(ended).isCompletedWithValue(List.of());
    }

    @Test
    void a_refused_one_gives_no_place_back() {
        for (var number = 0; number < 4; number++) {
            opened("subject-" + number);
        }

        open.getLast().tryEmitEmpty();

        assertThat(opened("wei.late")).isEqualTo("STREAMS_FULL");
    }
}
