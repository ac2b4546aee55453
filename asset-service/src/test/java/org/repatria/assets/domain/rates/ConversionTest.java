package org.repatria.assets.domain.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.rates.RateCommand.Quoted;
import org.repatria.assets.domain.rates.RateCommand.RecordRates;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Occasion;

class ConversionTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2015-03-06");
    private static final LocalDate SUNDAY = LocalDate.parse("2015-03-08");
    private static final Instant NOON = Instant.parse("2015-03-16T12:00:00Z");
    private static final RateDecider DECIDER = new RateDecider();

    private final Map<String, RateSheet> sheets = new HashMap<>();

    @Nested
    class Recording {

        @Test
        void what_is_there_already_is_nothing_new_and_what_is_not_is_added() {
            var sheet = recorded(RateSheet.EMPTY, quoted("USD", "1.1000"));
            assertThat(events(decide(sheet, quoted("USD", "1.1")))).isEmpty();
            assertThat(recorded(sheet, quoted("USD", "1.1"), quoted("JPY", "130"))
                            .rates())
                    .extracting(Rate::quote)
                    .containsExactly("USD", "JPY");
        }

        @Test
        void a_source_does_not_say_otherwise_later() {
            var sheet = recorded(RateSheet.EMPTY, quoted("USD", "1.1"));
            assertThat(obstacle(decide(sheet, quoted("JPY", "130"), quoted("USD", "1.2"))))
                    .isEqualTo("RATE_DIFFERS rates/1/rate");
        }

        @Test
        void what_is_no_rate_is_pointed_at() {
            assertThat(obstacle(decide(RateSheet.EMPTY, quoted("USX", "1"))))
                    .isEqualTo("CURRENCY_UNKNOWN rates/0/quote");
            assertThat(obstacle(decide(RateSheet.EMPTY, quoted("EUR", "1"))))
                    .isEqualTo("CURRENCY_UNKNOWN rates/0/quote");
            assertThat(obstacle(decide(RateSheet.EMPTY, quoted("USD", "1"), quoted("USD", "2"))))
                    .isEqualTo("CURRENCY_UNKNOWN rates/1/quote");
            assertThat(obstacle(decide(RateSheet.EMPTY, quoted("USD", "0"))))
                    .isEqualTo("RATE_NOT_POSITIVE rates/0/rate");
            assertThat(obstacle(DECIDER.answer(
                            new RecordRates(
                                    "EUR",
                                    LocalDate.parse("2015-03-18"),
                                    Rate.Type.OFFICIAL_REF,
                                    "a bank",
                                    List.of(quoted("USD", "1"))),
                            RateSheet.EMPTY,
                            on())))
                    .isEqualTo("DAY_IN_FUTURE day");
        }
    }

    @Nested
    class Converting {

        @Test
        void by_the_rate_of_the_day_rounded_once_half_to_even_with_the_decimals_of_the_currency() {
            rate("USD", FRIDAY, "CNY", "6.2034");
            // The worked example of section 7.3 of the reference.
            assertThat(shown("1234567.89", "USD", "CNY", FRIDAY)).isEqualTo("7658518.45 CNY 2015-03-06");
            rate("EUR", FRIDAY, "JPY", "130.5");
            assertThat(shown("1", "EUR", "JPY", FRIDAY)).isEqualTo("130 JPY 2015-03-06");
            assertThat(shown("3", "EUR", "JPY", FRIDAY)).isEqualTo("392 JPY 2015-03-06");
            rate("EUR", FRIDAY, "KWD", "0.3325");
            assertThat(shown("1.03", "EUR", "KWD", FRIDAY)).isEqualTo("0.342 KWD 2015-03-06");
        }

        @Test
        void the_other_way_round_and_by_way_of_the_euro() {
            rate("EUR", FRIDAY, "USD", "1.1").rate("EUR", FRIDAY, "GBP", "0.75");
            assertThat(shown("110.00", "USD", "EUR", FRIDAY)).isEqualTo("100.00 EUR 2015-03-06");
            assertThat(shown("110.00", "USD", "GBP", FRIDAY)).isEqualTo("75.00 GBP 2015-03-06");
            assertThat(converted("110.00", "USD", "GBP", FRIDAY).orElseThrow().used())
                    .extracting(it -> it.base() + it.quote() + " " + it.rate())
                    .containsExactly("EURUSD 1.1", "EURGBP 0.75");
        }

        @Test
        void on_a_weekend_by_the_last_rates_before_and_never_by_later_ones() {
            rate("EUR", FRIDAY, "USD", "1.1").rate("EUR", SUNDAY.plusDays(1), "USD", "1.2");
            assertThat(shown("1", "EUR", "USD", SUNDAY)).isEqualTo("1.10 USD 2015-03-06");
        }

        @Test
        void what_is_older_than_a_week_is_no_rate_of_the_day() {
            rate("EUR", FRIDAY, "RUB", "66");
            assertThat(converted("1", "EUR", "RUB", FRIDAY.plusDays(Conversion.DAYS_BACK_MAX)))
                    .isPresent();
            assertThat(converted("1", "EUR", "RUB", FRIDAY.plusDays(Conversion.DAYS_BACK_MAX + 1)))
                    .isEmpty();
        }

        @Test
        void without_a_rate_nothing_is_guessed() {
            rate("EUR", FRIDAY, "USD", "1.1");
            assertThat(converted("1", "USD", "GBP", FRIDAY)).isEmpty();
        }

        @Test
        void the_same_currency_needs_no_rate() {
            assertThat(shown("5", "JPY", "JPY", FRIDAY)).isEqualTo("5 JPY 2015-03-06");
        }

        @Test
        void a_reference_rate_goes_before_one_at_which_money_was_changed() {
            record("EUR", FRIDAY, Rate.Type.SPOT_ACTUAL, "a bank", quoted("USD", "1.2"));
            record("EUR", FRIDAY, Rate.Type.OFFICIAL_REF, "another bank", quoted("USD", "1.1"));
            assertThat(shown("1", "EUR", "USD", FRIDAY)).isEqualTo("1.10 USD 2015-03-06");
        }
    }

    private ConversionTest rate(String base, LocalDate day, String quote, String rate) {
        return record(base, day, Rate.Type.OFFICIAL_REF, "a bank", quoted(quote, rate));
    }

    private ConversionTest record(String base, LocalDate day, Rate.Type type, String source, Quoted quoted) {
        var id = RateSheet.idOf(base, day);
        var sheet = sheets.getOrDefault(id, RateSheet.EMPTY);
        sheets.put(
                id,
                DECIDER.foldFrom(
                        sheet,
                        events(DECIDER.answer(
                                new RecordRates(base, day, type, source, List.of(quoted)), sheet, on()))));
        return this;
    }

    private Optional<Conversion> converted(String amount, String from, String to, LocalDate day) {
        // What is not among the sheets that are read cannot be used.
        var read = new HashMap<>(sheets);
        read.keySet().retainAll(Conversion.sheets(from, to, day));
        return Conversion.of(new BigDecimal(amount), from, to, day, read);
    }

    private String shown(String amount, String from, String to, LocalDate day) {
        return converted(amount, from, to, day)
                .map(it -> it.amount().toPlainString() + " " + it.currency() + " " + it.day())
                .orElseThrow();
    }

    private static Quoted quoted(String quote, String rate) {
        return new Quoted(quote, new BigDecimal(rate));
    }

    private static RateSheet recorded(RateSheet sheet, Quoted... quoted) {
        return DECIDER.foldFrom(sheet, events(decide(sheet, quoted)));
    }

    private static Decision<RateEvent> decide(RateSheet sheet, Quoted... quoted) {
        return DECIDER.answer(
                new RecordRates("EUR", FRIDAY, Rate.Type.OFFICIAL_REF, "a bank", List.of(quoted)), sheet, on());
    }

    private static List<RateEvent> events(Decision<RateEvent> decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return ((Accepted<RateEvent>) decision).events();
    }

    private static String obstacle(Decision<RateEvent> decision) {
        assertThat(decision).isInstanceOf(Refused.class);
        Obstacle first = ((Refused<RateEvent>) decision).refusal().obstacles().getFirst();
        return first.code() + " " + first.about();
    }

    private static Occasion on() {
        return Occasion.of(new Actor("sara.supervisor", Set.of("SU"), "XH-CA"), NOON);
    }
}
