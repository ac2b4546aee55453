package org.repatria.assets.domain.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.ownership.Holdings.MARCH;
import static org.repatria.assets.domain.ownership.Holdings.company;
import static org.repatria.assets.domain.ownership.Holdings.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.Fraction;
import org.repatria.assets.domain.Right;
import org.repatria.assets.domain.ownership.Ownership.Effective;
import org.repatria.assets.domain.ownership.Ownership.Gap;

class OwnershipGraphTest {

    private final Holdings holdings = new Holdings();

    @Nested
    class WithoutCircles {

        @Test
        void an_owner_has_the_share_that_is_recorded() {
            holdings.asset(person("Ana"), 2, 3).asset(person("Ivo"), 1, 3);
            assertThat(bounds("Ana")).isEqualTo("0.66666666 .. 0.66666667");
            assertThat(bounds("Ivo")).isEqualTo("0.33333333 .. 0.33333334");
            assertThat(behind().unknown()).isZero();
        }

        @Test
        void a_share_of_a_share_is_multiplied_along_the_way_and_ways_are_added() {
            holdings.asset(company("a"), 1, 2).asset(company("b"), 1, 2);
            holdings.of("a", person("Ana", "1960-01-01"), 1, 4).of("a", company("c"), 3, 4);
            holdings.of("b", person("Ana", "1960-01-01"), 1, 2).of("b", person("Ivo"), 1, 2);
            holdings.of("c", person("Ana", "1960-01-01"), 1, 1);
            assertThat(bounds("Ana")).isEqualTo("0.75000000 .. 0.75000000");
            assertThat(bounds("c")).isEqualTo("0.37500000 .. 0.37500000");
            assertThat(of("Ana").paths())
                    .extracting(
                            it -> it.part().toPlainString() + " " + it.steps().size())
                    .containsExactly("0.37500000 3", "0.25000000 2", "0.12500000 2");
        }

        @Test
        void the_unknown_remainder_is_in_everybodys_upper_bound_and_told_where_it_lies() {
            holdings.asset(company("a"), 1, 1);
            holdings.of("a", person("Ana"), 3, 5);
            assertThat(bounds("Ana")).isEqualTo("0.60000000 .. 1.00000000");
            assertThat(behind().unknown()).isEqualByComparingTo("0.4");
            assertThat(behind().gaps())
                    .containsExactly(new Gap(Optional.of(Holdings.id("a")), new BigDecimal("0.40000000")));
        }

        @Test
        void a_company_whose_holders_nobody_recorded_is_unknown_behind() {
            holdings.asset(company("nobodys"), 1, 4).asset(person("Ana"), 3, 4);
            assertThat(bounds("nobodys")).isEqualTo("0.25000000 .. 0.50000000");
            assertThat(bounds("Ana")).isEqualTo("0.75000000 .. 1.00000000");
        }

        @Test
        void an_owner_whose_share_is_not_known_has_something_between_nothing_and_what_is_left() {
            holdings.asset(person("Ana"), 3, 4).asset(Right.OWNER, person("Ivo"), Optional.empty());
            assertThat(bounds("Ivo")).isEqualTo("0.00000000 .. 0.25000000");
        }

        @Test
        void a_nominee_has_it_for_somebody_who_is_not_known_by_it() {
            holdings.asset(Right.NOMINEE, person("Ivo"), Optional.of(new Fraction(1, 2)))
                    .asset(person("Ana"), 1, 2);
            assertThat(behind().holders())
                    .extracting(it -> it.holder().holder())
                    .containsExactly(person("Ana"));
            assertThat(bounds("Ana")).isEqualTo("0.50000000 .. 1.00000000");
            assertThat(behind().stakes()).hasSize(2);
        }

        @Test
        void nothing_recorded_is_all_unknown() {
            assertThat(behind().holders()).isEmpty();
            assertThat(behind().unknown()).isEqualByComparingTo("1");
        }

