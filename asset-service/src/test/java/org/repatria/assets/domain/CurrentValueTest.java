package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.repatria.assets.domain.Assets.CARL;
import static org.repatria.assets.domain.Assets.KESTREL;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.NOON;
import static org.repatria.assets.domain.Assets.OWNED;
import static org.repatria.assets.domain.Assets.entry;
import static org.repatria.assets.domain.Assets.owns;
import static org.repatria.assets.domain.Assets.record;
import static org.repatria.assets.domain.Assets.registerAccount;
import static org.repatria.assets.domain.Assets.registerHouse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.RecordValuation;
import org.repatria.assets.domain.CurrentValue.SecondAppraisal;
import org.repatria.assets.domain.Valuation.Basis;
import org.repatria.assets.domain.Valuation.Kind;
import org.repatria.assets.domain.ValuationRules.Stale;
import org.repatria.assets.domain.ValuationRules.TwoAppraisals;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Occasion;

class CurrentValueTest {

    private static final LocalDate LONG_AGO = LocalDate.parse("2000-01-01");
    private static final AssetDecider DECIDER = new AssetDecider();
    private static final ValuationRules RULES = new ValuationRules(
            List.of(new Stale(LONG_AGO, 180, "house policy"), new Stale(LocalDate.parse("2016-01-01"), 90, "later")),
            List.of(new TwoAppraisals(
                    LONG_AGO, Set.of(AssetKind.REAL_ESTATE), "USD", new BigDecimal("1000000.00"), "house policy")));

    @Nested
    class GrowingOld {

        @ParameterizedTest
        @CsvSource({"2015-03-16, false", "2015-09-12, false", "2015-09-13, true", "2016-01-01, true"})
        void a_value_is_old_after_the_days_that_the_rule_says(LocalDate on, boolean stale) {
            var asset = asset(valued("2015-03-16", "500000", "USD", "Lake Appraisers"));
            assertThat(CurrentValue.of(asset, RULES, on))
                    .extracting(CurrentValue::stale)
                    .containsExactly(stale);
        }

        @Test
        void the_rule_is_that_of_the_day_on_which_it_is_asked() {
            var asset = asset(valued("2015-11-01", "500000", "USD", "Lake Appraisers"));
            assertThat(CurrentValue.of(asset, RULES, LocalDate.parse("2015-12-31"))
                            .getFirst()
                            .staleFrom())
                    .contains(LocalDate.parse("2016-04-30"));
            assertThat(CurrentValue.of(asset, RULES, LocalDate.parse("2016-01-01"))
                            .getFirst()
                            .staleFrom())
                    .contains(LocalDate.parse("2016-01-31"));
        }

        @Test
        void without_a_rule_nothing_is_old() {
            var none = new ValuationRules(List.of(), List.of());
            var asset = asset(valued("2001-01-01", "500000", "USD", "Lake Appraisers"));
            assertThat(CurrentValue.of(asset, none, MARCH_16))
                    .extracting(CurrentValue::stale)
                    .containsExactly(false);
        }
    }

    @Nested
    class Appraising {

        @Test
        void above_the_threshold_a_second_one_by_somebody_else_is_missing_until_it_is_there() {
            var first = valued("2015-03-10", "1000000.01", "USD", "Lake Appraisers");
            assertThat(second(asset(first))).isEqualTo(SecondAppraisal.MISSING);
            assertThat(second(asset(first, valued("2015-03-01", "900000", "USD", "LAKE appraisers."))))
                    .isEqualTo(SecondAppraisal.MISSING);
            assertThat(second(asset(first, valued("2015-03-01", "900000", "USD", "Shore Surveyors"))))
                    .isEqualTo(SecondAppraisal.THERE);
        }

        @Test
        void an_old_one_is_none() {
            assertThat(second(asset(
                            valued("2015-03-10", "2000000", "USD", "Lake Appraisers"),
                            valued("2014-01-01", "1900000", "USD", "Shore Surveyors"))))
                    .isEqualTo(SecondAppraisal.MISSING);
        }

