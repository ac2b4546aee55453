package org.repatria.assets.domain;

/** What can have happened to the interests in something. */
public sealed interface InterestChange {

    /** One was recorded. */
    record Recorded(Interest interest) implements InterestChange {}

    /** One ended. */
    record Ended(InterestId id, Interest.Ending ending) implements InterestChange {}

    /** Another entry stands in the place of one. */
    record Corrected(InterestId id, Interest.Correction correction, Interest successor) implements InterestChange {}
}
