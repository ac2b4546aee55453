package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.OffencesOfTests.FLAT;
import static org.repatria.cases.OffencesOfTests.GRAIN;
import static org.repatria.cases.OffencesOfTests.VISA;
import static org.repatria.cases.OffencesOfTests.alleged;
import static org.repatria.cases.OffencesOfTests.ofHost;
import static org.repatria.cases.domain.facts.LimitationStanding.EXPIRED;
import static org.repatria.cases.domain.facts.LimitationStanding.NOT_EXPIRED;
import static org.repatria.cases.domain.facts.LimitationStanding.UNKNOWN;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.facts.HostOffence;
import org.repatria.cases.domain.facts.Limitation;
import org.repatria.cases.domain.facts.LimitationFinding;
import org.repatria.cases.domain.facts.OffenceFixture;
import org.repatria.cases.domain.facts.Penalty;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.law.ReferenceFiles;

/** Last days counted with pencil and calendar, by the rules on limitation as they are shipped. */
final class LimitationByHandTest {

    private static final RuleBook SHIPPED = ReferenceFiles.load();
    private static final Relation CN_TO_US = new Relation(new CountryCode("CN"), new CountryCode("US"));

    private static LimitationFinding inChina(OffenceFixture offence, String on) {
        return Limitation.of(offence.offence(), Side.REQUESTING, CN_TO_US, SHIPPED, LocalDate.parse(on));
    }

    private static LimitationFinding inTheUnitedStates(OffenceFixture offence, String on) {
        return Limitation.of(offence.offence(), Side.REQUESTED, CN_TO_US, SHIPPED, LocalDate.parse(on));
    }

    private static OffenceFixture visaFraud(String committedTo) {
        return ofHost(VISA, HostOffence.VISA_FRAUD, LocalDate.parse(committedTo))
                .absconded(Ternary.NO)
                .fleeing(Ternary.NO);
    }

    private static OffenceFixture laundering(String committedTo) {
        return ofHost(FLAT, HostOffence.LAUNDERING, LocalDate.parse(committedTo))
                .absconded(Ternary.NO)
                .fleeing(Ternary.NO);
    }

    @Nested
    class InTheUnitedStates {

        /** 18 U.S.C. 3282: within five years next after the offence; the day of the offence is not counted. */
        @Test
        void five_years_from_15_june_2012_end_with_15_june_2017() {
            var visa = visaFraud("2012-06-15");
            assertThat(inTheUnitedStates(visa, "2017-06-15").standing()).isEqualTo(NOT_EXPIRED);
            assertThat(inTheUnitedStates(visa, "2017-06-15").lastDay()).contains(LocalDate.of(2017, 6, 15));
            assertThat(inTheUnitedStates(visa, "2017-06-16").standing()).isEqualTo(EXPIRED);
        }

        /** From 29 February 2012 five years lead to 2017, which has no 29th: the 28th. */
        @Test
        void five_years_from_a_leap_day_end_with_28_february() {
            assertThat(inTheUnitedStates(visaFraud("2012-02-29"), "2016-01-01").lastDay())
                    .contains(LocalDate.of(2017, 2, 28));
        }

        /**
         * 18 U.S.C. 3291: passports and nationality, ten years: from 29 February 2012 to 2022, which has no 29th
         * either.
         */
        @Test
        void ten_years_for_what_concerns_passports_or_nationality() {
            assertThat(inTheUnitedStates(visaFraud("2012-02-29").ofClass("PASSPORT_OR_NATIONALITY"), "2016-01-01")
                            .lastDay())
                    .contains(LocalDate.of(2022, 2, 28));
        }

        /**
         * 18 U.S.C. 3292: 2016-03-01 to 2017-03-01 are 365 days (29 February 2016 lies before); 2018-11-30 + 365 =
         * 2019-11-30.
         */
        @Test
        void the_days_for_which_evidence_is_asked_abroad_are_added() {
            var resting = laundering("2013-11-30").restingWhileAskedAbroad("2016-03-01", "2017-03-01");
            assertThat(inTheUnitedStates(resting, "2018-11-30").lastDay()).contains(LocalDate.of(2019, 11, 30));
            assertThat(inTheUnitedStates(resting, "2019-12-01").standing()).isEqualTo(EXPIRED);
        }

        /**
         * 3292(c): three years at most. From 2014-01-10 to 2017-01-10 are 1,096 days, as 29 February 2016 lies within;
         * 2018-11-30 + 1,096 = 2021-11-30, as 29 February 2020 lies within.
         */
        @Test
        void an_answer_that_never_comes_adds_three_years_and_no_more() {
            var resting = laundering("2013-11-30").restingWhileAskedAbroad("2014-01-10", "");
            assertThat(inTheUnitedStates(resting, "2018-11-30").lastDay()).contains(LocalDate.of(2021, 11, 30));
        }

