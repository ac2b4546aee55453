package org.repatria.messaging.consuming;

import java.time.Instant;
import org.repatria.decider.Actor;
import reactor.core.publisher.Mono;

/**
 * Hears when a key is parked, is free again, or lost a record on purpose. Each call may come twice; a failing one is
 * tried again with its record.
 */
public interface ParkedListener {

    /** A key stands still. */
    Mono<Void> parked(Parking parking, Instant at);

    /** A key is free again: nothing waits any more. */
    Mono<Void> freed(Parking parking, Instant at);

    /** Somebody left out a record for ever. Called before it happens, so that it never happens unrecorded. */
    Mono<Void> leftOut(Parking parking, String position, String reason, Actor actor, Instant at);

    /** Hears nothing. */
    static ParkedListener none() {
        return new ParkedListener() {
            @Override
            public Mono<Void> parked(Parking parking, Instant at) {
                return Mono.empty();
            }

            @Override
            public Mono<Void> freed(Parking parking, Instant at) {
                return Mono.empty();
            }

            @Override
            public Mono<Void> leftOut(Parking parking, String position, String reason, Actor actor, Instant at) {
                return Mono.empty();
            }
        };
    }
}
