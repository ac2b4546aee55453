package org.repatria.testkit.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Occasion;

/**
 * Plays every sequence of a finite set of commands up to a depth and shows each step to a check. Sequences that lead to
 * an equal state are continued once only: a decider knows nothing but the state.
 */
public final class Laws {

    /**
     * How many states may be reached. More means that the commands carry something that never repeats, such as a
     * counter.
     */
    public static final int STATES_MAX = 100_000;

    private Laws() {}

    /** A command, and the occasion on which it is asked. */
    public record Attempt<C>(C command, Occasion occasion) {}

    /** Commands that are all asked on one occasion. */
    public static <C> List<Attempt<C>> on(Occasion occasion, List<? extends C> commands) {
        return commands.stream()
                .map(command -> new Attempt<C>(command, occasion))
                .toList();
    }

    /**
     * One command asked in one reachable state.
     *
     * @param path the commands that led to the state before
     * @param after the state afterwards; the one before when the command is refused
     */
    public record Step<C, S, E>(
            List<Attempt<C>> path, S before, C command, Occasion occasion, Decision<E> decision, S after) {

        /** Whether the command was refused. */
        public boolean isRefused() {
            return decision instanceof Refused;
        }

        /** What happened; empty when the command was refused or there was nothing to do. */
        public List<E> events() {
            return decision instanceof Accepted<E>(var events) ? events : List.of();
        }
    }

    /**
     * Explores and returns all states that can be reached.
     *
     * @throws AssertionError when the check throws, or the decider decides the same question twice in two ways; names
     *     the path
     */
    public static <C, S, E> Set<S> explore(
            Decider<C, S, E> decider, List<Attempt<C>> commands, int depth, Consumer<? super Step<C, S, E>> check) {
        var reached = new LinkedHashSet<S>();
        reached.add(decider.initial());
        Map<S, List<Attempt<C>>> frontier = new LinkedHashMap<>();
        frontier.put(decider.initial(), List.of());
        for (var level = 0; level < depth && !frontier.isEmpty(); level++) {
            Map<S, List<Attempt<C>>> next = new LinkedHashMap<>();
            frontier.forEach((state, path) -> {
                for (var attempt : commands) {
                    var step = step(decider, path, state, attempt);
                    verify(step, check);
                    if (reached.add(step.after())) {
                        next.put(step.after(), followed(path, attempt));
                    }
                }
            });
            if (reached.size() > STATES_MAX) {
                throw new AssertionError("more than " + STATES_MAX + " states within " + (level + 1) + " commands");
            }
            frontier = next;
        }
        return reached;
    }

    private static <C, S, E> Step<C, S, E> step(
            Decider<C, S, E> decider, List<Attempt<C>> path, S state, Attempt<C> attempt) {
        try {
            var decision = decider.answer(attempt.command(), state, attempt.occasion());
            if (!Objects.equals(decision, decider.answer(attempt.command(), state, attempt.occasion()))) {
                throw new AssertionError("decides the same question in two ways");
            }
            var after = switch (decision) {
                case Accepted<E>(var events) -> decider.foldFrom(state, events);
                case Refused<E> _ -> state;
            };
            return new Step<>(path, state, attempt.command(), attempt.occasion(), decision, after);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("after " + path + ", " + attempt + " in " + state + ": " + e, e);
        }
    }

    private static <C, S, E> void verify(Step<C, S, E> step, Consumer<? super Step<C, S, E>> check) {
        try {
            check.accept(step);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "law broken after " + step.path() + " by " + step.command() + ": " + e.getMessage(), e);
        }
    }

    private static <C> List<Attempt<C>> followed(List<Attempt<C>> path, Attempt<C> attempt) {
        var longer = new ArrayList<>(path);
        longer.add(attempt);
        return List.copyOf(longer);
    }
}
