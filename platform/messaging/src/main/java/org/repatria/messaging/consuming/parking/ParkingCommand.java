package org.repatria.messaging.consuming.parking;

import java.time.Instant;

/** What is noted about a parked key. */
public sealed interface ParkingCommand {

    /** A key stands still. */
    record NoteParked(String consumer, String subject, String cause, String position, Instant at)
            implements ParkingCommand {}

    /** A key is free again. */
    record NoteFreed(Instant at) implements ParkingCommand {}

    /** A record was left out for ever. */
    record NoteLeftOut(String consumer, String subject, String position, String reason, Instant at)
            implements ParkingCommand {}
}
