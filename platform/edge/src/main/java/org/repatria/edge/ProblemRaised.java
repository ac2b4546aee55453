package org.repatria.edge;

/**
 * A problem on its way to the one place that renders problems. Carries no stack trace: it tells the caller, not the
 * operator.
 */
public final class ProblemRaised extends RuntimeException {

    private final transient Problem problem;

    ProblemRaised(Problem problem) {
        super(problem.code().name() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
