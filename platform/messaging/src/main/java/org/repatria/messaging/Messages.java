package org.repatria.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * What goes out to Kafka for an aggregate, as CloudEvents in binary mode. It is its published events and its newest
 * snapshots. What is told and what is confided go to topics of their own, and nothing on the first says that there is
 * the second.
 */
final class Messages<S> {

    /** Keeps the ids of confided records apart from those of told ones: the two are counted apart. */
    private static final String CONFIDED = "confided-";

    private final AggregateType<?, S, ?> type;
    private final Codec codec = new Codec();

    Messages(AggregateType<?, S, ?> type) {
        this.type = type;
    }

    List<ProducerRecord<String, byte[]>> events(List<JournalEntry> entries) {
        var messages = new ArrayList<ProducerRecord<String, byte[]>>();
        if (type.isPrivate()) {
            return messages;
        }
        for (var entry : entries) {
            entry.publication().ifPresent(p -> messages.add(event(entry, p)));
        }
        return messages;
    }

    private ProducerRecord<String, byte[]> event(JournalEntry entry, JournalEntry.Publication publication) {
        var id = entry.aggregateId();
        var topic = entry.isConfided() ? Topics.confidedEvents(type.stream()) : Topics.events(type.stream());
        var mark = entry.isConfided() ? CONFIDED : "";
        var message =
                new ProducerRecord<String, byte[]>(topic, id, publication.data().getBytes(StandardCharsets.UTF_8));
        head(message.headers(), id + ":" + mark + publication.sequence(), id, publication.sequence());
        typed(message.headers(), publication.type());
        put(message.headers(), "ce_time", publication.time());
        states(message.headers(), publication.states());
        publication.traceparent().ifPresent(t -> put(message.headers(), "traceparent", t));
        return message;
    }

    /**
     * The newest snapshots of an aggregate from the state that its document holds. There is a full one for the services
     * of the house where it confides anything, and one for both states.
     *
     * @param sinceTold whether anything was told since the last one for both states; only then there is a new one
     */
    List<ProducerRecord<String, byte[]>> snapshots(StoredAggregate aggregate, S state, boolean sinceTold) {
        var snapshots = new ArrayList<ProducerRecord<String, byte[]>>(2);
        if (!type.isPrivate()) {
            type.confiding().ifPresent(confiding -> snapshots.add(confided(aggregate, state, confiding)));
            if (sinceTold) {
                snapshots.add(told(aggregate, state));
            }
        }
        return snapshots;
    }

    /** The same, from the document alone. */
    List<ProducerRecord<String, byte[]>> snapshots(StoredAggregate aggregate, boolean sinceTold) {
        return type.isPrivate()
                ? List.of()
                : snapshots(aggregate, codec.value(aggregate.state(), type.stateRoot()), sinceTold);
    }

    /** A tombstone where nothing of the aggregate may be seen outside. */
    private ProducerRecord<String, byte[]> told(StoredAggregate aggregate, S state) {
        var id = aggregate.id();
        var version = aggregate.told().version();
        var published = type.publishing().snapshot(id, state);
        var value = published.map(p -> codec.snapshotText(id, version, p.data()));
        var message =
                snapshot(Topics.snapshots(type.stream()), id, value, aggregate, state, entry -> !entry.isConfided());
        head(message.headers(), id + "@" + version, id, version);
        typed(message.headers(), published.map(Publishing.Published::type).orElse(type.name() + ".snapshot.v1"));
        put(message.headers(), "ce_time", aggregate.told().changedAt().toString());
        return message;
    }

    private ProducerRecord<String, byte[]> confided(
            StoredAggregate aggregate, S state, ConfidingPublishing<S, ?> confiding) {
        var id = aggregate.id();
        var version = aggregate.version();
        var published = confiding.confidedSnapshot(id, state);
        var value = published.map(p -> codec.snapshotText(id, aggregate.versions(), p.data()));
        var message = snapshot(Topics.confidedSnapshots(type.stream()), id, value, aggregate, state, _ -> true);
        head(message.headers(), id + "@" + CONFIDED + version, id, version);
        typed(
                message.headers(),
                published.map(Publishing.Published::type).orElse(type.name() + ".confided-snapshot.v1"));
        put(message.headers(), "ce_time", aggregate.changedAt().toString());
        put(message.headers(), "ce_told", padded(aggregate.told().version()));
        return message;
    }

    private ProducerRecord<String, byte[]> snapshot(
            String topic,
            String id,
            Optional<String> value,
            StoredAggregate aggregate,
            S state,
            Predicate<JournalEntry> known) {
        var message = new ProducerRecord<String, byte[]>(
                topic,
                id,
                value.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null));
        states(message.headers(), type.publishing().states(id, state));
        aggregate.outbox().reversed().stream()
                .filter(known)
                .flatMap(entry -> entry.publication().stream())
                .findFirst()
                .flatMap(JournalEntry.Publication::traceparent)
                .ifPresent(t -> put(message.headers(), "traceparent", t));
        return message;
    }

    private void head(Headers headers, String messageId, String subject, long sequence) {
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", messageId);
        put(headers, "ce_source", "/repatria/" + type.name());
        put(headers, "ce_subject", subject);
        put(headers, "ce_sequence", padded(sequence));
    }

    private static void typed(Headers headers, String type) {
        put(headers, "ce_type", type);
        put(headers, "ce_dataschema", "https://repatria.example/schemas/" + type + ".json");
        put(headers, "content-type", "application/json");
    }

    private static void states(Headers headers, Set<String> states) {
        if (!states.isEmpty()) {
            put(headers, "ce_states", String.join(",", new TreeSet<>(states)));
        }
    }

    private static String padded(long number) {
        return String.format(Locale.ROOT, "%020d", number);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
