package org.repatria.cases.domain.casefile;

import static org.repatria.cases.domain.CaseReason.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Allegation;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Subject;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.cases.domain.access.NamedOfficer;
import org.repatria.cases.domain.assets.KnownAssets;
import org.repatria.cases.domain.clocks.ClockCommand;
import org.repatria.cases.domain.facts.FactsCommand;
import org.repatria.cases.domain.leaning.FallenNotice;
import org.repatria.cases.domain.leaning.LeaningCommand;
import org.repatria.cases.domain.lifecycle.LifecycleCommand;
import org.repatria.cases.domain.safeguards.SafeguardCommand;
import org.repatria.cases.domain.sharing.SharingCommand;
import org.repatria.cases.domain.strategy.StrategyCommand;
import org.repatria.decider.Carrying;
import org.repatria.decider.Occasion;
import org.repatria.decider.input.Fresh;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;
import org.repatria.policy.Act;
import org.repatria.policy.Verdict;

/** What may be asked of a case. */
@RefusedFor(CASE_NOT_FOUND)
public sealed interface CaseCommand {

    /**
     * Opens a case on a person sought.
     *
     * @param suspectedDuplicates cases that may be about the same person
     */
    @RefusedFor({CASE_ALREADY_EXISTS, CASE_DUPLICATE})
    record OpenCase(
            CaseId caseId,
            Relation relation,
            Subject subject,
            Optional<CountryCode> location,
            Allegation allegation,
            Origin origin,
            List<CaseId> suspectedDuplicates)
            implements CaseCommand {}

    /** Says that the file is complete enough to be looked at. */
    @RefusedFor({SUBMISSION_INCOMPLETE, CASE_AWAITS_INFORMATION, CASE_ON_HOLD, CASE_PAST_SCREENING, CASE_CLOSED})
    record SubmitCase() implements WithConsequences {}

    /** Asks the requesting state for what is missing. */
    @RefusedFor({
        CASE_NOT_SUBMITTED,
        CASE_AWAITS_INFORMATION,
        CASE_ON_HOLD,
        CASE_PAST_SCREENING,
        GAPS_REQUIRED,
        CASE_CLOSED
    })
    record ReturnCase(@Size(min = 1, max = 20) List<@Size(max = 500) String> gaps) implements WithConsequences {}

    /** Records what the requesting state answered. */
    @RefusedFor({CASE_AWAITS_NO_INFORMATION, GAP_UNKNOWN, ANSWER_REQUIRED, CASE_ON_HOLD, CASE_CLOSED})
    record RecordAnswer(@Size(min = 1, max = 20) List<GapAnswer> answers) implements WithConsequences {}

    /**
     * Says who the person is instead, for a second person to agree with.
     *
     * @param source what it rests on
     */
    @RefusedFor({IDENTITY_UNCHANGED, IDENTITY_INSUFFICIENT, CONFLICT_OF_INTEREST, CASE_CLOSED})
    record CorrectIdentity(String correctionId, Subject subject, String source, String reasons)
            implements WithConsequences {}

    /**
     * Agrees with it as the second person.
     *
     * @param suspectedDuplicates cases that may be about the person as corrected
     */
    @RefusedFor({IDENTITY_CORRECTION_NOT_FOUND, SAME_PERSON, CONFLICT_OF_INTEREST, CASE_CLOSED})
    record ApproveIdentityCorrection(String correctionId, Optional<String> reasons, List<CaseId> suspectedDuplicates)
            implements WithConsequences {}

    /** Makes one officer responsible. */
    @RefusedFor({ASSIGNEE_UNKNOWN, CASE_CLOSED})
    record AssignCase(@Printed @Size(max = 80) NamedOfficer assignee) implements CaseCommand {}

    /** Lets the work rest. */
    @RefusedFor({CASE_ON_HOLD, CASE_UNDER_CHALLENGE, CASE_RESOLVED, HOLD_REVIEW_NOT_IN_TIME, CASE_CLOSED})
    record HoldCase(@Size(max = 500) String reason, LocalDate reviewOn) implements WithConsequences {}

    /** Takes the work up again. */
    @RefusedFor({CASE_NOT_ON_HOLD, CASE_CLOSED})
    record ResumeCase() implements WithConsequences {}

    /** Ends the case. */
    @RefusedFor({OUTCOME_NEEDS_PATHWAY, CLOSING_NEEDS_TWO, CASE_CLOSED})
    record CloseCase(CaseOutcome outcome, @Size(max = 3000) String reasons) implements WithConsequences {}

    /** What something else in the case may follow from: clocks, marks, the stage. */
    sealed interface WithConsequences extends CaseCommand {}

    /** What is asked of a part of the dossier. */
    sealed interface OnDossier extends WithConsequences {}

    /** Records facts or an offence. */
    record OfFacts(FactsCommand command) implements OnDossier, Carrying {}

    /** Runs the strategy engine. */
    @RefusedFor(CASE_CLOSED)
    record AssessCase(@Fresh("run-") String runId) implements OnDossier {}

    /** Runs it because a rule or relation has changed; a run that says the same is not kept. */
    @RefusedFor(CASE_CLOSED)
    record ReassessCase(String runId) implements OnDossier {}

    /** Proposes, vetoes, approves or countersigns a strategy. */
    record OfStrategy(StrategyCommand command) implements OnDossier, Carrying {}

    /** Opens or moves a pathway, a notice, an assurance or the case itself, or decides on a proposal. */
    record OfLifecycle(LifecycleCommand command) implements OnDossier, Carrying {}

    /** Records a check, a stay or a conflict of interest, or approves one. */
    record OfSafeguards(SafeguardCommand command) implements OnDossier, Carrying {}

    /** Records that data were sent, or tells the recipients that they were wrong. */
    record OfSharing(SharingCommand command) implements OnDossier, Carrying {}

    /** Records that another case leans on a notice of this one, or leans on it no more. */
    record OfLeanings(LeaningCommand command) implements OnDossier, Carrying {}

    /** Extends, suspends, settles or rebases a clock, or records what starts or stops one. */
    record OfClocks(ClockCommand command) implements OnDossier, Carrying {}

    /**
     * Lets the case say what the time has brought. These are warnings, ends, proposals nobody decided on, and checks
     * that are too old.
     */
    record PassTime() implements OnDossier {}

    /**
     * What somebody asks whose right to it depends on the case. It is decided on the same reading as the command
     * itself.
     */
    @RefusedFor(CASE_NOT_AVAILABLE)
    record UnderPolicy(Act act, CaseCommand command) implements CaseCommand, Carrying {

        /** Whether the actor may do it to this case; who is made responsible is a part of what is asked. */
        public Verdict verdictOn(CaseFile file, Occasion on) {
            return command instanceof AssignCase assign
                    ? CaseAccess.mayAssign(
                            on.by(),
                            on.purpose(),
                            file.relation(),
                            file.assignee(),
                            assign.assignee().id())
                    : CaseAccess.may(on.by(), act, on.purpose(), file.relation(), file.assignee());
        }
    }

    /**
     * The assets that name the case stand otherwise than before.
     *
     * @param at when the last of them came to stand so
     */
    record NoteAssets(KnownAssets assets, Instant at) implements CaseCommand {}

    /** A notice of another case fell at a moment, on which this one leans. */
    record NoteFallenNotice(FallenNotice notice, Instant at) implements CaseCommand {}
}
