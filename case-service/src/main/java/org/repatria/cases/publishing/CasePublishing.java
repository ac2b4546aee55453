package org.repatria.cases.publishing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseEvent;
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
import org.repatria.cases.domain.casefile.ToldCase;
import org.repatria.cases.domain.casefile.ToldEvents;
import org.repatria.decider.Actor;
import org.repatria.decider.Decider;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.ConfidingPublishing;
import org.repatria.messaging.History;

/**
 * What the outside learns of a case: that things happened and when. It does not learn why, and never where the person
 * is.
 */
public final class CasePublishing implements ConfidingPublishing<Case, CaseEvent> {

    private static final String SAME_NAME = "SAME_NAME";

    /** The kind of aggregate that cases are, decided on by a decider. */
    public static <C> AggregateType<C, Case, CaseEvent> type(Decider<C, Case, CaseEvent> decider) {
        return new AggregateType<>("case", "cases", "case", Case.class, CaseEvent.class, decider, new CasePublishing());
    }

    @Override
    public Announcement event(String aggregateId, CaseEvent event, Case after) {
        var published = published(event, after).map(news -> numbered(news, after));
        return ToldEvents.isTold(event, after) ? Announcement.told(published) : new Announcement.Confided(published);
    }

    /** Whoever hears of a case hears which file people will look for. */
    private static Published numbered(Published news, Case after) {
        return after instanceof Case.Opened opened
                ? new Published(
                        news.type(),
                        new PublishedCase.Numbered(news.data(), opened.file().number()))
                : news;
    }

    private static Optional<Published> published(CaseEvent event, Case after) {
        return switch (event) {
            case FactsChanged e -> published("case.facts-changed.v1", DossierPublishing.facts(e));
            case CaseAssessed e -> published("case.assessed.v1", DossierPublishing.assessed(e));
            case StrategyChanged e -> DossierPublishing.strategy(e, after);
            case CourseChanged e -> DossierPublishing.course(e);
            case SafeguardsChanged e -> DossierPublishing.safeguards(e, after);
            case LeaningsChanged e -> DossierPublishing.leanings(e, after);
            case ClockChanged e -> DossierPublishing.clock(e, after);
            case StageReached e -> published("case.moved.v1", DossierPublishing.stage(e));
            case MissingChecksChanged e ->
                published(
                        "case.checks-missing.v1",
                        new PublishedCase.ChecksMissing(e.caseId().value(), e.missing(), e.at()));
            case ReviewRequired e ->
                published(
                        "case.review-required.v1",
                        new PublishedCase.MustBeReviewed(e.caseId().value(), e.cause(), e.source(), e.at()));
            case SharingChanged e -> DossierPublishing.sharing(e);
            // How assets stand, the asset service tells; on what they rest, the snapshot.
            case AssetsNoted _, RecoveryGroundChanged _ -> Optional.empty();
            case OtherStateTold e -> DossierPublishing.told(e);
            case IdentityCorrectionProposed _ -> Optional.empty();
            case IdentityCorrected e ->
                published(
                        "case.identity-corrected.v1",
                        new PublishedCase.IdentityCorrected(
                                e.caseId().value(), e.correction().changes(e.before()), e.at()));
            case CaseOpened _, DuplicateSuspected _, CaseSubmitted _, CaseReturnedForInfo _, AnswerReceived _ ->
                early(event);
            case CaseAssigned _, CasePutOnHold _, CaseResumed _, CaseClosed _ -> early(event);
        };
    }

    private static Optional<Published> published(String type, Object data) {
        return Optional.of(new Published(type, data));
    }

