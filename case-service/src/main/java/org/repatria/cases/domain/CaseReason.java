package org.repatria.cases.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.repatria.decider.NamesReasons;
import org.repatria.decider.Reason;

/** Why something asked of a case is refused. */
public enum CaseReason implements Reason {
    CASE_NOT_FOUND(Kind.ABSENT, "There is no such case"),
    CASE_ALREADY_EXISTS(Kind.CONFLICTING, "The case exists already"),
    /** Nobody is told this: the case is gone for whoever asks. */
    CASE_ERASED(Kind.CONFLICTING, "The case was erased"),
    KIND_UNKNOWN(Kind.INCOMPLETE, "There is no such lifecycle"),
    IDENTITY_UNCHANGED(Kind.CONFLICTING, "The identity is on file like this"),
    IDENTITY_INSUFFICIENT(Kind.INCOMPLETE, "The identity lacks what tells one person from another"),
    IDENTITY_CORRECTION_NOT_FOUND(Kind.ABSENT, "No such correction waits for a second person"),
    CASE_DUPLICATE(Kind.CONFLICTING, "The person has a case already"),
    CASE_CLOSED(Kind.CONFLICTING, "The case is closed"),
    CASE_ON_HOLD(Kind.CONFLICTING, "The case is on hold"),
    CASE_NOT_ON_HOLD(Kind.CONFLICTING, "The case is not on hold"),
    CASE_NOT_SUBMITTED(Kind.CONFLICTING, "The case has not been submitted for screening"),
    CASE_AWAITS_INFORMATION(Kind.CONFLICTING, "The case awaits an answer of the requesting state"),
    CASE_AWAITS_NO_INFORMATION(Kind.CONFLICTING, "Nobody was asked for anything that could be answered"),
    SUBMISSION_INCOMPLETE(Kind.INCOMPLETE, "The file lacks what screening needs"),
    GAPS_REQUIRED(Kind.INCOMPLETE, "Name at least one gap"),
    ANSWER_REQUIRED(Kind.INCOMPLETE, "Answer at least one gap"),
    GAP_UNKNOWN(Kind.INCOMPLETE, "A gap is answered twice, or nobody asked for it"),
    HOLD_REVIEW_NOT_IN_TIME(Kind.INCOMPLETE, "The review of the hold is not in time"),
    /** Nobody known, of another state, or without an office that works on cases: the three are one answer. */
    ASSIGNEE_UNKNOWN(Kind.INCOMPLETE, "Nobody of your state who works on cases is known under this id"),
    OUTCOME_NEEDS_PATHWAY(Kind.CONFLICTING, "Only a pathway brings this outcome about"),
    FACTS_NOT_USABLE(Kind.INCOMPLETE, "A fact cannot be taken in as it is"),
    OFFENCE_NOT_USABLE(Kind.INCOMPLETE, "The offence cannot be taken in as it is"),
    COURSE_NOT_FOUND(Kind.ABSENT, "The case has no such pathway, notice or assurance"),
    COURSE_EXISTS(Kind.CONFLICTING, "There is one under this id already"),
    /** The course has ended for good. */
    COURSE_ENDED(Kind.CONFLICTING, "It has ended for good"),
    /** The table has no such row. */
    NO_SUCH_MOVE(Kind.CONFLICTING, "From where it stands there is no such move"),
    /** Another command makes this move. */
    MOVED_BY_ANOTHER_COMMAND(Kind.CONFLICTING, "Another command makes this move"),
    /** The actor is not one of those who may; other obstacles are named as well. */
    NOT_THE_OFFICER(Kind.NOT_YOURS, "This move is for another officer"),
    /** Something is missing. */
    MOVE_BLOCKED(Kind.CONFLICTING, "Something stands in the way of the move"),
    ALREADY_PROPOSED(Kind.CONFLICTING, "The move waits for a second person already"),
    PROPOSAL_NOT_OPEN(Kind.CONFLICTING, "No such proposal waits"),
    PROPOSAL_EXPIRED(Kind.CONFLICTING, "The proposal has expired"),
    /** Two persons are needed. */
    SAME_PERSON(Kind.CONFLICTING, "Two persons are needed"),
    NOT_THE_PROPOSER(Kind.NOT_YOURS, "Only who proposed it may withdraw it"),
    NOT_IN_SPECIALTY_WATCH(Kind.CONFLICTING, "No surrender is being watched"),
    CHARGE_NOT_FOUND(Kind.ABSENT, "There is no such later charge"),
    CHARGE_EXISTS(Kind.CONFLICTING, "There is a later charge under this id already"),
    CHARGE_DECIDED(Kind.CONFLICTING, "The later charge is decided"),
    TOO_MANY(Kind.CONFLICTING, "The case takes no more of these"),
    /** No such check is in the reference data for that day. */
    CHECK_UNKNOWN(Kind.INCOMPLETE, "There is no such check on that day"),
    /** Evidence, reasons or conditions are missing, or it has not happened yet. */
    CHECK_INCOMPLETE(Kind.INCOMPLETE, "The check lacks what makes it usable"),
    CHECK_ENTRY_UNKNOWN(Kind.ABSENT, "There is no such check on file"),
    /** The id was used for an entry of other content. */
    CHECK_ENTRY_EXISTS(Kind.CONFLICTING, "There is another check under this id"),
    /** Somebody has approved, rejected or withdrawn it. */
    CHECK_ALREADY_DECIDED(Kind.CONFLICTING, "A second person has decided on the check"),
    CHECK_NOT_APPROVED(Kind.CONFLICTING, "The check has not been approved"),
    /** Only a conditional result has conditions to accept. */
    CHECK_HAS_NO_CONDITIONS(Kind.CONFLICTING, "The check has no conditions to accept"),
    /** Nothing that was recorded could be called into question. */
    NOTHING_TO_CHALLENGE(Kind.CONFLICTING, "Nothing was recorded that could be challenged"),
    /** Only a failure that stands can be overridden. */
    NOTHING_TO_OVERRIDE(Kind.CONFLICTING, "No failure stands that could be overridden"),
    /** No role overrides this failure. */
    HARD_BLOCK(Kind.CONFLICTING, "No role can override this failure"),
    STAY_UNKNOWN(Kind.ABSENT, "There is no such stay"),
    /** The id was used for a stay of other content. */
    STAY_EXISTS(Kind.CONFLICTING, "There is another stay under this id"),
    STAY_INCOMPLETE(Kind.INCOMPLETE, "The stay lacks what makes it usable"),
    STAY_ALREADY_LIFTED(Kind.CONFLICTING, "The stay has been lifted"),
    /** The id was used for other evidence. */
    RIGHT_EXISTS(Kind.CONFLICTING, "There is another right under this id"),
    RIGHT_INCOMPLETE(Kind.INCOMPLETE, "The right lacks what makes it usable"),
    /** The role or the side does not allow it. */
    WRONG_OFFICER(Kind.NOT_YOURS, "This is for another officer"),
    CONFLICT_OF_INTEREST(Kind.NOT_YOURS, "A conflict of interest stands in the way"),
    /** The officer is marked already, by somebody else or for other reasons. */
    CONFLICT_MARKED(Kind.CONFLICTING, "A conflict of interest is marked already"),
    CONFLICT_NOT_MARKED(Kind.CONFLICTING, "No conflict of interest is marked"),
    REASONS_REQUIRED(Kind.INCOMPLETE, "This is done with reasons only"),
    SAFEGUARDS_FULL(Kind.CONFLICTING, "The case takes no more of these"),
    /** While identity or data are disputed nothing is sent. */
    CASE_UNDER_CHALLENGE(Kind.CONFLICTING, "Identity or data are under challenge"),
    /** Checks are missing, failed, expired or used for an earlier disclosure. */
    DISCLOSURE_GATE_NOT_PASSED(Kind.CONFLICTING, "Checks for the disclosure are missing"),
    /** The requesting state never gets data of this kind. */
    CONTENT_NEVER_SHARED(Kind.CONFLICTING, "The requesting state never gets data of this kind"),
    DISCLOSURE_INCOMPLETE(Kind.INCOMPLETE, "The disclosure lacks what makes it usable"),
    DISCLOSURE_EXISTS(Kind.CONFLICTING, "There is another disclosure under this id"),
    CORRECTION_EXISTS(Kind.CONFLICTING, "There is another correction under this id"),
    NOBODY_TO_NOTIFY(Kind.CONFLICTING, "Nobody has received such data"),
    COMPARTMENT_CLOSED(Kind.NOT_YOURS, "The compartment is not open to you"),
    /** The id was used for another grant. */
    GRANT_EXISTS(Kind.CONFLICTING, "There is another grant under this id"),
    GRANT_NOT_FOUND(Kind.ABSENT, "There is no such grant in force"),
    /** The compartment is open to the officer already. */
    GRANT_IN_FORCE(Kind.CONFLICTING, "The compartment is open to you already"),
    GRANT_TO_ONESELF(Kind.NOT_YOURS, "Nobody grants to themselves"),
    GRANT_INCOMPLETE(Kind.INCOMPLETE, "The grant lacks what makes it usable"),
    NOTICE_NOT_FOUND(Kind.ABSENT, "The case has no such notice"),
    /** Nothing can begin to lean on what was taken away. */
    NOTICE_NOT_STANDING(Kind.CONFLICTING, "The notice has fallen or ended"),
    LEANING_CASE_NOT_FOUND(Kind.INCOMPLETE, "There is no such case that could lean on the notice"),
    /** The case in which a notice stands goes to re-review with it anyway. */
    LEANING_ON_OWN_NOTICE(Kind.INCOMPLETE, "A case leans on its own notices anyway"),
    /** It leans on it already, for another reason. */
    LEANING_EXISTS(Kind.CONFLICTING, "The case leans on the notice already, for another reason"),
    LEANING_NOT_FOUND(Kind.ABSENT, "No such case leans on the notice"),
    LEANINGS_FULL(Kind.CONFLICTING, "No more cases can lean on the notices of this one"),
    SHARING_FULL(Kind.CONFLICTING, "The case takes no more of these"),
    CLOCK_NOT_FOUND(Kind.ABSENT, "There is no such clock"),
    CLOCK_ENDED(Kind.CONFLICTING, "The clock has ended"),
    CLOCK_NOT_EXPIRED(Kind.CONFLICTING, "The clock has not run out"),
    CLOCKS_FULL(Kind.CONFLICTING, "The case takes no more clocks"),
    EXTENSION_NOT_PROVIDED(Kind.CONFLICTING, "The rule knows no extension"),
    EXTENSION_BY_ANOTHER(Kind.CONFLICTING, "The rule lets another body extend"),
    EXTENSION_EMPTY(Kind.INCOMPLETE, "The extension adds nothing"),
    EXTENSION_TOO_LONG(Kind.CONFLICTING, "The rule allows less"),
    EXTENSION_TOO_LATE(Kind.CONFLICTING, "The period was over when it was extended"),
    SUSPENSION_NOT_PROVIDED(Kind.CONFLICTING, "The rule knows no suspension on this ground"),
    SUSPENSION_OUTSIDE_PERIOD(Kind.CONFLICTING, "The suspension lies outside the period"),
    SUSPENSIONS_FULL(Kind.CONFLICTING, "The clock takes no more suspensions"),
    CLOCK_SUSPENDED(Kind.CONFLICTING, "The clock is suspended"),
    CLOCK_NOT_SUSPENDED(Kind.CONFLICTING, "The clock is not suspended"),
    RULE_UNCHANGED(Kind.CONFLICTING, "The rule reads as it did"),
    RULE_NOT_IN_FORCE(Kind.CONFLICTING, "The rule is not in force"),
    OFFICER_NOT_ENTITLED(Kind.NOT_YOURS, "This is for another officer"),
    DOCUMENT_REQUIRED(Kind.INCOMPLETE, "This needs a document"),
    NOT_YET_HAPPENED(Kind.INCOMPLETE, "It has not happened yet"),
    HAPPENING_UNKNOWN(Kind.INCOMPLETE, "No clock rule speaks of this"),
    HAPPENING_OF_ASSET(Kind.INCOMPLETE, "This is recorded at the asset, and not in a case"),
    OFFENCE_UNKNOWN(Kind.INCOMPLETE, "The case has no such offence"),
    STRATEGY_NOT_PROPOSABLE(Kind.CONFLICTING, "The strategy cannot be proposed as it is"),
    STRATEGY_NOT_FOUND(Kind.ABSENT, "The case has no such strategy"),
    /** It was vetoed, agreed or superseded. */
    STRATEGY_NOT_OPEN(Kind.CONFLICTING, "The strategy was vetoed, agreed or superseded"),
    STRATEGY_NOT_VETOABLE(Kind.CONFLICTING, "The strategy cannot be vetoed"),
    STRATEGY_NOT_APPROVABLE(Kind.CONFLICTING, "The strategy cannot be approved"),
    STRATEGY_NOT_SIGNABLE(Kind.CONFLICTING, "The strategy cannot be signed"),
    ASSESSMENT_NOT_FOUND(Kind.ABSENT, "The strategy engine has not run on this case yet"),
    /** The case is not accepted yet, so there is nothing to do on it. */
    CASE_NOT_ACCEPTED_YET(Kind.CONFLICTING, "The case has not been accepted"),
    /** Screening is over. */
    CASE_PAST_SCREENING(Kind.CONFLICTING, "Screening is over"),
    CASE_RESOLVED(Kind.CONFLICTING, "The case is resolved"),
    /** To the other state: it cannot be done now, for a reason that is not told. */
    CASE_NOT_AVAILABLE(Kind.CONFLICTING, "This is not available now; the requested state can say more"),
    /** An accepted case is closed by two persons, after it is resolved. */
    CLOSING_NEEDS_TWO(Kind.CONFLICTING, "An accepted case is closed by two persons, after it is resolved");

    private final Kind kind;
    private final String title;

    CaseReason(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }

    /** Any command may come too late for what was erased. */
    @Override
    public boolean isImplied() {
        return this == CASE_ERASED;
    }

    /** For which of them a command can be refused; what stands on an interface holds for all its commands. */
    @NamesReasons
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface RefusedFor {

        CaseReason[] value();
    }
}
