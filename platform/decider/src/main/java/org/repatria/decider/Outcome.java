package org.repatria.decider;

/** How the execution of a command ended, for the edge to turn into an answer. */
public sealed interface Outcome<S> {

    /** What was asked for is so; the aggregate stands at this version. */
    sealed interface Fulfilled<S> extends Outcome<S> {
        long version();
    }

    /** Nothing was changed. */
    sealed interface Unfulfilled<S> extends Outcome<S> {}

    /** The command is durable, or there was nothing to do. */
    record Done<S>(S state, long version) implements Fulfilled<S> {}

    /** The same command was executed before and led to this version; nothing was done again. */
    record Repeated<S>(long version) implements Fulfilled<S> {}

    /** A rule of the domain stands in the way. */
    record Refused<S>(Refusal refusal, S state, long version) implements Unfulfilled<S> {}

    /** The caller decided on a version that is no longer the current one. */
    record Stale<S>(long expected, long actual) implements Unfulfilled<S> {}

    /** The command id was used before for a command of other content. */
    record CommandIdReused<S>() implements Unfulfilled<S> {}

    /** Too much of this aggregate waits for publication; try again later. */
    record OutboxFull<S>(int limit) implements Unfulfilled<S> {}

    /** Others wrote the aggregate on every attempt; try again. */
    record Contended<S>(int attempts) implements Unfulfilled<S> {}
}
