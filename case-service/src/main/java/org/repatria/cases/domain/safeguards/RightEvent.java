package org.repatria.cases.domain.safeguards;

/** What has happened to the rights of the person. */
public sealed interface RightEvent extends SafeguardEvent {

    /** The evidence that a right was observed is on file. */
    record RightRecorded(RightObserved right) implements RightEvent {}
}
