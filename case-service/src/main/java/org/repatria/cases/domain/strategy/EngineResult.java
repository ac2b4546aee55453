package org.repatria.cases.domain.strategy;

import java.util.List;
import java.util.Optional;

/**
 * What a run of the engine says: how every way stands, by which rules, and what would change it. It advises; people
 * decide.
 *
 * @param ways every way, in the order of {@link Way}
 * @param rules those that fired or hang on something unknown, in their order
 * @param whatWouldChangeThis what is unknown and matters, the weightiest first
 */
public record EngineResult(
        List<WayStanding> ways, List<RuleResult> rules, List<Advice> advice, List<Change> whatWouldChangeThis) {

    public EngineResult {
        ways = List.copyOf(ways);
        rules = List.copyOf(rules);
        advice = List.copyOf(advice);
        whatWouldChangeThis = List.copyOf(whatWouldChangeThis);
    }

    /** What of it is kept. */
    public Findings findings() {
        return Findings.of(ways, rules);
    }

    public WayStanding standing(Way way) {
        return ways.stream()
                .filter(standing -> standing.way() == way)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a run without " + way));
    }

    public WayStanding standing(PathwayKind kind) {
        return standing(Way.of(kind));
    }

    /** The rules that bar a pathway; for asset recovery those that bar any way to the property. */
    public List<RuleResult> barring(PathwayKind kind) {
        var ways = kind == PathwayKind.ASSET_RECOVERY ? Way.TO_PROPERTY : List.of(Way.of(kind));
        return rules.stream()
                .filter(heard -> heard.says().stream()
                        .anyMatch(saying -> saying.effect() == Effect.BARRED && ways.contains(saying.way())))
                .toList();
    }

    /** How one way stands. */
    public record WayStanding(
            Way way, Effect effect, List<Condition> conditions, Optional<Integer> rank, List<String> rules) {

        /** A rank beside CONDITIONAL is the one that the way has once the conditions are met. */
        public WayStanding {
            conditions = List.copyOf(conditions);
            rules = List.copyOf(rules);
        }
    }

    /**
     * One rule that had something to say.
     *
     * @param firing whether its guard holds or hangs on something unknown
     * @param facts what it looked at, with the words that it found
     */
    public record RuleResult(
            String rule, String explanation, Firing firing, List<UsedFact> facts, List<Conclusion> says) {
        public RuleResult {
            facts = List.copyOf(facts);
            says = List.copyOf(says);
        }
    }

    /** Whether a rule applies. */
    public enum Firing {
        FIRED,
        UNDECIDED
    }

    /** A fact as a rule found it. */
    public record UsedFact(String name, String word) {}

    /**
     * What one rule says of one way.
     *
     * @param on what it makes the way hang on; the sentences are with the way
     */
    public record Conclusion(Way way, Effect effect, Optional<Integer> rank, List<String> on) {
        public Conclusion {
            on = List.copyOf(on);
        }
    }

    /** Something unknown, and how the ways would stand if it were known. */
    public record Change(String fact, List<Outlook> outlooks) {
        public Change {
            outlooks = List.copyOf(outlooks);
        }
    }

    /** How the ways would stand differently with one answer. */
    public record Outlook(String answer, List<Shift> shifts) {
        public Outlook {
            shifts = List.copyOf(shifts);
        }
    }

    /** A way that would stand, or stands, differently. */
    public record Shift(Way way, Effect from, Effect to) {}
}
