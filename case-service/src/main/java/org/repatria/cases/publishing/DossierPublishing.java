package org.repatria.cases.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseEvent.CaseAssessed;
import org.repatria.cases.domain.casefile.CaseEvent.ClockChanged;
import org.repatria.cases.domain.casefile.CaseEvent.CourseChanged;
import org.repatria.cases.domain.casefile.CaseEvent.FactsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.LeaningsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.OtherStateTold;
import org.repatria.cases.domain.casefile.CaseEvent.SafeguardsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.SharingChanged;
import org.repatria.cases.domain.casefile.CaseEvent.StageReached;
import org.repatria.cases.domain.casefile.CaseEvent.StrategyChanged;
import org.repatria.cases.domain.casefile.CaseEvent.Telling;
import org.repatria.cases.domain.casefile.ToldCase;
import org.repatria.cases.domain.facts.Fact;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.facts.FactsEvent;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.leaning.LeaningEvent;
import org.repatria.cases.domain.lifecycle.LifecycleEvent;
import org.repatria.cases.domain.safeguards.CheckEvent;
import org.repatria.cases.domain.safeguards.ConflictEvent;
import org.repatria.cases.domain.safeguards.RightEvent;
import org.repatria.cases.domain.safeguards.Stay;
import org.repatria.cases.domain.safeguards.StayEvent;
import org.repatria.cases.domain.sharing.GrantEvent;
import org.repatria.cases.domain.sharing.NeedToKnow;
import org.repatria.cases.domain.sharing.SharingEvent;
import org.repatria.cases.domain.strategy.PathwayKind;
import org.repatria.cases.domain.strategy.StrategyEvent;
import org.repatria.cases.domain.strategy.Way;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockEvent;
import org.repatria.messaging.Publishing.Published;

/**
 * What the outside learns of a dossier: that steps were taken and when.
 *
 * <p>It never learns reasons, evidence, answers or protection. Of a check it learns where it stands, a failure too.
 */
final class DossierPublishing {

    private DossierPublishing() {}

    static PublishedCase.CaseMoved stage(StageReached e) {
        return new PublishedCase.CaseMoved(
                e.caseId().value(),
                e.from().name(),
                e.to().name(),
                ToldCase.word(e),
                e.happened().day(),
                e.at());
    }

    /** That somebody answered a question that stands in a compartment is told without the question. */
    static PublishedCase.FactsHaveChanged facts(FactsChanged e) {
        return switch (e.event()) {
            case FactsEvent.FactsRecorded(var facts) ->
                new PublishedCase.FactsHaveChanged(
                        e.caseId().value(),
                        facts.stream()
                                .map(Fact::name)
                                .filter(name -> !NeedToKnow.confided().contains(name))
                                .map(FactName::name)
                                .distinct()
                                .sorted()
                                .toList(),
                        false,
                        e.at());
            case FactsEvent.OffenceRecorded _ ->
                new PublishedCase.FactsHaveChanged(e.caseId().value(), List.of(), true, e.at());
        };
    }

    /** What is told of the run; of one that says nothing new to the other state, the same to the house. */
    static PublishedCase.Assessed assessed(CaseAssessed e) {
        var run = e.told().orElseGet(() -> e.run().told(e.run().id(), NeedToKnow.confided()));
        var findings = run.findings();
        return new PublishedCase.Assessed(
                e.caseId().value(),
                run.id(),
                run.edition(),
                Arrays.stream(PathwayKind.values())
                        .map(kind -> new PublishedCase.Standing(
                                kind.name(),
                                findings.standing(Way.of(kind)).effect().name()))
                        .toList(),
                e.disclosed().shifts().stream()
                        .map(shift -> new PublishedCase.Shift(
                                shift.way().name(),
                                shift.from().name(),
                                shift.to().name()))
                        .toList(),
                e.at());
    }

