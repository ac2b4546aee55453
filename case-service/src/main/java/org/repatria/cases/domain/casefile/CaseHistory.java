package org.repatria.cases.domain.casefile;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.repatria.cases.domain.casefile.Case.Archived;
import org.repatria.cases.domain.casefile.Case.Closed;
import org.repatria.cases.domain.casefile.Case.Draft;
import org.repatria.cases.domain.casefile.Case.ErasedStub;
import org.repatria.cases.domain.casefile.Case.NotAccepted;
import org.repatria.cases.domain.casefile.Case.NotAvailable;
import org.repatria.cases.domain.casefile.Case.OnHold;
import org.repatria.cases.domain.casefile.Case.Opened;
import org.repatria.cases.domain.casefile.Case.Resolved;
import org.repatria.cases.domain.casefile.Case.ReturnedForInfo;
import org.repatria.cases.domain.casefile.Case.Screening;
import org.repatria.cases.domain.casefile.Case.UnderChallenge;
import org.repatria.cases.domain.casefile.Case.Underway;
import org.repatria.cases.domain.casefile.Case.Unopened;
import org.repatria.cases.domain.casefile.CaseEvent.AnswerReceived;
import org.repatria.cases.domain.casefile.CaseEvent.AssetsNoted;
import org.repatria.cases.domain.casefile.CaseEvent.CaseAssessed;
import org.repatria.cases.domain.casefile.CaseEvent.CaseAssigned;
import org.repatria.cases.domain.casefile.CaseEvent.CaseClosed;
import org.repatria.cases.domain.casefile.CaseEvent.CaseOpened;
import org.repatria.cases.domain.casefile.CaseEvent.CasePutOnHold;
import org.repatria.cases.domain.casefile.CaseEvent.CaseResumed;
import org.repatria.cases.domain.casefile.CaseEvent.CaseReturnedForInfo;
import org.repatria.cases.domain.casefile.CaseEvent.CaseSubmitted;
import org.repatria.cases.domain.casefile.CaseEvent.ClockChanged;
import org.repatria.cases.domain.casefile.CaseEvent.CourseChanged;
import org.repatria.cases.domain.casefile.CaseEvent.DuplicateSuspected;
import org.repatria.cases.domain.casefile.CaseEvent.FactsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.IdentityCorrected;
import org.repatria.cases.domain.casefile.CaseEvent.IdentityCorrectionProposed;
import org.repatria.cases.domain.casefile.CaseEvent.LeaningsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.MissingChecksChanged;
import org.repatria.cases.domain.casefile.CaseEvent.OtherStateTold;
import org.repatria.cases.domain.casefile.CaseEvent.RecoveryGroundChanged;
import org.repatria.cases.domain.casefile.CaseEvent.ReviewRequired;
import org.repatria.cases.domain.casefile.CaseEvent.SafeguardsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.SharingChanged;
import org.repatria.cases.domain.casefile.CaseEvent.StageReached;
import org.repatria.cases.domain.casefile.CaseEvent.StrategyChanged;
import org.repatria.cases.domain.facts.FactsDecider;
import org.repatria.cases.domain.leaning.LeaningDecider;
import org.repatria.cases.domain.leaning.LeaningEvent;
import org.repatria.cases.domain.leaning.LeaningEvent.FallenNoticeNoted;
import org.repatria.cases.domain.lifecycle.LifecycleDecider;
import org.repatria.cases.domain.lifecycle.Step;
import org.repatria.cases.domain.safeguards.SafeguardDecider;
import org.repatria.cases.domain.sharing.SharingDecider;
import org.repatria.cases.domain.strategy.StrategyDecider;

/** What a case becomes once an event has happened. The compiler keeps the table complete. */
final class CaseHistory {

    private CaseHistory() {}

    /** Never refuses: a fact is a fact. */
    static Case evolve(Case state, CaseEvent event) {
        return switch (event) {
            case CaseOpened e -> new Draft(newFile(e));
            case DuplicateSuspected e -> withFile(state, file(state).suspectedDuplicateOf(e.otherCaseId()));
            case IdentityCorrectionProposed e -> withFile(state, file(state).correcting(e.correction()));
            case IdentityCorrected e ->
                withFile(state, file(state).corrected(e.correction().subject()));
            case CaseSubmitted _ -> new Screening(file(state));
            case CaseReturnedForInfo e -> new ReturnedForInfo(file(state).asking(e.request()));
            case AnswerReceived _ -> new Screening(file(state).answered());
            case CaseAssigned e -> withFile(state, file(state).assignedTo(e.assignee()));
            case CasePutOnHold e -> new OnHold(file(state), e.from(), e.reason(), e.reviewOn());
            case CaseResumed e -> at(e.to(), file(state));
            case CaseClosed e -> new Closed(file(state), e.outcome(), e.reasons(), e.at());
            case StageReached e -> reached(state, e);
            case FactsChanged e -> withDossier(state, d -> d.withFacts(FactsDecider.evolve(d.facts(), e.event())));
            case CaseAssessed e -> withDossier(state, d -> d.withRun(e.run(), e.told()));
            case StrategyChanged e ->
                withDossier(state, d -> d.withStrategies(StrategyDecider.evolve(d.strategies(), e.event())));
            case CourseChanged e ->
                withDossier(state, d -> d.withCourses(LifecycleDecider.evolve(d.courses(), e.event())));
            case SafeguardsChanged e ->
                withDossier(state, d -> d.withSafeguards(SafeguardDecider.evolve(d.safeguards(), e.event())));
            case OtherStateTold _ -> state;
            case SharingChanged e ->
                withDossier(state, d -> d.withDisclosures(SharingDecider.evolve(d.disclosures(), e.event())));
            case LeaningsChanged e -> withDossier(state, d -> leaning(d, e.event()));
            case ClockChanged e ->
                withDossier(state, d -> d.withClocks(d.clocks().after(e.event())));
            case MissingChecksChanged e -> withDossier(state, d -> d.withMissing(e.missing()));
            case RecoveryGroundChanged e -> withDossier(state, d -> d.withRecovery(e.ground()));
            case ReviewRequired e -> withDossier(state, d -> d.toReview(e.cause()));
            case AssetsNoted e -> withDossier(state, d -> d.withAssets(e.assets()));
        };
    }

