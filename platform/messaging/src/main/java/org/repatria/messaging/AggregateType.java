package org.repatria.messaging;

import org.repatria.decider.Decider;

/**
 * Everything the platform needs to keep one kind of aggregate.
 *
 * @param name the kind, such as {@code case}; also the CloudEvents source {@code /repatria/<name>}
 * @param collection the MongoDB collection; its journal is {@code <collection>_journal}
 * @param stream the topic family, such as {@code case} for {@code repatria.case.events} and {@code repatria.case.snapshots};
 *     {@link #PRIVATE} for a kind that has a journal and nothing on Kafka
 * @param stateRoot the sealed type or record of all states
 * @param eventRoot the sealed type of all domain events; the journal writes each as {@code {"type": "<simple name>", ...}}
 */
public record AggregateType<C, S, E, R>(
        String name,
        String collection,
        String stream,
        Class<S> stateRoot,
        Class<E> eventRoot,
        Decider<C, S, E, R> decider,
        Publishing<S, E> publishing) {

    /** The stream of a kind that is nobody's business outside its service: journalled, never sent. */
    public static final String PRIVATE = "";

    boolean isPrivate() {
        return stream.isBlank();
    }
}
