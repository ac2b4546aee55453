package org.repatria.cases.domain.clocks;

import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.reference.ClockRule;
import org.repatria.cases.domain.reference.HolidayCalendar;
import org.repatria.cases.domain.reference.Occasion;

/** What the clocks need of the rest of a case: which two states it is between, and the occasion. */
public record ClockSetting(Relation relation, Occasion occasion) {

    /** The rule's calendar, or else that of the state whose days count, or else mere weekends. */
    HolidayCalendar calendar(ClockRule rule) {
        var rules = occasion.rules();
        return rule.calendarId()
                .map(rules::calendar)
                .orElseGet(() -> rules.calendars().getOrDefault(place(rule).value(), Counting.WEEKENDS));
    }

    /** The host state, unless limitation is counted in the requesting one. */
    private CountryCode place(ClockRule rule) {
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