    /** A case on which a notice of another one falls gets the mark that it gets for a notice of its own. */
    private static Dossier leaning(Dossier dossier, LeaningEvent event) {
        var next = dossier.withLeanings(LeaningDecider.evolve(dossier.allLeanings(), event));
        return event instanceof FallenNoticeNoted(var notice)
                ? next.toReview(notice.fate().cause())
                : next;
    }

    private static CaseFile newFile(CaseOpened e) {
        return new CaseFile(
                e.caseId(),
                e.relation(),
                e.subject(),
                e.location(),
                e.allegation(),
                e.origin(),
                e.at(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Dossier.empty());
    }

    private static CaseFile file(Case state) {
        return switch (state) {
            case Opened o -> o.file();
            case Unopened _ -> throw new IllegalStateException("an event before the case was opened");
            case ErasedStub _ -> throw new IllegalStateException("an event after the case was erased");
        };
    }

    private static Case withDossier(Case state, UnaryOperator<Dossier> change) {
        var file = file(state);
        return withFile(state, file.with(change.apply(file.dossier())));
    }

    private static Case withFile(Case state, CaseFile file) {
        return switch (state) {
            case Unopened u -> u;
            case ErasedStub e -> e;
            case Draft _ -> new Draft(file);
            case Screening _ -> new Screening(file);
            case ReturnedForInfo _ -> new ReturnedForInfo(file);
            case Underway u -> new Underway(file, u.stage());
            case OnHold h -> new OnHold(file, h.comesBackTo(), h.reason(), h.reviewOn());
            case NotAvailable _ -> new NotAvailable(file);
            case UnderChallenge u -> new UnderChallenge(file, u.comesBackTo(), u.reasons());
            case Resolved r -> new Resolved(file, r.outcome(), r.reasons());
            case NotAccepted n -> new NotAccepted(file, n.ground(), n.reasons(), n.at());
            case Closed c -> new Closed(file, c.outcome(), c.reasons(), c.closedAt());
            case Archived a -> new Archived(file, a.word(), a.reasons(), a.endedAt());
        };
    }

    private static Case at(Stage stage, CaseFile file) {
        return switch (stage) {
            case DRAFT -> new Draft(file);
            case SCREENING -> new Screening(file);
            case RETURNED_FOR_INFO -> new ReturnedForInfo(file);
            case ACCEPTED, STRATEGY_PROPOSED, STRATEGY_AGREED, ACTIVE -> new Underway(file, stage);
            case NOT_ACCEPTED, ON_HOLD, UNDER_CHALLENGE, RESOLVED, CLOSED, ARCHIVED, ERASED_STUB, NOT_AVAILABLE ->
                throw new IllegalStateException("no case comes back to " + stage);
        };
    }

    private static Case reached(Case state, StageReached e) {
        var step = new Step(e.from().name(), e.to().name(), e.happened(), e.at(), "", Optional.empty(), List.of());
        var before = file(state);
        var file = before.with(before.dossier().stepped(step));
        return switch (e.to()) {
            case DRAFT, SCREENING, RETURNED_FOR_INFO, ACCEPTED, STRATEGY_PROPOSED, STRATEGY_AGREED, ACTIVE ->
                at(e.to(), file);
            case UNDER_CHALLENGE -> new UnderChallenge(file, e.from(), e.reasons());
            case RESOLVED -> new Resolved(file, CaseOutcome.valueOf(word(e)), e.reasons());
            case NOT_ACCEPTED -> new NotAccepted(file, word(e), e.reasons(), e.at());
            case CLOSED -> new Closed(file, CaseOutcome.valueOf(word(e)), e.reasons(), e.at());
            case ARCHIVED -> new Archived(file, word(e), e.reasons(), e.at());
            case ERASED_STUB -> new ErasedStub(file.id(), file.relation(), file.openedAt(), e.at(), e.reasons());
            case ON_HOLD -> throw new IllegalStateException("a hold is an event of its own");
            case NOT_AVAILABLE -> throw new IllegalStateException("no case reaches what is only told");
        };
    }

    private static String word(StageReached e) {
        return e.word().orElseThrow(() -> new IllegalStateException("no case reaches " + e.to() + " without a word"));
    }
}
