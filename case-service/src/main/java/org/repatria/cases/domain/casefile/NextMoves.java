package org.repatria.cases.domain.casefile;

import java.util.List;
import org.repatria.cases.domain.casefile.Case.Opened;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.lifecycle.Course;
import org.repatria.cases.domain.lifecycle.LifecycleDecider;
import org.repatria.cases.domain.lifecycle.NextMove;

/** Where a case and its courses could go next, for a screen. */
public final class NextMoves {

    private NextMoves() {}

    /** The case itself, as a course among its courses. */
    public static Course ofCase(Opened state) {
        return CaseCourse.of(state);
    }

    /** The moves that a course could make, each with what it lacks on this occasion. */
    public static List<NextMove> of(Course course, Opened state, LegalOccasion occasion) {
        return LifecycleDecider.ways(course, new CaseSetting(state, occasion));
    }
}