    static Optional<Published> strategy(StrategyChanged e, Case after) {
        return switch (e.event()) {
            case StrategyEvent.StrategyProposed(var strategy) -> strategy(e, strategy.number(), "PROPOSED", after);
            case StrategyEvent.StrategyVetoed s -> strategy(e, s.number(), "VETOED", after);
            case StrategyEvent.StrategyApprovedByHead s -> strategy(e, s.number(), "APPROVED_BY_HEAD", after);
            case StrategyEvent.StrategyCountersigned s -> strategy(e, s.number(), "COUNTERSIGNED", after);
            case StrategyEvent.StrategyAgreed s -> strategy(e, s.number(), "AGREED", after);
        };
    }

    private static Optional<Published> strategy(StrategyChanged e, int number, String state, Case after) {
        return published(
                "case.strategy-changed.v1",
                new PublishedCase.StrategyHasChanged(
                        e.caseId().value(), number, state, pathways(number, after), e.at()));
    }

    private static List<String> pathways(int number, Case after) {
        return after instanceof Case.Opened opened
                ? opened.file().dossier().strategies().version(number).stream()
                        .flatMap(Dossiers::inOrder)
                        .toList()
                : List.of();
    }

    static Optional<Published> course(CourseChanged e) {
        var id = e.caseId().value();
        return switch (e.event()) {
            case LifecycleEvent.CourseOpened c ->
                moved(
                        c.kind(),
                        new PublishedCase.CourseMoved(
                                id,
                                c.courseId(),
                                c.kind(),
                                Optional.empty(),
                                c.state(),
                                c.happened().day(),
                                c.at()));
            case LifecycleEvent.Moved m ->
                moved(
                        m.kind(),
                        new PublishedCase.CourseMoved(
                                id,
                                m.courseId(),
                                m.kind(),
                                Optional.of(m.from()),
                                m.to(),
                                m.happened().day(),
                                m.at()));
            case LifecycleEvent.MoveProposed(var proposal) ->
                published(
                        "case.proposal-made.v1",
                        new PublishedCase.ProposalMade(
                                id,
                                proposal.id(),
                                proposal.kind(),
                                proposal.move().to(),
                                proposal.approvedBy().stream()
                                        .map(Officer::toString)
                                        .toList(),
                                proposal.expiresAt(),
                                proposal.proposedAt()));
            case LifecycleEvent.ProposalApproved p -> ended(id, p.proposalId(), "APPROVED", p.at());
            case LifecycleEvent.ProposalRefused p -> ended(id, p.proposalId(), "REFUSED", p.at());
            case LifecycleEvent.ProposalWithdrawn p -> ended(id, p.proposalId(), "WITHDRAWN", p.at());
            case LifecycleEvent.ProposalExpired p -> ended(id, p.proposalId(), "EXPIRED", p.at());
            case LifecycleEvent.ProposalOvertaken p -> ended(id, p.proposalId(), "OVERTAKEN", p.at());
            case LifecycleEvent.LaterChargeRecorded c ->
                published(
                        "case.later-charge-changed.v1",
                        new PublishedCase.LaterChargeChanged(id, c.courseId(), c.chargeId(), "LAID", c.at()));
            case LifecycleEvent.LaterChargeDecided c ->
                published(
                        "case.later-charge-changed.v1",
                        new PublishedCase.LaterChargeChanged(
                                id, c.courseId(), c.chargeId(), c.outcome().name(), c.at()));
        };
    }

    /** The words in which the other state is told of what the house knows in full. */
    static Optional<Published> told(OtherStateTold e) {
        var id = e.caseId().value();
        return switch (e.telling()) {
            case Telling.OfStage stage ->
                published(
                        "case.moved.v1",
                        new PublishedCase.CaseMoved(
                                id,
                                stage.from(),
                                stage.to(),
                                Optional.empty(),
                                LocalDate.ofInstant(e.at(), ZoneOffset.UTC),
                                e.at()));
            case Telling.OfCourse course ->
                moved(
                        course.kind(),
                        new PublishedCase.CourseMoved(
                                id,
                                course.courseId(),
                                course.kind(),
                                Optional.of(course.from()).filter(from -> !from.equals(course.to())),
                                course.to(),
                                course.happened().day(),
                                e.at()));
            // What assets need of it stands in the snapshot.
            case Telling.OfRecovery _ -> Optional.empty();
            case Telling.OfAssets words ->
                published(
                        "case.shared-status-changed.v1",
                        new PublishedCase.SharedStatusChanged(
                                id, words.person().name(), words.assets().map(Enum::name), e.at()));
        };
    }

