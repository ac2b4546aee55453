package org.repatria.decider;

import java.util.List;

/**
 * The life of one kind of aggregate as two pure tables.
 *
 * @param <C> what may be asked of it
 * @param <S> what it can be
 * @param <E> what can have happened to it
 */
public interface Decider<C, S, E> {

    /** What the aggregate is before anything has happened to it. */
    S initial();

    /** What a command leads to in a state. Reads no clock and draws no identifier: the occasion brings both. */
    Decision<E> decide(C command, S state, Occasion occasion);

    /**
     * The decision, to be asked for by whoever is not a decider.
     *
     * <p>INVARIANT: it refuses for no reason that the command does not say, or an operation's documentation would lack
     * it. Tests run with assertions.
     */
    default Decision<E> answer(C command, S state, Occasion occasion) {
        var decision = decide(command, state, occasion);
        assert !(decision instanceof Decision.Refused<E>(var refusal)) || Reasons.say(command, refusal.reason())
                : command + " does not say that it may be refused so: " + decision;
        return decision;
    }

    /** What the aggregate becomes once an event has happened. Never refuses: a fact is a fact. */
    S evolve(S state, E event);

    /** The state that a whole history leads to. */
    default S fold(List<? extends E> history) {
        return foldFrom(initial(), history);
    }

    /** The state that further events lead to from a known one. */
    default S foldFrom(S state, List<? extends E> events) {
        var folded = state;
        for (var event : events) {
            folded = evolve(folded, event);
        }
        return folded;
    }
}
