package org.repatria.cases.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class CalendarFeedTest {

    private static final Instant STAMP = Instant.parse("2015-04-01T09:30:00Z");

    private static final LastDay RESTRAINT = new LastDay(
            "case-0123456789abcdefghijklmnopqrstuvwxyz0123",
            "clk-3",
            "CLK-RST-US-90",
            "18 U.S.C. 983(j)(1)(B),(2); order of the court",
            LocalDate.parse("2015-06-14"),
            Optional.empty(),
            LocalDate.parse("2015-06-12"),
            List.of(30, 14, 7));

    private static final LastDay JUDGE = new LastDay(
            "case-1",
            "clk-1",
            "CLK-ARR-CA-24",
            "Loi sur l’extradition, art. 17",
            LocalDate.parse("2015-04-02"),
            Optional.of(Instant.parse("2015-04-02T06:10:00Z")),
            LocalDate.parse("2015-04-02"),
            List.of());

    @Nested
    class Writing {

        @Test
        void a_feed_is_what_calendar_programs_read() throws IOException {
            var golden = Files.readString(Path.of("src/test/resources/calendar/clocks.ics"), StandardCharsets.UTF_8);
            assertThat(CalendarFeed.text(List.of(RESTRAINT, JUDGE), STAMP)).isEqualTo(golden);
        }

        @Test
        void a_feed_without_entries_is_a_calendar_too() {
            assertThat(CalendarFeed.text(List.of(), STAMP))
                    .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                    .endsWith("END:VCALENDAR\r\n")
                    .doesNotContain("VEVENT");
        }

        @Test
        void an_entry_keeps_its_uid_when_its_day_moves() {
            var moved = new LastDay(
                    RESTRAINT.caseId(),
                    RESTRAINT.clockId(),
                    RESTRAINT.rule(),
                    RESTRAINT.title(),
                    LocalDate.parse("2015-07-01"),
                    Optional.empty(),
                    LocalDate.parse("2015-07-01"),
                    List.of());
            assertThat(uid(CalendarFeed.text(List.of(moved), STAMP)))
                    .isEqualTo(uid(CalendarFeed.text(List.of(RESTRAINT), STAMP.plusSeconds(60))));
        }

        private static String uid(String feed) {
            var unfolded = feed.replace("\r\n ", "");
            return unfolded.lines()
                    .filter(line -> line.startsWith("UID:"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class Escaping {

        @Test
        void what_has_a_meaning_is_escaped() {
            assertThat(CalendarFeed.escaped("a\\b;c,d\ne:f\"")).isEqualTo("a\\\\b\\;c\\,d\\ne:f\"");
        }

        @Test
        void what_no_text_may_contain_is_left_out() {
            assertThat(CalendarFeed.escaped("a\u0000\u0007b\r\nc")).isEqualTo("ab\\nc");
        }

        @Test
        void nobody_can_add_a_line_of_his_own() {
            assertThat(CalendarFeed.escaped("x\r\nEND:VEVENT\rBEGIN:VEVENT")).isEqualTo("x\\nEND:VEVENTBEGIN:VEVENT");
        }
    }

    @Nested
    class Folding {

        @Test
        void no_line_is_longer_than_75_octets_and_unfolding_gives_it_back() {
            for (var length = 1; length < 400; length++) {
                var line = "ä€𝄞x"
                        .repeat(100)
                        .codePoints()
                        .limit(length)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                var folded = folded(line);
                assertThat(folded.split("\r\n"))
                        .allSatisfy(piece -> assertThat(piece.getBytes(StandardCharsets.UTF_8))
                                .hasSizeLessThanOrEqualTo(75));
                assertThat(folded.replace("\r\n ", "")).isEqualTo(line + "\r\n");
            }
        }

        @Test
        void a_line_of_exactly_75_octets_stays_whole() {
            assertThat(folded("x".repeat(75))).isEqualTo("x".repeat(75) + "\r\n");
            assertThat(folded("x".repeat(76))).isEqualTo("x".repeat(75) + "\r\n x\r\n");
        }

        private static String folded(String line) {
            var text = new StringBuilder();
            CalendarFeed.fold(line, text);
            return text.toString();
        }
    }
}