    private static Optional<Published> moved(String kind, PublishedCase.CourseMoved data) {
        return published("case." + Dossiers.noun(kind) + "-moved.v1", data);
    }

    private static Optional<Published> ended(String caseId, String proposalId, String how, Instant at) {
        return published("case.proposal-ended.v1", new PublishedCase.ProposalEnded(caseId, proposalId, how, at));
    }

    /**
     * What is published of safeguards. Marks of conflict of interest, and what concerns the rights of the person, are
     * not published.
     */
    static Optional<Published> safeguards(SafeguardsChanged e, Case after) {
        return switch (e.event()) {
            case CheckEvent.CheckRecorded(var entry) ->
                check(e, entry.check(), entry.isFailure() ? "FAILED" : "RECORDED");
            case CheckEvent.CheckApproved(var id, var _) -> check(e, checkOf(id, after), "APPROVED");
            case CheckEvent.CheckRejected(var id, var _) -> check(e, checkOf(id, after), "REJECTED");
            case CheckEvent.ConditionsAccepted(var id, var _) -> check(e, checkOf(id, after), "CONDITIONS_ACCEPTED");
            case CheckEvent.CheckWithdrawn(var id, var _) -> check(e, checkOf(id, after), "WITHDRAWN");
            case CheckEvent.CheckChallenged c -> check(e, c.check(), "CHALLENGED");
            case CheckEvent.CheckOverridden(var override) -> check(e, override.check(), "OVERRIDDEN");
            case StayEvent.StayRecorded(var stay) ->
                stay(e, stay.id(), "IN_FORCE", stay.receivedOn().day(), after);
            case StayEvent.StayLifted(var id, var lift) ->
                stay(e, id, "LIFTED", lift.on().day(), after);
            case ConflictEvent _, RightEvent _ -> Optional.empty();
        };
    }

    private static String checkOf(String entryId, Case after) {
        return after instanceof Case.Opened opened
                ? opened.file()
                        .dossier()
                        .safeguards()
                        .checks()
                        .entry(entryId)
                        .map(entry -> entry.check())
                        .orElse("")
                : "";
    }

    private static Optional<Published> check(SafeguardsChanged e, String check, String state) {
        return published(
                "case.check-changed.v1",
                new PublishedCase.CheckChanged(e.caseId().value(), check, state, e.at()));
    }

    /** Publishes that the person is not to be moved. Who keeps whose data for which court is not published. */
    private static Optional<Published> stay(
            SafeguardsChanged e, String stayId, String state, LocalDate on, Case after) {
        return isOfMovement(stayId, after)
                ? published(
                        "case.stay-changed.v1",
                        new PublishedCase.StayChanged(e.caseId().value(), stayId, state, on, e.at()))
                : Optional.empty();
    }

    private static boolean isOfMovement(String stayId, Case after) {
        return after instanceof Case.Opened opened
                && opened.file().dossier().safeguards().stays().stay(stayId).stream()
                        .anyMatch(stay -> stay.scope() == Stay.Scope.MOVEMENT);
    }

    /**
     * Publishes that somebody opened a compartment alone, but not which one. What was sent to whom is for the
     * disclosure log alone.
     */
    static Optional<Published> sharing(SharingChanged e) {
        return switch (e.event()) {
            case GrantEvent.GlassBroken(var grant) ->
                published(
                        "case.glass-broken.v1",
                        new PublishedCase.GlassHasBeenBroken(
                                e.caseId().value(), grant.id(), grant.officer(), grant.until(), e.at()));
            case SharingEvent _ -> Optional.empty();
        };
    }

