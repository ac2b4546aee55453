package org.repatria.edge;

import java.util.Optional;

/**
 * What the errors of one library or part mean to a caller. Asked in the order of the beans, before the general table.
 */
@FunctionalInterface
public interface ProblemSource {

    /** Empty when the error is none of this source's. */
    Optional<Problem> problem(Throwable error);
}
