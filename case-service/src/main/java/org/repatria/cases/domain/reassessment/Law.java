package org.repatria.cases.domain.reassessment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.GateRule;
import org.repatria.cases.domain.law.LimitationRule;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.law.SafeguardRule;
import org.repatria.cases.domain.law.StrategyRuleText;
import org.repatria.cases.domain.strategy.RelationFacts;

/**
 * All reference data that an assessment of a case between two states can rest on, on one day.
 *
 * <p>Clock rules and calendars are not among it: the engine asks none, and a clock that runs keeps its rule until a
 * legal officer rebases it.
 *
 * @param gates with the checks, since an assessment also says which of them the next gates lack
 */
public record Law(
        RelationFacts relation,
        List<StrategyRuleText> rules,
        List<LimitationRule> limitationRequesting,
        List<LimitationRule> limitationRequested,
        List<GateRule> gates,
        List<SafeguardRule> checks) {

    public static Law of(RuleBook book, Relation relation, LocalDate on) {
        return new Law(
                RelationFacts.of(book, relation, on),
                book.strategyRules(),
                book.limitationIn(relation.requesting(), on),
                book.limitationIn(relation.requested(), on),
                Arrays.stream(Gate.values())
                        .flatMap(gate -> book.gate(gate, on).stream())
                        .toList(),
                book.safeguards().stream()
                        .filter(check -> check.validity().inForceOn(on))
                        .toList());
    }
}