    /**
     * Who leans on what is not published until a notice falls. Then the cases that lean on it are named by their ids,
     * and why it fell is not told. Each of them tells of its review without saying whose notice it was.
     */
    static Optional<Published> leanings(LeaningsChanged e, Case after) {
        return switch (e.event()) {
            case LeaningEvent.NoticeFell fell
            when after instanceof Case.Opened opened -> published("case.notice-fell.v1", fell(e, fell, opened));
            case LeaningEvent.FallenNoticeNoted(var notice) ->
                published(
                        "case.review-required.v1",
                        new PublishedCase.MustBeReviewed(
                                e.caseId().value(),
                                notice.fate().cause(),
                                notice.fate().source(),
                                e.at()));
            case LeaningEvent.NoticeFell _, LeaningEvent.CaseLeans _, LeaningEvent.LeaningEnded _ -> Optional.empty();
        };
    }

    private static PublishedCase.NoticeHasFallen fell(
            LeaningsChanged e, LeaningEvent.NoticeFell fell, Case.Opened opened) {
        var relation = opened.file().relation();
        return new PublishedCase.NoticeHasFallen(
                e.caseId().value(),
                relation.requesting().value(),
                relation.requested().value(),
                fell.noticeId(),
                fell.fate().name(),
                fell.leanings().stream()
                        .map(leaning -> leaning.caseId().value())
                        .toList(),
                e.at());
    }

    static Optional<Published> clock(ClockChanged e, Case after) {
        return switch (e.event()) {
            case ClockEvent.HappeningKept _ -> Optional.empty();
            case ClockEvent.ClockStarted(var clock, var _) -> clock(e, clock.id(), "STARTED", after, Optional.empty());
            case ClockEvent.ClockSatisfied c -> clock(e, c.clockId(), "SATISFIED", after, Optional.empty());
            case ClockEvent.LateHappeningNoted c -> clock(e, c.clockId(), "TOO_LATE", after, Optional.empty());
            case ClockEvent.ClockSuspended c -> clock(e, c.clockId(), "SUSPENDED", after, Optional.empty());
            case ClockEvent.ClockResumed c -> clock(e, c.clockId(), "RESUMED", after, Optional.empty());
            case ClockEvent.WarningGiven c ->
                clock(e, c.clockId(), "WARNED", after, Optional.of((int)
                        ChronoUnit.DAYS.between(c.day(), c.lastDay())));
            case ClockEvent.ClockExpired c -> clock(e, c.clockId(), "EXPIRED_PRESUMED", after, Optional.empty());
            case ClockEvent.ClockExtended c -> clock(e, c.successor().id(), "EXTENDED", after, Optional.empty());
            case ClockEvent.ClockRebased c -> clock(e, c.successor().id(), "REBASED", after, Optional.empty());
            case ClockEvent.ClockSuperseded c -> clock(e, c.clockId(), "SUPERSEDED", after, Optional.empty());
            case ClockEvent.ExpiryConfirmed c -> clock(e, c.clockId(), "EXPIRED_CONFIRMED", after, Optional.empty());
            case ClockEvent.ExpiryRefuted c -> clock(e, c.clockId(), "REFUTED", after, Optional.empty());
            case ClockEvent.ClockCancelled c -> clock(e, c.clockId(), "CANCELLED", after, Optional.empty());
        };
    }

    private static Optional<Published> clock(
            ClockChanged e, String clockId, String state, Case after, Optional<Integer> daysLeft) {
        var clock = after instanceof Case.Opened opened
                ? opened.file().dossier().clocks().clock(clockId)
                : Optional.<Clock>empty();
        return published(
                "case.clock-changed.v1",
                new PublishedCase.ClockHasChanged(
                        e.caseId().value(),
                        clockId,
                        clock.map(known -> known.rule().id()),
                        clock.flatMap(Clock::supersedes),
                        clock.map(known -> known.rule().kind().name()),
                        state,
                        clock.map(known -> known.effective().lastDay()),
                        daysLeft,
                        e.at()));
    }

    private static Optional<Published> published(String type, Object data) {
        return Optional.of(new Published(type, data));
    }
}
