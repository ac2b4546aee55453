package org.repatria.cases.domain.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.cases.domain.casefile.Case.Opened;
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
import org.repatria.cases.domain.clocks.ClockSetting;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.leaning.LeaningEvent.NoticeFell;
import org.repatria.cases.domain.leaning.NoticeFate;
import org.repatria.cases.domain.lifecycle.Course;
import org.repatria.cases.domain.lifecycle.LifecycleEvent;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.CourseOpened;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.Moved;
import org.repatria.cases.domain.lifecycle.Lifecycles;
import org.repatria.cases.domain.lifecycle.NoticeCascade;
import org.repatria.cases.domain.recovery.RecoveryGround;
import org.repatria.cases.domain.strategy.Run;
import org.repatria.cases.domain.strategy.StrategyEvent.StrategyAgreed;
import org.repatria.cases.domain.strategy.StrategyEvent.StrategyApprovedByHead;
import org.repatria.cases.domain.strategy.StrategyEvent.StrategyCountersigned;
import org.repatria.cases.domain.strategy.StrategyEvent.StrategyProposed;
import org.repatria.cases.domain.strategy.StrategyEvent.StrategyVetoed;
import org.repatria.cases.domain.strategy.Way;
import org.repatria.clocks.Happened;
import org.repatria.clocks.Happening;
import org.repatria.decider.Obstacle;

/**
 * What follows at once from what has happened to a case. Clocks start and stop, stages are reached, the engine runs
 * again, and the next gates are looked at. All of it is decided with the command and stands in the journal with it.
 */
final class Consequences {

    private static final String COERCION = "ABORTED_COERCION";

    private final LegalOccasion occasion;
    private final List<CaseEvent> events = new ArrayList<>();
    private Case state;
    private boolean told;

    private Consequences(Case state, LegalOccasion occasion) {
        this.state = state;
        this.occasion = occasion;
    }

    /** The events of a command with those that follow from them. */
    static List<CaseEvent> of(Case before, List<CaseEvent> events, LegalOccasion occasion) {
        var unfolding = new Consequences(before, occasion);
        events.forEach(unfolding::add);
        unfolding.followAssets(events);
        unfolding.countLimitation();
        unfolding.lookAtGates();
        unfolding.lookAtGround();
        return List.copyOf(unfolding.events);
    }

    private void add(CaseEvent event) {
        events.add(event);
        state = CaseHistory.evolve(state, event);
        told |= ToldEvents.isTold(event, state);
        if (state instanceof Opened now) {
            follow(event, now);
        }
    }

    private void follow(CaseEvent event, Opened now) {
        switch (event) {
            case CaseSubmitted _ -> happened("case.SCREENING");
            case CaseReturnedForInfo _ -> happened("case.RETURNED_FOR_INFO");
            case AnswerReceived _ -> happened("case.SCREENING");
            case CasePutOnHold _ -> happened("case.ON_HOLD");
            case CaseResumed _ -> happened("case.RESUMED");
            case CaseClosed _ -> happened("case.CLOSED");
            case StageReached e -> reached(e);
            case FactsChanged _, SafeguardsChanged _ ->
                Assessing.again(now, occasion).ifPresent(this::add);
            case StrategyChanged e -> agreed(e, now);
            case CourseChanged(var _, CourseOpened e, var _) -> opened(e, now);
            case CourseChanged(var _, Moved e, var _) -> moved(e, now);
            case CourseChanged(var _, LifecycleEvent _, var _) -> {}
            case CaseOpened _, DuplicateSuspected _, CaseAssigned _ -> {}
            case IdentityCorrectionProposed _, IdentityCorrected _ -> {}
            case CaseAssessed e -> assessed(e, now);
            case OtherStateTold _ -> {}
            case SharingChanged _, ClockChanged _, LeaningsChanged _ -> {}
            case MissingChecksChanged _, RecoveryGroundChanged _, ReviewRequired _, AssetsNoted _ -> {}
        }
    }

    private void reached(StageReached e) {
        var token = switch (e.from()) {
            case UNDER_CHALLENGE -> e.to() == Stage.RESOLVED ? "case.RESOLVED" : "case.CHALLENGE_ANSWERED";
            case DRAFT, SCREENING, RETURNED_FOR_INFO, NOT_ACCEPTED, ACCEPTED, STRATEGY_PROPOSED -> "case." + e.to();
            case STRATEGY_AGREED, ACTIVE, ON_HOLD, RESOLVED, CLOSED, ARCHIVED, ERASED_STUB, NOT_AVAILABLE ->
                "case." + e.to();
        };
        happened(token, e.happened(), ClockSetting.WHOLE_CASE);
    }

    /** Tells both sides to look again at a strategy that the law no longer allows. A machine does not undo it. */
    private void assessed(CaseAssessed e, Opened now) {
        Assessing.newlyBarred(e, now).forEach(way -> review(way, e.run(), now));
    }

    /** A strategy that is proposed or agreed by both sides moves the case with it. */
    private void agreed(StrategyChanged e, Opened now) {
        switch (e.event()) {
            case StrategyProposed _ -> reach(Stage.STRATEGY_PROPOSED, now);
            case StrategyAgreed _ -> {
                reach(Stage.STRATEGY_AGREED, now);
                barredAlready(now);
            }
            case StrategyVetoed _, StrategyApprovedByHead _, StrategyCountersigned _ -> {}
        }
    }

