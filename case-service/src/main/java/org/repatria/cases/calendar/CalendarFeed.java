package org.repatria.cases.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Last days as iCalendar text (source: RFC 5545, RFC 7986 for the calendar's name and refresh interval).
 *
 * <p>Why no library: ical4j reads and writes everything the standard knows and drags its time zone registry, its cache and three more
 * dependencies along for it. A feed of all-day entries needs eight properties, and every rule of them is tested here.
 */
public final class CalendarFeed {

    /** Source: RFC 5545, 3.1: lines are no longer than this, the line break left aside. */
    private static final int LINE_OCTETS_MAX = 75;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private CalendarFeed() {}

    /**
     * The whole feed. Its entries keep their UID whatever becomes of the clock, so that a subscriber's program moves them.
     *
     * @param stamp when the feed was made
     */
    public static String text(List<LastDay> lastDays, Instant stamp) {
        var lines = new ArrayList<String>();
        lines.add("BEGIN:VCALENDAR");
        lines.add("VERSION:2.0");
        lines.add("PRODID:-//Repatria//Clocks 1//EN");
        lines.add("CALSCALE:GREGORIAN");
        lines.add("METHOD:PUBLISH");
        lines.add("NAME:Repatria clocks");
        lines.add("X-WR-CALNAME:Repatria clocks");
        lines.add("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        lastDays.forEach(lastDay -> write(lastDay, stamp, lines));
        lines.add("END:VCALENDAR");

        var text = new StringBuilder();
        lines.forEach(line -> fold(line, text));
        return text.toString();
    }

    private static void write(LastDay lastDay, Instant stamp, List<String> lines) {
        lines.add("BEGIN:VEVENT");
        lines.add("UID:" + escaped(lastDay.caseId() + "." + lastDay.clockId() + "@repatria"));
        lines.add("DTSTAMP:" + MOMENT.format(stamp));
        lines.addAll(when(lastDay));
        lines.add("SUMMARY:" + escaped(summary(lastDay)));
        lines.add("DESCRIPTION:" + escaped(description(lastDay)));
        lines.add("TRANSP:TRANSPARENT");
        lastDay.warnAt().forEach(lead -> remind(lead, lastDay, lines));
        lines.add("END:VEVENT");
    }

    /** All day, or the moment where hours count; the end of a day is the next one, which it does not include. */
    private static List<String> when(LastDay lastDay) {
        return lastDay.endsAt()
                .map(end -> List.of("DTSTART:" + MOMENT.format(end)))
                .orElseGet(() -> List.of(
                        "DTSTART;VALUE=DATE:" + DAY.format(lastDay.day()),
                        "DTEND;VALUE=DATE:" + DAY.format(lastDay.day().plusDays(1))));
    }

    private static void remind(int lead, LastDay lastDay, List<String> lines) {
        lines.add("BEGIN:VALARM");
        lines.add("ACTION:DISPLAY");
        lines.add("TRIGGER:-P" + lead + "D");
        lines.add("DESCRIPTION:" + escaped(summary(lastDay)));
        lines.add("END:VALARM");
    }

    private static String summary(LastDay lastDay) {
        return lastDay.rule() + ": last day, " + lastDay.caseId();
    }

    private static String description(LastDay lastDay) {
        return earlier(lastDay)
                .map(day -> lastDay.title() + "\nAct by " + day + ": nobody can on the last day.")
                .orElse(lastDay.title());
    }

    private static Optional<LocalDate> earlier(LastDay lastDay) {
        return Optional.of(lastDay.actBy()).filter(lastDay.day()::isAfter);
    }

    /** Source: RFC 5545, 3.3.11. What no text may contain is left out. */
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        text.replace("\r\n", "\n").chars().forEach(character -> {
            switch (character) {
                case '\\', ';', ',' -> escaped.append('\\').append((char) character);
                case '\n' -> escaped.append("\\n");
                default -> {
                    if (!Character.isISOControl(character)) {
                        escaped.append((char) character);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** Breaks a line between characters, so that every piece is UTF-8 of its own; each further piece begins with a space. */
    static void fold(String line, StringBuilder text) {
        var room = LINE_OCTETS_MAX;
        for (var at = 0; at < line.length(); ) {
            var character = Character.toString(line.codePointAt(at));
            var octets = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets > room) {
                text.append("\r\n ");
                room = LINE_OCTETS_MAX - 1;
            }
            text.append(character);
            room -= octets;
            at += character.length();
        }
        text.append("\r\n");
    }
}
