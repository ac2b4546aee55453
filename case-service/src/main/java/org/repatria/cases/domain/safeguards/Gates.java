package org.repatria.cases.domain.safeguards;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.GateRule.Demand;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.law.SafeguardRule;
import org.repatria.cases.domain.safeguards.CheckLine.Standing;
import org.repatria.cases.domain.safeguards.CheckLine.Worth;
import org.repatria.clocks.Happened;
import org.repatria.decider.Obstacle;

/** Whether a gate is passed at a moment: what it asks for, how each check stands, and what is missing. */
public final class Gates {

    private Gates() {}

    /**
     * Everything that stands in the way of a gate; empty when it is passed.
     *
     * @param about the pathway, notice or assurance that wants to pass; checks of the whole case count for it too
     * @param moment when the step happened, or now
     */
    public static List<Obstacle> missingAt(
            Gate gate, Checks checks, Optional<String> about, Happened moment, RuleBook rules) {
        return look(gate, checks, about, moment, rules).stream()
                .flatMap(cell -> cell.missing().stream())
                .toList();
    }

    /** The failures that do not stand in the way because the head has said so. */
    public static List<CheckOverride> overridden(
            Gate gate, Checks checks, Optional<String> about, Happened moment, RuleBook rules) {
        return look(gate, checks, about, moment, rules).stream()
                .flatMap(cell -> cell.override().stream())
                .toList();
    }

    /** The cells of which both states may know: what a gate asks of the requesting state. */
    public static List<GateCell> told(List<GateCell> cells) {
        return cells.stream()
                .filter(cell -> ConfidedChecks.knownTo(cell.check()).isTold())
                .toList();
    }

    /** Every check that a gate asks for on that day, and how it stands. */
    public static List<GateCell> look(
            Gate gate, Checks checks, Optional<String> about, Happened moment, RuleBook rules) {
        return rules.gate(gate, moment.day()).stream()
                .map(rule -> cell(gate, rule.check(), rule.demand(), checks, about, moment, rules))
                .toList();
    }

    /**
     * One check that a gate asks for beside its row. An example is the screen for persecution before a place is told.
     */
    public static GateCell cell(
            Gate gate,
            String check,
            Demand demand,
            Checks checks,
            Optional<String> about,
            Happened moment,
            RuleBook rules) {
        var rule = rules.safeguard(check, moment.day());
        var title = check + " " + rule.map(SafeguardRule::title).orElse("");
        var source = rule.map(SafeguardRule::source).orElse("gate matrix");
        var hard = rule.filter(SafeguardRule::hard).isPresent();
        var lines = Stream.concat(
                        Stream.of(Optional.<String>empty()), about.stream().map(Optional::of))
                .map(thing -> new CheckLine(checks.line(check, thing), moment).against(demand, hard));
        var elsewhere = hard ? failedElsewhere(check, checks, about, moment) : Stream.<Standing>empty();
        return Stream.concat(lines, elsewhere)
                .map(standing -> Judged.of(standing, override(gate, checks, standing, hard)))
                .min(Comparator.comparing(Judged::worth))
                .map(weighed -> weighed.cell(check, title.strip(), demand, hard, source))
                .orElseThrow();
    }

    /**
     * INVARIANT: a hard failure about one pathway blocks the others too. It does until somebody has assessed those
     * after it.
     */
    private static Stream<Standing> failedElsewhere(
            String check, Checks checks, Optional<String> about, Happened moment) {
        return checks.thingsElsewhere(check, about)
                .flatMap(thing -> new CheckLine(checks.lines(check, List.of(Optional.empty(), about, thing)), moment)
                        .standingFailure().stream())
                .map(failure -> new Standing(Worth.FAILED, Optional.of(failure)));
    }

    private static Optional<CheckOverride> override(Gate gate, Checks checks, Standing standing, boolean hard) {
        return standing.entry()
                .filter(entry -> standing.worth() == Worth.FAILED && !hard && !entry.hard())
                .flatMap(failure -> checks.overrides().stream()
                        .filter(override -> override.covers(gate, failure))
                        .findFirst());
    }

    private record Judged(Standing standing, Optional<CheckOverride> override) {

        static Judged of(Standing standing, Optional<CheckOverride> override) {
            return new Judged(
                    override.isPresent() ? new Standing(Worth.OVERRIDDEN, standing.entry()) : standing, override);
        }

        Worth worth() {
            return standing.worth();
        }

        GateCell cell(String check, String title, Demand demand, boolean hard, String source) {
            return new GateCell(
                    check,
                    title,
                    demand,
                    standing.entry().map(CheckEntry::id),
                    Obstacles.of(standing, hard, check, title, source),
                    override);
        }
    }
}
