package org.repatria.clocks.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.clocks.Addition;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRule.Unit;
import org.repatria.clocks.ClockRules;
import org.repatria.clocks.Counting;
import org.repatria.clocks.Happened;
import org.repatria.clocks.PairOfStates;

/** A second service needs no more than this to start a clock from an order. */
final class ShippedClockRulesTest {

    private static final ClockRules SHIPPED = ShippedClockRules.load();

    @Nested
    final class AnOrder {

        /** Each order with the host whose law it is made by, and the last day of what it starts. */
        @ParameterizedTest
        @CsvSource({
            "restraint.PRE_COMPLAINT,    US, 2015-03-16, CLK-RST-US-90,  2015-06-14",
            "restraint.TRO,              US, 2015-03-20, CLK-RST-US-TRO, 2015-04-03",
            "restraint.ACCOUNT_FREEZING, GB, 2020-02-03, CLK-UK-AFO,     2022-02-02",
            "restraint.FIAA_MLA,         CH, 2020-02-03, CLK-CH-FIAA3,   2024-02-03",
            "restraint.PRE_COMPLAINT,    XH, 2015-03-16, CLK-RST-US-90,  2015-06-14",
        })
        void starts_the_clock_of_its_host(String order, String host, LocalDate made, String rule, LocalDate lastDay) {
            var states = new PairOfStates("XR", host);

            assertThat(SHIPPED.startedBy(order, states, made))
                    .filteredOn(started -> started.id().equals(rule))
                    .singleElement()
                    .satisfies(started -> assertThat(
                                    Counting.lastDay(started, Happened.on(made), SHIPPED.calendarOf(started, states)))
                            .isEqualTo(lastDay));
        }

        @Test
        void of_another_host_starts_no_clock_of_this_one() {
            assertThat(SHIPPED.startedBy("restraint.TRO", new PairOfStates("US", "GB"), LocalDate.of(2015, 3, 20)))
                    .isEmpty();
        }
    }

    @Nested
    final class AClock {

        private static final PairOfStates STATES = new PairOfStates("XR", "XH");
        private static final LocalDate MADE = LocalDate.of(2015, 3, 16);

        private static Clock started() {
            var rule = rule("CLK-RST-US-90");
            var counting = Counting.of(rule, Happened.on(MADE), SHIPPED.calendarOf(rule, STATES));
            return Clock.started("clk-1", counting, "order-1", Happened.on(MADE), Optional.empty());
        }

        private static ClockRule rule(String id) {
            return SHIPPED.rule(id, MADE).orElseThrow();
        }

        @Test
        void warns_before_its_last_day_and_is_over_after_it() {
            var clock = started();

            assertThat(clock.warnings())
                    .extracting(warning -> warning.day().toString())
                    .containsExactly("2015-05-15", "2015-05-31", "2015-06-07", "2015-06-11", "2015-06-13");
            assertThat(clock.nextAt()).contains(startOf("2015-05-15"));
            assertThat(clock.effective().overAt(clock.zone())).isEqualTo(startOf("2015-06-15"));
        }

        @Test
        void ends_later_by_what_was_granted() {
            var clock = started();
            var counting = new Counting(clock.rule(), clock.zone(), SHIPPED.calendarOf(clock.rule(), STATES));
            var granted = new Addition(30, Unit.CAL_DAY, "court", Happened.on(LocalDate.of(2015, 6, 1)));

            var next = clock.successor("clk-2", counting, List.of(granted), granted.granted());

            assertThat(next.effective().lastDay()).isEqualTo(LocalDate.of(2015, 7, 14));
            assertThat(next.supersedes()).contains("clk-1");
        }

        private static Instant startOf(String day) {
            return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    @Nested
    final class Refusing {

        private static void refused(String file, String text, String by, String fault) {
            var texts = new LinkedHashMap<>(ShippedClockRules.texts());
            var shipped = texts.getOrDefault(file, "");
            assertThat(shipped).contains(text);
            texts.put(file, shipped.replaceFirst(java.util.regex.Pattern.quote(text), by));

            assertThatThrownBy(() -> ShippedClockRules.read(texts))
                    .isInstanceOf(FaultyReference.class)
                    .hasMessageContaining(fault);
        }

        @Test
        void a_field_that_nobody_knows() {
            refused("clock-rules.yaml", "    unit: CAL_DAY", "    lenght: 18\n    unit: CAL_DAY", "lenght");
        }

        @Test
        void a_rule_whose_days_off_are_of_no_calendar() {
            refused(
                    "clock-rules.yaml",
                    "    calendarId: REQUESTED_STATE",
                    "    calendarId: XX",
                    "calendarId: there is no calendar XX");
        }

        @Test
        void a_rule_that_ends_before_it_begins() {
            refused(
                    "clock-rules.yaml",
                    "    unit: CAL_DAY",
                    "    unit: CAL_DAY\n    validFrom: 2020-01-02\n    validTo: 2020-01-01",
                    "validTo: is before validFrom");
        }

        @Test
        void a_calendar_that_ends() {
            refused("calendars.yaml", "    weekend:", "    validTo: 2020-01-01\n    weekend:", "names its days itself");
        }

        @Test
        void two_profiles_of_one_state() {
            refused("demo-profiles.yaml", "state: XH", "state: XR", "XR is in force twice on the same day");
        }

        @Test
        void says_file_and_line() {
            refused("clock-rules.yaml", "    amount: 40\n", "    amount: many\n", "clock-rules.yaml:22");
        }
    }
}
