package org.repatria.messaging.consuming;

import java.util.List;

/**
 * What a published event means for one kind of our own aggregates: event in, commands out. Pure, and at most one
 * command per aggregate, because an aggregate's receipt for an event covers all of it or nothing.
 */
@FunctionalInterface
public interface Reaction<C> {

    /** The commands that follow; none where the event means nothing to us. */
    List<CommandFor<C>> to(PublishedRecord event);
}
