package org.repatria.assets.domain;

import java.time.Instant;

/**
 * What an asset answered another one that was to be one with it, or to be two again.
 *
 * @param number of the merging or separation that was asked for last
 * @param content what was taken over, as it was then; what was given back, as it stood then
 * @param at when it was answered
 */
public record TakenIn(AssetId from, int number, Answer answer, Content content, Instant at) {

    /** An answer is given once. */
    public enum Answer {
        TAKEN,
        NOT_TAKEN,
        GIVEN_BACK,
        NOT_GIVEN_BACK
    }

    /** Whether what came from the other is still here. */
    boolean isHere() {
        return answer == Answer.TAKEN || answer == Answer.NOT_GIVEN_BACK;
    }
}
