package org.repatria.cases.domain.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.facts.Offences.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.law.LimitationRule;

/** What holds of every count of limitation, whatever was committed and rested when. */
final class LimitationLawsTest {

    private static final int OFFENCES = 2_000;

    /** Fixed, so that a failure comes again. */
    private static final long SEED = 20150310;

    private static final int DAYS_OF_TEN_YEARS = 3_652;

    static List<Integer> generated() {
        return IntStream.range(0, OFFENCES / 100).boxed().toList();
    }

    /** The earliest day that may be the last one; none is later than any. */
    private static LocalDate lastDay(OffenceFixture offence, Side side, List<LimitationRule> rules) {
        var committed = offence.offence().committedTo().orElseThrow();
        return Limitation.of(offence.offence(), side, rules, committed)
                .lastDay()
                .orElse(LocalDate.MAX);
    }

    private static OffenceFixture resting(OffenceFixture offence, Random random, Side side, String rule) {
        var from = MARCH.minusYears(1).plusDays(random.nextInt(DAYS_OF_TEN_YEARS));
        var lasts = random.nextInt(20) == 0;
        return offence.resting(
                side,
                rule,
                from.toString(),
                lasts ? "" : from.plusDays(1 + random.nextInt(1_500)).toString(),
                Ternary.YES);
    }

    @ParameterizedTest
    @MethodSource("generated")
    void a_further_time_of_rest_never_moves_the_last_day_forward(int block) {
        var random = new Random(SEED + block);
        for (var n = 0; n < 100; n++) {
            var offence = offence(MARCH.plusDays(random.nextInt(DAYS_OF_TEN_YEARS) / 2));
            for (var rests = 0; rests < 6; rests++) {
                var longer = resting(offence, random, Side.REQUESTED, EVIDENCE);
                assertThat(lastDay(longer, Side.REQUESTED, HOST_RULES))
                        .as(
                                "%s after %s",
                                longer.offence().tollings(), offence.offence().committedTo())
                        .isAfterOrEqualTo(lastDay(offence, Side.REQUESTED, HOST_RULES));
                offence = longer;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("generated")
    void nor_does_it_where_the_law_names_no_maximum(int block) {
        var random = new Random(SEED + block);
        var rules = List.of(years(5), restWithoutMaximum());
        for (var n = 0; n < 100; n++) {
            var offence = offence(MARCH.plusDays(random.nextInt(DAYS_OF_TEN_YEARS) / 2));
            for (var rests = 0; rests < 6; rests++) {
                var longer = resting(offence, random, Side.REQUESTING, "SOL-TEST-REST");
                assertThat(lastDay(longer, Side.REQUESTING, rules))
                        .as(longer.offence().tollings().toString())
                        .isAfterOrEqualTo(lastDay(offence, Side.REQUESTING, rules));
                offence = longer;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("generated")
    void a_rest_is_never_longer_than_the_most_that_the_rule_allows(int block) {
        var random = new Random(SEED + block);
        for (var n = 0; n < 100; n++) {
            var committed = MARCH.plusDays(random.nextInt(DAYS_OF_TEN_YEARS) / 2);
            var offence = offence(committed);
            for (var rests = 0; rests < 6; rests++) {
                offence = resting(offence, random, Side.REQUESTED, EVIDENCE);
            }
            // Three years are 1,096 days at most.
            assertThat(lastDay(offence, Side.REQUESTED, HOST_RULES))
                    .isBeforeOrEqualTo(committed.plusYears(5).plusDays(1_096));
        }
    }

    @ParameterizedTest
    @MethodSource("generated")
    void a_day_on_which_it_is_over_is_followed_by_none_on_which_it_is_not(int block) {
        var random = new Random(SEED + block);
        for (var n = 0; n < 20; n++) {
            var offence = resting(offence(MARCH).absconded(Ternary.NO), random, Side.REQUESTED, EVIDENCE);
            var over = false;
            for (var day = MARCH; day.isBefore(MARCH.plusYears(15)); day = day.plusDays(30)) {
                var expired = Limitation.of(offence.offence(), Side.REQUESTED, HOST_RULES, day)
                                .standing()
                        == LimitationStanding.EXPIRED;
                assertThat(expired || !over).as(day.toString()).isTrue();
                over = expired;
            }
            assertThat(over).isTrue();
        }
    }
}
