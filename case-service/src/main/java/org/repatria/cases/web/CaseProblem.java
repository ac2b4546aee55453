package org.repatria.cases.web;

import java.util.List;
import org.repatria.cases.domain.Obstacle;
import org.repatria.cases.domain.casefile.CaseRefusal;
import org.repatria.cases.domain.casefile.CaseRefusal.Blocked;
import org.repatria.cases.domain.casefile.CaseRefusal.Fact;
import org.repatria.cases.domain.casefile.CaseRefusal.Missing;
import org.repatria.cases.domain.casefile.CaseRefusal.NotFor;
import org.repatria.cases.domain.casefile.CaseRefusal.SubmissionIncomplete;
import org.repatria.cases.domain.lists.ListRefusal;
import org.repatria.cases.flows.intake.FileFault;
import org.repatria.edge.FieldError;
import org.repatria.edge.Problem;
import org.repatria.edge.ProblemCode;

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
    HOLD_REVIEW_NOT_IN_TIME(422, "The review of the hold is not in time"),
    ASSIGNEE_UNKNOWN(422, "Nobody of your state who works on cases is known under this id"),
    OUTCOME_NEEDS_PATHWAY(409, "Only a pathway brings this outcome about"),
    FACTS_NOT_USABLE(422, "A fact cannot be taken in as it is"),
    OFFENCE_NOT_USABLE(422, "The offence cannot be taken in as it is"),
    KIND_UNKNOWN(422, "There is no such lifecycle"),
    COURSE_NOT_FOUND(404, "The case has no such pathway, notice or assurance"),
    COURSE_EXISTS(409, "There is one under this id already"),
    COURSE_ENDED(409, "It has ended for good"),
    NO_SUCH_MOVE(409, "From where it stands there is no such move"),
    MOVED_BY_ANOTHER_COMMAND(409, "Another command makes this move"),
    NOT_THE_OFFICER(403, "This move is for another officer"),
    MOVE_BLOCKED(409, "Something stands in the way of the move"),
    ALREADY_PROPOSED(409, "The move waits for a second person already"),
    PROPOSAL_NOT_OPEN(409, "No such proposal waits"),
    PROPOSAL_EXPIRED(409, "The proposal has expired"),
    SAME_PERSON(409, "Two persons are needed"),
    NOT_THE_PROPOSER(403, "Only who proposed it may withdraw it"),
    NOT_IN_SPECIALTY_WATCH(409, "No surrender is being watched"),
    CHARGE_NOT_FOUND(404, "There is no such later charge"),
    CHARGE_EXISTS(409, "There is a later charge under this id already"),
    CHARGE_DECIDED(409, "The later charge is decided"),
    TOO_MANY(409, "The case takes no more of these"),
    CHECK_UNKNOWN(422, "There is no such check on that day"),
    CHECK_INCOMPLETE(422, "The check lacks what makes it usable"),
    CHECK_ENTRY_UNKNOWN(404, "There is no such check on file"),
    CHECK_ENTRY_EXISTS(409, "There is another check under this id"),
    CHECK_ALREADY_DECIDED(409, "A second person has decided on the check"),
    CHECK_NOT_APPROVED(409, "The check has not been approved"),
    CHECK_HAS_NO_CONDITIONS(409, "The check has no conditions to accept"),
    NOTHING_TO_CHALLENGE(409, "Nothing was recorded that could be challenged"),
    NOTHING_TO_OVERRIDE(409, "No failure stands that could be overridden"),
    HARD_BLOCK(409, "No role can override this failure"),
    STAY_UNKNOWN(404, "There is no such stay"),
    STAY_EXISTS(409, "There is another stay under this id"),
    STAY_INCOMPLETE(422, "The stay lacks what makes it usable"),
    STAY_ALREADY_LIFTED(409, "The stay has been lifted"),
    RIGHT_EXISTS(409, "There is another right under this id"),
    RIGHT_INCOMPLETE(422, "The right lacks what makes it usable"),
    WRONG_OFFICER(403, "This is for another officer"),
    CONFLICT_OF_INTEREST(403, "A conflict of interest stands in the way"),
    CONFLICT_MARKED(409, "A conflict of interest is marked already"),
    CONFLICT_NOT_MARKED(409, "No conflict of interest is marked"),
    REASONS_REQUIRED(422, "This is done with reasons only"),
    SAFEGUARDS_FULL(409, "The case takes no more of these"),
    CASE_UNDER_CHALLENGE(409, "Identity or data are under challenge"),
    DISCLOSURE_GATE_NOT_PASSED(409, "Checks for the disclosure are missing"),
    CONTENT_NEVER_SHARED(409, "The requesting state never gets data of this kind"),
    DISCLOSURE_INCOMPLETE(422, "The disclosure lacks what makes it usable"),
    DISCLOSURE_EXISTS(409, "There is another disclosure under this id"),
    CORRECTION_EXISTS(409, "There is another correction under this id"),
    NOBODY_TO_NOTIFY(409, "Nobody has received such data"),
    COMPARTMENT_CLOSED(403, "The compartment is not open to you"),
    GRANT_EXISTS(409, "There is another grant under this id"),
    GRANT_NOT_FOUND(404, "There is no such grant in force"),
    GRANT_IN_FORCE(409, "The compartment is open to you already"),
    GRANT_TO_ONESELF(403, "Nobody grants to themselves"),
    GRANT_INCOMPLETE(422, "The grant lacks what makes it usable"),
    NOTICE_NOT_FOUND(404, "The case has no such notice"),
    NOTICE_NOT_STANDING(409, "The notice has fallen or ended"),
    LEANING_CASE_NOT_FOUND(422, "There is no such case that could lean on the notice"),
    LEANING_ON_OWN_NOTICE(422, "A case leans on its own notices anyway"),
    LEANING_EXISTS(409, "The case leans on the notice already, for another reason"),
    LEANING_NOT_FOUND(404, "No such case leans on the notice"),
    LEANINGS_FULL(409, "No more cases can lean on the notices of this one"),
    SHARING_FULL(409, "The case takes no more of these"),
    CLOCK_NOT_FOUND(404, "There is no such clock"),
    CLOCK_ENDED(409, "The clock has ended"),
    CLOCK_NOT_EXPIRED(409, "The clock has not run out"),
    CLOCKS_FULL(409, "The case takes no more clocks"),
    EXTENSION_NOT_PROVIDED(409, "The rule knows no extension"),
    EXTENSION_BY_ANOTHER(409, "The rule lets another body extend"),
    EXTENSION_EMPTY(422, "The extension adds nothing"),
    EXTENSION_TOO_LONG(409, "The rule allows less"),
    EXTENSION_TOO_LATE(409, "The period was over when it was extended"),
    SUSPENSION_NOT_PROVIDED(409, "The rule knows no suspension on this ground"),
    SUSPENSION_OUTSIDE_PERIOD(409, "The suspension lies outside the period"),
    SUSPENSIONS_FULL(409, "The clock takes no more suspensions"),
    CLOCK_SUSPENDED(409, "The clock is suspended"),
    CLOCK_NOT_SUSPENDED(409, "The clock is not suspended"),
    RULE_UNCHANGED(409, "The rule reads as it did"),
    RULE_NOT_IN_FORCE(409, "The rule is not in force"),
    OFFICER_NOT_ENTITLED(403, "This is for another officer"),
    DOCUMENT_REQUIRED(422, "This needs a document"),
    NOT_YET_HAPPENED(422, "It has not happened yet"),
    HAPPENING_UNKNOWN(422, "No clock rule speaks of this"),
    OFFENCE_UNKNOWN(422, "The case has no such offence"),
    STRATEGY_NOT_PROPOSABLE(409, "The strategy cannot be proposed as it is"),
    STRATEGY_NOT_FOUND(404, "The case has no such strategy"),
    STRATEGY_NOT_OPEN(409, "The strategy was vetoed, agreed or superseded"),
    STRATEGY_NOT_VETOABLE(409, "The strategy cannot be vetoed"),
    STRATEGY_NOT_APPROVABLE(409, "The strategy cannot be approved"),
    STRATEGY_NOT_SIGNABLE(409, "The strategy cannot be signed"),
    ASSESSMENT_NOT_FOUND(404, "The strategy engine has not run on this case yet"),
    CASE_ERASED(409, "The case was erased"),
    CASE_NOT_ACCEPTED_YET(409, "The case has not been accepted"),
    CASE_PAST_SCREENING(409, "Screening is over"),
    CASE_RESOLVED(409, "The case is resolved"),
    CASE_NOT_AVAILABLE(409, "This is not available now; the requested state can say more"),
    CLOSING_NEEDS_TWO(409, "An accepted case is closed by two persons, after it is resolved"),
    LIST_NOT_FOUND(404, "There is no such list"),
    LIST_REFERENCE_IN_USE(409, "The two states have another list under this reference"),
    LIST_ALREADY_ACKNOWLEDGED(409, "The list was acknowledged on another day"),
    LIST_ACKNOWLEDGEMENT_OUT_OF_TIME(422, "The day lies before the hand-over, or is still to come"),
    LIST_STILL_RECEIVING(409, "Rows of the list are still being looked at"),
    LIST_ROW_NOT_FOUND(404, "The list has no such row"),
    LIST_ROW_NOT_HELD(409, "The row is not held, or what it says was not kept"),
    LIST_ROW_REASONS_REQUIRED(422, "A row is decided on with reasons only"),
    LIST_ROW_NOT_PROPOSED(409, "Nothing is proposed for the row"),
    LIST_ROW_DECIDED(409, "A second person has agreed already"),
    LIST_ROW_SAME_PERSON(409, "Two persons are needed"),
    LIST_DECISIONS_TOO_MANY(409, "Too many rows of the list wait for a second person"),
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
            case Blocked(var code, var obstacles) -> blocked(code, obstacles);
            case Fact fact
            when fact == Fact.ASSIGNEE_UNKNOWN ->
                ASSIGNEE_UNKNOWN
                        .problem()
                        .withErrors(List.of(new FieldError(
                                "/assignee",
                                "OFFICER",
                                "must be the id of an analyst, case officer or legal officer of your state")));
            case Fact fact -> of(fact).problem();
            case NotFor(var verdict) -> throw new IllegalStateException("answered at the door: " + verdict);
        };
    }

    static Problem of(ListRefusal refusal) {
        return switch (refusal) {
            case LIST_NOT_FOUND -> LIST_NOT_FOUND.problem();
            case LIST_NOT_FOR_ACTOR -> Doors.forbidden();
            case LIST_REFERENCE_IN_USE ->
                Problem.of(LIST_REFERENCE_IN_USE, "It has other content or another date; nothing was changed.");
            case LIST_ALREADY_ACKNOWLEDGED -> LIST_ALREADY_ACKNOWLEDGED.problem();
            case LIST_ACKNOWLEDGEMENT_OUT_OF_TIME -> LIST_ACKNOWLEDGEMENT_OUT_OF_TIME.problem();
            case LIST_STILL_RECEIVING -> LIST_STILL_RECEIVING.problem();
            case LIST_ROW_REASONS_REQUIRED -> LIST_ROW_REASONS_REQUIRED.problem();
            case LIST_ROW_NOT_PROPOSED -> LIST_ROW_NOT_PROPOSED.problem();
            case LIST_ROW_DECIDED -> LIST_ROW_DECIDED.problem();
            case LIST_ROW_SAME_PERSON -> LIST_ROW_SAME_PERSON.problem();
            case LIST_DECISIONS_TOO_MANY -> LIST_DECISIONS_TOO_MANY.problem();
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
            case ASSIGNEE_UNKNOWN -> ASSIGNEE_UNKNOWN;
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
            case OUTCOME_NEEDS_PATHWAY -> OUTCOME_NEEDS_PATHWAY;
            case CASE_ERASED -> CASE_ERASED;
            case CASE_NOT_ACCEPTED_YET -> CASE_NOT_ACCEPTED_YET;
            case CASE_PAST_SCREENING -> CASE_PAST_SCREENING;
            case CASE_UNDER_CHALLENGE -> CASE_UNDER_CHALLENGE;
            case CASE_RESOLVED -> CASE_RESOLVED;
            case CASE_NOT_AVAILABLE -> CASE_NOT_AVAILABLE;
            case CLOSING_NEEDS_TWO -> CLOSING_NEEDS_TWO;
        };
    }

    /** The refusals of the parts of a dossier carry their own codes; a test holds that each of them stands here. */
    private static Problem blocked(String code, List<Obstacle> obstacles) {
        return valueOf(code)
                .problem()
                .withErrors(obstacles.stream()
                        .map(obstacle -> new FieldError(
                                "/" + obstacle.about(),
                                obstacle.code(),
                                obstacle.source()
                                        .map(source -> obstacle.detail() + " (source: " + source + ")")
                                        .orElse(obstacle.detail())))
                        .toList());
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
