package org.repatria.assets.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRules;
import org.repatria.clocks.Counting;
import org.repatria.clocks.Happened;
import org.repatria.clocks.PairOfStates;

class ClocksOfAssetsTest {

    private static final ClockRules RULES = ClocksOfAssets.shipped().at(Instant.EPOCH);
    private static final LocalDate MARCH = LocalDate.parse("2020-03-16");

    private static List<String> between(String requesting, String host) {
        return RULES.between(new PairOfStates(requesting, host), MARCH).stream()
                .map(ClockRule::id)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "XH"})
    void an_order_in_the_united_states_or_where_its_law_is_the_model_has_their_statutes(String host) {
        assertThat(between("XR", host))
                .containsExactly(
                        "CLK-AST-NOTICE-US",
                        "CLK-AST-NOTICE-US-ADOPTED",
                        "CLK-AST-NOTICE-US-PARTY",
                        "CLK-CLAIM-US-ADM",
                        "CLK-CLAIM-US-ADM-PUB",
                        "CLK-CLAIM-US-CRIM",
                        "CLK-FORF-COMPLAINT-US",
                        "CLK-FORF-SOL-US2",
                        "CLK-FORF-SOL-US5",
                        "CLK-FUNGIBLE-US",
                        "CLK-POL-VALUATION",
                        "CLK-POL-VALUATION-VOLATILE",
                        "CLK-RST-US-2467",
                        "CLK-RST-US-30",
                        "CLK-RST-US-90",
                        "CLK-RST-US-TRO",
                        "CLK-UNCAC-55-8");
    }

    @ParameterizedTest
    @CsvSource({
        "GB, CLK-POL-VALUATION CLK-POL-VALUATION-VOLATILE"
                + " CLK-UK-AFO CLK-UK-CASH2Y CLK-UK-CASH48 CLK-UK-CASH6 CLK-UK-IFO CLK-UNCAC-55-8",
        "CH, CLK-CH-FIAA3 CLK-CH-FIAA4 CLK-POL-VALUATION CLK-POL-VALUATION-VOLATILE CLK-UNCAC-55-8",
        "CA, CLK-CA-FACFOA CLK-POL-VALUATION CLK-POL-VALUATION-VOLATILE CLK-UNCAC-55-8",
        "CN, CLK-CN-ILG-NOTICE CLK-POL-VALUATION CLK-POL-VALUATION-VOLATILE CLK-UNCAC-55-8",
    })
    void an_order_elsewhere_has_those_of_its_own_state(String host, String ids) {
        assertThat(between("XR", host)).containsExactly(ids.split(" "));
    }

    @Test
    void a_freezing_certificate_binds_two_member_states_only() {
        assertThat(between("ES", "FR")).contains("CLK-EU-FREEZE-DECIDE", "CLK-EU-FREEZE-EXECUTE", "CLK-EU-CONF");
        assertThat(between("XR", "FR")).noneMatch(id -> id.startsWith("CLK-EU"));
    }

    @Test
    void what_happens_to_persons_is_left_to_cases() {
        assertThat(RULES.rules())
                .extracting(ClockRule::trigger)
                .noneMatch(trigger -> trigger.startsWith("extradition.") || trigger.startsWith("person."));
    }

    /** From Thursday to Wednesday: Good Friday, the weekend and Easter Monday pass uncounted. */
    @Test
    void hours_are_counted_by_the_calendar_of_the_host() {
        var seized = new Happened.At(Instant.parse("2026-04-02T15:00:00Z"), ZoneId.of("Europe/London"));
        var states = new PairOfStates("XR", "GB");
        var rule = RULES.rule("CLK-UK-CASH48", seized.day()).orElseThrow();

        assertThat(Counting.endsAt(rule, seized, RULES.calendarOf(rule, states)))
                .contains(Instant.parse("2026-04-08T15:00:00Z"));
    }
}
