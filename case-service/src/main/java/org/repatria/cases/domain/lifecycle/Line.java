package org.repatria.cases.domain.lifecycle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.Officer;

/** One line of a table while it is being written; yields a row for each pair of states that it names. */
final class Line {

    /** Everybody who may be near a case and see pressure. */
    private static final String[] ANYONE = {"AN", "CO", "LO", "AM", "SU", "HD", "LI", "DPO", "AU"};

    private final List<String> from;
    private List<String> to = List.of();
    private List<Officer> by = List.of();
    private Transition.Eyes eyes = Transition.Eyes.ONE;
    private List<Officer> approvedBy = List.of();
    private final Set<Gate> gates = EnumSet.noneOf(Gate.class);
    private final Set<Guard> guards = EnumSet.noneOf(Guard.class);
    private final List<Particular> needs = new ArrayList<>();
    private final List<String> documents = new ArrayList<>();
    private boolean reasoned;
    private boolean exactTime;
    private boolean back;
    private Optional<Particular.Condition> unless = Optional.empty();
    private Optional<String> onlyAfter = Optional.empty();
    private Optional<String> through = Optional.empty();
    private Optional<String> opens = Optional.empty();
    private List<String> clocks = List.of();
    private String source = "";

    private Line(List<String> from) {
        this.from = from;
    }

    /** The line that opens a course. */
    static Line start() {
        return new Line(List.of(Transition.START));
    }

    static Line leaving(String... states) {
        return new Line(List.of(states));
    }

    static Line leaving(List<String> states) {
        return new Line(states);
    }

    Line to(String... states) {
        to = List.of(states);
        return this;
    }

    /** Who makes the move, or proposes it; {@code HS-LO}, {@code RS-SU}, or {@code LO} of any side. */
    Line by(String... officers) {
        by = officers(officers);
        return this;
    }

    /** A court's act, recorded by a legal officer of the host state with the paper that shows it. */
    Line byCourt(String paper) {
        return by("HS-LO").with(paper);
    }

    /** A second person of a higher role approves (2E). */
    Line approvedBy(String... officers) {
        eyes = Transition.Eyes.TWO;
        approvedBy = officers(officers);
        return reasoned();
    }

    /** Anybody raises it; the role named decides. */
    Line raisedByAnyoneDecidedBy(String... officers) {
        by = officers(ANYONE);
        eyes = Transition.Eyes.RAISED;
        approvedBy = officers(officers);
        return reasoned();
    }

    Line gate(Gate... wanted) {
        gates.addAll(List.of(wanted));
        return this;
    }

    Line guards(Guard... wanted) {
        guards.addAll(List.of(wanted));
        return this;
    }

    Line needs(Particular... wanted) {
        needs.addAll(List.of(wanted));
        return this;
    }

    Line with(String... papers) {
        documents.addAll(List.of(papers));
        return this;
    }

    Line reasoned() {
        reasoned = true;
        return this;
    }

    Line atExactTime() {
        exactTime = true;
        return this;
    }

    /** Leads back only to the state that the course came from. */
    Line backToWhereItWas() {
        back = true;
        return this;
    }

    Line unless(String particular, String... words) {
        unless = Optional.of(new Particular.Condition(particular, List.of(words)));
        return this;
    }

    Line onlyAfter(String state) {
        onlyAfter = Optional.of(state);
        return this;
    }

    Line through(String command) {
        through = Optional.of(command);
        return this;
    }

    Line opens(String kind) {
        opens = Optional.of(kind);
        return this;
    }

    Line clocks(String... idsOrFamilies) {
        clocks = List.of(idsOrFamilies);
        return this;
    }

    Line source(String text) {
        source = text;
        return this;
    }

    Stream<Transition> rows() {
        return from.stream().flatMap(state -> to.stream().map(next -> row(state, next)));
    }

    private Transition row(String state, String next) {
        return new Transition(
                state,
                next,
                new Transition.Who(by, eyes, approvedBy),
                new Transition.Requirements(gates, guards, needs, documents, reasoned, exactTime),
                back,
                unless,
                onlyAfter,
                through,
                opens,
                clocks,
                source);
    }

    private static List<Officer> officers(String... names) {
        return Stream.of(names).map(Officer::parse).toList();
    }
}