        @Test
        void at_the_threshold_and_for_other_things_one_is_enough() {
            assertThat(second(asset(valued("2015-03-10", "1000000.00", "USD", "Lake Appraisers"))))
                    .isEqualTo(SecondAppraisal.NOT_NEEDED);
            assertThat(second(of(registerAccount(), valued("2015-03-10", "2000000", "USD", "The bank"))))
                    .isEqualTo(SecondAppraisal.NOT_NEEDED);
        }

        @Test
        void in_a_currency_without_a_threshold_nobody_can_tell() {
            assertThat(second(asset(valued("2015-03-10", "9000000", "KWD", "Lake Appraisers"))))
                    .isEqualTo(SecondAppraisal.NO_THRESHOLD);
        }

        private SecondAppraisal second(Registered asset) {
            return CurrentValue.of(asset, RULES, MARCH_16).getFirst().second();
        }
    }

    @Nested
    class Falling {

        @ParameterizedTest
        @CsvSource({"500000, 400000, 20", "500000, 399999, 21", "500000, 1, 100", "3, 2, 34"})
        void by_how_many_percent_is_counted_from_the_one_before_and_rounded_up(String before, String now, int fell) {
            var latest = valued("2015-09-01", now, "USD", "Shore Surveyors");
            assertThat(fall(asset(valued("2015-03-01", before, "USD", "Lake Appraisers"), latest)))
                    .contains(fell);
        }

        @Test
        void what_is_not_below_does_not_fall() {
            assertThat(fall(asset(valued("2015-03-01", "2", "USD", "a")))).isEmpty();
            assertThat(fall(asset(valued("2015-03-01", "2", "USD", "a"), valued("2015-09-01", "2", "USD", "a"))))
                    .isEmpty();
        }

        @Test
        void neither_another_kind_basis_or_currency_nor_an_earlier_fall_counts() {
            assertThat(fall(asset(
                            valued("2015-03-01", "9", "USD", "a"),
                            value(Kind.FACE, Basis.GROSS, "2015-03-01", "9", "EUR", "a"),
                            value(Kind.MARKET_APPRAISAL, Basis.NET, "2015-03-01", "9", "EUR", "a"),
                            valued("2015-09-01", "1", "EUR", "a"))))
                    .isEmpty();
            assertThat(fall(asset(
                            valued("2015-03-01", "9", "USD", "a"),
                            valued("2015-06-01", "2", "USD", "a"),
                            valued("2015-09-01", "1", "USD", "a"))))
                    .contains(50);
        }

        @Test
        void a_value_that_becomes_known_late_is_none_to_act_on() {
            assertThat(fall(asset(
                            valued("2015-03-01", "9", "USD", "a"),
                            valued("2015-09-01", "8", "USD", "a"),
                            valued("2015-06-01", "1", "USD", "a"))))
                    .isEmpty();
        }

        /** Of the value that was recorded last. */
        private static Optional<Integer> fall(Registered asset) {
            return CurrentValue.fallTo(asset.valuations().getLast(), asset.valuations());
        }
    }

    @Nested
    class NeverMixing {

        @Test
        void the_latest_of_each_kind_basis_and_currency_stands_beside_the_others() {
            var asset = asset(
                    valued("2015-03-01", "1", "USD", "a"),
                    valued("2015-03-10", "2", "USD", "b"),
                    valued("2015-03-05", "3", "EUR", "a"),
                    value(Kind.FACE, Basis.GROSS, "2015-03-05", "4", "USD", "a"),
                    value(Kind.MARKET_APPRAISAL, Basis.NET, "2015-03-05", "5", "USD", "a"));
            assertThat(CurrentValue.of(asset, RULES, MARCH_16))
                    .extracting(it -> it.valuation().value().amount()
                            + it.valuation().value().currency())
                    .containsExactlyInAnyOrder("2.00USD", "3.00EUR", "4.00USD", "5.00USD");
        }

