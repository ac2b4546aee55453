package org.repatria.cases.domain.strategy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.repatria.cases.domain.strategy.EngineResult.Change;
import org.repatria.cases.domain.strategy.EngineResult.Outlook;
import org.repatria.cases.domain.strategy.EngineResult.Shift;

/** Asks every rule about a case. Pure: the same input gives the same output, today and when it is replayed. */
public final class Engine {

    /**
     * LIMIT: unknown facts shown, the weightiest first. A person finds out about a few at a time, and a run is stored.
     */
    public static final int CHANGES_MAX = 12;

    private static final List<Way> WAYS = List.of(Way.values());

    private static final Map<Question, List<StrategyRule>> ASKING = asking();

    private Engine() {}

    private static Map<Question, List<StrategyRule>> asking() {
        var asking = new EnumMap<Question, List<StrategyRule>>(Question.class);
        for (var question : Question.values()) {
            asking.put(
                    question,
                    StrategyRules.ALL.stream()
                            .filter(rule -> rule.looksAt().contains(question))
                            .toList());
        }
        return asking;
    }

    public static EngineResult run(EngineInput input) {
        var reading = Reading.of(input);
        var effects = Effects.of(reading, StrategyRules.ALL);
        var explained = Explained.of(reading, effects);
        return new EngineResult(
                explained.ways(),
                explained.rules(),
                explained.advice(),
                whatWouldChange(reading, effects, explained.unknown()));
    }

    /** What is kept of a run, for less than half of its cost: what would change it is not looked for. */
    public static Findings findings(EngineInput input) {
        var reading = Reading.of(input);
        var explained = Explained.of(reading, Effects.of(reading, StrategyRules.ALL));
        return Findings.of(explained.ways(), explained.rules());
    }

    /** A run to be kept. */
    public static Run run(String id, EngineInput input, String edition, String requestedBy, Instant at) {
        return new Run(id, at, requestedBy, input, findings(input), edition);
    }

    /** What the engine says today on the input of a stored run, with every sentence. */
    public static EngineResult replay(Run run) {
        return run(run.input());
    }

    private static List<Change> whatWouldChange(Reading reading, Effects effects, Set<Question> unknown) {
        var now = new EnumMap<Way, Effect>(Way.class);
        WAYS.forEach(way -> now.put(way, effects.on(way)));
        var each = StrategyRules.ALL.stream()
                .map(rule -> new Applied(rule, Effects.of(reading, List.of(rule))))
                .toList();
        var changes = new ArrayList<RankedChange>();
        for (var question : unknown) {
            var change = outlooks(reading, now, each, question);
            if (!change.outlooks().isEmpty()) {
                changes.add(RankedChange.of(change));
            }
        }
        return changes.stream()
                .sorted(Comparator.comparingInt(RankedChange::pathways)
                        .thenComparingInt(RankedChange::ways)
                        .reversed())
                .limit(CHANGES_MAX)
                .map(RankedChange::change)
                .toList();
    }

    /** Only the rules that look at the question are asked again; the others say what they said. */
    private static Change outlooks(Reading reading, Map<Way, Effect> now, List<Applied> each, Question question) {
        var others = new Effects();
        var asked = new Effects();
        for (var spoken : each) {
            (spoken.rule().looksAt().contains(question) ? asked : others).add(spoken.effects());
        }
        var asking = ASKING.getOrDefault(question, List.of());
        var outlooks = new ArrayList<Outlook>();
        for (var word : question.words()) {
            var then = Effects.of(reading.with(question, word), asking);
            if (!then.areLike(asked)) {
                then.add(others);
                var shifts = shifts(now, then);
                if (!shifts.isEmpty()) {
                    outlooks.add(new Outlook(word, shifts));
                }
            }
        }
        return new Change(question.token(), outlooks);
    }

    private static List<Shift> shifts(Map<Way, Effect> now, Effects then) {
        var shifts = new ArrayList<Shift>();
        now.forEach((way, from) -> {
            var to = then.on(way);
            if (from != to) {
                shifts.add(new Shift(way, from, to));
            }
        });
        return shifts;
    }

    /** What one rule makes of the ways by itself. */
    private record Applied(StrategyRule rule, Effects effects) {}

    /** How many pathways, and how many ways in all, some answer would shift. */
    private record RankedChange(Change change, int pathways, int ways) {
        static RankedChange of(Change change) {
            var shifted = EnumSet.noneOf(Way.class);
            change.outlooks().forEach(outlook -> outlook.shifts().forEach(shift -> shifted.add(shift.way())));
            var pathways = 0;
            for (var way : shifted) {
                pathways += way.pathway().isPresent() ? 1 : 0;
            }
            return new RankedChange(change, pathways, shifted.size());
        }
    }
}
