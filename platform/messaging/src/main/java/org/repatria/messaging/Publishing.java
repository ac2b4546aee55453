package org.repatria.messaging;

import java.util.Optional;
import java.util.Set;

/** What the outside may see of an aggregate: a pure translation, exhaustive over the domain's events. */
public interface Publishing<S, E> {

    /**
     * Who learns of a domain event, and its published form where it has one.
     *
     * @param after the state once the event has happened
     */
    Announcement event(String aggregateId, E event, S after);

    /**
     * The published snapshot of a state, for both states concerned; empty becomes a tombstone. It says nothing that is
     * confided, and is sent only when something told has happened.
     */
    Optional<Published> snapshot(String aggregateId, S state);

    /**
     * The states whose matter the aggregate is, such as {@code XH} and {@code XR}: every record says so as
     * {@code ce_states}. None where the aggregate is not the matter of certain states.
     */
    default Set<String> states(String aggregateId, S state) {
        return Set.of();
    }

    /**
     * What goes out: a type with its data.
     *
     * @param type explicit and versioned, such as {@code case.opened.v1}; its schema is
     *     {@code contracts/schemas/<type>.json}
     * @param data a record or map that Jackson writes as the JSON value
     */
    record Published(String type, Object data) {}
}
