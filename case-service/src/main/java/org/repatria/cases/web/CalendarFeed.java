package org.repatria.cases.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.web.LastDay.Standing;
import org.repatria.decider.text.VisibleText;

/**
 * Last days as iCalendar text (source: RFC 5545). The calendar's name and refresh interval are from RFC 7986.
 *
 * <p>It has no METHOD: that property begins a scheduling transaction, which wants an organizer with an address and a
 * parameter of the content type (source: RFC 5545, 3.7.2 and 8.1; RFC 5546, 3.2.1). A feed that is subscribed to is
 * none.
 *
 * <p>Why no library: ical4j reads and writes everything the standard knows and brings its time zone registry, its cache
 * and three more dependencies along. A feed of all-day entries needs nine properties; tests read it back with that
 * library.
 */
final class CalendarFeed {

    /** Source: RFC 5545, 3.1: lines are no longer than this, the line break left aside. */
    private static final int LINE_OCTETS_MAX = 75;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** INVARIANT: a calendar has a component (source: RFC 5545, 3.6); this one no program shows. */
    private static final List<String> NOTHING_TO_SHOW = List.of(
            "BEGIN:VTIMEZONE",
            "TZID:Etc/UTC",
            "BEGIN:STANDARD",
            "DTSTART:19700101T000000",
            "TZOFFSETFROM:+0000",
            "TZOFFSETTO:+0000",
            "END:STANDARD",
            "END:VTIMEZONE");

    private CalendarFeed() {}

    /**
     * The whole feed. Its entries keep their UID whatever becomes of the clock, so that a subscriber's program moves
     * them.
     *
     * @param stamp when the feed was made
     */
    static String text(List<LastDay> lastDays, Instant stamp) {
        var lines = new ArrayList<String>();
        lines.add("BEGIN:VCALENDAR");
        lines.add("VERSION:2.0");
        lines.add("PRODID:-//Repatria//Clocks 1//EN");
        lines.add("CALSCALE:GREGORIAN");
        lines.add("NAME:Repatria clocks");
        lines.add("X-WR-CALNAME:Repatria clocks");
        lines.add("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        if (lastDays.isEmpty()) {
            lines.addAll(NOTHING_TO_SHOW);
        }
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
        lines.add("STATUS:" + (isCertain(lastDay) ? "CONFIRMED" : "TENTATIVE"));
        lines.add("TRANSP:TRANSPARENT");
        if (lastDay.standing() == Standing.RUNNING) {
            lastDay.warnAt().forEach(lead -> remind(lead, lastDay, lines));
        }
        lines.add("END:VEVENT");
    }

    /** All day, or the moment where hours count. The end of a day is the next one, which it does not include. */
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

    private static boolean isCertain(LastDay lastDay) {
        return lastDay.standing() == Standing.RUNNING && !lastDay.doubtful();
    }

    private static String summary(LastDay lastDay) {
        return lastDay.rule() + ": " + word(lastDay.standing()) + ", " + lastDay.caseId();
    }

    private static String word(Standing standing) {
        return switch (standing) {
            case RUNNING -> "last day";
            case SUSPENDED -> "suspended";
            case PRESUMED_OVER -> "presumed over";
        };
    }

    private static String description(LastDay lastDay) {
        var sentences = new ArrayList<String>();
        sentences.add(lastDay.title());
        switch (lastDay.standing()) {
            case RUNNING ->
                earlier(lastDay).ifPresent(day -> sentences.add("Act by " + day + ": nobody can on the last day."));
            case SUSPENDED -> sentences.add("The clock does not run. This is the last day as if it ran on.");
            case PRESUMED_OVER ->
                sentences.add("Over by the calendar. A legal officer has not yet looked into the court's record.");
        }
        if (lastDay.doubtful()) {
            sentences.add("The rule is doubtful: a lawyer must confirm it before anybody relies on it.");
        }
        return String.join("\n", sentences);
    }

    private static Optional<LocalDate> earlier(LastDay lastDay) {
        return Optional.of(lastDay.actBy()).filter(lastDay.day()::isAfter);
    }

    /**
     * Source: RFC 5545, 3.3.11. What no text may contain is left out, and what a reader cannot see but a program obeys:
     * characters that turn the direction of what follows, or hide in it. Joiners stay, some scripts cannot be written
     * without them.
     */
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(character -> {
            switch (character) {
                case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(character);
                // Programs that split a text into lines split it at each of these, not at CR and LF alone.
                case '\n', '\r', '\u000B', '\f', '\u0085', '\u2028', '\u2029' -> escaped.append("\\n");
                case '\t' -> escaped.append(' ');
                default -> {
                    if (VisibleText.isForEyes(character)) {
                        escaped.appendCodePoint(character);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /**
     * Breaks a line between characters, so that every piece is UTF-8 of its own. Each further piece begins with a
     * space.
     */
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
