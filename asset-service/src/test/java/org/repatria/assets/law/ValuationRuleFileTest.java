package org.repatria.assets.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.assets.domain.AssetKind;

class ValuationRuleFileTest {

    private static final LocalDate MARCH = LocalDate.parse("2015-03-16");

    @Test
    void what_is_shipped_has_sources_and_a_threshold_for_houses() {
        var rules = ValuationRuleFile.load();
        assertThat(rules.staleOn(MARCH).orElseThrow().days()).isEqualTo(180);
        assertThat(rules.stale()).allSatisfy(it -> assertThat(it.source()).isNotBlank());
        assertThat(rules.twoAppraisals())
                .allSatisfy(it -> assertThat(it.source()).isNotBlank());
        assertThat(rules.twoAppraisalsOn(MARCH, AssetKind.REAL_ESTATE, "USD")).isPresent();
        assertThat(rules.twoAppraisalsOn(MARCH, AssetKind.CASH, "USD")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stale: []",
                "{stale: [{from: 2015-01-01, days: 0, source: x}], twoAppraisals: []}",
                "{stale: [{from: 2015-01-01, days: 180}], twoAppraisals: []}",
                "{stale: [{from: soon, days: 180, source: x}], twoAppraisals: []}",
                "{stale: [], twoAppraisals: [{from: 2015-01-01, assets: [YACHT], currency: USD, above: '1', source: x}]}",
                "{stale: [], twoAppraisals: [{from: 2015-01-01, assets: [CASH], currency: USX, above: '1', source: x}]}",
                "{stale: [], twoAppraisals: [{from: 2015-01-01, assets: [CASH], currency: JPY, above: '1.5', source: x}]}"
            })
    void with_any_fault_nothing_is_read(String yaml) {
        assertThatThrownBy(() -> ValuationRuleFile.parse(yaml))
                .isInstanceOfAny(IllegalArgumentException.class, DateTimeException.class);
    }
}
