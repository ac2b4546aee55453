package org.repatria.messaging.consuming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.decider.Outcome;
import org.repatria.decider.Reason;
import org.repatria.decider.Refusal;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.JournalEntry;
import org.repatria.messaging.StoreUnavailable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Aggregates that take down what they are told, once per cause, unless they refuse or are away. */
final class Notes implements Aggregates<String, List<String>> {

    final List<CommandEnvelope<String>> heard = new ArrayList<>();
    final Map<String, List<String>> notes = new HashMap<>();
    final List<Integer> batches = new ArrayList<>();
    private final Map<String, Long> receipts = new HashMap<>();
    String refused = "";
    boolean away;
    boolean full;

    private enum Why implements Reason {
        NOT_WANTED;

        @Override
        public Kind kind() {
            return Kind.CONFLICTING;
        }

        @Override
        public String title() {
            return name();
        }
    }

    List<String> of(String aggregateId) {
        return notes.getOrDefault(aggregateId, List.of());
    }

    @Override
    public Mono<List<Outcome<List<String>>>> executeAll(List<CommandEnvelope<String>> envelopes) {
        return Mono.fromCallable(() -> {
            batches.add(envelopes.size());
            return envelopes.stream().map(this::one).toList();
        });
    }

    private Outcome<List<String>> one(CommandEnvelope<String> envelope) {
        if (away) {
            throw new StoreUnavailable("away", new IllegalStateException("away"));
        }
        if (full) {
            return new Outcome.OutboxFull<>(1);
        }
        heard.add(envelope);
        if (envelope.command().equals(refused)) {
            return new Outcome.Refused<>(Refusal.of(Why.NOT_WANTED), List.of(), 1);
        }
        if (envelope.cause().isPresent()) {
            var cause = envelope.cause().get();
            var receipt = envelope.aggregateId() + "<" + cause.subject();
            if (cause.sequence() <= receipts.getOrDefault(receipt, 0L)) {
                return new Outcome.Repeated<>(1);
            }
            receipts.put(receipt, cause.sequence());
        }
        notes.computeIfAbsent(envelope.aggregateId(), _ -> new ArrayList<>()).add(envelope.command());
        return new Outcome.Done<>(of(envelope.aggregateId()), 1);
    }

    @Override
    public Mono<Outcome<List<String>>> execute(CommandEnvelope<String> envelope) {
        return executeAll(List.of(envelope)).map(List::getFirst);
    }

    @Override
    public Mono<Current<List<String>>> read(String aggregateId) {
        return Mono.just(new Current<>(aggregateId, of(aggregateId), 1));
    }

    @Override
    public Flux<Current<List<String>>> readAll(List<String> aggregateIds) {
        return Flux.fromIterable(aggregateIds).flatMap(this::read);
    }

    @Override
    public Flux<JournalEntry> journal(String aggregateId, long afterSequence, int limit) {
        return Flux.empty();
    }

    @Override
    public Flux<JournalEntry> toldJournal(String aggregateId, long afterTold, int limit) {
        return Flux.empty();
    }

    @Override
    public Mono<JournalVerification> verify(String aggregateId) {
        return Mono.just(new JournalVerification(aggregateId, 0, 0, "", Optional.empty(), ""));
    }
}
