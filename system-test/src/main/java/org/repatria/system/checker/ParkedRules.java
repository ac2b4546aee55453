package org.repatria.system.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.repatria.system.checker.Evidence.Parked;
import org.repatria.system.checker.Evidence.TopicRecord;

/** Nothing that comes after a parked record of its key may have been applied. */
final class ParkedRules {

    private final Index index;
    private final Findings findings;

    ParkedRules(Index index, Findings findings) {
        this.index = index;
        this.findings = findings;
    }

    void check() {
        var byPosition = new HashMap<String, TopicRecord>();
        index.evidence().records().forEach(r -> byPosition.put(r.position(), r));
        index.evidence().parked().forEach(parked -> check(parked, byPosition));
    }

    private void check(Parked parked, Map<String, TopicRecord> byPosition) {
        var first = parked.waiting().isEmpty()
                ? null
                : byPosition.get(parked.waiting().getFirst());
        if (first == null) {
            return;
        }
        var before = new HashSet<Long>();
        var reached = index.evidence().progress().stream()
                .filter(p ->
                        p.consumer().equals(parked.consumer()) && p.subject().equals(parked.subject()))
                .mapToLong(Evidence.Progress::sequence)
                .max()
                .orElse(0);
        for (var record : index.events().getOrDefault(parked.subject(), java.util.List.of())) {
            if (!record.topic().equals(first.topic())) {
                continue;
            }
            if (record.offset() < first.offset()) {
                before.add(record.sequence());
            } else if (record.sequence() > 0 && !before.contains(record.sequence())) {
                findings.addUnless(
                        reached < record.sequence() && !applied(parked, record.sequence()),
                        Rule.PARKED_PASSED,
                        record.id(),
                        parked.consumer() + " applied it while " + first.position() + " is parked");
            }
        }
    }

    private boolean applied(Parked parked, long sequence) {
        var actor = "system:" + parked.consumer();
        return index.journals().values().stream()
                .flatMap(java.util.List::stream)
                .filter(e -> index.entry(e).at("/actor/id").asString("").equals(actor))
                .anyMatch(e -> index.cause(e)
                        .filter(c -> c.subject().equals(parked.subject()) && c.sequence() == sequence)
                        .isPresent());
    }
}
