package org.repatria.messaging;

import java.util.Optional;
import java.util.Set;
import org.repatria.decider.Actor;

/**
 * What the outside may see of an aggregate of which one state keeps something from the other. Its stream has a second
 * pair of topics, which only the services of the house may read.
 */
public interface ConfidingPublishing<S, E> extends Publishing<S, E> {

    /**
     * The full snapshot of a state, for the services of the house, sent with every change. Empty becomes a tombstone.
     */
    Optional<Published> confidedSnapshot(String aggregateId, S state);

    /**
     * Which history of the aggregate the actor knows. It decides by which version the actor's commands are measured and
     * which one their outcomes name, on the same read as the command itself: whoever is told less cannot ask for more.
     */
    History historyOf(Actor actor, S state);

    /**
     * The states whose matter what is confided is: the one that holds the file. Its records say so as
     * {@code ce_states}.
     */
    default Set<String> confidants(String aggregateId, S state) {
        return Set.of();
    }
}
