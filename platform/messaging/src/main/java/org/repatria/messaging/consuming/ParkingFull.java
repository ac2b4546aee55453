package org.repatria.messaging.consuming;

/**
 * No more records can wait parked here. The partition rests until somebody has redriven or left out some; nothing is
 * lost.
 */
final class ParkingFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ParkingFull(String message) {
        super(message);
    }
}
