package org.repatria.cases.domain.strategy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.facts.Facts;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.law.StrategyRuleText;
import org.repatria.cases.domain.safeguards.ConfidedChecks;

/**
 * Everything that a run of the engine looks at, so that it can be run again to the same end.
 *
 * @param facts the words that guards may rely on; what is UNKNOWN is left out
 * @param checks of safeguards that were made and are valid: YES passed, NO failed, such as {@code SG-09}
 * @param ruleVersions the versions of the rules' texts, by rule
 * @param ruleDays the numbers of days that rules speak of, by rule
 */
public record EngineInput(
        LocalDate on,
        RelationFacts relation,
        Map<FactName, String> facts,
        List<OffenceFacts> offences,
        Map<String, Ternary> checks,
        Map<String, Integer> ruleVersions,
        Map<String, Integer> ruleDays) {

    public EngineInput {
        var known = new EnumMap<FactName, String>(FactName.class);
        known.putAll(facts);
        facts = Collections.unmodifiableMap(known);
        offences = List.copyOf(offences);
        checks = Collections.unmodifiableMap(new TreeMap<>(checks));
        ruleVersions = Collections.unmodifiableMap(new TreeMap<>(ruleVersions));
        ruleDays = Collections.unmodifiableMap(new TreeMap<>(ruleDays));
    }

    /** The same as if nobody had answered some questions. */
    public EngineInput without(Set<FactName> questions) {
        if (Collections.disjoint(facts.keySet(), questions)) {
            return this;
        }
        var rest = new EnumMap<>(facts);
        rest.keySet().removeAll(questions);
        return new EngineInput(on, relation, rest, offences, checks, ruleVersions, ruleDays);
    }

    /**
     * The same as the other state may know it. It leaves out what is answered, or checked, for the host state alone.
     */
    public EngineInput told(Set<FactName> confided) {
        var rest = new EnumMap<FactName, String>(FactName.class);
        rest.putAll(facts);
        rest.keySet().removeAll(confided);
        var known = new TreeMap<>(checks);
        known.keySet().removeIf(check -> !ConfidedChecks.knownTo(check).isTold());
        var alleged = offences.stream().filter(offence -> !offence.isOfHost()).toList();
        return new EngineInput(on, relation, rest, alleged, known, ruleVersions, ruleDays);
    }

    /** What is known on a day of a case between two states. */
    public static EngineInput of(
            Facts facts, Relation relation, RuleBook rules, Map<String, Ternary> checks, LocalDate on) {
        var words = new EnumMap<FactName, String>(FactName.class);
        for (var name : FactName.values()) {
            var word = facts.word(name);
            if (!word.equals(FactName.UNKNOWN)) {
                words.put(name, word);
            }
        }
        var versions = new TreeMap<String, Integer>();
        var days = new TreeMap<String, Integer>();
        for (var rule : StrategyRules.ALL) {
            var text = rules.strategyRule(rule.id());
            text.map(StrategyRuleText::version).ifPresent(version -> versions.put(rule.id(), version));
            text.flatMap(StrategyRuleText::days).ifPresent(count -> days.put(rule.id(), count));
        }
        return new EngineInput(
                on,
                RelationFacts.of(rules, relation, on),
                words,
                facts.offences().stream()
                        .map(offence -> OffenceFacts.of(offence, relation, rules, on))
                        .toList(),
                checks,
                versions,
                days);
    }
}
