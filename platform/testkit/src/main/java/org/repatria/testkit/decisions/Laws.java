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

/**
 * Plays every sequence of a finite set of commands up to a depth and shows each step to a check. Sequences that lead to an equal state
 * are continued once only: a decider knows nothing but the state.
 */
public final class Laws {

    /** States; more than this means that the commands carry something that never repeats, such as a counter. */
    public static final int STATES_MAX = 100_000;

    private Laws() {}

    /**
     * One command asked in one reachable state.
     *
     * @param path the commands that led to the state before
     * @param after the state afterwards; the one before when the command is refused
     */
    public record Step<C, S, E, R>(List<C> path, S before, C command, Decision<E, R> decision, S after) {

        /** Whether the command was refused. */
        public boolean isRefused() {
            return decision instanceof Refused;
        }

        /** What happened; empty when the command was refused or there was nothing to do. */
        public List<E> events() {
            return decision instanceof Accepted<E, R>(var events) ? events : List.of();
        }
    }

    /**
     * Explores and returns all states that can be reached.
     *
     * @throws AssertionError when the check throws, or the decider decides the same question twice in two ways; names the path
     */
    public static <C, S, E, R> Set<S> explore(
            Decider<C, S, E, R> decider,
            List<? extends C> commands,
            int depth,
            Consumer<? super Step<C, S, E, R>> check) {
        var reached = new LinkedHashSet<S>();
        reached.add(decider.initial());
        Map<S, List<C>> frontier = new LinkedHashMap<>();
        frontier.put(decider.initial(), List.of());
        for (var level = 0; level < depth && !frontier.isEmpty(); level++) {
            Map<S, List<C>> next = new LinkedHashMap<>();
            frontier.forEach((state, path) -> {
                for (var command : commands) {
                    var step = step(decider, path, state, command);
                    verify(step, check);
                    if (reached.add(step.after())) {
                        next.put(step.after(), followed(path, command));
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

    private static <C, S, E, R> Step<C, S, E, R> step(Decider<C, S, E, R> decider, List<C> path, S state, C command) {
        try {
            var decision = decider.decide(command, state);
            if (!Objects.equals(decision, decider.decide(command, state))) {
                throw new AssertionError("decides the same question in two ways");
            }
            var after = switch (decision) {
                case Accepted<E, R>(var events) -> decider.foldFrom(state, events);
                case Refused<E, R> _ -> state;
            };
            return new Step<>(path, state, command, decision, after);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("after " + path + ", " + command + " in " + state + ": " + e, e);
        }
    }

    private static <C, S, E, R> void verify(Step<C, S, E, R> step, Consumer<? super Step<C, S, E, R>> check) {
        try {
            check.accept(step);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "law broken after " + step.path() + " by " + step.command() + ": " + e.getMessage(), e);
        }
    }

    private static <C> List<C> followed(List<C> path, C command) {
        var longer = new ArrayList<>(path);
        longer.add(command);
        return List.copyOf(longer);
    }
}
