package org.repatria.cases.domain.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.cases.domain.assets.AssetsInState;
import org.repatria.cases.domain.casefile.Case.Opened;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.lifecycle.Course;
import org.repatria.cases.domain.lifecycle.Courses;
import org.repatria.cases.domain.lifecycle.LifecycleDecider;
import org.repatria.cases.domain.lifecycle.LifecycleEvent;
import org.repatria.cases.domain.lifecycle.Move;
import org.repatria.cases.domain.recovery.Grounds;
import org.repatria.cases.domain.recovery.HowFar;
import org.repatria.cases.domain.recovery.RecoveryGround;
import org.repatria.cases.domain.recovery.RecoveryStage;
import org.repatria.cases.domain.strategy.PathwayKind;
import org.repatria.clocks.Happened;

/** The recovery of assets in the light of the whole case; see ADR-0020. */
final class Recovering {

    private static final String KIND = PathwayKind.ASSET_RECOVERY.token();

    /** Endings of the pathway by which two persons say that what was held was given back. */
    private static final Set<String> GIVEN_BACK = Set.of("RELEASED", "AWARDED_TO_CLAIMANT", "WITHDRAWN_ERROR");

    private Recovering() {}

    /** How far its assets have come. */
    static HowFar howFar(Dossier dossier) {
        return HowFar.of(dossier.assetsByState().names());
    }

    /** The moves of running pathways that follow from how the assets stand now. */
    static List<LifecycleEvent> following(Opened now, LegalOccasion occasion) {
        var dossier = now.file().dossier();
        var howFar = howFar(dossier);
        return now instanceof Case.Open
                ? running(dossier)
                        .flatMap(course -> howFar.moves(course.state(), wasFollowed(course)).stream()
                                .flatMap(stage -> followed(course, stage, now, occasion)))
                        .toList()
                : List.of();
    }

    private static Stream<LifecycleEvent> followed(
            Course course, RecoveryStage stage, Opened now, LegalOccasion occasion) {
        var dossier = now.file().dossier();
        var at = dossier.assetsByState().states().stream()
                .filter(some -> RecoveryStage.ofAsset(some.state()).equals(Optional.of(stage)))
                .toList();
        var move = new Move(
                course.id(),
                stage.name(),
                Happened.on(day(course, at, occasion.today())),
                "So stand the assets of the case.",
                AssetsInState.earliest(at, AssetsInState::heldUntil)
                        .map(day -> Map.of("expiresOn", day.toString()))
                        .orElseGet(Map::of),
                at.stream()
                        .flatMap(some -> some.first().stream())
                        .sorted()
                        .limit(Courses.DOCUMENTS_MAX)
                        .toList());
        return LifecycleDecider.followed(move, dossier.courses(), new CaseSetting(now, occasion)).stream();
    }

    /** A course runs forward: what an asset went through before the last move counts from that move. */
    private static LocalDate day(Course course, List<AssetsInState> at, LocalDate today) {
        var since = AssetsInState.earliest(at, AssetsInState::since)
                .filter(day -> !day.isAfter(today))
                .orElse(today);
        return course.lastHappened().map(Happened::day).filter(since::isBefore).orElse(since);
    }

    private static boolean wasFollowed(Course course) {
        return course.steps().stream()
                .reduce((_, last) -> last)
                .filter(last -> last.by().equals(LifecycleDecider.FOLLOWED))
                .isPresent();
    }

    /** On what recovery rests now. */
    static RecoveryGround ground(Opened now, LegalOccasion occasion) {
        var dossier = now.file().dossier();
        return now instanceof Case.Open
                ? Grounds.now(
                        dossier.allRecovery(),
                        dossier.strategies(),
                        dossier.safeguards().checks(),
                        dossier.facts(),
                        running(dossier).reduce((_, last) -> last).map(Course::id),
                        occasion)
                : Grounds.gone(dossier.allRecovery());
    }

    /**
     * Whether somebody has decided on what became of the assets that are released. Either the money was returned, or
     * two persons end the pathway as given back. The other state is told that it ended, and not how.
     */
    static boolean isReleaseDecided(Opened state, Move move) {
        var ends = move.to().equals("ABANDONED") && isGivenBack(move.particulars());
        return ends
                || courses(state.file().dossier())
                        .anyMatch(course -> course.hasBeen("RETURNED")
                                || (course.state().equals("ABANDONED") && isGivenBack(course.particulars())));
    }

    private static boolean isGivenBack(Map<String, String> particulars) {
        return !particulars.containsKey("ending") || GIVEN_BACK.contains(particulars.get("ending"));
    }

    private static Stream<Course> running(Dossier dossier) {
        return courses(dossier).filter(course -> !course.hasEnded());
    }

    private static Stream<Course> courses(Dossier dossier) {
        return dossier.courses().courses().stream()
                .filter(course -> course.kind().equals(KIND));
    }
}
