package org.repatria.cases.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.clocks.ClockSetting;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRule.Bearer;
import org.repatria.clocks.ClockRule.OnExpiry;
import org.repatria.clocks.ClockRule.RollForward;
import org.repatria.clocks.Counting;
import org.repatria.clocks.Happened;
import org.repatria.clocks.Term;

/** What the rules that are shipped make of a last day on which nobody works. */
final class DaysOffTest {

    private static final RuleBook SHIPPED = ReferenceFiles.load();

    @Nested
    final class Saying {

        @Test
        void every_rule_says_what_becomes_of_its_last_day_and_who_says_so() {
            assertThat(SHIPPED.clockRules())
                    .allSatisfy(
                            rule -> assertThat(rule.rollSource()).as(rule.id()).isPresent());
        }

        @Test
        void no_right_of_a_person_ends_on_a_day_off_unless_that_is_doubtful() {
            assertThat(SHIPPED.clockRules())
                    .filteredOn(rule -> rule.bearer() == Bearer.PERSON)
                    .hasSizeGreaterThan(15)
                    .noneMatch(rule -> rule.rollForward() == RollForward.NONE);
        }

        @Test
        void no_custody_is_lengthened_by_a_day_off() {
            assertThat(SHIPPED.clockRules())
                    .filteredOn(rule -> rule.onExpiry() == OnExpiry.PRESUME_RELEASED)
                    .hasSizeGreaterThan(15)
                    .allMatch(rule -> rule.bearer() == Bearer.STATE)
                    .noneMatch(rule -> rule.rollForward() == RollForward.NEXT_BUS_DAY);
        }
    }

    @ParameterizedTest(name = "{0} from {2} in {1}: last day {3}, act by {4}, or {5}")
    @CsvSource({
        // rights of the person that run on, each by its source
        "CLK-REM-US-PFR,         US, 2014-11-15, 2014-12-15, 2014-12-15,           , a Monday",
        "CLK-REM-US-PFR,         US, 2014-11-14, 2014-12-15, 2014-12-15,           , a Sunday gives way to Monday",
        "CLK-REM-US-PFR,         US, 2015-04-25, 2015-05-26, 2015-05-26,           , Memorial Day too",
        "CLK-REM-US-BIA,         US, 2016-07-08, 2016-08-08, 2016-08-08,           , Sunday",
        "CLK-REM-ASY,            US, 2014-03-01, 2015-03-02, 2015-03-02,           , Sunday after a year",
        "CLK-CLAIM-US-CRIM,      US, 2015-06-04, 2015-07-06, 2015-07-06,           , Independence Day "
                + "observed on Friday",
        "CLK-EXT-APPEAL-UK103,   GB, 2019-04-06, 2019-04-23, 2019-04-23,           , Good Friday and Easter Monday",
        "CLK-EXT-APPEAL-UK108,   GB, 2019-04-08, 2019-04-23, 2019-04-23,           , Easter Sunday",
        "CLK-EXT-APPEAL-UK108,   GB, 2019-05-07, 2019-05-20, 2019-05-20,           , the day itself counts",
        "CLK-CN-ILG-NOTICE,      CN, 2018-05-25, 2018-11-26, 2018-11-26,           , Sunday",
        "CLK-POL-COOLING-OFF,    XH, 2015-10-03, 2015-10-12, 2015-10-12,           , Saturday",
        // doubt lets the person's right last, and warns of the reading that ends first
        "CLK-SAFE-15,            US, 2015-07-03, 2015-07-20, 2015-07-17, 2015-07-18, Saturday",
        "CLK-REM-US-VD60,        US, 2015-05-12, 2015-07-13, 2015-07-10, 2015-07-11, Saturday",
        "CLK-CLAIM-US-ADM-PUB,   US, 2015-03-27, 2015-04-27, 2015-04-24, 2015-04-26, Sunday",
        "CLK-EXT-REP-UK,         GB, 2019-03-24, 2019-05-07, 2019-05-03, 2019-05-04, Saturday before a bank holiday",
        // custody ends with its day
        "CLK-PA-ECE40,           FR, 2018-09-03, 2018-10-13, 2018-10-12,           , Saturday",
        "CLK-PA-CN,              CN, 2019-04-12, 2019-05-12, 2019-05-10,           , Sunday",
        "CLK-EXT-SURR-US,        US, 2015-04-04, 2015-06-04, 2015-06-04,           , Thursday",
        "CLK-EXT-SURR-US,        US, 2015-04-05, 2015-06-05, 2015-06-05,           , Friday",
        "CLK-EXT-SURR-US,        US, 2015-04-06, 2015-06-06, 2015-06-05,           , Saturday stays",
        "CLK-PA-UK,              GB, 2019-03-06, 2019-04-19, 2019-04-18, 2019-04-23, Good Friday and the "
                + "day of the arrest",
        "CLK-EXT-SURR-CH,        CH, 2015-06-03, 2015-06-13, 2015-06-12, 2015-06-15, Saturday",
        // Saturday is no holiday by the Interpretation Act of Canada, Sunday is
        "CLK-PA-CA,              CA, 2018-09-04, 2018-11-03, 2018-11-03,           , Saturday",
        "CLK-PA-CA,              CA, 2018-09-05, 2018-11-04, 2018-11-03, 2018-11-05, Sunday",
        // orders and duties of the state
        "CLK-RST-US-90,          US, 2015-03-16, 2015-06-14, 2015-06-12, 2015-06-15, Sunday",
        "CLK-AST-NOTICE-US,      US, 2015-06-09, 2015-08-08, 2015-08-07, 2015-08-10, Saturday",
        "CLK-FORF-COMPLAINT-US,  US, 2014-10-20, 2015-01-20, 2015-01-20,           , Sunday and a holiday",
        "CLK-EU-CONF,            FR, 2021-06-02, 2021-07-19, 2021-07-19,           , Saturday",
        "CLK-UK-AFO,             GB, 2019-05-07, 2021-05-06, 2021-05-06,           , the day itself counts",
        "CLK-POL-SCREENING,      US, 2015-01-07, 2015-02-21, 2015-02-21,           , house policy on a Saturday",
    })
    void a_last_day_on_which_nobody_works(
            String id,
            String requested,
            LocalDate from,
            LocalDate lastDay,
            LocalDate actBy,
            @Nullable LocalDate other,
            String why) {
        assertThat(term(rule(id, from), requested, from))
                .as(why)
                .isEqualTo(new Term(lastDay, Optional.empty(), actBy, Optional.ofNullable(other)));
    }

