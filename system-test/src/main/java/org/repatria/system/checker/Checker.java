package org.repatria.system.checker;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.TreeMap;

/** Asks every rule about one body of evidence. Pure: the same evidence, the same answer. */
public final class Checker {

    private Checker() {}

    /**
     * What was found.
     *
     * @param violations empty when everything holds
     * @param redelivered identical repeats of events on a topic, which "at least once" allows
     */
    public record Result(List<Violation> violations, long redelivered) {

        public Result {
            violations = List.copyOf(violations);
        }

        public boolean holds() {
            return violations.isEmpty();
        }

        /** Each broken rule with how often it was broken. */
        public String summary() {
            return new TreeMap<>(violations.stream().collect(groupingBy(Violation::rule, counting())))
                    .entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .collect(joining(", "));
        }
    }

    public static Result check(Evidence evidence) {
        var index = new Index(evidence);
        var findings = new Findings();
        var topics = new TopicRules(index, findings);
        topics.check();
        new JournalRules(index, findings).check();
        new ClientRules(index, findings).check();
        new EffectRules(index, findings).check();
        new ShelfRules(index, findings).check();
        new ParkedRules(index, findings).check();
        new ViewRules(index, findings).check();
        return new Result(findings.all(), topics.redelivered());
    }
}
