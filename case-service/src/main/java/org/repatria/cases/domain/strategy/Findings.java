package org.repatria.cases.domain.strategy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.repatria.cases.domain.strategy.EngineResult.Firing;
import org.repatria.cases.domain.strategy.EngineResult.RuleResult;
import org.repatria.cases.domain.strategy.EngineResult.WayStanding;

/**
 * What a run of the engine found, as it is kept. It leaves out the sentences, which belong to the rules, and the
 * outlook, which follows from the input. A case is read and written whole with each command, so its run is kept short.
 *
 * @param ways every way, in the order of {@link Way}
 * @param rules those that fired or hang on something unknown
 * @param facts what these rules looked at, with the words that they found
 */
public record Findings(List<Standing> ways, Map<String, Firing> rules, Map<String, String> facts) {

    public Findings {
        ways = List.copyOf(ways);
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /**
     * How one way stands.
     *
     * @param on what it hangs on: facts to establish, checks to pass, acts to be done
     */
    public record Standing(Way way, Effect effect, List<String> on, Optional<Integer> rank, List<String> rules) {
        public Standing {
            on = List.copyOf(on);
            rules = List.copyOf(rules);
        }
    }

    static Findings of(List<WayStanding> ways, List<RuleResult> heardOf) {
        var rules = new TreeMap<String, Firing>();
        var facts = new TreeMap<String, String>();
        for (var heard : heardOf) {
            rules.put(heard.rule(), heard.firing());
            heard.facts().forEach(fact -> facts.put(fact.name(), fact.word()));
        }
        return new Findings(
                ways.stream()
                        .map(way -> new Standing(
                                way.way(),
                                way.effect(),
                                way.conditions().stream().map(Condition::about).toList(),
                                way.rank(),
                                way.rules()))
                        .toList(),
                rules,
                facts);
    }

    public Standing standing(Way way) {
        return ways.stream()
                .filter(standing -> standing.way() == way)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a run without " + way));
    }

    List<String> fired() {
        return rules.entrySet().stream()
                .filter(rule -> rule.getValue() == Firing.FIRED)
                .map(Map.Entry::getKey)
                .toList();
    }
}
