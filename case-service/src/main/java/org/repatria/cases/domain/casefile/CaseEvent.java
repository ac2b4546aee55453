package org.repatria.cases.domain.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Allegation;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.SharedWord;
import org.repatria.cases.domain.Subject;
import org.repatria.cases.domain.assets.KnownAssets;
import org.repatria.cases.domain.facts.FactsEvent;
import org.repatria.cases.domain.leaning.LeaningEvent;
import org.repatria.cases.domain.lifecycle.LifecycleEvent;
import org.repatria.cases.domain.recovery.Ground;
import org.repatria.cases.domain.recovery.RecoveryGround;
import org.repatria.cases.domain.safeguards.SafeguardEvent;
import org.repatria.cases.domain.safeguards.Signature;
import org.repatria.cases.domain.sharing.SharingEvent;
import org.repatria.cases.domain.strategy.Difference;
import org.repatria.cases.domain.strategy.Run;
import org.repatria.cases.domain.strategy.StrategyEvent;
import org.repatria.clocks.ClockEvent;
import org.repatria.clocks.Happened;

/** What can have happened to a case. */
public sealed interface CaseEvent {

    CaseId caseId();

    Instant at();

    /** A file on a person sought exists. */
    record CaseOpened(
            CaseId caseId,
            Relation relation,
            Subject subject,
            Optional<CountryCode> location,
            Allegation allegation,
            Origin origin,
            Instant at)
            implements CaseEvent {}

    /** Another case has the same name, but not enough to be sure that it is the same person. */
    record DuplicateSuspected(CaseId caseId, CaseId otherCaseId, Instant at) implements CaseEvent {}

    /** Somebody says who the person is instead; a second person has to agree. */
    record IdentityCorrectionProposed(CaseId caseId, IdentityCorrection correction, Instant at) implements CaseEvent {}

    /** Two persons have corrected who the person sought is. */
    record IdentityCorrected(CaseId caseId, Subject before, IdentityCorrection correction, Signature agreed, Instant at)
            implements CaseEvent {}

    /** The file is complete enough to be looked at. */
    record CaseSubmitted(CaseId caseId, Instant at) implements CaseEvent {}

    /** The requesting state was asked for what is missing. */
    record CaseReturnedForInfo(CaseId caseId, InformationRequest request, Instant at) implements CaseEvent {}

    /** The requesting state answered at least one gap. */
    record AnswerReceived(CaseId caseId, List<GapAnswer> answers, Instant at) implements CaseEvent {}

    /** One officer is responsible. */
    record CaseAssigned(CaseId caseId, String assignee, Instant at) implements CaseEvent {}

    /** Work rests; the case will come back to where it was. */
    record CasePutOnHold(CaseId caseId, Stage from, String reason, LocalDate reviewOn, Instant at)
            implements CaseEvent {}

    /** Work goes on where it rested. */
    record CaseResumed(CaseId caseId, Stage to, Instant at) implements CaseEvent {}

    /** The case has ended. */
    record CaseClosed(CaseId caseId, CaseOutcome outcome, String reasons, Instant at) implements CaseEvent {}

    /**
     * The case stands elsewhere; a second person has agreed where the table asks for one.
     *
     * @param word the coded reason or outcome that goes with it
     */
    record StageReached(
            CaseId caseId, Stage from, Stage to, Optional<String> word, String reasons, Happened happened, Instant at)
            implements CaseEvent {}

    /** Something on file changed what is known. */
    record FactsChanged(CaseId caseId, FactsEvent event, Instant at) implements CaseEvent {}

    /**
     * The strategy engine ran.
     *
     * @param difference what is different from the run before
     * @param told what the other state is told of it; empty where it has nothing new for that state
     * @param disclosed what is different from the run that the other state was told of before
     */
    record CaseAssessed(
            CaseId caseId, Run run, Difference difference, Optional<Run> told, Difference disclosed, Instant at)
            implements CaseEvent {}

    /** The strategy went a step on. */
    record StrategyChanged(CaseId caseId, StrategyEvent event, Instant at) implements CaseEvent {}

    /** A pathway, a notice, an assurance or a proposal went a step on. */
    record CourseChanged(CaseId caseId, LifecycleEvent event, Instant at) implements CaseEvent {}

    /** A check, a stay or a mark of conflict changed. */
    record SafeguardsChanged(CaseId caseId, SafeguardEvent event, Instant at) implements CaseEvent {}

    /** Data left the case, or their recipients were told that they were wrong. */
    record SharingChanged(CaseId caseId, SharingEvent event, Instant at) implements CaseEvent {}

    /** A case leans on a notice of another one, or a notice fell on which one leans. */
    record LeaningsChanged(CaseId caseId, LeaningEvent event, Instant at) implements CaseEvent {}

    /** A clock started, warned, ended or was changed. */
    record ClockChanged(CaseId caseId, ClockEvent event, Instant at) implements CaseEvent {}

    /** The next gates of the running pathways lack other checks than before. */
    record MissingChecksChanged(CaseId caseId, List<String> missing, Instant at) implements CaseEvent {}

    /** The ground on which assets are recovered is another one than before. */
    record RecoveryGroundChanged(CaseId caseId, RecoveryGround ground, Instant at) implements CaseEvent {}

    /** Something on which the case leans has fallen away: safeguards and strategy must be looked at again. */
    record ReviewRequired(CaseId caseId, String courseId, String cause, String source, Instant at)
            implements CaseEvent {}

    /** The assets that name the case stand otherwise than before. */
    record AssetsNoted(CaseId caseId, KnownAssets assets, Instant at) implements CaseEvent {}

    /**
     * The other state was told of something, in its own words. The events before it say the same in full to the host
     * state alone.
     */
    record OtherStateTold(CaseId caseId, Telling telling, Instant at) implements CaseEvent {}

    /** What the other state is told of. */
    sealed interface Telling {

        /** Where the case stands. */
        record OfStage(String from, String to) implements Telling {}

        /** Where a pathway, notice or assurance stands. */
        record OfCourse(String courseId, String kind, String from, String to, Happened happened) implements Telling {}

        /** How far its assets have come. */
        record OfAssets(SharedWord person, Optional<SharedWord> assets) implements Telling {}

        /** On what the recovery of its own assets rests. */
        record OfRecovery(Ground ground) implements Telling {}
    }
}
