package org.repatria.clocks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.repatria.clocks.ClockRule.Bearer;
import org.repatria.clocks.ClockRule.Kind;
import org.repatria.clocks.ClockRule.StartCount;
import org.repatria.clocks.ClockRule.Unit;

/**
 * Counts a period as its rule says, in days of the place where it was triggered.
 *
 * <p>Where the counting is uncertain, the state's own deadline is the shorter and the person's the longer one (source:
 * counting rule for liberty and rights of the person).
 *
 * @param calendar tells business days, for the units, the rolling and the act-by day that need them
 */
public record Counting(ClockRule rule, ZoneId zone, HolidayCalendar calendar) {

    /** What counts as a weekend where no calendar is known. */
    public static final HolidayCalendar WEEKENDS = new HolidayCalendar(
            "weekends", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(), "no calendar is known for the place");

    /** LIMIT: no calendar has a longer row of days on which nobody works. One that has is a defect of the data. */
    private static final int DAYS_OFF_IN_A_ROW_MAX = 60;

    /** A count that begins with what triggered it; a mere day is a day of the rule's zone. */
    public static Counting of(ClockRule rule, Happened trigger, HolidayCalendar calendar) {
        return new Counting(rule, zone(rule, trigger), calendar);
    }

    /** The last day on which the act is still in time. */
    public static LocalDate lastDay(ClockRule rule, Happened trigger, HolidayCalendar calendar) {
        return of(rule, trigger, calendar).term(trigger).lastDay();
    }

    /** The last moment, where the rule counts hours. */
    public static Optional<Instant> endsAt(ClockRule rule, Happened trigger, HolidayCalendar calendar) {
        return of(rule, trigger, calendar).term(trigger).endsAt();
    }

    /** Custody ages in the zone of the custody place, which comes with the moment (source: rule record). */
    static ZoneId zone(ClockRule rule, Happened trigger) {
        return switch (trigger) {
            case Happened.At at -> at.zone();
            case Happened.On _ -> rule.zone().orElse(ZoneOffset.UTC);
        };
    }

    /** When the period is over that begins with its trigger. */
    public Term term(Happened trigger) {
        return term(trigger, List.of(), List.of());
    }

    /**
     * The same with time that was granted on top and stretches during which it did not run. A stretch that lasts adds
     * nothing yet.
     */
    public Term term(Happened trigger, List<Addition> additions, List<Suspension> suspensions) {
        return rule.unit() == Unit.HOUR
                ? termOfHours(trigger, additions, suspensions)
                : termOfDays(trigger, additions, suspensions);
    }

    private Term termOfDays(Happened trigger, List<Addition> additions, List<Suspension> suspensions) {
        var start = dayOf(trigger);
        var day = counted(start);
        for (var addition : additions) {
            day = plus(day, addition.amount(), addition.unit());
        }
        var firstDayThatCounts = rule.startCount() == StartCount.EXCL_TRIGGER && rule.bearer() == Bearer.STATE
                ? start.plusDays(1)
                : start;
        for (var stretch : stretchesOfDays(suspensions, firstDayThatCounts)) {
            if (stretch.from().isAfter(day)) {
                break; // what is over is not suspended any more
            }
            day = rule.unit() == Unit.BUS_DAY
                    ? plus(day, businessDays(stretch), Unit.BUS_DAY)
                    : day.plusDays(ChronoUnit.DAYS.between(stretch.from(), stretch.to()));
        }
        return termOf(day, start);
    }

    /**
     * A last day that is no day of work stays or runs on as the rule says. In doubt it is the earlier day for the state
     * and the later for the person, who is told to act by the earlier even so.
     */
    private Term termOf(LocalDate day, LocalDate start) {
        return switch (rule.rollForward()) {
            case NONE -> new Term(day, Optional.empty(), actBy(day, start));
            case NEXT_BUS_DAY -> {
                var runsOn = businessDayFrom(day);
                yield new Term(runsOn, Optional.empty(), actBy(runsOn, start));
            }
            case DOUBTFUL -> {
                var runsOn = businessDayFrom(day);
                yield rule.bearer() == Bearer.STATE
                        ? new Term(
                                day,
                                Optional.empty(),
                                actBy(day, start),
                                Optional.of(runsOn).filter(day::isBefore))
                        : new Term(
                                runsOn,
                                Optional.empty(),
                                actBy(day, start),
                                Optional.of(day).filter(runsOn::isAfter));
            }
        };
    }

