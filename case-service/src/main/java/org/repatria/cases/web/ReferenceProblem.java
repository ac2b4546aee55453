package org.repatria.cases.web;

import org.repatria.cases.domain.amendments.AmendmentRefusal;
import org.repatria.edge.Problem;
import org.repatria.edge.ProblemCode;

/** The problems that only the routes of reference data can answer with. */
enum ReferenceProblem implements ProblemCode {
    REFERENCE_UNKNOWN(404, "There is no such reference data"),
    ROW_UNSUITABLE(422, "The row has not the shape that it must have, or does not fit the others"),
    ROW_AWAITS_APPROVAL(409, "Another change of this row waits for its approval"),
    AMENDMENT_NOT_FOUND(404, "There is no such amendment"),
    AMENDMENT_APPROVED(409, "The amendment was approved before"),
    APPROVER_IS_PROPOSER(409, "Somebody else than the proposer has to approve it"),
    AMENDMENTS_TOO_MANY(409, "Too many amendments wait or were made");

    private final int status;
    private final String title;

    ReferenceProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    Problem problem() {
        return Problem.of(this, title + ".");
    }

    static Problem of(AmendmentRefusal refusal) {
        return switch (refusal) {
            case AMENDMENT_NOT_FOUND -> AMENDMENT_NOT_FOUND.problem();
            case AMENDMENT_APPROVED -> AMENDMENT_APPROVED.problem();
            case ROW_AWAITS_APPROVAL -> ROW_AWAITS_APPROVAL.problem();
            case APPROVER_IS_PROPOSER -> APPROVER_IS_PROPOSER.problem();
            case AMENDMENTS_TOO_MANY -> AMENDMENTS_TOO_MANY.problem();
        };
    }
}
