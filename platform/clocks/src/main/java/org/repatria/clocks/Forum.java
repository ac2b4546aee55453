package org.repatria.clocks;

import java.time.Instant;
import java.util.List;

/** What clocks ask of the whole that they belong to. By whose rules is counted, and what is about what? */
public interface Forum {

    /** When it is looked at. */
    Instant now();

    /** All rules that are known. */
    List<ClockRule> rules();

    /** Those that something starts there, by the law of its day. */
    List<ClockRule> startedBy(Happening happening);

    /** Whose days off count for a rule. */
    HolidayCalendar calendar(ClockRule rule);

    /** Whose days off count for a clock that was started. */
    default HolidayCalendar calendar(Clock clock) {
        return calendar(clock.rule());
    }

    /** Whether what happened is about what a clock runs for. No clock is ended by what happened to something else. */
    boolean concerns(Happening happening, Clock clock);

    /** The count that begins with something that happened. */
    default Counting counting(ClockRule rule, Happening happening) {
        return Counting.of(rule, happening.when(), calendar(rule));
    }

    /** The name of a clock, from the one that its number gives it. What is kept apart has names of its own. */
    default String named(String id) {
        return id;
    }

    /** Whether something ends the clocks of a rule in time. */
    default boolean stops(ClockRule rule, String token) {
        return rule.stopOn().contains(token);
    }

    /** Whether something ends the clocks of a rule, or lets them rest or run again. */
    default boolean waitsFor(ClockRule rule, String token) {
        return rule.waitsFor(token);
    }
}