        @Test
        void only_what_is_held_on_the_day_counts() {
            holdings.asset(person("Ana"), 1, 1, "2009-01-01", "2012-12-31");
            assertThat(behind(LocalDate.parse("2012-12-31")).holders()).hasSize(1);
            assertThat(behind(LocalDate.parse("2013-01-01")).holders()).isEmpty();
            assertThat(behind(LocalDate.parse("2008-12-31")).holders()).isEmpty();
        }

        @Test
        void persons_of_one_name_are_one_where_they_were_born_on_one_day_and_else_may_be_namesakes() {
            holdings.asset(person("Ana Roe", "1960-01-01"), 1, 4)
                    .asset(person("ana roe", "1960-01-01"), 1, 4)
                    .asset(person("Ana Roe"), 1, 4)
                    .asset(person("Ana Roe"), 1, 4);
            assertThat(behind().holders())
                    .extracting(it -> it.atLeast().toPlainString())
                    .containsExactly("0.50000000", "0.25000000", "0.25000000");
        }
    }

    @Nested
    class InCircles {

        @Test
        void what_comes_back_is_passed_on_again_to_the_limit_of_the_series() {
            // Ana has 1/2 of a and 4/5 of b, which has the other half of a; a has 1/5 of b.
            holdings.asset(company("a"), 1, 1);
            holdings.of("a", person("Ana"), 1, 2).of("a", company("b"), 1, 2);
            holdings.of("b", person("Ivo"), 4, 5).of("b", company("a"), 1, 5);
            // Of the whole: Ana 1/2 : (1 - 1/10) = 5/9, Ivo 4/9.
            assertThat(bounds("Ana")).isEqualTo("0.55555555 .. 0.55555556");
            assertThat(bounds("Ivo")).isEqualTo("0.44444444 .. 0.44444445");
            assertThat(bounds("a")).startsWith("1.00000000");
            assertThat(behind().circular()).isZero();
        }

        @Test
        void a_circle_that_leads_to_nobody_is_told_and_is_nobodys() {
            holdings.asset(person("Ana"), 1, 4).asset(company("a"), 3, 4);
            holdings.of("a", company("b"), 1, 1);
            holdings.of("b", company("a"), 1, 1);
            assertThat(behind().circular()).isEqualByComparingTo("0.75");
            assertThat(bounds("Ana")).isEqualTo("0.25000000 .. 0.25000000");
        }

        @Test
        void a_company_that_owns_of_itself_leaves_the_rest_to_the_others() {
            holdings.asset(company("a"), 1, 1);
            holdings.of("a", company("a"), 1, 10).of("a", person("Ana"), 9, 10);
            assertThat(bounds("Ana")).isEqualTo("0.99999999 .. 1.00000000");
        }

        @Test
        void a_circle_that_keeps_nearly_all_is_followed_so_far_and_the_rest_is_in_the_bounds() {
            holdings.asset(company("a"), 1, 1);
            holdings.of("a", company("b"), 999_999, 1_000_000).of("a", person("Ana"), 1, 1_000_000);
            holdings.of("b", company("a"), 1, 1);
            var ana = of("Ana");
            assertThat(ana.atLeast()).isGreaterThan(BigDecimal.ZERO).isLessThan(new BigDecimal("0.01"));
            assertThat(ana.atMost()).isEqualByComparingTo("1");
            assertThat(behind().untold()).isGreaterThan(new BigDecimal("0.99"));
        }
    }

    private Ownership behind() {
        return behind(MARCH);
    }

    private Ownership behind(LocalDate day) {
        return holdings.behind(day);
    }

    private Effective of(String name) {
        return behind().holders().stream()
                .filter(it -> Holdings.name(it.holder().holder()).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String bounds(String name) {
        return of(name).atLeast().toPlainString() + " .. " + of(name).atMost().toPlainString();
    }
}
