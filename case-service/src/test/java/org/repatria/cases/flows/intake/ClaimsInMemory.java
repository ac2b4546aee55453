package org.repatria.cases.flows.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.repatria.cases.domain.CaseId;
import reactor.core.publisher.Mono;

/** Claims without a database. */
public final class ClaimsInMemory implements IdentityClaims {

    private final Map<String, CaseId> holders = new ConcurrentHashMap<>();

    @Override
    public Mono<Map<String, CaseId>> claim(Map<String, CaseId> wanted) {
        return Mono.fromSupplier(() -> {
            var held = new HashMap<String, CaseId>();
            wanted.forEach((key, claimant) -> held.put(key, holders.computeIfAbsent(key, _ -> claimant)));
            return held;
        });
    }

    @Override
    public Mono<Void> pass(Collection<String> keys, CaseId from, CaseId to) {
        return Mono.fromRunnable(() -> keys.forEach(key -> holders.replace(key, from, to)));
    }

    Collection<CaseId> holders() {
        return holders.values();
    }
}
