package org.repatria.cases.domain.safeguards;

import java.util.Optional;
import org.repatria.cases.domain.safeguards.CheckLine.Standing;
import org.repatria.decider.Obstacle;

/**
 * What stands in the way of a gate, as finished sentences. Reasons and evidence of a check are not repeated in
 * them.
 */
final class Obstacles {

    /** Source: gate matrix, hard blocks. */
    private static final String NO_WAY_ROUND = "no role overrides a failure of this check";

    private Obstacles() {}

    static Obstacle hardBlock(String title, CheckEntry failure, String source) {
        return Obstacle.of(
                "HARD_BLOCK",
                failure.check(),
                title + ": failed on " + failure.on().day() + "; " + NO_WAY_ROUND + ".",
                source);
    }

    static Optional<Obstacle> of(Standing standing, boolean hard, String check, String title, String source) {
        return switch (standing.worth()) {
            case SATISFIED, OVERRIDDEN -> Optional.empty();
            case FAILED -> Optional.of(failed(standing.entry().orElseThrow(), hard, title, source));
            case CONDITIONS_OPEN ->
                Optional.of(Obstacle.of(
                        "CONDITIONS_NOT_ACCEPTED", check, title + ": its conditions are not accepted.", source));
            case EXPIRED ->
                Optional.of(Obstacle.of(
                        "CHECK_EXPIRED", check, title + ": no longer relied on" + lastDay(standing) + ".", source));
            case NOT_APPROVED ->
                Optional.of(Obstacle.of("CHECK_NOT_APPROVED", check, title + ": waits for the second person.", source));
            case NOT_APPLICABLE ->
                Optional.of(Obstacle.of(
                        "CHECK_NOT_APPLICABLE",
                        check,
                        title + ": this gate needs a result, \"not applicable\" is none.",
                        source));
            case NOTHING -> Optional.of(Obstacle.of("CHECK_MISSING", check, title + nothing(standing), source));
        };
    }

    private static Obstacle failed(CheckEntry failure, boolean hard, String title, String source) {
        return hard || failure.hard()
                ? hardBlock(title, failure, source)
                : Obstacle.of(
                        "CHECK_FAILED",
                        failure.check(),
                        title + ": failed on " + failure.on().day() + ".",
                        source);
    }

    private static String lastDay(Standing standing) {
        return standing.entry()
                .flatMap(CheckEntry::lastDay)
                .map(day -> ", its last day was " + day)
                .orElse("");
    }

    private static String nothing(Standing standing) {
        return standing.entry().isPresent()
                ? ": nothing that was recorded counts here, it has to be made anew."
                : ": not made.";
    }
}