        @Test
        void what_was_found_later_was_not_known_before() {
            var asset = asset(valued("2015-03-01", "1", "USD", "a"), valued("2015-03-10", "2", "USD", "b"));
            assertThat(CurrentValue.of(asset, RULES, LocalDate.parse("2015-03-09")))
                    .extracting(it -> it.valuation().value().amount())
                    .containsExactly("1.00");
        }
    }

    @Nested
    class NamingLiens {

        private static final InterestId LIEN = new InterestId("interest-lien");

        private Registered encumbered() {
            return of(
                    registerHouse(),
                    record(LIEN, entry(Right.LIEN_HOLDER, KESTREL, Optional.empty(), "2010-01-01", "")),
                    record(OWNED, owns(KESTREL, 1, 1)));
        }

        @Test
        void a_net_value_names_what_is_taken_off() {
            assertThat(events(encumbered(), net("2015-03-10", LIEN))).hasSize(1);
        }

        @Test
        void it_does_not_keep_silent_about_a_lien_that_is_there() {
            refused(encumbered(), net("2015-03-10"));
            assertThat(events(encumbered(), net("2009-12-31"))).hasSize(1);
        }

        @Test
        void it_names_liens_that_were_held_on_its_day_and_nothing_else() {
            refused(encumbered(), net("2015-03-10", OWNED));
            refused(encumbered(), net("2009-12-31", LIEN));
            refused(encumbered(), net("2015-03-10", new InterestId("interest-nobodys")));
        }

        @Test
        void a_gross_value_has_nothing_taken_off() {
            refused(
                    encumbered(),
                    new RecordValuation(
                            Kind.MARKET_APPRAISAL,
                            new Money("1", "USD"),
                            MARCH_16,
                            "a method",
                            "a valuer",
                            Basis.GROSS,
                            List.of(LIEN)));
        }

        private static RecordValuation net(String day, InterestId... liens) {
            return new RecordValuation(
                    Kind.MARKET_APPRAISAL,
                    new Money("1", "USD"),
                    LocalDate.parse(day),
                    "a method",
                    "a valuer",
                    Basis.NET,
                    List.of(liens));
        }

        private static void refused(Registered asset, RecordValuation command) {
            var decision = DECIDER.answer(command, asset, Occasion.of(CARL, NOON));
            assertThat(decision).isInstanceOf(Refused.class);
            assertThat(((Refused<AssetEvent>) decision).refusal().obstacles())
                    .extracting(Obstacle::code, Obstacle::about)
                    .containsExactly(tuple("LIENS_UNFIT", "liens"));
        }
    }

    private static RecordValuation valued(String day, String amount, String currency, String valuer) {
        return value(Kind.MARKET_APPRAISAL, Basis.GROSS, day, amount, currency, valuer);
    }

    private static RecordValuation value(
            Kind kind, Basis basis, String day, String amount, String currency, String valuer) {
        return new RecordValuation(
                kind, new Money(amount, currency), LocalDate.parse(day), "a method", valuer, basis, List.of());
    }

    private static Registered asset(AssetCommand... commands) {
        return of(registerHouse(), commands);
    }

    private static Registered of(AssetCommand register, AssetCommand... commands) {
        Asset state = DECIDER.foldFrom(DECIDER.initial(), events(DECIDER.initial(), register));
        for (var command : commands) {
            state = DECIDER.foldFrom(state, events(state, command));
        }
        return (Registered) state;
    }

    /** Asked late enough that every day of a value has come. */
    private static List<AssetEvent> events(Asset before, AssetCommand command) {
        var later = Occasion.of(CARL, NOON.plusSeconds(86_400L * 400));
        var decision = DECIDER.answer(command, before, later);
        assertThat(decision).isInstanceOf(Accepted.class);
        return ((Accepted<AssetEvent>) decision).events();
    }
}