    private LocalDate counted(LocalDate start) {
        if (rule.startCount() == StartCount.EXCL_TRIGGER) {
            return plus(start, rule.amount(), rule.unit());
        }
        return switch (rule.unit()) {
            case CAL_DAY -> start.plusDays(rule.amount() - 1L);
            case BUS_DAY -> plus(start.minusDays(1), rule.amount(), Unit.BUS_DAY);
            case CAL_MONTH, YEAR -> dayBeforeTheSame(start, plus(start, rule.amount(), rule.unit()));
            case HOUR -> throw new IllegalStateException("hours are no days");
        };
    }

    /**
     * A month that begins on the 31st ends with the month that has no 31st. The clamped day is the last one already.
     */
    private static LocalDate dayBeforeTheSame(LocalDate start, LocalDate end) {
        return end.getDayOfMonth() < start.getDayOfMonth() ? end : end.minusDays(1);
    }

    private LocalDate plus(LocalDate day, int amount, Unit unit) {
        return switch (unit) {
            case CAL_DAY -> day.plusDays(amount);
            case BUS_DAY -> plusBusinessDays(day, amount);
            case CAL_MONTH -> day.plusMonths(amount);
            case YEAR -> day.plusYears(amount);
            case HOUR -> day.plusDays(amount / HOURS_OF_A_DAY);
        };
    }

    private static final int HOURS_OF_A_DAY = 24;

    private LocalDate plusBusinessDays(LocalDate day, int amount) {
        var reached = day;
        for (var left = amount; left > 0; left--) {
            reached = businessDayFrom(reached.plusDays(1));
        }
        return reached;
    }

    private LocalDate businessDayFrom(LocalDate day) {
        var reached = day;
        for (var off = 0; !calendar.isBusinessDay(reached); off++) {
            if (off == DAYS_OFF_IN_A_ROW_MAX) {
                throw new IllegalStateException("calendar " + calendar.id() + " has no business day after " + day);
            }
            reached = reached.plusDays(1);
        }
        return reached;
    }

    /**
     * The last business day up to the last day. A clock of the state that is not a hard one can wait for the last day
     * itself.
     */
    private LocalDate actBy(LocalDate lastDay, LocalDate start) {
        if (rule.kind() != Kind.HARD && rule.bearer() == Bearer.STATE) {
            return lastDay;
        }
        for (var day = lastDay; !day.isBefore(start) && !day.isBefore(lastDay.minusDays(DAYS_OFF_IN_A_ROW_MAX)); ) {
            if (calendar.isBusinessDay(day)) {
                return day;
            }
            day = day.minusDays(1);
        }
        return lastDay;
    }

    private Term termOfHours(Happened trigger, List<Addition> additions, List<Suspension> suspensions) {
        var start = momentOf(trigger);
        var end = plusHours(start, rule.amount());
        for (var addition : additions) {
            end = addition.unit() == Unit.HOUR
                    ? plusHours(end, addition.amount())
                    : plusDaysAtTheSameHour(end, addition);
        }
        for (var stretch : stretchesOfTime(suspensions, start)) {
            if (stretch.from().isAfter(end)) {
                break;
            }
            end = end.plus(Duration.between(stretch.from(), stretch.to()));
        }
        var lastDay = LocalDate.ofInstant(end, zone);
        return new Term(lastDay, Optional.of(end), lastDay);
    }

    /**
     * Hours that pass, whatever the clocks on the wall do. Where the rule names a calendar, days off pass uncounted.
     */
    private Instant plusHours(Instant start, int hours) {
        if (rule.calendarId().isEmpty()) {
            return start.plus(Duration.ofHours(hours));
        }
        var reached = start;
        var left = Duration.ofHours(hours);
        while (true) {
            var day = LocalDate.ofInstant(reached, zone);
            var nextDay = day.plusDays(1).atStartOfDay(zone).toInstant();
            var ofThisDay = Duration.between(reached, nextDay);
            if (!calendar.isBusinessDay(day)) {
                reached = businessDayFrom(day).atStartOfDay(zone).toInstant();
            } else if (left.compareTo(ofThisDay) <= 0) {
                return reached.plus(left);
            } else {
                left = left.minus(ofThisDay);
                reached = nextDay;
            }
        }
    }

    private Instant plusDaysAtTheSameHour(Instant end, Addition addition) {
        var local = end.atZone(zone);
        return local.with(plus(local.toLocalDate(), addition.amount(), addition.unit()))
                .toInstant();
    }

