package org.repatria.cases.domain.strategy;

import java.util.List;
import org.repatria.cases.domain.Obstacle;

/** Why nothing was done about a strategy, with everything that stands in the way at once. */
public record StrategyRefusal(Fact fact, List<Obstacle> obstacles) {

    public StrategyRefusal {
        obstacles = List.copyOf(obstacles);
    }

    /** The fact that stands in the way. */
    public enum Fact {
        STRATEGY_NOT_PROPOSABLE,
        STRATEGY_NOT_FOUND,
        /** It was vetoed, agreed or superseded. */
        STRATEGY_NOT_OPEN,
        STRATEGY_NOT_VETOABLE,
        STRATEGY_NOT_APPROVABLE,
        STRATEGY_NOT_SIGNABLE
    }
}
