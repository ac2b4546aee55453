package org.repatria.messaging.consuming.parking;

import java.time.Instant;
import java.util.Optional;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.Publishing;
import org.repatria.messaging.consuming.parking.ParkingEvent.KeyFreed;
import org.repatria.messaging.consuming.parking.ParkingEvent.KeyParked;
import org.repatria.messaging.consuming.parking.ParkingEvent.RecordLeftOut;

/**
 * What others hear of a parked key: that it stands still and why. Not what the record said or why somebody left it out.
 */
final class ParkingPublishing implements Publishing<ParkingState, ParkingEvent> {

    private record ConsumerParked(String consumer, String subject, String cause, String position, Instant parkedAt) {}

    private record ConsumerFreed(String consumer, String subject, Instant freedAt) {}

    private record RecordLeftOutOf(String consumer, String subject, String position, Instant leftOutAt) {}

    @Override
    public Announcement event(String aggregateId, ParkingEvent event, ParkingState after) {
        return Announcement.told(
                switch (event) {
                    case KeyParked e ->
                        new Published(
                                "consumer.parked.v1",
                                new ConsumerParked(e.consumer(), e.subject(), e.cause(), e.position(), e.at()));
                    case KeyFreed e ->
                        new Published(
                                "consumer.freed.v1", new ConsumerFreed(after.consumer(), after.subject(), e.at()));
                    case RecordLeftOut e ->
                        new Published(
                                "consumer.record-left-out.v1",
                                new RecordLeftOutOf(e.consumer(), e.subject(), e.position(), e.at()));
                });
    }

    /** There is no snapshot of a parked key: who wants to see them asks the service. */
    @Override
    public Optional<Published> snapshot(String aggregateId, ParkingState state) {
        return Optional.empty();
    }
}
