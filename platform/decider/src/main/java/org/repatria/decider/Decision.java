package org.repatria.decider;

import java.util.List;

/** What a decider answers: events that now have happened, or what stands in the way. */
public sealed interface Decision<E> {

    /** The command is accepted; no events means that what was asked for is already so. */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is refused and changes nothing. */
    record Refused<E>(Refusal refusal) implements Decision<E> {}

    static <E> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E> Decision<E> acceptAll(List<E> events) {
        return new Accepted<>(events);
    }

    /** Asking twice for the same thing is no mistake and no event. */
    static <E> Decision<E> nothingToDo() {
        return new Accepted<>(List.of());
    }

    static <E> Decision<E> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** For a reason that needs no further words. */
    static <E> Decision<E> refuse(Reason reason) {
        return new Refused<>(Refusal.of(reason));
    }
}
