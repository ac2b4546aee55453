package org.repatria.cases.domain.lifecycle;

import java.util.List;
import org.repatria.cases.domain.Obstacle;

/**
 * One move that a course could make next, for a screen.
 *
 * @param missing what stands in the way for this actor today, apart from what the move itself must bring
 */
public record Way(Row row, List<Obstacle> missing) {

    public Way {
        missing = List.copyOf(missing);
    }
}
