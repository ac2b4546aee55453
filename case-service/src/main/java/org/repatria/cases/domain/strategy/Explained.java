package org.repatria.cases.domain.strategy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.cases.domain.strategy.EngineResult.Conclusion;
import org.repatria.cases.domain.strategy.EngineResult.Firing;
import org.repatria.cases.domain.strategy.EngineResult.RuleResult;
import org.repatria.cases.domain.strategy.EngineResult.UsedFact;
import org.repatria.cases.domain.strategy.EngineResult.WayStanding;

/** Hears everything that the rules say, and why. */
final class Explained implements ClauseListener {

    private final Reading reading;
    private final Effects effects;
    /** By the id of the rule: the rule itself is hashed with all that it looks at. */
    private final Map<String, RuleTrace> heard = new LinkedHashMap<>();

    private final List<Advice> advice = new ArrayList<>();

    private Explained(Reading reading, Effects effects) {
        this.reading = reading;
        this.effects = effects;
    }

    static Explained of(Reading reading, Effects effects) {
        var explained = new Explained(reading, effects);
        for (var rule : StrategyRules.ALL) {
            rule.speak(reading, explained);
        }
        return explained;
    }

    @Override
    public void asked(StrategyRule rule, Answer guard) {
        if (!guard.isNo()) {
            var told = heard(rule);
            told.used.addAll(guard.used());
            told.fired |= guard.isYes();
        }
    }

    @Override
    public void looked(StrategyRule rule, Answer answer) {
        heard(rule).used.addAll(answer.used());
    }

    @Override
    public void said(StrategyRule rule, Way way, Effect effect, int rank) {
        var ranked = rank == 0 ? Optional.<Integer>empty() : Optional.of(rank);
        heard(rule).says.add(new WayConclusion(way, effect, ranked, List.of()));
    }

    @Override
    public void conditional(StrategyRule rule, Way way, Condition condition) {
        heard(rule).says.add(new WayConclusion(way, Effect.CONDITIONAL, Optional.empty(), List.of(condition)));
    }

    @Override
    public void undecided(StrategyRule rule, Way way, Answer guard, boolean opening) {
        // An unknown that could only open a way has no say where another rule has opened it already.
        if (!opening || !effects.isOpened(way)) {
            var conditions = guard.open().stream().map(Condition::establish).toList();
            heard(rule).says.add(new WayConclusion(way, Effect.CONDITIONAL, Optional.empty(), conditions));
        }
    }

    @Override
    public void advised(StrategyRule rule, String code, String text) {
        heard(rule);
        advice.add(new Advice(rule.id(), code, text));
    }

    List<Advice> advice() {
        return advice;
    }

    /** What a rule that had something to say looked for and nobody knows. */
    Set<Question> unknown() {
        var unknown = EnumSet.noneOf(Question.class);
        heard.values().forEach(told -> unknown.addAll(told.used));
        unknown.removeIf(question -> !reading.isUnknown(question));
        return unknown;
    }

    List<RuleResult> rules() {
        return heard.values().stream().map(this::heard).toList();
    }

    List<WayStanding> ways() {
        var tellers = new EnumMap<Way, WayTrace>(Way.class);
        heard.values()
                .forEach(told -> told.says.forEach(saying -> tellers.computeIfAbsent(saying.way(), _ -> new WayTrace())
                        .add(told.rule, saying)));
        return Stream.of(Way.values()).map(way -> standing(way, tellers)).toList();
    }

    private WayStanding standing(Way way, Map<Way, WayTrace> tellers) {
        if (way == Way.ASSET_RECOVERY) {
            return assetRecovery(tellers);
        }
        var effect = effects.on(way);
        var teller = tellers.getOrDefault(way, new WayTrace());
        if (effects.isSilentOn(way)) {
            return new WayStanding(way, effect, List.of(Condition.nothingOpensIt()), Optional.empty(), List.of());
        }
        return new WayStanding(
                way,
                effect,
                effect == Effect.CONDITIONAL ? List.copyOf(teller.conditions) : List.of(),
                effect == Effect.CONDITIONAL || effect == Effect.RECOMMENDED ? teller.rank : Optional.empty(),
                List.copyOf(teller.rules));
    }

    /** It stands as the best of the ways to the property, and by the rules that speak of those. */
    private WayStanding assetRecovery(Map<Way, WayTrace> tellers) {
        var effect = effects.on(Way.ASSET_RECOVERY);
        var best = Way.TO_PROPERTY.stream()
                .filter(way -> effects.on(way) == effect)
                .map(way -> standing(way, tellers))
                .toList();
        var spoken =
                best.stream().filter(standing -> !standing.rules().isEmpty()).toList();
        var shown = spoken.isEmpty() ? best : spoken;
        return new WayStanding(
                Way.ASSET_RECOVERY,
                effect,
                shown.stream()
                        .flatMap(standing -> standing.conditions().stream())
                        .distinct()
                        .toList(),
                shown.stream().flatMap(standing -> standing.rank().stream()).min(Integer::compare),
                shown.stream()
                        .flatMap(standing -> standing.rules().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private RuleResult heard(RuleTrace told) {
        return new RuleResult(
                told.rule.id(),
                told.rule.explanation(),
                told.fired ? Firing.FIRED : Firing.UNDECIDED,
                told.used.stream()
                        .map(question -> new UsedFact(question.token(), reading.word(question)))
                        .toList(),
                told.says.stream().map(WayConclusion::saying).toList());
    }

    private RuleTrace heard(StrategyRule rule) {
        return heard.computeIfAbsent(rule.id(), _ -> new RuleTrace(rule));
    }

    /** What one rule says of one way, with the conditions in full. */
    private record WayConclusion(Way way, Effect effect, Optional<Integer> rank, List<Condition> conditions) {
        Conclusion saying() {
            return new Conclusion(
                    way, effect, rank, conditions.stream().map(Condition::about).toList());
        }
    }

    /** What one rule has told so far. */
    private static final class RuleTrace {
        private final StrategyRule rule;
        private final SequencedSet<WayConclusion> says = new LinkedHashSet<>();
        private boolean fired;
        private final Set<Question> used = EnumSet.noneOf(Question.class);

        RuleTrace(StrategyRule rule) {
            this.rule = rule;
        }
    }

    /** What was told of one way so far. */
    private static final class WayTrace {
        private final SequencedSet<Condition> conditions = new LinkedHashSet<>();
        private final SequencedSet<String> rules = new LinkedHashSet<>();
        private Optional<Integer> rank = Optional.empty();

        void add(StrategyRule rule, WayConclusion saying) {
            rules.add(rule.id());
            conditions.addAll(saying.conditions());
            rank = Stream.concat(rank.stream(), saying.rank().stream()).min(Integer::compare);
        }
    }
}
