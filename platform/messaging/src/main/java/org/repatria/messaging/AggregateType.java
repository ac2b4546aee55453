package org.repatria.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.repatria.decider.Actor;
import org.repatria.decider.Decider;

/**
 * Everything the platform needs to keep one kind of aggregate.
 *
 * @param name the kind, such as {@code case}; also the CloudEvents source {@code /repatria/<name>}
 * @param collection the MongoDB collection; its journal is {@code <collection>_journal}
 * @param stream the topic family, such as {@code case} for {@code repatria.case.events} and
 *     {@code repatria.case.snapshots}; {@link #PRIVATE} for a kind that has a journal and nothing on Kafka
 * @param stateRoot the sealed type or record of all states
 * @param eventRoot the sealed type of all domain events; the journal writes each as
 *     {@code {"type": "<simple name>", ...}}
 */
public record AggregateType<C, S, E>(
        String name,
        String collection,
        String stream,
        Class<S> stateRoot,
        Class<E> eventRoot,
        Decider<C, S, E> decider,
        Publishing<S, E> publishing) {

    /** The stream of a kind that is nobody's business outside its service: journalled, never sent. */
    public static final String PRIVATE = "";

    boolean isPrivate() {
        return stream.isBlank();
    }

    /**
     * How it is published where one state keeps something of it from the other. Empty where both are told everything.
     */
    Optional<ConfidingPublishing<S, E>> confiding() {
        return publishing instanceof ConfidingPublishing<S, E> confiding ? Optional.of(confiding) : Optional.empty();
    }

    /** Which history of it the actor knows. */
    History historyOf(Actor actor, S state) {
        return confiding().map(confiding -> confiding.historyOf(actor, state)).orElse(History.FULL);
    }

    /** The states whose matter an event is. */
    Set<String> statesOf(String id, S after, boolean confided) {
        return confiding()
                .filter(_ -> confided)
                .map(confiding -> confiding.confidants(id, after))
                .orElseGet(() -> publishing.states(id, after));
    }

    /** The topics that its records go to; none of a private kind. */
    List<NewTopic> topics() {
        if (isPrivate()) {
            return List.of();
        }
        var topics = new ArrayList<>(Topics.of(stream));
        if (confiding().isPresent()) {
            topics.addAll(Topics.confidedOf(stream));
        }
        return topics;
    }
}
