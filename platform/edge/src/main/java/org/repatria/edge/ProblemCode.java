package org.repatria.edge;

import java.util.Locale;

/** A stable name for one kind of problem. Each service has an enum of its own beside {@link GeneralProblem}; all are listed in docs/problems.md
 * and docs/problems/, which tests hold to the code. */
public interface ProblemCode {

    /** UPPER_SNAKE, never renamed. */
    String name();

    /** HTTP status. */
    int status();

    /** The same sentence for every occurrence. */
    String title();

    /** The {@code type} URI of RFC 9457. */
    default String type() {
        return "https://repatria.example/problems/"
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
