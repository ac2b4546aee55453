package org.repatria.decider;

import java.util.List;
import java.util.Optional;

/** Why a command is refused: the reason, and everything that stands in the way. */
public record Refusal(Reason reason, List<Obstacle> obstacles) {

    public Refusal {
        obstacles = List.copyOf(obstacles);
    }

    public static Refusal of(Reason reason, Obstacle... obstacles) {
        return new Refusal(reason, List.of(obstacles));
    }

    /** A reason that is about the whole, with a finished sentence on this occurrence. */
    public static Refusal of(Reason reason, String detail) {
        return of(reason, Obstacle.of(reason.name(), "", detail));
    }

    /** What can be said of this occurrence as a whole. */
    public Optional<String> detail() {
        return obstacles.stream()
                .filter(obstacle -> obstacle.about().isEmpty())
                .map(Obstacle::detail)
                .findFirst();
    }
}
