package org.repatria.cases.domain.casefile;

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
import org.repatria.cases.domain.clocks.ClockCommand;
import org.repatria.cases.domain.facts.FactsCommand;
import org.repatria.cases.domain.law.Occasion;
import org.repatria.cases.domain.leaning.FallenNotice;
import org.repatria.cases.domain.leaning.LeaningCommand;
import org.repatria.cases.domain.lifecycle.LifecycleCommand;
import org.repatria.cases.domain.safeguards.SafeguardCommand;
import org.repatria.cases.domain.sharing.SharingCommand;
import org.repatria.cases.domain.strategy.StrategyCommand;
import org.repatria.decider.Actor;
import org.repatria.policy.Act;
import org.repatria.policy.Verdict;

/** What may be asked of a case. */
public sealed interface CaseCommand {

    Instant at();

    /**
     * Opens a case on a person sought.
     *
     * @param suspectedDuplicates cases that may be about the same person
     */
    record OpenCase(
            CaseId caseId,
            Relation relation,
            Subject subject,
            Optional<CountryCode> location,
            Allegation allegation,
            Origin origin,
            List<CaseId> suspectedDuplicates,
            Instant at)
            implements CaseCommand {}

    /** Says that the file is complete enough to be looked at. */
    record SubmitForScreening(Occasion occasion) implements OnOccasion {}

    /** Asks the requesting state for what is missing. */
    record ReturnForInformation(List<String> gaps, Occasion occasion) implements OnOccasion {}

    /** Records what the requesting state answered. */
    record RecordAnswer(List<GapAnswer> answers, Occasion occasion) implements OnOccasion {}

    /** Makes one officer responsible. */
    record AssignCase(NamedOfficer assignee, Instant at) implements CaseCommand {}

    /** Lets the work rest. */
    record PutOnHold(String reason, LocalDate reviewOn, Occasion occasion) implements OnOccasion {}

    /** Takes the work up again. */
    record Resume(Occasion occasion) implements OnOccasion {}

    /** Ends the case. */
    record CloseCase(CaseOutcome outcome, String reasons, Occasion occasion) implements OnOccasion {}

    /** What is asked on an occasion: by somebody, under the rules as they are known then. */
    sealed interface OnOccasion extends CaseCommand {

        Occasion occasion();

        @Override
        default Instant at() {
            return occasion().at();
        }
    }

    /** What is asked of a part of the dossier. */
    sealed interface OnDossier extends OnOccasion {}

    /** Records facts or an offence. */
    record OfFacts(FactsCommand command, Occasion occasion) implements OnDossier {}

    /**
     * Runs the strategy engine.
     *
     * @param automatic whether a changed fact, relation or rule asks for it; a run that says the same is then not kept
     */
    record Assess(String runId, boolean automatic, Occasion occasion) implements OnDossier {}

    /** Proposes, vetoes, approves or countersigns a strategy. */
    record OfStrategy(StrategyCommand command, Occasion occasion) implements OnDossier {}

    /** Opens or moves a pathway, a notice, an assurance or the case itself, or decides on a proposal. */
    record OfLifecycle(LifecycleCommand command, Occasion occasion) implements OnDossier {}

    /** Records a check, a stay or a conflict of interest, or approves one. */
    record OfSafeguards(SafeguardCommand command, Occasion occasion) implements OnDossier {}

    /** Records that data were sent, or tells the recipients that they were wrong. */
    record OfSharing(SharingCommand command, Occasion occasion) implements OnDossier {}

    /** Records that another case leans on a notice of this one, or leans on it no more. */
    record OfLeanings(LeaningCommand command, Occasion occasion) implements OnDossier {}

    /** Extends, suspends, settles or rebases a clock, or records what starts or stops one. */
    record OfClocks(ClockCommand command, Occasion occasion) implements OnDossier {}

    /** Lets the case say what the time has brought: warnings, ends, proposals nobody decided on, checks that are too old. */
    record PassTime(Occasion occasion) implements OnDossier {}

    /** What somebody asks whose right to it hangs on the case: it is decided on the same reading as the command itself. */
    record AskedBy(Actor actor, Act act, String purpose, CaseCommand command) implements CaseCommand {

        @Override
        public Instant at() {
            return command.at();
        }

        /** Whether the actor may do it to this case; who is made responsible is a part of what is asked. */
        public Verdict verdictOn(CaseFile file) {
            return command instanceof AssignCase assign
                    ? CaseAccess.mayAssign(
                            actor,
                            purpose,
                            file.relation(),
                            file.assignee(),
                            assign.assignee().id())
                    : CaseAccess.may(actor, act, purpose, file.relation(), file.assignee());
        }
    }

    /**
     * An asset that names the case stands at another state.
     *
     * @param holder the state whose file the asset is; a case of other states takes no note of it
     */
    record NoteAsset(LinkedAsset asset, String holder, Instant at) implements CaseCommand {}

    /** An asset no longer names the case. */
    record ForgetAsset(String assetId, Instant at) implements CaseCommand {}

    /** A notice of another case fell, on which this one leans. */
    record NoteFallenNotice(FallenNotice notice, Instant at) implements CaseCommand {}
}
