package org.repatria.notifications.domain.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A published event, as far as the catalogue looks at it. */
public interface Fact {

    /** Such as {@code asset.restrained.v1}. */
    String type();

    /** Unique over all events; names the occasion. */
    String id();

    /** The states whose matter it is; none where it is no matter of certain states. */
    Set<String> states();

    /** Whether only the state that holds the file knows of it. */
    boolean isConfided();

    /** The object that the event is about. */
    String subject();

    /** Each thing of a list as a fact of its own, whose words come first; none where there is no list. */
    List<Fact> each(String pointer);

    /** The value at a JSON pointer into the event's data, as text; empty when it is missing or null. */
    Optional<String> at(String pointer);
}
