package org.repatria.messaging;

import java.util.Collection;
import java.util.List;

/** Where just-written aggregates go to be relayed; never waits and never fails. */
interface Handover {

    /** Nobody relays: entries stay in the outbox. */
    Handover NOWHERE = new Handover() {
        @Override
        public void written(StoredAggregate aggregate, AggregateStore.Marker marker) {}

        @Override
        public void orphaned(Collection<AggregateStore.Marker> markers) {}
    };

    /** This aggregate was written with entries to relay. */
    void written(StoredAggregate aggregate, AggregateStore.Marker marker);

    /** These markers stand for writes that never happened. */
    void orphaned(Collection<AggregateStore.Marker> markers);

    /** Markers of what was raced. */
    static List<AggregateStore.Marker> ofRaced(AggregateStore.Written written) {
        return written.raced().stream().map(id -> written.markers().get(id)).toList();
    }
}
