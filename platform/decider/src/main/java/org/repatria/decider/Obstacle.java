package org.repatria.decider;

import java.util.Optional;

/**
 * One thing that stands in the way, in words that a screen can show.
 *
 * @param code what is wrong, such as {@code CHECK_EXPIRED}
 * @param about the field, check, pathway, clock, fact or particular that it concerns, such as {@code SG-09}; empty for
 *     the whole
 * @param detail a finished sentence that says what is missing
 * @param source the legal or policy source of the rule
 */
public record Obstacle(String code, String about, String detail, Optional<String> source) {

    public static Obstacle of(String code, String about, String detail) {
        return new Obstacle(code, about, detail, Optional.empty());
    }

    public static Obstacle of(String code, String about, String detail, String source) {
        return new Obstacle(code, about, detail, Optional.of(source));
    }
}
