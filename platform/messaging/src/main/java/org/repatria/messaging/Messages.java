package org.repatria.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** What goes out to Kafka for an aggregate: its published events and its newest snapshot, as CloudEvents in binary mode. */
final class Messages<S> {

    private final AggregateType<?, S, ?, ?> type;
    private final Codec codec = new Codec();

    Messages(AggregateType<?, S, ?, ?> type) {
        this.type = type;
    }

    List<ProducerRecord<String, byte[]>> events(List<JournalEntry> entries) {
        var messages = new ArrayList<ProducerRecord<String, byte[]>>();
        if (type.isPrivate()) {
            return messages;
        }
        for (var entry : entries) {
            entry.publication().ifPresent(p -> messages.add(event(entry.aggregateId(), p)));
        }
        return messages;
    }

    private ProducerRecord<String, byte[]> event(String id, JournalEntry.Publication publication) {
        var message = new ProducerRecord<String, byte[]>(
                Topics.events(type.stream()), id, publication.data().getBytes(StandardCharsets.UTF_8));
        head(message.headers(), id + ":" + publication.sequence(), id, publication.sequence());
        typed(message.headers(), publication.type());
        put(message.headers(), "ce_time", publication.time());
        publication.traceparent().ifPresent(t -> put(message.headers(), "traceparent", t));
        return message;
    }

    /** The newest snapshots, except of a private kind. */
    List<ProducerRecord<String, byte[]>> snapshots(Collection<StoredAggregate> aggregates) {
        return type.isPrivate()
                ? List.of()
                : aggregates.stream()
                        .map(aggregate -> snapshot(aggregate, codec.value(aggregate.state(), type.stateRoot())))
                        .toList();
    }

    /** The newest snapshot, from the state that the document holds; a tombstone where nothing of the aggregate may be seen outside. */
    ProducerRecord<String, byte[]> snapshot(StoredAggregate aggregate, S state) {
        var id = aggregate.id();
        var published = type.publishing().snapshot(id, state);
        var value = published.map(
                p -> codec.snapshotText(id, aggregate.version(), p.data()).getBytes(StandardCharsets.UTF_8));
        var message = new ProducerRecord<String, byte[]>(Topics.snapshots(type.stream()), id, value.orElse(null));
        head(message.headers(), id + "@" + aggregate.version(), id, aggregate.version());
        typed(message.headers(), published.map(Publishing.Published::type).orElse(type.name() + ".snapshot.v1"));
        put(message.headers(), "ce_time", aggregate.changedAt().toString());
        lastPublication(aggregate)
                .flatMap(JournalEntry.Publication::traceparent)
                .ifPresent(t -> put(message.headers(), "traceparent", t));
        return message;
    }

    private static Optional<JournalEntry.Publication> lastPublication(StoredAggregate aggregate) {
        return aggregate.outbox().reversed().stream()
                .flatMap(e -> e.publication().stream())
                .findFirst();
    }

    private void head(Headers headers, String messageId, String subject, long sequence) {
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", messageId);
        put(headers, "ce_source", "/repatria/" + type.name());
        put(headers, "ce_subject", subject);
        put(headers, "ce_sequence", String.format(Locale.ROOT, "%020d", sequence));
    }

    private static void typed(Headers headers, String type) {
        put(headers, "ce_type", type);
        put(headers, "ce_dataschema", "https://repatria.example/schemas/" + type + ".json");
        put(headers, "content-type", "application/json");
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
