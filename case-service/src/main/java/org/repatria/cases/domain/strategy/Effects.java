package org.repatria.cases.domain.strategy;

import java.util.EnumSet;
import java.util.Set;

/** Hears only how every way stands in the end. It is quick enough to ask again for each thing that is unknown. */
final class Effects implements ClauseListener {

    private final Set<Way> barred = EnumSet.noneOf(Way.class);
    private final Set<Way> conditional = EnumSet.noneOf(Way.class);
    private final Set<Way> recommended = EnumSet.noneOf(Way.class);
    private final Set<Way> lawful = EnumSet.noneOf(Way.class);
    private final Set<Way> opening = EnumSet.noneOf(Way.class);

    static Effects of(Reading reading, Iterable<StrategyRule> rules) {
        var effects = new Effects();
        effects.hear(reading, rules);
        return effects;
    }

    void hear(Reading reading, Iterable<StrategyRule> rules) {
        for (var rule : rules) {
            rule.speak(reading, this);
        }
    }

    /** What both heard. */
    void add(Effects other) {
        barred.addAll(other.barred);
        conditional.addAll(other.conditional);
        recommended.addAll(other.recommended);
        lawful.addAll(other.lawful);
        opening.addAll(other.opening);
    }

    /** Whether the same was heard. */
    boolean areLike(Effects other) {
        return barred.equals(other.barred)
                && conditional.equals(other.conditional)
                && recommended.equals(other.recommended)
                && lawful.equals(other.lawful)
                && opening.equals(other.opening);
    }

    @Override
    public void asked(StrategyRule rule, Answer guard) {}

    @Override
    public void looked(StrategyRule rule, Answer answer) {}

    @Override
    public void said(StrategyRule rule, Way way, Effect effect, int rank) {
        switch (effect) {
            case BARRED -> barred.add(way);
            case CONDITIONAL -> conditional.add(way);
            case RECOMMENDED -> recommended.add(way);
            case LAWFUL -> lawful.add(way);
        }
    }

    @Override
    public void conditional(StrategyRule rule, Way way, Condition condition) {
        conditional.add(way);
    }

    @Override
    public void undecided(StrategyRule rule, Way way, Answer guard, boolean couldOnlyOpen) {
        if (couldOnlyOpen) {
            opening.add(way);
        } else {
            conditional.add(way);
        }
    }

    @Override
    public void advised(StrategyRule rule, String code, String text) {}

    /** The strongest that was said; a way that nobody opens is conditional on somebody's opening it. */
    Effect on(Way way) {
        if (way == Way.ASSET_RECOVERY) {
            return best();
        }
        if (barred.contains(way)) {
            return Effect.BARRED;
        }
        if (conditional.contains(way)) {
            return Effect.CONDITIONAL;
        }
        if (recommended.contains(way)) {
            return Effect.RECOMMENDED;
        }
        return lawful.contains(way) ? Effect.LAWFUL : Effect.CONDITIONAL;
    }

    /** Whether some rule opens a way for sure, whatever others make of it. */
    boolean isOpened(Way way) {
        return recommended.contains(way) || lawful.contains(way);
    }

    boolean isSilentOn(Way way) {
        return !isOpened(way) && !barred.contains(way) && !conditional.contains(way) && !opening.contains(way);
    }

    /** Asset recovery goes on by whichever way to the property is best. */
    private Effect best() {
        var best = Effect.BARRED;
        for (var way : Way.TO_PROPERTY) {
            var effect = on(way);
            if (effect.isMorePermissiveThan(best)) {
                best = effect;
            }
        }
        return best;
    }
}
