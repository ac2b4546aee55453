package org.repatria.cases.domain.facts;

import java.util.List;
import org.repatria.cases.domain.Obstacle;

/** Why facts are not taken in, with everything that is wrong at once. */
public record FactsRefusal(Fact fact, List<Obstacle> obstacles) {

    public FactsRefusal {
        obstacles = List.copyOf(obstacles);
    }

    /** The fact that stands in the way. */
    public enum Fact {
        FACTS_NOT_USABLE,
        OFFENCE_NOT_USABLE
    }
}
