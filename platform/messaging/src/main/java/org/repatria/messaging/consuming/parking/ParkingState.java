package org.repatria.messaging.consuming.parking;

/**
 * What a key is, as far as it was noted.
 *
 * @param parked whether it stands still
 * @param lastLeftOut position of the record that was left out last; empty when none was
 */
public record ParkingState(String consumer, String subject, boolean parked, String lastLeftOut) {

    static final ParkingState UNNOTED = new ParkingState("", "", false, "");
}
