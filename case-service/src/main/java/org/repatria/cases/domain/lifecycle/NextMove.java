package org.repatria.cases.domain.lifecycle;

import java.util.List;
import org.repatria.decider.Obstacle;

/**
 * One move that a course could make next, for a screen.
 *
 * @param missing what stands in the way for this actor today, apart from what the move itself must bring
 */
public record NextMove(Transition row, List<Obstacle> missing) {

    public NextMove {
        missing = List.copyOf(missing);
    }
}
