package org.repatria.cases.domain.safeguards;

/** What has happened to the stays of a case. */
public sealed interface StayEvent extends SafeguardEvent {

    /** From its receipt on it is not done. */
    record StayRecorded(Stay stay) implements StayEvent {}

    /** The body that ordered the stay has ended it. */
    record StayLifted(String stayId, Stay.Lift lift) implements StayEvent {}
}
