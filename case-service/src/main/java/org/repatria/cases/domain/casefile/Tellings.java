package org.repatria.cases.domain.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.casefile.Case.Opened;
import org.repatria.cases.domain.casefile.CaseEvent.AssetsNoted;
import org.repatria.cases.domain.casefile.CaseEvent.CourseChanged;
import org.repatria.cases.domain.casefile.CaseEvent.OtherStateTold;
import org.repatria.cases.domain.casefile.CaseEvent.RecoveryGroundChanged;
import org.repatria.cases.domain.casefile.CaseEvent.Telling;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.CourseOpened;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.Moved;
import org.repatria.cases.domain.recovery.RecoveryGround;

/**
 * Adds to what has happened what the other state is told of it. It does so where that is told in other words or only in
 * part.
 */
final class Tellings {

    /** The events with what is told after each. */
    List<CaseEvent> with(Case before, List<CaseEvent> events) {
        var all = new ArrayList<CaseEvent>(events.size());
        var state = before;
        for (var event : events) {
            var after = CaseHistory.evolve(state, event);
            all.add(event);
            telling(state, event, after)
                    .map(told -> new OtherStateTold(event.caseId(), told, event.at()))
                    .ifPresent(all::add);
            state = after;
        }
        return List.copyOf(all);
    }

    private static Optional<Telling> telling(Case before, CaseEvent event, Case after) {
        if (!(after instanceof Opened now) || !(before instanceof Opened)) {
            return Optional.empty();
        }
        return switch (event) {
            case CourseChanged(var _, CourseOpened e, var _)
            when !ToldEvents.isTold(event, after) ->
                now.file().dossier().courses().course(e.courseId()).map(course -> {
                    var word = course.told().state();
                    return new Telling.OfCourse(course.id(), course.kind(), word, word, e.happened());
                });
            case CourseChanged(var _, Moved e, var _)
            when !ToldEvents.isTold(event, after) ->
                now.file()
                        .dossier()
                        .courses()
                        .course(e.courseId())
                        .filter(course -> course.isLastStepTold())
                        .map(course -> course.told().steps().getLast())
                        .map(step ->
                                new Telling.OfCourse(e.courseId(), e.kind(), step.from(), step.to(), e.happened()));
            case AssetsNoted _ -> ofAssets(before, now);
            case RecoveryGroundChanged e -> ofRecovery(before, e.ground());
            default -> ToldEvents.isTold(event, after) ? Optional.empty() : ofStage(before, now);
        };
    }

    private static Optional<Telling> ofAssets(Case before, Opened now) {
        var words = SharedWords.of(now);
        return words.equals(SharedWords.of(before))
                ? Optional.empty()
                : Optional.of(new Telling.OfAssets(words.person(), words.assets()));
    }

    private static Optional<Telling> ofRecovery(Case before, RecoveryGround now) {
        var known = before instanceof Opened opened
                ? opened.file().dossier().allRecovery().shared()
                : RecoveryGround.none().shared();
        return now.shared().equals(known) ? Optional.empty() : Optional.of(new Telling.OfRecovery(now.shared()));
    }

    private static Optional<Telling> ofStage(Case before, Opened now) {
        var from = ToldCase.stage(before);
        var to = ToldCase.stage(now);
        return from.equals(to) ? Optional.empty() : Optional.of(new Telling.OfStage(from, to));
    }
}
