package org.repatria.cases.web;

import org.repatria.cases.flows.intake.FileFault;
import org.repatria.edge.Problem;
import org.repatria.edge.ProblemCode;

/** What can be wrong with the file of a list, or with the moment at which it comes. */
enum FileProblem implements ProblemCode {
    LIST_NOT_UTF8(400, "The file is not UTF-8"),
    LIST_MALFORMED(400, "The file cannot be read"),
    LIST_HEADER_UNSUITABLE(422, "The file's header does not fit"),
    LIST_EMPTY(422, "The file has no row"),
    LIST_TOO_MANY_ROWS(413, "The file has too many rows"),
    LIST_INTAKE_BUSY(503, "Too many lists are being taken in");

    private final int status;
    private final String title;

    FileProblem(int status, String title) {
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

    static Problem of(FileFault fault) {
        var code = switch (fault.kind()) {
            case NOT_UTF8 -> LIST_NOT_UTF8;
            case MALFORMED -> LIST_MALFORMED;
            case HEADER_UNSUITABLE -> LIST_HEADER_UNSUITABLE;
            case EMPTY -> LIST_EMPTY;
            case TOO_MANY_ROWS -> LIST_TOO_MANY_ROWS;
        };
        var problem = Problem.of(code, fault.detail() + "; nothing was changed");
        return fault.line() > 0 ? problem.with("line", fault.line()) : problem;
    }
}
