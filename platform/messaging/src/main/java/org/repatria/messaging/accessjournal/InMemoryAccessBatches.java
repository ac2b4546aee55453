package org.repatria.messaging.accessjournal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import reactor.core.publisher.Mono;

/** Batches that live as long as the process, for tests of what stands on them. */
public final class InMemoryAccessBatches implements AccessBatches {

    private final Map<String, AccessBatch> batches = new ConcurrentHashMap<>();
    private final Map<String, Long> chains = new ConcurrentHashMap<>();

    @Override
    public Mono<Boolean> add(AccessBatch batch) {
        return Mono.fromSupplier(() -> batches.putIfAbsent(key(batch.chain(), batch.number()), batch) == null);
    }

    @Override
    public Mono<Boolean> has(String chain, long number) {
        return Mono.fromSupplier(() -> batches.containsKey(key(chain, number)));
    }

    @Override
    public Mono<List<AccessBatch>> read(String chain, long first, long last) {
        return Mono.fromSupplier(() -> LongStream.rangeClosed(first, last)
                .mapToObj(number -> Optional.ofNullable(batches.get(key(chain, number))))
                .flatMap(Optional::stream)
                .toList());
    }

    @Override
    public Mono<Long> lastChain(String state) {
        return Mono.fromSupplier(() -> chains.getOrDefault(state, 0L));
    }

    @Override
    public Mono<Void> rememberChain(String state, long number) {
        return Mono.fromRunnable(() -> chains.put(state, number));
    }

    private static String key(String chain, long number) {
        return chain + ":" + number;
    }
}
