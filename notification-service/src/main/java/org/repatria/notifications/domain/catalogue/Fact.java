package org.repatria.notifications.domain.catalogue;

import java.util.Optional;

/** A published event, as far as the catalogue looks at it. */
public interface Fact {

    /** Such as {@code asset.restrained.v1}. */
    String type();

    /** Unique over all events; names the occasion. */
    String id();

    /** The object that the event is about. */
    String subject();

    /** The value at a JSON pointer into the event's data, as text; empty when it is missing or null. */
    Optional<String> at(String pointer);
}
