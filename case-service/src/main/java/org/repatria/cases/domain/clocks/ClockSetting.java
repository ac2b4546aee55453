package org.repatria.cases.domain.clocks;

import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.reference.ClockRule;
import org.repatria.cases.domain.reference.HolidayCalendar;
import org.repatria.cases.domain.reference.Occasion;

/** What the clocks need of the rest of a case: which two states it is between, and the occasion. */
public record ClockSetting(Relation relation, Occasion occasion) {

    /** The rule's calendar, or else that of the host state, or else mere weekends. */
    HolidayCalendar calendar(ClockRule rule) {
        var rules = occasion.rules();
        return rule.calendarId()
                .map(rules::calendar)
                .orElseGet(() ->
                        rules.calendars().getOrDefault(relation.requested().value(), Counting.WEEKENDS));
    }

    Counting counting(Clock clock) {
        return new Counting(clock.rule(), clock.zone(), calendar(clock.rule()));
    }
}
