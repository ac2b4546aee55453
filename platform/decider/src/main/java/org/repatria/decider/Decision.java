package org.repatria.decider;

import java.util.List;

/** What a decider answers: events that now have happened, or the fact that stands in the way. */
public sealed interface Decision<E, R> {

    /** The command is accepted; no events means that what was asked for is already so. */
    record Accepted<E, R>(List<E> events) implements Decision<E, R> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is refused and changes nothing. */
    record Refused<E, R>(R refusal) implements Decision<E, R> {}

    static <E, R> Decision<E, R> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E, R> Decision<E, R> acceptAll(List<E> events) {
        return new Accepted<>(events);
    }

    /** Asking twice for the same thing is no mistake and no event. */
    static <E, R> Decision<E, R> nothingToDo() {
        return new Accepted<>(List.of());
    }

    static <E, R> Decision<E, R> refuse(R refusal) {
        return new Refused<>(refusal);
    }
}
