package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.validate.ValidationEntry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.cases.web.LastDay.Standing;

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
            List.of(30, 14, 7),
            Standing.RUNNING,
            false);

    private static final LastDay JUDGE = new LastDay(
            "case-1",
            "clk-1",
            "CLK-ARR-CA-24",
            "Loi sur l’extradition, art. 17",
            LocalDate.parse("2015-04-02"),
            Optional.of(Instant.parse("2015-04-02T06:10:00Z")),
            LocalDate.parse("2015-04-02"),
            List.of(),
            Standing.RUNNING,
            false);

    private static LastDay restraint(String title, Standing standing, boolean doubtful) {
        return new LastDay(
                RESTRAINT.caseId(),
                RESTRAINT.clockId(),
                RESTRAINT.rule(),
                title,
                RESTRAINT.day(),
                RESTRAINT.endsAt(),
                RESTRAINT.actBy(),
                RESTRAINT.warnAt(),
                standing,
                doubtful);
    }

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
                    .contains("BEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\n")
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
                    List.of(),
                    Standing.RUNNING,
                    false);
            assertThat(uid(CalendarFeed.text(List.of(moved), STAMP)))
                    .isEqualTo(uid(CalendarFeed.text(List.of(RESTRAINT), STAMP.plusSeconds(60))));
        }

        @Test
        void a_clock_that_does_not_run_says_so_and_reminds_nobody() {
            assertThat(unfolded(restraint("art. 1", Standing.SUSPENDED, false)))
                    .contains("SUMMARY:CLK-RST-US-90: suspended\\, case-", "as if it ran on", "STATUS:TENTATIVE")
                    .doesNotContain("VALARM", "Act by");
            assertThat(unfolded(restraint("art. 1", Standing.PRESUMED_OVER, false)))
                    .contains("SUMMARY:CLK-RST-US-90: presumed over\\, case-", "court's record", "STATUS:TENTATIVE")
                    .doesNotContain("VALARM", "Act by");
        }

        @Test
        void a_doubtful_rule_reminds_like_any_and_says_that_it_is_doubtful() {
            assertThat(unfolded(restraint("art. 1", Standing.RUNNING, true)))
                    .contains("STATUS:TENTATIVE", "a lawyer must confirm it", "VALARM", "Act by 2015-06-12");
        }

        private static String unfolded(LastDay lastDay) {
            return CalendarFeed.text(List.of(lastDay), STAMP).replace("\r\n ", "");
        }

        private static String uid(String feed) {
            var unfolded = feed.replace("\r\n ", "");
            return unfolded.lines()
                    .filter(line -> line.startsWith("UID:"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** An independent reader and its validator find nothing, and read what was written. */
    @Nested
    class Validating {

        @Test
        void the_validator_finds_what_a_scheduling_method_wants() {
            var scheduling = CalendarFeed.text(List.of(RESTRAINT), STAMP)
                    .replace("VERSION:2.0\r\n", "VERSION:2.0\r\nMETHOD:PUBLISH\r\n");
            assertThat(findings(scheduling))
                    .anySatisfy(finding -> assertThat(finding).contains("ORGANIZER"));
        }

        @Test
        void the_validator_finds_a_calendar_without_a_component() {
            var empty = CalendarFeed.text(List.of(), STAMP).replaceAll("(?s)BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n", "");
            assertThat(findings(empty))
                    .anySatisfy(finding -> assertThat(finding).contains("at least one component"));
        }

        @Test
        void a_feed_without_entries_is_valid() {
            assertThat(findings(CalendarFeed.text(List.of(), STAMP))).isEmpty();
        }

        @Test
        void clocks_of_every_kind_are_valid_together() {
            var all = new ArrayList<>(List.of(JUDGE));
            for (var standing : Standing.values()) {
                for (var doubtful : List.of(false, true)) {
                    all.add(restraint(RESTRAINT.title(), standing, doubtful));
                }
            }
            var feed = CalendarFeed.text(all, STAMP);
            assertThat(findings(feed)).isEmpty();
            assertThat(read(feed).getComponents(Component.VEVENT)).hasSameSizeAs(all);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "Loi sur l’extradition; art. 17, al. 1\\2",
                    "END:VEVENT\nEND:VCALENDAR",
                    "《中华人民共和国引渡法》第三十条、第三十一条;一百二十字以上的标题也必须原样读回,不能在字符中间断开,也不能丢失任何一个字符。",
                    "𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞 äöü ẞ",
                    "قانون تسليم المجرمين، المادة ٤٤؛ الفقرة ٢",
                    "می\u200Cخواهم",
                    "\"quoted\": https://example.org/?a=b;c=d,e",
                    "art.                                                                                   "
                            + " 1, where a line is folded among blanks"
                })
        void any_title_is_read_back_as_it_was_written(String title) {
            var feed = CalendarFeed.text(List.of(restraint(title, Standing.RUNNING, false)), STAMP);
            assertThat(findings(feed)).isEmpty();
            assertThat(read(feed)
                            .getComponents(Component.VEVENT)
                            .getFirst()
                            .getProperty(Property.DESCRIPTION)
                            .orElseThrow()
                            .getValue())
                    .isEqualTo(title + "\nAct by 2015-06-12: nobody can on the last day.");
        }

        @Test
        void nothing_that_a_title_hides_makes_a_feed_invalid() {
            var every = new StringBuilder();
            for (var character = 0; character < 0x3000; character++) {
                every.appendCodePoint(character);
            }
            every.append("\uD800x\uDC00\uFEFF\uFFFE\uFFFF");
            var feed = CalendarFeed.text(List.of(restraint(every.toString(), Standing.RUNNING, false)), STAMP);
            assertThat(findings(feed)).isEmpty();
            assertThat(feed.split("\r\n"))
                    .allSatisfy(line ->
                            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
            assertThat(feed.replace("\r\n", "").chars().filter(Character::isISOControl))
                    .isEmpty();
            assertThat(new String(feed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(feed);
        }

        private static List<String> findings(String feed) {
            return read(feed).validate().getEntries().stream()
                    .map(ValidationEntry::toString)
                    .toList();
        }

        private static Calendar read(String feed) {
            try {
                return new CalendarBuilder().build(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException | ParserException e) {
                throw new AssertionError(feed, e);
            }
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
        void what_any_program_takes_for_the_end_of_a_line_is_one_within_the_text() {
            assertThat(CalendarFeed.escaped("a\u2028b\u2029c\u0085d\u000Be\ff\rg"))
                    .isEqualTo("a\\nb\\nc\\nd\\ne\\nf\\ng");
        }

        @Test
        void what_nobody_sees_is_left_out_but_what_a_script_needs() {
            assertThat(CalendarFeed.escaped("a\u202Eb\u2066c\u200Bd\uFEFFe\u00ADf\uFFFEg\uD800h"))
                    .isEqualTo("abcdefgh");
            assertThat(CalendarFeed.escaped(new StringBuilder("x")
                            .appendCodePoint(0xE0041)
                            .append("y")
                            .toString()))
                    .isEqualTo("xy");
            assertThat(CalendarFeed.escaped("می\u200Cخواهم ක්\u200Dෂ\t𝄞")).isEqualTo("می\u200Cخواهم ක්\u200Dෂ 𝄞");
        }

        @Test
        void nobody_can_add_a_line_of_his_own() {
            assertThat(CalendarFeed.escaped("x\r\nEND:VEVENT\rBEGIN:VEVENT"))
                    .isEqualTo("x\\nEND:VEVENT\\nBEGIN:VEVENT");
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