    /** A day without an hour: its beginning for the state's deadline, its end for the person's. */
    private Instant momentOf(Happened happened) {
        return switch (happened) {
            case Happened.At at -> at.instant();
            case Happened.On on -> rule.bearer() == Bearer.STATE ? startOf(on.day()) : endOf(on.day());
        };
    }

    /**
     * Whether what happened lies within a term. A day on which hours run out is in time for the person, and too late
     * for the state.
     */
    public boolean inTime(Happened happened, Term term) {
        return switch (happened) {
            case Happened.At at ->
                term.endsAt()
                        .map(end -> !at.instant().isAfter(end))
                        .orElseGet(() -> !dayOf(at).isAfter(term.lastDay()));
            case Happened.On on ->
                term.endsAt()
                        .map(end -> rule.bearer() == Bearer.STATE
                                ? !endOf(on.day()).isAfter(end)
                                : !startOf(on.day()).isAfter(end))
                        .orElseGet(() -> !on.day().isAfter(term.lastDay()));
        };
    }

    /** Whether one happened no earlier than the other, as far as the days tell. */
    public boolean notBefore(Happened later, Happened earlier) {
        return (later instanceof Happened.At l && earlier instanceof Happened.At e)
                ? !l.instant().isBefore(e.instant())
                : !dayOf(later).isBefore(dayOf(earlier));
    }

    /** The day in this count's zone. */
    public LocalDate dayOf(Happened happened) {
        return switch (happened) {
            case Happened.At at -> LocalDate.ofInstant(at.instant(), zone);
            case Happened.On on -> on.day();
        };
    }

    /** Orders what happened by its day, and within a day by the hour where it is known. */
    public Comparator<Happened> inTimeOrder() {
        return Comparator.comparing(this::dayOf).thenComparing(happened -> switch (happened) {
            case Happened.At at -> at.instant();
            case Happened.On on -> startOf(on.day());
        });
    }

    /** The days on which to warn, earliest first. They lie within the period, after the day that it is counted from. */
    public List<Warning> warnings(LocalDate from, Term term) {
        return rule.warnAt().stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(lead -> new Warning(lead, term.earliestReading().minusDays(lead), false))
                .filter(warning -> warning.day().isAfter(from))
                .toList();
    }

    private record Days(LocalDate from, LocalDate to) {}

    private record Moments(Instant from, Instant to) {}

    /**
     * The day on which it was suspended does not count, the day on which it runs again does. What overlaps counts once.
     */
    private List<Days> stretchesOfDays(List<Suspension> suspensions, LocalDate floor) {
        var stretches = new ArrayList<Days>();
        var reached = floor;
        for (var suspension : inOrder(suspensions)) {
            var from = later(dayOf(suspension.from()), reached);
            var to = suspension.until().map(this::dayOf).orElse(from);
            if (to.isAfter(from)) {
                stretches.add(new Days(from, to));
                reached = to;
            }
        }
        return stretches;
    }

    private List<Moments> stretchesOfTime(List<Suspension> suspensions, Instant floor) {
        var stretches = new ArrayList<Moments>();
        var reached = floor;
        for (var suspension : inOrder(suspensions)) {
            var start = suspensionStart(suspension.from());
            var from = start.isAfter(reached) ? start : reached;
            var to = suspension.until().map(this::suspensionEnd).orElse(from);
            if (to.isAfter(from)) {
                stretches.add(new Moments(from, to));
                reached = to;
            }
        }
        return stretches;
    }

    private List<Suspension> inOrder(List<Suspension> suspensions) {
        return suspensions.stream()
                .sorted(Comparator.comparing(Suspension::from, inTimeOrder()))
                .toList();
    }

    private Instant suspensionStart(Happened from) {
        return switch (from) {
            case Happened.At at -> at.instant();
            case Happened.On on -> rule.bearer() == Bearer.STATE ? endOf(on.day()) : startOf(on.day());
        };
    }

    private Instant suspensionEnd(Happened until) {
        return switch (until) {
            case Happened.At at -> at.instant();
            case Happened.On on -> rule.bearer() == Bearer.STATE ? startOf(on.day()) : endOf(on.day());
        };
    }

    private int businessDays(Days stretch) {
        return Math.toIntExact(stretch.from()
                .datesUntil(stretch.to())
                .filter(calendar::isBusinessDay)
                .count());
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
