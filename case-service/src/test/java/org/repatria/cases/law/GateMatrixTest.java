package org.repatria.cases.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.safeguards.Safe.MAY_1;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.GateRule;
import org.repatria.cases.domain.law.GateRule.Demand;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.law.SafeguardRule;
import org.repatria.cases.domain.safeguards.Safe;

/** The matrix that the tests of gates go through cell by cell is the one that is shipped. */
final class GateMatrixTest {

    private static final RuleBook SHIPPED = ReferenceFiles.load();

    private static Map<String, Demand> row(RuleBook rules, Gate gate) {
        return rules.gate(gate, MAY_1).stream().collect(Collectors.toMap(GateRule::check, GateRule::demand));
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void a_gate_asks_for_what_was_tested(Gate gate) {
        assertThat(row(SHIPPED, gate)).isEqualTo(row(Safe.RULES, gate));
    }

    @Test
    void every_check_has_the_officers_period_and_hardness_that_were_tested() {
        assertThat(SHIPPED.safeguards()).hasSameSizeAs(Safe.RULES.safeguards());
        for (var tested : Safe.RULES.safeguards()) {
            assertThat(SHIPPED.safeguard(tested.id(), MAY_1))
                    .as(tested.id())
                    .get()
                    .usingRecursiveComparison()
                    .comparingOnlyFields("recordedBy", "approvedBy", "validFor", "hard")
                    .isEqualTo(tested);
        }
    }

    @Test
    void the_hard_ones_are_these() {
        assertThat(SHIPPED.safeguards().stream().filter(SafeguardRule::hard).map(SafeguardRule::id))
                .containsExactlyInAnyOrder("SG-06", "SG-08", "SG-09", "SG-21", "SG-22");
    }
}
