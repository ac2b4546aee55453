package org.repatria.assets.domain;

import java.time.LocalDate;

/** What may be asked of the interests in something, whether it is an asset or a company. */
public sealed interface InterestAsked {

    /** Record one. */
    record ToRecord(InterestId id, InterestEntry entry) implements InterestAsked {}

    /** Record that one has ended. */
    record ToEnd(InterestId id, LocalDate endedOn, String reason) implements InterestAsked {}

    /** Put another entry in the place of one that was wrong. */
    record ToCorrect(InterestId id, InterestId correctedBy, InterestEntry entry, String reason)
            implements InterestAsked {}
}
