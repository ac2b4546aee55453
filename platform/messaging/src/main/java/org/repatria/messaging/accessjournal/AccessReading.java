package org.repatria.messaging.accessjournal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the chains of a state back: page by page, the latest entry first, or whole as an export. */
public final class AccessReading {

    private final Chains chains;
    private final Function<String, Optional<AccessBatch>> writtenHere;

    AccessReading(Chains chains, Function<String, Optional<AccessBatch>> writtenHere) {
        this.chains = chains;
        this.writtenHere = writtenHere;
    }

    /**
     * What is looked for; what is left out matches everything.
     *
     * @param actor the actor's id
     * @param object the id of the object
     */
    public record Wanted(Optional<String> actor, Optional<String> object, Optional<AccessKind> kind) {

        private Predicate<String> matching() {
            // A quote inside a value is escaped, so that these texts stand nowhere but where they belong.
            var parts = new ArrayList<String>();
            actor.map(Line::ofActor).ifPresent(parts::add);
            object.map(Line::ofObject).ifPresent(parts::add);
            kind.map(Line::ofKind).ifPresent(parts::add);
            return line -> parts.stream().allMatch(line::contains);
        }
    }

    /** Where a page begins: before the index-th line of a batch, counted from its first. It goes back from there. */
    public record Position(long chain, long batch, int index) {}

    /**
     * What was found; a page may be short though others follow.
     *
     * @param next where the next page begins; nothing at the very first entry
     */
    public record Page(List<String> lines, Optional<Position> next) {}

    /**
     * Entries of a state's actors, the latest first. At most {@code limit}, out of {@link
     * AccessLimits#PAGE_BATCHES_MAX} batches.
     */
    public Mono<Page> page(String state, Wanted wanted, Optional<Position> from, int limit) {
        return from.map(Mono::just)
                .orElseGet(() -> chains.last(state).flatMap(this::endOf))
                .flatMap(position -> new Walk(state, wanted.matching(), limit, position).page());
    }

    private Mono<Position> endOf(ChainId chain) {
        return chain.number() < 1
                ? Mono.just(new Position(0, 0, 0))
                : chains.lastBatch(chain).map(batch -> new Position(chain.number(), batch, Integer.MAX_VALUE));
    }

    /** One page on its way back through the batches. */
    private final class Walk {
        private final String state;
        private final Predicate<String> matching;
        private final int limit;
        private final List<String> found = new ArrayList<>();
        private Position position;
        private int looked;

        Walk(String state, Predicate<String> matching, int limit, Position position) {
            this.state = state;
            this.matching = matching;
            this.limit = limit;
            this.position = position;
        }

        Mono<Page> page() {
            return Mono.defer(this::step)
                    .repeat(() -> !isDone())
                    .then(Mono.fromSupplier(() ->
                            new Page(found, Optional.of(position).filter(at -> at.chain() > 0))));
        }

        private boolean isDone() {
            return position.chain() < 1 || found.size() >= limit || looked >= AccessLimits.PAGE_BATCHES_MAX;
        }

        /** Looks at some batches, or goes to the end of the chain before. */
        private Mono<Void> step() {
            if (isDone()) {
                return Mono.empty();
            }
            if (position.batch() < 1) {
                return endOf(chains.id(state, position.chain() - 1))
                        .doOnNext(end -> position = end)
                        .then();
            }
            var first = Math.max(1, position.batch() - AccessLimits.BATCHES_AT_ONCE + 1);
            return chains.batches()
                    .read(chains.id(state, position.chain()).toString(), first, position.batch())
                    .doOnNext(batches -> position = after(batches, first))
                    .then();
        }

        /** Takes what matches out of these batches, the last first, and says where it stopped. */
        private Position after(List<AccessBatch> batches, long first) {
            for (var batch : batches.reversed()) {
                looked++;
                var start = batch.number() == position.batch() ? position.index() : Integer.MAX_VALUE;
                for (var i = Math.min(start, batch.lines().size()) - 1; i >= 0; i--) {
                    if (matching.test(batch.lines().get(i))) {
                        found.add(batch.lines().get(i));
                    }
                    if (found.size() == limit) {
                        return new Position(position.chain(), batch.number(), i);
                    }
                }
            }
            return new Position(position.chain(), first - 1, Integer.MAX_VALUE);
        }
    }

    /**
     * Whole chains of a state, oldest first, as the lines of a file that stands for itself. Each line has its line
     * break. What is damaged in the database is exported as it is: it is the verifier's business to name it.
     *
     * @param first number of the first chain, from 1
     */
    public Flux<String> export(String state, long first) {
        return chains.last(state).flatMapMany(last -> new Export().lines(first, last));
    }

    /** One export under way. */
    private final class Export {
        private long exportedChains;
        private long exportedEntries;
        private String lastClose = Line.ZERO;
        private String next = "";

        Flux<String> lines(long first, ChainId last) {
            return Flux.fromStream(
                            () -> LongStream.rangeClosed(first, last.number()).boxed())
                    .concatMap(number -> unlessFull(new ChainId(last.service(), last.state(), number)), 1)
                    .concatWith(
                            Mono.fromSupplier(() -> Line.end(exportedChains, exportedEntries, next, lastClose)
                                            .text() + "\n"));
        }

        private Flux<String> unlessFull(ChainId chain) {
            if (exportedEntries < AccessLimits.EXPORT_ENTRIES_MAX) {
                return one(chain);
            }
            next = next.isEmpty() ? chain.toString() : next;
            return Flux.empty();
        }

        private Flux<String> one(ChainId chain) {
            // INVARIANT: asked before the batches are read, so that what this process has written cannot be missing by
            // accident.
            var known = writtenHere
                    .apply(chain.state())
                    .filter(batch -> batch.chain().equals(chain.toString()));
            var end = new End(known);
            return chains.lastBatch(chain)
                    .flatMapMany(lastBatch -> batches(chain.toString(), lastBatch)
                            .map(batch -> {
                                end.saw(batch);
                                return String.join("\n", batch.lines()) + "\n";
                            })
                            .concatWith(Mono.fromSupplier(() -> closed(chain, end))));
        }

        private Flux<AccessBatch> batches(String chain, long last) {
            return Flux.fromStream(() -> LongStream.iterate(0, n -> n <= last, n -> n + AccessLimits.BATCHES_AT_ONCE)
                            .boxed())
                    .concatMap(
                            first -> chains.batches()
                                    .read(chain, first, Math.min(last, first + AccessLimits.BATCHES_AT_ONCE - 1)),
                            1)
                    .concatMapIterable(group -> group, 1);
        }

        private String closed(ChainId chain, End end) {
            var close = Line.close(chain.toString(), end.sequence, end.head);
            exportedChains++;
            exportedEntries += end.sequence;
            lastClose = close.hash();
            return close.text() + "\n";
        }
    }

    /** The last entry of a chain: what was read of it, or what this process knows to have been written. */
    private static final class End {
        private long sequence;
        private String head = Line.ZERO;

        End(Optional<AccessBatch> known) {
            known.ifPresent(this::saw);
        }

        void saw(AccessBatch batch) {
            if (batch.lastSequence() >= sequence) {
                sequence = batch.lastSequence();
                head = batch.head();
            }
        }
    }
}
