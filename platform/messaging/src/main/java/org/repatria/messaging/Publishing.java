package org.repatria.messaging;

import java.util.Optional;

/** What the outside may see of an aggregate: a pure translation, exhaustive over the domain's events. */
public interface Publishing<S, E> {

    /**
     * The published form of a domain event, or nothing where it stays inside the service.
     *
     * @param after the state once the event has happened
     */
    Optional<Published> event(String aggregateId, E event, S after);

    /** The published snapshot of a state; empty becomes a tombstone. */
    Optional<Published> snapshot(String aggregateId, S state);

    /**
     * What goes out: a type with its data.
     *
     * @param type explicit and versioned, such as {@code case.opened.v1}; its schema is {@code contracts/schemas/<type>.json}
     * @param data a record or map that Jackson writes as the JSON value
     */
    record Published(String type, Object data) {}
}
