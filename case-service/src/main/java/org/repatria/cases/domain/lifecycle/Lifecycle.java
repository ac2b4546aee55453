package org.repatria.cases.domain.lifecycle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The whole life of one kind of course, as a table.
 *
 * @param kind the token that happenings begin with, such as {@code extradition}
 * @param states in the order of the table
 * @param ends states in which the course counts as ended; one with rows of its own can be taken up again
 * @param inExecution states in which the course is moving the person
 * @param told what each state is called for the other state
 */
public record Lifecycle(
        String kind,
        String title,
        String source,
        List<String> states,
        Set<String> ends,
        Set<String> inExecution,
        ToldWords told,
        List<Transition> rows) {

    public Lifecycle {
        states = List.copyOf(states);
        ends = Set.copyOf(ends);
        inExecution = Set.copyOf(inExecution);
        rows = List.copyOf(rows);
    }

    /** A table from its lines; states and their order come from the lines themselves. */
    static Lifecycle of(
            String kind,
            String title,
            String source,
            List<String> ends,
            List<String> inExecution,
            ToldWords told,
            Line... lines) {
        var rows = Stream.of(lines).flatMap(Line::rows).toList();
        var states = new LinkedHashSet<String>();
        rows.forEach(row -> states.add(row.from()));
        rows.forEach(row -> states.add(row.to()));
        states.remove(Transition.START);
        told.demandWhole(kind, List.copyOf(states));
        var lifecycle = new Lifecycle(
                kind, title, source, List.copyOf(states), Set.copyOf(ends), Set.copyOf(inExecution), told, rows);
        rows.stream().filter(Transition::isProposed).forEach(lifecycle::demandTold);
        return lifecycle;
    }

    /** Where it is told what waits for a second person, it is told where that leads. */
    private void demandTold(Transition row) {
        var isKnown = isToldByName(row.to()) && (row.from().equals(Transition.START) || isToldByName(row.from()));
        if (isToldWhole() && !isKnown) {
            throw new IllegalStateException(kind + " tells of what waits, and not of where it leads: " + row.name());
        }
    }

    public String initial() {
        return opening().to();
    }

    /** The row that opens a course of this kind. */
    public Transition opening() {
        return rowsFrom(Transition.START).getFirst();
    }

    public Optional<Transition> row(String from, String to) {
        return rows.stream()
                .filter(row -> row.from().equals(from) && row.to().equals(to))
                .findFirst();
    }

    public List<Transition> rowsFrom(String state) {
        return rows.stream().filter(row -> row.from().equals(state)).toList();
    }

    /**
     * Whether a course has ended in a state. Of a word for several states, it has ended only where it has in each of
     * them.
     */
    public boolean isEnd(String state) {
        return states.contains(state)
                ? ends.contains(state)
                : !told.statesOf(state).isEmpty() && ends.containsAll(told.statesOf(state));
    }

    /** What the other state is told first. */
    public String toldAtFirst(String state) {
        return told.of(state);
    }

    /**
     * What the other state is told after a move. Where the move can only be explained by a state that is confided, it
     * is what it was told before.
     *
     * @param before what it was told last
     */
    public String toldAfter(String before, String to) {
        var next = told.of(to);
        return next.equals(before) || isExplained(before, next) ? next : before;
    }

    private boolean isExplained(String before, String next) {
        var openBefore = told.openStatesOf(before);
        var openNext = told.openStatesOf(next);
        return rows.stream().anyMatch(row -> openBefore.contains(row.from()) && openNext.contains(row.to()));
    }

    /** Whether what goes with a move is told too, what waits for a second person included. */
    public boolean isToldWhole() {
        return told.withDetails();
    }

    /**
     * Whether the other state hears of a happening of this lifecycle by its token. It hears of nothing else by that
     * token.
     */
    public boolean isToldByName(String state) {
        return told.statesOf(state).equals(List.of(state)) && !told.confided().contains(state);
    }

    /** Ended for good. */
    public boolean isTerminal(String state) {
        return isEnd(state) && rowsFrom(state).isEmpty();
    }

    public boolean isInExecution(String state) {
        return inExecution.contains(state);
    }

    /**
     * What clocks hear of a move: the state left has ended, and the one entered begins. Where a course comes back to
     * where it was, nothing begins anew; the stages of a case have policy clocks only, which do.
     */
    public List<String> happeningsOf(String from, String to) {
        var ended = happening(from) + ".ended";
        var resumes =
                !kind.equals("case") && row(from, to).filter(Transition::back).isPresent();
        return resumes ? List.of(ended) : List.of(ended, happening(to));
    }

    /**
     * The token that a move into a state is known by outside of its course. An example is
     * {@code extradition.SURRENDERED}.
     */
    public String happening(String state) {
        return kind + "." + state;
    }
}
