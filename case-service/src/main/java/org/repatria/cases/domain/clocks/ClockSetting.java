package org.repatria.cases.domain.clocks;

import java.time.LocalDate;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.Counting;
import org.repatria.clocks.Happened;
import org.repatria.clocks.HolidayCalendar;

/** What the clocks need of the rest of a case: which two states it is between, and the occasion. */
public record ClockSetting(Relation relation, LegalOccasion occasion) {

    HolidayCalendar calendar(ClockRule rule) {
        return calendar(rule, relation, occasion.rules());
    }

    /** The last day that a rule leaves, where no clock is started for it. */
    public static LocalDate lastDay(ClockRule rule, Happened trigger, Relation relation, LegalOccasion occasion) {
        return Counting.lastDay(rule, trigger, calendar(rule, relation, occasion.rules()));
    }

    /** The calendar whose days off count for a rule. */
    public static HolidayCalendar calendar(ClockRule rule, Relation relation, RuleBook rules) {
        return rules.calendarOf(rule, relation);
    }

    /** Whether who acts may know of a clock. */
    boolean knows(Clock clock) {
        return clock.rule().knownTo().isTold() || Side.of(occasion.by().authority(), relation) != Side.REQUESTING;
    }

    Counting counting(Clock clock) {
        return new Counting(clock.rule(), clock.zone(), calendar(clock.rule()));
    }
}