    /**
     * Asks for a review of each way of the agreed strategy that is barred already. The requesting state signs on what
     * it may know; where its signature is the last, the host state looks at the rest again.
     */
    private void barredAlready(Opened now) {
        var dossier = now.file().dossier();
        dossier.run().ifPresent(run -> Assessing.barred(run, now).forEach(way -> review(way, run, now)));
    }

    private void review(Way way, Run run, Opened now) {
        add(new ReviewRequired(
                now.id(),
                now.id().value(),
                "the agreed strategy holds " + way + ", which is barred now",
                "run " + run.id() + " of the strategy engine",
                occasion.at()));
    }

    private void opened(CourseOpened e, Opened now) {
        happened(e.kind() + "." + e.state(), e.happened(), e.courseId());
        if (now.stage() == Stage.STRATEGY_AGREED && CaseSetting.PATHWAYS.contains(e.kind())) {
            reach(Stage.ACTIVE, now);
        }
    }

    private void moved(Moved e, Opened now) {
        Lifecycles.of(e.kind())
                .happeningsOf(e.from(), e.to())
                .forEach(token -> happened(token, e.happened(), e.courseId()));
        Charging.chargedBy(e, now)
                .forEach(offence -> happened("offence.CHARGED_IN_HOST_STATE", e.happened(), offence.id()));
        NoticeCascade.after(e).ifPresent(review -> {
            add(new ReviewRequired(now.id(), review.courseId(), review.cause(), review.source(), occasion.at()));
            fell(e, now);
        });
        if (e.to().equals(COERCION) && now.stage() != Stage.UNDER_CHALLENGE) {
            add(new StageReached(
                    now.id(),
                    CaseCourse.turnsAsideFrom(now),
                    Stage.UNDER_CHALLENGE,
                    Optional.of("COERCION"),
                    e.reasons(),
                    e.happened(),
                    occasion.at()));
        }
    }

    /**
     * What the end of a notice means for other cases. They learn it from the event of the notice, since each of them is
     * a document of its own.
     */
    private void fell(Moved e, Opened now) {
        var leaning = now.file().dossier().allLeanings().on(e.courseId());
        if (!leaning.isEmpty()) {
            add(new LeaningsChanged(
                    now.id(), new NoticeFell(e.courseId(), NoticeFate.valueOf(e.to()), leaning), occasion.at()));
        }
    }

    private void reach(Stage stage, Opened now) {
        if (now.stage() != stage) {
            add(new StageReached(
                    now.id(), now.stage(), stage, Optional.empty(), "", Happened.on(occasion.today()), occasion.at()));
        }
    }

    private void happened(String token) {
        happened(token, Happened.on(occasion.today()), ClockSetting.WHOLE_CASE);
    }

    private void happened(String token, Happened when, String about) {
        if (state instanceof Opened now) {
            now.file()
                    .dossier()
                    .clocks()
                    .happened(
                            new Happening(token, when, about),
                            new ClockSetting(now.file().relation(), occasion))
                    .forEach(event -> add(new ClockChanged(now.id(), event, occasion.at())));
        }
    }

    /** The pathway of recovery goes where the assets are: when one changes, and when the pathway is opened. */
    private void followAssets(List<CaseEvent> asked) {
        var concerned = asked.stream()
                .anyMatch(event ->
                        event instanceof AssetsNoted || event instanceof CourseChanged(var _, CourseOpened _, var _));
        if (concerned && state instanceof Opened now) {
            Recovering.following(now, occasion)
                    .forEach(event -> add(new CourseChanged(now.id(), event, occasion.at())));
        }
    }

    /** Whatever the occasion was: the law may have changed since the last one. */
    private void countLimitation() {
        var counted = true;
        while (counted && state instanceof Opened now) {
            var follows = new LimitationClocks(now, occasion).next();
            follows.forEach(event -> add(new ClockChanged(now.id(), event, occasion.at())));
            counted = !follows.isEmpty();
        }
    }

    /** The checks that the next gates lack, told only when they are others than before. */
    private void lookAtGates() {
        if (state instanceof Opened now) {
            var missing = now instanceof Case.Open ? missing(now) : List.<String>of();
            if (!missing.equals(now.file().dossier().missing())) {
                add(new MissingChecksChanged(now.id(), missing, occasion.at()));
            }
        }
    }

    /**
     * The ground of recovery, told only when it is another one.
     *
     * <p>INVARIANT: time alone changes nothing of what the other state is told of it. Otherwise the next confided step
     * would show when it was taken.
     */
    private void lookAtGround() {
        if (state instanceof Opened now) {
            var before = now.file().dossier().allRecovery();
            var found = Recovering.ground(now, occasion);
            var ground = told ? found : new RecoveryGround(found.all(), before.shared());
            if (!ground.equals(before)) {
                add(new RecoveryGroundChanged(now.id(), ground, occasion.at()));
            }
        }
    }

    private List<String> missing(Opened now) {
        var around = new CaseSetting(now, occasion);
        var today = Happened.on(occasion.today());
        return Stream.concat(Stream.of(CaseCourse.of(now)), now.file().dossier().courses().courses().stream())
                .filter(course -> !course.hasEnded())
                .flatMap(course -> missing(course, around, today))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> missing(Course course, CaseSetting around, Happened today) {
        return course.lifecycle().rowsFrom(course.state()).stream()
                .flatMap(row -> row.requires().gates().stream())
                .distinct()
                .flatMap(gate -> around.missingAt(gate, course, today).stream())
                .map(Obstacle::about);
    }
}