        /** A request of 2018-12-01 finds a period that was over with 2018-11-30. */
        @Test
        void a_request_on_the_day_after_the_last_one_adds_nothing() {
            var late = laundering("2013-11-30").restingWhileAskedAbroad("2018-12-01", "2019-12-01");
            assertThat(inTheUnitedStates(late, "2018-11-30").lastDay()).contains(LocalDate.of(2018, 11, 30));
            assertThat(inTheUnitedStates(late, "2018-12-01").standing()).isEqualTo(EXPIRED);
        }

        /**
         * 18 U.S.C. 3290: whether the person flees is for a legal officer to say; until then it is unknown once five
         * years are over.
         */
        @Test
        void whether_the_person_flees_is_open_until_a_legal_officer_says_so() {
            var open = ofHost(VISA, HostOffence.VISA_FRAUD, LocalDate.of(2012, 6, 15))
                    .absconded(Ternary.YES);
            assertThat(inTheUnitedStates(open, "2017-06-16").standing()).isEqualTo(UNKNOWN);
            assertThat(inTheUnitedStates(open.fleeing(Ternary.YES), "2027-06-16")
                            .standing())
                    .isEqualTo(NOT_EXPIRED);
        }

        @Test
        void the_rules_are_named_with_their_versions_and_the_reason_is_a_sentence() {
            var finding = inTheUnitedStates(visaFraud("2012-06-15"), "2016-01-01");
            assertThat(finding.rules()).containsExactly("SOL-US-3282 v1", "SOL-US-3290 v1", "SOL-US-3292 v1");
            assertThat(finding.reason()).isEqualTo("It does not end before 2017-06-15.");
        }
    }

    @Nested
    class InChina {

        /**
         * Criminal Law art. 87: below 5 years 5, below 10 years 10, 10 years and more 15; counted from 11 April 2001.
         */
        @ParameterizedTest(name = "{0} years of penalty: {1}")
        @CsvSource({"4, 2006-04-11", "5, 2011-04-11", "9, 2011-04-11", "10, 2016-04-11", "15, 2016-04-11"})
        void the_gravest_penalty_says_how_long(int years, LocalDate lastDay) {
            var offence = alleged(GRAIN, LocalDate.of(2001, 4, 11)).punishedWith(new Penalty.Years(years));
            assertThat(inChina(offence, "2002-01-01").lastDay()).contains(lastDay);
        }

        /** Art. 87(4): life or death, 20 years. */
        @Test
        void twenty_years_for_life_and_death() {
            var offence = alleged(GRAIN, LocalDate.of(2001, 4, 11)).punishedWith(new Penalty.Death());
            assertThat(inChina(offence, "2002-01-01").lastDay()).contains(LocalDate.of(2021, 4, 11));
        }

        /** Art. 88: filed on 2 May 2001 and evading, no limit runs, however late it is. */
        @Test
        void no_limit_runs_once_the_case_was_filed_and_the_person_evades() {
            var evading = alleged(GRAIN, LocalDate.of(2001, 4, 11))
                    .punishedWith(new Penalty.Years(4))
                    .filedOn(LocalDate.parse("2001-05-02"))
                    .absconded(Ternary.YES);
            assertThat(inChina(evading, "2031-01-01").standing()).isEqualTo(NOT_EXPIRED);
            assertThat(inChina(evading, "2031-01-01").lastDay()).isEmpty();
        }

        /** Filed on 12 April 2006, a day after the period had ended: art. 88 revives nothing. */
        @Test
        void a_case_that_was_filed_too_late_stays_barred() {
            var late = alleged(GRAIN, LocalDate.of(2001, 4, 11))
                    .punishedWith(new Penalty.Years(4))
                    .filedOn(LocalDate.parse("2006-04-12"))
                    .absconded(Ternary.YES);
            assertThat(inChina(late, "2006-04-12").standing()).isEqualTo(EXPIRED);
        }
    }

    /** UNMT art. 3(e): what is alleged is looked at in both states, each by its own law. */
    @Nested
    class InBothStates {

        /** China: 15 years to 2016-04-11. United States: five years to 2006-04-11. */
        @Test
        void one_offence_may_be_over_in_one_state_and_not_in_the_other() {
            var offence = alleged(GRAIN, LocalDate.of(2001, 4, 11))
                    .punishedWith(new Penalty.Years(12))
                    .absconded(Ternary.NO)
                    .fleeing(Ternary.NO);
            assertThat(inChina(offence, "2010-01-01").lastDay()).contains(LocalDate.of(2016, 4, 11));
            assertThat(inChina(offence, "2010-01-01").standing()).isEqualTo(NOT_EXPIRED);
            assertThat(inTheUnitedStates(offence, "2010-01-01").standing()).isEqualTo(EXPIRED);
            assertThat(offence.offence().countedIn()).containsExactly(Side.REQUESTING, Side.REQUESTED);
        }

        @Test
        void an_offence_of_the_host_state_s_own_law_is_counted_there_only() {
            assertThat(visaFraud("2012-06-15").offence().countedIn()).containsExactly(Side.REQUESTED);
        }
    }
}