    /**
     * s. 103(9): the appeal against the judge's decision counts from the day on which the person is told of the order.
     */
    @Test
    void an_appeal_counts_from_the_day_on_which_the_person_is_informed() {
        assertThat(started("person.INFORMED_OF_ORDER")).containsExactly("CLK-EXT-APPEAL-UK103", "CLK-EXT-APPEAL-UK108");
        assertThat(started("extradition.COMMITTED")).noneMatch(id -> id.startsWith("CLK-EXT-APPEAL"));
        assertThat(started("extradition.SURRENDER_ORDERED")).noneMatch(id -> id.startsWith("CLK-EXT-APPEAL"));
    }

    private static List<String> started(String happening) {
        return SHIPPED.clocksStartedBy(happening, relation("GB"), LocalDate.of(2019, 4, 6)).stream()
                .map(ClockRule::id)
                .toList();
    }

    @Test
    void cash_is_held_for_hours_that_leave_bank_holidays_out() {
        var rule = rule("CLK-UK-CASH48", LocalDate.of(2019, 4, 18));
        var seized = new Happened.At(Instant.parse("2019-04-18T09:00:00Z"), ZoneId.of("Europe/London"));
        assertThat(Counting.endsAt(rule, seized, ClockSetting.calendar(rule, relation("GB"), SHIPPED)))
                .contains(Instant.parse("2019-04-24T09:00:00Z"));
    }

    @Test
    void a_warning_of_a_doubtful_period_comes_before_the_reading_that_ends_first() {
        var from = LocalDate.of(2015, 7, 3);
        var rule = rule("CLK-SAFE-15", from);
        var counting = Counting.of(rule, Happened.on(from), ClockSetting.calendar(rule, relation("US"), SHIPPED));
        assertThat(counting.warnings(from, counting.term(Happened.on(from))))
                .extracting(warning -> warning.day())
                .endsWith(LocalDate.of(2015, 7, 17));
    }

    @Test
    void holidays_are_known_where_a_calendar_lists_them_and_nowhere_else() {
        var rule = rule("CLK-CN-ILG-NOTICE", LocalDate.of(2018, 5, 25));
        var day = LocalDate.of(2018, 11, 26);
        assertThat(List.of("CN", "GB", "US"))
                .map(state ->
                        ClockSetting.calendar(rule, relation(state), SHIPPED).knowsHolidaysOf(day))
                .containsExactly(false, true, true);
        assertThat(SHIPPED.calendar("US").knowsHolidaysOf(LocalDate.of(2031, 1, 1)))
                .isFalse();
    }

    private static ClockRule rule(String id, LocalDate day) {
        return SHIPPED.clockRule(id, day).orElseThrow();
    }

    private static Relation relation(String requested) {
        return new Relation(new CountryCode("XR"), new CountryCode(requested));
    }

    private static Term term(ClockRule rule, String requested, LocalDate from) {
        return Counting.of(rule, Happened.on(from), ClockSetting.calendar(rule, relation(requested), SHIPPED))
                .term(Happened.on(from));
    }
}
