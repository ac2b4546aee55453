package org.repatria.messaging.consuming.parking;

import java.time.Instant;

/** What happened to a parked key. */
public sealed interface ParkingEvent {

    /** A key stands still. */
    record KeyParked(String consumer, String subject, String cause, String position, Instant at)
            implements ParkingEvent {}

    /** A key is free again. */
    record KeyFreed(Instant at) implements ParkingEvent {}

    /** A record was left out for ever. */
    record RecordLeftOut(String consumer, String subject, String position, String reason, Instant at)
            implements ParkingEvent {}
}
