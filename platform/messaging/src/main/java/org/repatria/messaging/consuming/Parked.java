package org.repatria.messaging.consuming;

import java.util.List;
import java.util.Optional;
import org.repatria.decider.Actor;
import reactor.core.publisher.Mono;

/**
 * What an operator can see and do about parked keys. Errors: {@link org.repatria.messaging.StoreUnavailable} when the
 * database does not answer; nothing is half done then.
 */
public interface Parked {

    /** Parked keys of all consumers of this service, in the order of their ids. */
    Mono<Page> list(Optional<String> cursor, int limit);

    /** One parked key with the records at its head; empty when it is not parked. */
    Mono<Detail> show(String consumer, String subject);

    /** Applies the waiting records in order, up to the first that fails again. Empty when the key is not parked. */
    Mono<Redriven> redrive(String consumer, String subject);

    /**
     * Leaves out the first waiting record for ever: for one that can never be applied. The others stay parked until
     * they are redriven; when none is left, the key is free. An event that is left out counts as seen, so later ones
     * may follow. Empty when the key is not parked.
     *
     * @param position which one the caller looked at; if it is not the first any more, nothing happens
     * @param reason why, 1 to {@value ConsumingLimits#REASON_CHARS_MAX} characters; recorded with the actor
     */
    Mono<LeftOut> leaveOutFirst(String consumer, String subject, String position, String reason, Actor actor);

    /** A page of parked keys; the cursor of the next one is missing on the last. */
    record Page(List<Parking> parkings, Optional<String> next) {}

    /** A parked key and the first of its waiting records. */
    record Detail(Parking parking, List<Waiting> first) {}

    /**
     * A waiting record without its value, which may be personal.
     *
     * @param type empty where it cannot be read
     * @param sequence empty where it cannot be read
     * @param bytes length of the value
     */
    record Waiting(String position, Optional<String> type, Optional<Long> sequence, int bytes) {}

    /**
     * How a redrive ended.
     *
     * @param handled how many records were applied or found done
     * @param stopped why it went no further; empty when the key is free again
     */
    record Redriven(int handled, Optional<Stopped> stopped) {}

    /** The record that failed again, and why. */
    record Stopped(String position, ParkCause cause, String detail) {}

    /** Whether the record was left out; not when another stands first. */
    record LeftOut(boolean done, int stillWaiting) {}
}
