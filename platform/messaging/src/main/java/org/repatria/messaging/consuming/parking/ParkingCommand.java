package org.repatria.messaging.consuming.parking;

/** What is noted about a parked key. */
public sealed interface ParkingCommand {

    /** A key stands still. */
    record NoteParked(String consumer, String subject, String cause, String position) implements ParkingCommand {}

    /** A key is free again. */
    record NoteFreed() implements ParkingCommand {}

    /** A record was left out for ever. */
    record NoteLeftOut(String consumer, String subject, String position, String reason) implements ParkingCommand {}
}
