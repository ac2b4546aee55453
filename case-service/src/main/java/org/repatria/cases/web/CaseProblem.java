package org.repatria.cases.web;

import java.util.List;
import org.repatria.cases.domain.cases.CaseRefusal;
import org.repatria.cases.domain.cases.CaseRefusal.Fact;
import org.repatria.cases.domain.cases.CaseRefusal.Missing;
import org.repatria.cases.domain.cases.CaseRefusal.SubmissionIncomplete;
import org.repatria.cases.domain.lists.ListRefusal;
import org.repatria.cases.intake.FileFault;
import org.repatria.web.FieldError;
import org.repatria.web.Problem;
import org.repatria.web.ProblemCode;

/** The problems that only this service can answer with. */
enum CaseProblem implements ProblemCode {
    CASE_NOT_FOUND(404, "There is no such case"),
    CASE_ALREADY_EXISTS(409, "The case exists already"),
    CASE_DUPLICATE(409, "The person has a case already"),
    CASE_CLOSED(409, "The case is closed"),
    CASE_ON_HOLD(409, "The case is on hold"),
    CASE_NOT_ON_HOLD(409, "The case is not on hold"),
    CASE_NOT_SUBMITTED(409, "The case has not been submitted for screening"),
    CASE_AWAITS_INFORMATION(409, "The case awaits an answer of the requesting state"),
    CASE_AWAITS_NO_INFORMATION(409, "Nobody was asked for anything that could be answered"),
    SUBMISSION_INCOMPLETE(422, "The file lacks what screening needs"),
    GAPS_REQUIRED(422, "Name at least one gap"),
    ANSWER_REQUIRED(422, "Answer at least one gap"),
    GAP_UNKNOWN(422, "A gap is answered twice, or nobody asked for it"),
    HOLD_REVIEW_NOT_IN_TIME(422, "The review must lie within 90 days from tomorrow"),
    OUTCOME_NEEDS_PATHWAY(409, "Only a pathway brings this outcome about"),
    LIST_NOT_FOUND(404, "There is no such list"),
    LIST_REFERENCE_IN_USE(409, "The two states have another list under this reference"),
    LIST_NOT_UTF8(400, "The file is not UTF-8"),
    LIST_MALFORMED(400, "The file cannot be read"),
    LIST_HEADER_UNSUITABLE(422, "The file's header does not fit"),
    LIST_EMPTY(422, "The file has no row"),
    LIST_TOO_MANY_ROWS(413, "The file has too many rows"),
    LIST_INTAKE_BUSY(503, "Too many lists are being taken in");

    private final int status;
    private final String title;

    CaseProblem(int status, String title) {
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

    static Problem of(CaseRefusal refusal) {
        return switch (refusal) {
            case SubmissionIncomplete(var missing) ->
                SUBMISSION_INCOMPLETE.problem().withErrors(fieldErrors(missing));
            case Fact fact -> of(fact).problem();
        };
    }

    static Problem of(ListRefusal refusal) {
        return switch (refusal) {
            case LIST_NOT_FOUND -> LIST_NOT_FOUND.problem();
            case LIST_REFERENCE_IN_USE ->
                Problem.of(LIST_REFERENCE_IN_USE, "It has other content or another date; nothing was changed.");
            case LIST_ROWS_OUT_OF_ORDER, LIST_ROWS_TOO_MANY ->
                throw new IllegalStateException("rows are counted inside: " + refusal);
        };
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

    private static CaseProblem of(Fact fact) {
        return switch (fact) {
            case CASE_NOT_FOUND -> CASE_NOT_FOUND;
            case CASE_ALREADY_EXISTS -> CASE_ALREADY_EXISTS;
            case CASE_CLOSED -> CASE_CLOSED;
            case CASE_ON_HOLD -> CASE_ON_HOLD;
            case CASE_NOT_ON_HOLD -> CASE_NOT_ON_HOLD;
            case CASE_NOT_SUBMITTED -> CASE_NOT_SUBMITTED;
            case CASE_AWAITS_INFORMATION -> CASE_AWAITS_INFORMATION;
            case CASE_AWAITS_NO_INFORMATION -> CASE_AWAITS_NO_INFORMATION;
            case GAPS_REQUIRED -> GAPS_REQUIRED;
            case ANSWER_REQUIRED -> ANSWER_REQUIRED;
            case GAP_UNKNOWN -> GAP_UNKNOWN;
            case HOLD_REVIEW_NOT_IN_TIME -> HOLD_REVIEW_NOT_IN_TIME;
            case OUTCOME_NEEDS_PATHWAY -> OUTCOME_NEEDS_PATHWAY;
        };
    }

    private static List<FieldError> fieldErrors(List<Missing> missing) {
        return missing.stream()
                .map(gap -> switch (gap) {
                    case NAME -> error("/person/name", gap, "a name is needed");
                    case BIRTH_DATE_OR_DOCUMENT_NUMBER ->
                        error("/person/birthDate", gap, "a full birth date or a document number is needed");
                    case FURTHER_IDENTIFIER ->
                        error(
                                "/person/nationalities",
                                gap,
                                "one more identifier is needed: birth date, document or nationality");
                    case OFFENCE_SUMMARY -> error("/offenceSummary", gap, "an offence summary is needed");
                    case AUTHORITY -> error("/authority", gap, "the requesting state's authority is needed");
                    case LIST_DATE -> error("/handedOverOn", gap, "the date of the list is needed");
                })
                .toList();
    }

    private static FieldError error(String pointer, Missing gap, String detail) {
        return new FieldError(pointer, "MISSING_" + gap.name(), detail);
    }
}
