package org.repatria.decider;

/** How the execution of a command ended, for the edge to turn into an answer. */
public sealed interface Outcome<S, R> {

    /** The command is durable, or there was nothing to do; the aggregate stands at this version. */
    record Done<S, R>(S state, long version) implements Outcome<S, R> {}

    /** The same command was executed before and led to this version; nothing was done again. */
    record Repeated<S, R>(long version) implements Outcome<S, R> {}

    /** A rule of the domain stands in the way; nothing was changed. */
    record Refused<S, R>(R refusal, S state, long version) implements Outcome<S, R> {}

    /** The caller decided on a version that is no longer the current one; nothing was changed. */
    record Stale<S, R>(long expected, long actual) implements Outcome<S, R> {}

    /** The command id was used before for a command of other content; nothing was changed. */
    record CommandIdReused<S, R>() implements Outcome<S, R> {}

    /** Too much of this aggregate waits for publication; try again later. Nothing was changed. */
    record OutboxFull<S, R>(int limit) implements Outcome<S, R> {}

    /** Others wrote the aggregate on every attempt; try again. Nothing was changed. */
    record Contended<S, R>(int attempts) implements Outcome<S, R> {}
}
