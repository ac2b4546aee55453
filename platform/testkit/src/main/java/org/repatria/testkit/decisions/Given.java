package org.repatria.testkit.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Occasion;
import org.repatria.decider.Reason;
import org.repatria.decider.Refusal;

/** A decider with a history, to be asked one thing: {@code given(decider, events).when(command).then(events)}. */
public final class Given<C, S, E> {

    private final Decider<C, S, E> decider;
    private final List<E> history;

    private Given(Decider<C, S, E> decider, List<E> history) {
        this.decider = decider;
        this.history = List.copyOf(history);
    }

    /** A decider after some events; none means that nothing has happened yet. */
    // List.of only reads the array.
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <C, S, E> Given<C, S, E> given(Decider<C, S, E> decider, E... events) {
        return new Given<>(decider, List.of(events));
    }

    /** Further events, for histories that share a beginning. */
    // List.of only reads the array.
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Given<C, S, E> and(E... events) {
        var all = new ArrayList<>(history);
        all.addAll(List.of(events));
        return new Given<>(decider, all);
    }

    /** Asks for something in the state that the history leads to. */
    public When<S, E> when(C command, Occasion occasion) {
        var state = decider.fold(history);
        var decision = decider.answer(command, state, occasion);
        var after = switch (decision) {
            case Accepted<E>(var events) -> decider.foldFrom(state, events);
            case Refused<E> _ -> state;
        };
        return new When<>(decision, after);
    }

    /** What the decider answered, to be compared with what should have come out. */
    public static final class When<S, E> {

        private final Decision<E> decision;
        private final S after;

        private When(Decision<E> decision, S after) {
            this.decision = decision;
            this.after = after;
        }

        /** The command leads to exactly these events, in this order. */
        // List.of only reads the array.
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final When<S, E> then(E... events) {
            assertThat(events).as("expected events; use thenNothing() for none").isNotEmpty();
            assertThat(decision).isEqualTo(Decision.acceptAll(List.of(events)));
            return this;
        }

        /** The command is refused for this reason. */
        public When<S, E> thenRefused(Refusal refusal) {
            assertThat(decision).isEqualTo(Decision.refuse(refusal));
            return this;
        }

        /** The command is refused for this reason, which needs no further words. */
        public When<S, E> thenRefused(Reason reason) {
            return thenRefused(Refusal.of(reason));
        }

        /** The command is accepted and nothing happens, since it is already so. */
        public When<S, E> thenNothing() {
            assertThat(decision).isEqualTo(Decision.nothingToDo());
            return this;
        }

        /** The state afterwards, for what the events alone do not show. */
        public When<S, E> thenState(Consumer<? super S> check) {
            check.accept(after);
            return this;
        }

        /** The answer itself, for checks of one's own. */
        public Decision<E> decision() {
            return decision;
        }
    }
}
