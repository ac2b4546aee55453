package org.repatria.cases.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.law.LimitationRule;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.lifecycle.Lifecycle;
import org.repatria.cases.domain.lifecycle.Lifecycles;
import org.repatria.cases.domain.lifecycle.Transition;
import org.repatria.clocks.ClockRule;

/** The lifecycles and the reference data speak of the same states and the same clocks. */
final class ClocksOfLifecyclesTest {

    private static final RuleBook RULES = ReferenceFiles.load();

    @Test
    void every_clock_that_a_row_names_is_a_rule() {
        var ids = Stream.concat(
                        RULES.clockRules().stream().map(ClockRule::id),
                        RULES.limitation().stream().map(LimitationRule::id))
                .toList();
        for (var lifecycle : Lifecycles.all()) {
            for (var row : lifecycle.rows()) {
                for (var clock : row.clocks()) {
                    assertThat(ids)
                            .as(lifecycle.kind() + " " + row.name() + " " + clock)
                            .anyMatch(id -> isNamedBy(clock, id));
                }
            }
        }
    }

    @Test
    void every_rule_that_a_move_starts_is_named_by_its_row() {
        for (var lifecycle : Lifecycles.all()) {
            for (var rule : startedBy(lifecycle)) {
                var rows = lifecycle.rows().stream()
                        .filter(row -> lifecycle.happening(row.to()).equals(rule.trigger()) && !row.back())
                        .toList();
                assertThat(rows).as(rule.id() + " waits for " + rule.trigger()).isNotEmpty();
                assertThat(rows)
                        .as(rule.id() + " is started by " + rule.trigger())
                        .allMatch(row -> names(row, rule));
            }
        }
    }

    @Test
    void the_states_that_rules_may_wait_for_are_those_of_the_tables() {
        var declared = ReferenceFiles.happenings().lifecycles();
        for (var lifecycle : Lifecycles.all()) {
            assertThat(declared.getOrDefault(lifecycle.kind(), List.of()))
                    .as(lifecycle.kind())
                    .containsExactlyInAnyOrderElementsOf(lifecycle.states());
        }
    }

    private static List<ClockRule> startedBy(Lifecycle lifecycle) {
        return RULES.clockRules().stream()
                .filter(rule -> rule.trigger().startsWith(lifecycle.kind() + "."))
                .filter(rule -> lifecycle
                        .states()
                        .contains(rule.trigger().substring(lifecycle.kind().length() + 1)))
                .toList();
    }

    private static boolean names(Transition row, ClockRule rule) {
        return row.clocks().stream().anyMatch(clock -> isNamedBy(clock, rule.id()));
    }

    /** A name with a star at its end stands for its whole family. */
    private static boolean isNamedBy(String clock, String id) {
        return clock.endsWith("*") ? id.startsWith(clock.substring(0, clock.length() - 1)) : id.equals(clock);
    }
}
