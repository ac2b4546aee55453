package org.repatria.messaging;

import java.util.Collection;
import java.util.List;

/** Where just-written aggregates go to be relayed; never waits and never fails. */
interface Handover<S> {

    /** Nobody relays: entries stay in the outbox. */
    static <S> Handover<S> nowhere() {
        return new Handover<>() {
            @Override
            public void written(StoredAggregate aggregate, S state, AggregateStore.Marker marker) {}

            @Override
            public void orphaned(Collection<AggregateStore.Marker> markers) {}
        };
    }

    /** This aggregate was written with entries to relay; its document holds just this state. */
    void written(StoredAggregate aggregate, S state, AggregateStore.Marker marker);

    /** These markers stand for writes that never happened, or that added nothing to relay. */
    void orphaned(Collection<AggregateStore.Marker> markers);

    /** Markers of what was raced. */
    static List<AggregateStore.Marker> ofRaced(AggregateStore.Written written) {
        return written.raced().stream().map(id -> written.markers().get(id)).toList();
    }
}