    /** The events of a case before it has a dossier. */
    private static Optional<Published> early(CaseEvent event) {
        return Optional.of(
                switch (event) {
                    case CaseOpened e -> new Published("case.opened.v1", opened(e));
                    case DuplicateSuspected e ->
                        new Published(
                                "case.duplicate-suspected.v1",
                                new PublishedCase.DuplicateSuspected(
                                        e.caseId().value(), e.otherCaseId().value(), SAME_NAME, e.at()));
                    case CaseSubmitted e ->
                        new Published(
                                "case.submitted.v1",
                                new PublishedCase.Submitted(e.caseId().value(), e.at()));
                    case CaseReturnedForInfo e ->
                        new Published(
                                "case.returned-for-info.v1",
                                new PublishedCase.ReturnedForInfo(
                                        e.caseId().value(),
                                        e.request().gaps().size(),
                                        e.request().answerDueOn(),
                                        e.at()));
                    case AnswerReceived e ->
                        new Published(
                                "case.answer-received.v1",
                                new PublishedCase.AnswerReceived(
                                        e.caseId().value(), e.answers().size(), e.at()));
                    case CaseAssigned e ->
                        new Published(
                                "case.assigned.v1",
                                new PublishedCase.Assigned(e.caseId().value(), e.assignee(), e.at()));
                    case CasePutOnHold e ->
                        new Published(
                                "case.put-on-hold.v1",
                                new PublishedCase.PutOnHold(
                                        e.caseId().value(), e.from().name(), e.reviewOn(), e.at()));
                    case CaseResumed e ->
                        new Published(
                                "case.resumed.v1",
                                new PublishedCase.Resumed(e.caseId().value(), e.to().name(), e.at()));
                    case CaseClosed e ->
                        new Published(
                                "case.closed.v1",
                                new PublishedCase.Closed(
                                        e.caseId().value(), e.outcome().name(), e.at()));
                    case StageReached _, FactsChanged _, CaseAssessed _, StrategyChanged _, CourseChanged _ ->
                        throw new IllegalStateException("published elsewhere: " + event);
                    case SafeguardsChanged _,
                            SharingChanged _,
                            LeaningsChanged _,
                            ClockChanged _,
                            MissingChecksChanged _ -> throw new IllegalStateException("published elsewhere: " + event);
                    case IdentityCorrectionProposed _, IdentityCorrected _ ->
                        throw new IllegalStateException("published elsewhere: " + event);
                    case ReviewRequired _, RecoveryGroundChanged _, AssetsNoted _, OtherStateTold _ ->
                        throw new IllegalStateException("published elsewhere: " + event);
                });
    }

    @Override
    public Optional<Published> snapshot(String aggregateId, Case state) {
        return switch (state) {
            case Case.Opened opened ->
                Optional.of(new Published("case.snapshot.v1", PublishedCase.Snapshot.of(ToldCase.of(opened), opened)));
            case Case.Unopened _, Case.ErasedStub _ -> Optional.empty();
        };
    }

    @Override
    public Optional<Published> confidedSnapshot(String aggregateId, Case state) {
        return switch (state) {
            case Case.Opened opened ->
                Optional.of(new Published("case.confided-snapshot.v1", PublishedCase.ConfidedSnapshot.of(opened)));
            case Case.Unopened _, Case.ErasedStub _ -> Optional.empty();
        };
    }

    /**
     * Officers of the requesting state know what that state is told. All others who get as far know everything that
     * happened.
     */
    @Override
    public History historyOf(Actor actor, Case state) {
        return relation(state)
                .filter(relation -> Side.of(actor.authority(), relation) == Side.REQUESTING)
                .map(_ -> History.TOLD)
                .orElse(History.FULL);
    }

    private static Optional<Relation> relation(Case state) {
        return switch (state) {
            case Case.Opened opened -> Optional.of(opened.file().relation());
            case Case.ErasedStub erased -> Optional.of(erased.relation());
            case Case.Unopened _ -> Optional.empty();
        };
    }

    /** What is confided is the matter of the state that holds the file. */
    @Override
    public Set<String> confidants(String aggregateId, Case state) {
        return relation(state)
                .map(relation -> Set.of(relation.requested().value()))
                .orElse(Set.of());
    }

    @Override
    public Set<String> states(String aggregateId, Case state) {
        return relation(state).map(CasePublishing::states).orElse(Set.of());
    }

    /** The two states whose matter something between them is. */
    static Set<String> states(Relation relation) {
        return Set.copyOf(
                List.of(relation.requesting().value(), relation.requested().value()));
    }

    private static PublishedCase.Opened opened(CaseOpened e) {
        return new PublishedCase.Opened(
                e.caseId().value(),
                e.relation().requesting().value(),
                e.relation().requested().value(),
                PublishedCase.PersonSought.of(e.subject()),
                PublishedCase.amount(e.allegation()),
                e.allegation().kind().name(),
                PublishedCase.listId(e.origin()),
                e.origin().row(),
                e.origin().handedOverOn(),
                e.at());
    }
}
