package org.repatria.edge;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.repatria.decider.Actor;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** How many event streams are open here, of each subject and of all. Nobody takes the places of all others. */
final class StreamPlaces implements WebFilter, Ordered {

    private static final String PLACES = StreamPlaces.class.getName();
    private static final String TAKEN = PLACES + ".taken";

    private final ConcurrentHashMap<String, Integer> open = new ConcurrentHashMap<>();
    private final Sinks.Empty<Void> end = Sinks.empty();
    private final Semaphore places;

    StreamPlaces() {
        this(Limits.STREAMS_MAX);
    }

    StreamPlaces(int max) {
        this.places = new Semaphore(max);
    }

    /** A place is free again when its request ends, however it ends. */
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getAttributes().put(PLACES, this);
        return chain.filter(exchange).doFinally(_ -> {
            if (exchange.getAttributes().remove(TAKEN) instanceof String subject) {
                open.computeIfPresent(subject, (_, count) -> count > 1 ? count - 1 : null);
                places.release();
            }
        });
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 6;
    }

    /** Takes a place for the caller, or says why there is none; the headers of a stream alone need none. */
    static Optional<Problem> refusal(ServerWebExchange exchange, Actor caller) {
        var attributes = exchange.getAttributes();
        return HttpMethod.HEAD.equals(exchange.getRequest().getMethod())
                        || !(attributes.get(PLACES) instanceof StreamPlaces places)
                        || attributes.putIfAbsent(TAKEN, caller.id()) != null
                ? Optional.empty()
                : places.refusal(attributes, caller.id());
    }

    /** Completes when this instance begins to stop. No stream is to hold that up; its reader comes back to another. */
    static Mono<Void> end(ServerWebExchange exchange) {
        return exchange.getAttributes().get(PLACES) instanceof StreamPlaces places ? places.end.asMono() : Mono.never();
    }

    void close() {
        end.tryEmitEmpty();
    }

    private Optional<Problem> refusal(Map<String, Object> attributes, String subject) {
        if (!places.tryAcquire()) {
            attributes.remove(TAKEN);
            return Optional.of(full());
        }
        if (!taken(subject)) {
            attributes.remove(TAKEN);
            places.release();
            return Optional.of(fullOfSubject());
        }
        return Optional.empty();
    }

    private static Problem full() {
        return Problem.of(GeneralProblem.STREAMS_FULL, "Come back a little later.")
                .retryAfter(Limits.RETRY_AFTER_STREAMS_SECONDS);
    }

    private static Problem fullOfSubject() {
        return Problem.of(
                        GeneralProblem.TOO_MANY_STREAMS,
                        "At most " + Limits.STREAMS_OF_SUBJECT_MAX
                                + " streams of one subject are open at a time; close one first.")
                .retryAfter(Limits.RETRY_AFTER_SECONDS);
    }

    private boolean taken(String subject) {
        var got = new boolean[1];
        open.compute(subject, (_, count) -> {
            var now = count == null ? 0 : count;
            got[0] = now < Limits.STREAMS_OF_SUBJECT_MAX;
            return got[0] ? Integer.valueOf(now + 1) : count;
        });
        return got[0];
    }
}
