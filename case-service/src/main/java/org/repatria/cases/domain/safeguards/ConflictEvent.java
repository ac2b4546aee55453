package org.repatria.cases.domain.safeguards;

/** What has happened to the conflicts of interest in a case. */
public sealed interface ConflictEvent extends SafeguardEvent {

    /** A person is out of both roles, proposer and approver. */
    record ConflictMarked(ConflictMark mark) implements ConflictEvent {}

    /** A person may take part again. */
    record ConflictUnmarked(String officer, Signature signature) implements ConflictEvent {}
}
