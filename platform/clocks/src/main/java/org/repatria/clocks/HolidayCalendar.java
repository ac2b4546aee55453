package org.repatria.clocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days count as business days somewhere.
 *
 * @param weekend the days of the week on which nobody works
 * @param holidays public holidays by date
 */
public record HolidayCalendar(String id, Set<DayOfWeek> weekend, Set<LocalDate> holidays, String source) {

    public HolidayCalendar {
        weekend = Set.copyOf(weekend);
        holidays = Set.copyOf(holidays);
    }

    /** Whether the public holidays around a day are known here; a calendar that lists none knows none. */
    public boolean knowsHolidaysOf(LocalDate day) {
        return holidays.stream().anyMatch(holiday -> holiday.getYear() == day.getYear());
    }

    public boolean isBusinessDay(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }
}
