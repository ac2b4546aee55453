package org.repatria.cases.domain.lifecycle;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.Officer;

/**
 * One transition of a lifecycle, with everything that it asks for.
 *
 * @param from the state left; {@link #START} for the row that opens a course
 * @param back whether it leads only to the state that the course came from
 * @param unless the row is closed to a course of which this holds
 * @param onlyAfter a state that the course must have passed
 * @param through the command that makes this move in place of a plain move
 * @param opens the kind of course that the move opens at the same time
 * @param clocks ids, or families such as {@code CLK-PA-*}, of the clock rules that the move touches
 * @param source the legal or policy source
 */
public record Transition(
        String from,
        String to,
        Who who,
        Requirements requires,
        boolean back,
        Optional<Particular.Condition> unless,
        Optional<String> onlyAfter,
        Optional<String> through,
        Optional<String> opens,
        List<String> clocks,
        String source) {

    /** Where a course comes from that did not exist before. */
    public static final String START = "-";

    public Transition {
        clocks = List.copyOf(clocks);
    }

    /**
     * Who makes the move.
     *
     * @param by any of them makes it, or proposes it where a second pair of eyes is needed
     * @param approvedBy any of them approves it; empty where one pair of eyes is enough
     */
    public record Who(List<Officer> by, Eyes eyes, List<Officer> approvedBy) {
        public Who {
            by = List.copyOf(by);
            approvedBy = List.copyOf(approvedBy);
        }
    }

    /** How many people a move takes. */
    public enum Eyes {
        ONE,
        /** Another person of a higher role approves. */
        TWO,
        /** Anybody raises it, another person of the deciding role decides. */
        RAISED
    }

    /**
     * What must be there before the move can be made.
     *
     * @param needs what must be said
     * @param documents what must be on paper: at least as many documents as there are entries
     * @param exactTime whether the moment must be known, with the zone of the place, and not only the day
     */
    public record Requirements(
            Set<Gate> gates,
            Set<Guard> guards,
            List<Particular> needs,
            List<String> documents,
            boolean reasoned,
            boolean exactTime) {
        public Requirements {
            gates = inOrder(Gate.class, gates);
            guards = inOrder(Guard.class, guards);
            needs = List.copyOf(needs);
            documents = List.copyOf(documents);
        }
    }

    /** Whether a second person must agree. */
    public boolean isProposed() {
        return who.eyes != Eyes.ONE;
    }

    /** As a refusal names it. */
    public String name() {
        return from + " -> " + to;
    }

    private static <E extends Enum<E>> Set<E> inOrder(Class<E> type, Collection<E> values) {
        var ordered = EnumSet.noneOf(type);
        ordered.addAll(values);
        return Collections.unmodifiableSet(ordered);
    }
}
