package org.repatria.policy;

import java.util.Optional;

/** What acts are about. */
public enum ObjectKind {
    CASE,
    LIST,
    ASSET,
    /** What stands between an asset and those who are behind it. */
    COMPANY,
    /** What waits across cases; what is seen of each is a question of the case. */
    WORK,
    /** What the two states tell each other of a case. */
    SHARED_VIEW,
    ALERT,
    /** The law, the checks and the calendars: no person is in it. */
    REFERENCE,
    /** Metrics, freshness, parked records, refills: no content of a case is in it. */
    OPERATIONS,
    /** What is composed for whoever asks out of what that one may read. */
    OWN_DESK;

    /**
     * The act whose rows say who knows of such a thing at all. None where it is no secret that such things are there.
     */
    public Optional<Act> readBy() {
        return switch (this) {
            case CASE -> Optional.of(Act.READ_CASE);
            case LIST -> Optional.of(Act.READ_LIST);
            case ASSET -> Optional.of(Act.READ_ASSET);
            case COMPANY -> Optional.of(Act.READ_COMPANY);
            case ALERT -> Optional.of(Act.READ_ALERTS);
            case WORK, SHARED_VIEW, REFERENCE, OPERATIONS, OWN_DESK -> Optional.empty();
        };
    }
}
