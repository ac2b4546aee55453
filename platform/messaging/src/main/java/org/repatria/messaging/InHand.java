package org.repatria.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.messaging.AggregateStore.Marker;

/**
 * An aggregate as it was written, on its way through the relay.
 *
 * @param state its state, where that is known without reading the document
 * @param markers what stands for its writes until they are relayed
 * @param since when it was handed over or found, in nanoseconds of this process
 */
record InHand<S>(StoredAggregate aggregate, Optional<S> state, List<Marker> markers, long since) {

    /** The newer document has all that the older one still had to say. What is no longer in its outbox was relayed. */
    InHand<S> with(InHand<S> other) {
        var both = new ArrayList<>(markers);
        both.addAll(other.markers);
        var newer = aggregate.version() >= other.aggregate.version() ? this : other;
        return new InHand<>(newer.aggregate, newer.state, both, Math.min(since, other.since));
    }
}
