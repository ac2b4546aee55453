package org.repatria.cases.domain.clocks;

import java.time.LocalDate;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Happened;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.law.ClockRule;
import org.repatria.cases.domain.law.HolidayCalendar;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.RuleBook;

/** What the clocks need of the rest of a case: which two states it is between, and the occasion. */
public record ClockSetting(Relation relation, LegalOccasion occasion) {

    HolidayCalendar calendar(ClockRule rule) {
        return calendar(rule, relation, occasion.rules());
    }

    /** The last day that a rule leaves, where no clock is started for it. */
    public static LocalDate lastDay(ClockRule rule, Happened trigger, Relation relation, LegalOccasion occasion) {
        return Counting.lastDay(rule, trigger, calendar(rule, relation, occasion.rules()));
    }

    /** The rule's calendar, or else that of the state whose days count, or else mere weekends. */
    public static HolidayCalendar calendar(ClockRule rule, Relation relation, RuleBook rules) {
        var named = rule.calendarId().orElse(ClockRule.OF_REQUESTED_STATE);
        return switch (named) {
            case ClockRule.OF_REQUESTING_STATE -> ofState(relation.requesting(), rules);
            case ClockRule.OF_REQUESTED_STATE -> ofState(place(rule, relation), rules);
            default -> rules.calendar(named);
        };
    }

    private static HolidayCalendar ofState(CountryCode state, RuleBook rules) {
        return rules.calendars().getOrDefault(state.value(), Counting.WEEKENDS);
    }

    /** The host state, unless limitation is counted in the requesting one. */
    private static CountryCode place(ClockRule rule, Relation relation) {
        return rule.limitation()
                        .filter(limitation -> limitation.in() == Side.REQUESTING)
                        .isPresent()
                ? relation.requesting()
                : relation.requested();
    }

    /** Whether who acts may know of a clock. */
    boolean knows(Clock clock) {
        return clock.rule().isKnownTo(Side.of(occasion.by().authority(), relation));
    }

    Counting counting(Clock clock) {
        return new Counting(clock.rule(), clock.zone(), calendar(clock.rule()));
    }
}
