package org.repatria.cases.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.facts.LimitationStanding.EXPIRED;
import static org.repatria.cases.domain.facts.LimitationStanding.NOT_EXPIRED;
import static org.repatria.cases.domain.facts.LimitationStanding.UNKNOWN;
import static org.repatria.cases.domain.strategy.Inputs.input;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.facts.HostOffence;
import org.repatria.cases.domain.facts.LimitationStanding;

/** Several offences of the host state's own law, each with its own time. */
final class HostOffencesTest {

    /** 5 December 2014 and 180 days are 3 June 2015. */
    private static final String LAST_DAY_OF_NEAR = "2015-06-03";

    private static OffenceFacts visa(LimitationStanding standing, String lastDay) {
        return offence("host-offence-visa", HostOffence.VISA_FRAUD, standing, lastDay);
    }

    private static OffenceFacts flat(LimitationStanding standing, String lastDay) {
        return offence("host-offence-flat", HostOffence.LAUNDERING, standing, lastDay);
    }

    private static OffenceFacts offence(String id, HostOffence what, LimitationStanding standing, String lastDay) {
        return new OffenceFacts(
                id,
                Optional.of(what),
                Ternary.UNKNOWN,
                Ternary.UNKNOWN,
                UNKNOWN,
                standing,
                Optional.empty(),
                Optional.of(new OffenceFacts.Counted(
                        Optional.of(lastDay).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                        List.of("SOL-US-3282 v1"),
                        "The reason of " + id + ".")));
    }

    private static EngineResult run(String words, OffenceFacts... recorded) {
        var base = input(words);
        return Engine.run(new EngineInput(
                base.on(),
                base.relation(),
                base.facts(),
                Stream.concat(base.offences().stream(), Stream.of(recorded)).toList(),
                base.checks(),
                base.ruleVersions(),
                base.ruleDays()));
    }

    private static List<String> advice(EngineResult result, String rule) {
        return result.advice().stream()
                .filter(advice -> advice.rule().equals(rule))
                .map(advice -> advice.code() + ": " + advice.text())
                .toList();
    }

    private static Optional<String> fact(EngineResult result, String rule, String fact) {
        return result.rules().stream()
                .filter(heard -> heard.rule().equals(rule))
                .flatMap(heard -> heard.facts().stream())
                .filter(used -> used.name().equals(fact))
                .map(EngineResult.UsedFact::word)
                .findFirst();
    }

    @Nested
    class Prosecuting {

        @Test
        void one_that_can_still_be_charged_is_enough() {
            var result = run("EVIDENCE_LEVEL=3", visa(EXPIRED, "2014-11-01"), flat(NOT_EXPIRED, "2017-09-30"));
            assertThat(result.standing(Way.HOST_PROSECUTION).rules()).contains("ST-18");
            assertThat(result.standing(Way.HOST_PROSECUTION).effect()).isNotEqualTo(Effect.BARRED);
            assertThat(fact(result, "ST-18", "HOST_OFFENCE")).contains("LAUNDERING, VISA_FRAUD");
            assertThat(fact(result, "ST-18", "HOST_OFFENCE_LIMITATION")).contains("NOT_EXPIRED");
        }

        @Test
        void and_of_the_one_that_is_over_somebody_is_told_which_it_is() {
            var result = run("EVIDENCE_LEVEL=3", visa(EXPIRED, "2014-11-01"), flat(NOT_EXPIRED, "2017-09-30"));
            assertThat(advice(result, "ST-20"))
                    .containsExactly("TIME_BARRED: Nobody is charged with host-offence-visa (VISA_FRAUD) any more: "
                            + "The reason of host-offence-visa.");
        }

        @Test
        void is_barred_when_all_are_over() {
            var result = run("EVIDENCE_LEVEL=3", visa(EXPIRED, "2014-11-01"), flat(EXPIRED, "2014-11-02"));
            assertThat(result.standing(Way.HOST_PROSECUTION).effect()).isEqualTo(Effect.BARRED);
            assertThat(result.standing(Way.HOST_PROSECUTION).rules()).contains("ST-20");
            assertThat(advice(result, "ST-20")).hasSize(2);
        }

        @Test
        void is_not_barred_as_long_as_one_is_unknown() {
            var result = run("EVIDENCE_LEVEL=3", visa(EXPIRED, "2014-11-01"), flat(UNKNOWN, ""));
            assertThat(result.standing(Way.HOST_PROSECUTION).effect()).isEqualTo(Effect.CONDITIONAL);
        }

        @Test
        void rests_on_what_is_recorded_and_not_on_the_fact_that_knew_of_one_only() {
            var result = run(
                    "HOST_OFFENCE=NONE HOST_OFFENCE_LIMITATION=EXPIRED HOST_OFFENCE_LAST_DAY=2014-12-06"
                            + " EVIDENCE_LEVEL=3",
                    flat(NOT_EXPIRED, "2017-09-30"));
            assertThat(result.standing(Way.HOST_PROSECUTION).effect()).isNotEqualTo(Effect.BARRED);
            assertThat(advice(result, "ST-21")).isEmpty();
        }
    }

    @Nested
    class EndingSoon {

        @Test
        void the_earliest_last_day_counts_and_the_offence_is_named() {
            var result = run("", flat(NOT_EXPIRED, "2017-09-30"), visa(NOT_EXPIRED, LAST_DAY_OF_NEAR));
            assertThat(advice(result, "ST-21"))
                    .containsExactly(
                            "AL-09: Limitation ends soon: decide on prosecution here first.",
                            "AL-09: Limitation of host-offence-visa (VISA_FRAUD): The reason of host-offence-visa.");
        }

        @Test
        void a_day_later_it_is_not_soon() {
            var result = run("", flat(NOT_EXPIRED, "2017-09-30"), visa(NOT_EXPIRED, "2015-06-04"));
            assertThat(advice(result, "ST-21")).isEmpty();
        }

        @Test
        void one_that_nobody_can_count_may_be_the_earliest() {
            var result = run("", flat(NOT_EXPIRED, "2017-09-30"), visa(UNKNOWN, ""));
            assertThat(advice(result, "ST-21"))
                    .containsExactly(
                            "ESTABLISH_LAST_DAY: Establish the last day on which the requested state can charge.");
        }

        @Test
        void what_is_over_is_not_soon() {
            var result = run("", flat(NOT_EXPIRED, "2017-09-30"), visa(EXPIRED, "2014-12-04"));
            assertThat(advice(result, "ST-21")).isEmpty();
        }
    }

    @Nested
    class Extraditing {

        private static final String EXTRADITABLE = "TREATY_IN_FORCE=YES DUAL_CRIMINAL=YES PENALTY_OK=YES"
                + " LIMITATION_REQUESTING=NOT_EXPIRED LIMITATION_REQUESTED=NOT_EXPIRED";

        /** UNMT art. 3(e): what the host state would charge by itself is no offence for which the person is wanted. */
        @Test
        void hangs_on_what_is_alleged_and_on_no_offence_of_the_host_state() {
            var without = run(EXTRADITABLE).standing(Way.EXTRADITION);
            assertThat(run(EXTRADITABLE, visa(EXPIRED, "2014-11-01")).standing(Way.EXTRADITION))
                    .isEqualTo(without);

            var expired = EXTRADITABLE.replace("LIMITATION_REQUESTED=NOT_EXPIRED", "LIMITATION_REQUESTED=EXPIRED");
            assertThat(run(expired, flat(NOT_EXPIRED, "2017-09-30"))
                            .standing(Way.EXTRADITION)
                            .effect())
                    .isEqualTo(Effect.BARRED);
        }
    }
}
