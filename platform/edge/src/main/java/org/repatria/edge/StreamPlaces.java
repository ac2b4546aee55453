package org.repatria.edge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** How many event streams each subject has open here: nobody takes the places of all others. */
final class StreamPlaces implements WebFilter, Ordered {

    private static final String PLACES = StreamPlaces.class.getName();
    private static final String TAKEN = PLACES + ".taken";

    private final ConcurrentHashMap<String, Integer> open = new ConcurrentHashMap<>();

    /** A place is free again when its request ends, however it ends. */
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getAttributes().put(PLACES, this);
        return chain.filter(exchange).doFinally(_ -> {
            if (exchange.getAttributes().remove(TAKEN) instanceof String subject) {
                open.computeIfPresent(subject, (_, count) -> count > 1 ? count - 1 : null);
            }
        });
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 6;
    }

    /** Whether there was a place for the caller; the headers of a stream alone need none. */
    static boolean take(Call call) {
        var attributes = call.request().exchange().getAttributes();
        return HttpMethod.HEAD.equals(call.request().method())
                || !(attributes.get(PLACES) instanceof StreamPlaces places)
                || attributes.putIfAbsent(TAKEN, call.actor().id()) != null
                || places.taken(attributes, call.actor().id());
    }

    static Problem full() {
        return Problem.of(
                        GeneralProblem.TOO_MANY_STREAMS,
                        "At most " + Limits.STREAMS_OF_SUBJECT_MAX
                                + " streams of one subject are open at a time; close one first.")
                .retryAfter(Limits.RETRY_AFTER_SECONDS);
    }

    private boolean taken(Map<String, Object> attributes, String subject) {
        var got = new boolean[1];
        open.compute(subject, (_, count) -> {
            var now = count == null ? 0 : count;
            got[0] = now < Limits.STREAMS_OF_SUBJECT_MAX;
            return got[0] ? Integer.valueOf(now + 1) : count;
        });
        if (!got[0]) {
            attributes.remove(TAKEN);
        }
        return got[0];
    }
}
