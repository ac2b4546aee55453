package org.repatria.cases.domain.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.facts.HostOffence;
import org.repatria.cases.domain.facts.Limitation;
import org.repatria.cases.domain.facts.LimitationFinding;
import org.repatria.cases.domain.facts.LimitationStanding;
import org.repatria.cases.domain.facts.Offence;
import org.repatria.cases.domain.law.RuleBook;

/**
 * What the strategy needs to know of one offence, with how lapse of time was counted.
 *
 * @param hostOffence what it is, where it is one of the host state's own law
 * @param limitationRequesting UNKNOWN for an offence of the host state's own law: it is not counted there
 * @param countedRequesting how that was found; empty where it is not counted there, and in runs of before it was kept
 */
public record OffenceFacts(
        String id,
        Optional<HostOffence> hostOffence,
        Ternary dualCriminal,
        Ternary penaltyOk,
        LimitationStanding limitationRequesting,
        LimitationStanding limitationRequested,
        Optional<Counted> countedRequesting,
        Optional<Counted> countedRequested) {

    /** Stands for the alleged offence that nobody has recorded yet. */
    static final OffenceFacts NOT_RECORDED = new OffenceFacts(
            "",
            Optional.empty(),
            Ternary.UNKNOWN,
            Ternary.UNKNOWN,
            LimitationStanding.UNKNOWN,
            LimitationStanding.UNKNOWN,
            Optional.empty(),
            Optional.empty());

    /**
     * How lapse of time was counted in one state.
     *
     * @param lastDay the earliest day that may be the last one; empty where no period runs, rests, or cannot be counted
     * @param rules those that were looked at, with their version
     * @param reason a finished sentence
     */
    public record Counted(Optional<LocalDate> lastDay, List<String> rules, String reason) {
        public Counted {
            rules = List.copyOf(rules);
        }

        private static Counted of(LimitationFinding finding) {
            return new Counted(finding.lastDay(), finding.rules(), finding.reason());
        }
    }

    static OffenceFacts of(Offence offence, Relation relation, RuleBook rules, LocalDate on) {
        var requesting = found(offence, Side.REQUESTING, relation, rules, on);
        var requested = found(offence, Side.REQUESTED, relation, rules, on);
        return new OffenceFacts(
                offence.id(),
                offence.hostOffence(),
                offence.dualCriminal(),
                offence.penaltyOk(),
                requesting.map(LimitationFinding::standing).orElse(LimitationStanding.UNKNOWN),
                requested.map(LimitationFinding::standing).orElse(LimitationStanding.UNKNOWN),
                requesting.map(Counted::of),
                requested.map(Counted::of));
    }

    private static Optional<LimitationFinding> found(
            Offence offence, Side side, Relation relation, RuleBook rules, LocalDate on) {
        return offence.countedIn().contains(side)
                ? Optional.of(Limitation.of(offence, side, relation, rules, on))
                : Optional.empty();
    }

    public boolean isOfHost() {
        return hostOffence.isPresent();
    }

    /** The last day on which the host state can still charge, while it can. */
    Optional<LocalDate> lastDayInHost() {
        return limitationRequested == LimitationStanding.NOT_EXPIRED
                ? countedRequested.flatMap(Counted::lastDay)
                : Optional.empty();
    }

    /** How it is named to people, without what anybody wrote. */
    String named() {
        return hostOffence.map(what -> id + " (" + what + ")").orElse(id);
    }
}
