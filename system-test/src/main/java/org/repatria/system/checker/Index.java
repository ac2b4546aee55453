package org.repatria.system.checker;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.system.checker.Evidence.Document;
import org.repatria.system.checker.Evidence.Entry;
import org.repatria.system.checker.Evidence.TopicRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The evidence arranged by aggregate. */
final class Index {

    private final Evidence evidence;
    private final Map<Ref, Document> documents = new LinkedHashMap<>();
    private final Map<Ref, List<Entry>> journals = new LinkedHashMap<>();
    private final Map<String, List<TopicRecord>> events = new LinkedHashMap<>();
    private final Map<String, List<TopicRecord>> snapshots = new LinkedHashMap<>();
    private final Map<String, List<TopicRecord>> confidedEvents = new LinkedHashMap<>();
    private final Map<String, List<TopicRecord>> confidedSnapshots = new LinkedHashMap<>();
    private final IdentityHashMap<Entry, JsonNode> texts = new IdentityHashMap<>();

    Index(Evidence evidence) {
        this.evidence = evidence;
        evidence.documents().forEach(d -> documents.put(new Ref(d.family(), d.id()), d));
        evidence.entries().stream()
                .sorted(comparingLong(Entry::sequence))
                .forEach(e -> journals.computeIfAbsent(new Ref(e.family(), e.aggregateId()), _ -> new ArrayList<>())
                        .add(e));
        evidence.records().stream()
                .sorted(comparingLong(TopicRecord::offset))
                .forEach(r -> ofTopic(r.topic())
                        .computeIfAbsent(r.key(), _ -> new ArrayList<>())
                        .add(r));
    }

    private Map<String, List<TopicRecord>> ofTopic(String topic) {
        return switch (topic.substring(topic.lastIndexOf('.') + 1)) {
            case "events" -> events;
            case "snapshots" -> snapshots;
            case "confided-events" -> confidedEvents;
            case "confided-snapshots" -> confidedSnapshots;
            default -> throw new IllegalArgumentException("no topic of the house: " + topic);
        };
    }

    /** An aggregate: two kinds may use one id, such as a case and what another service knows of it. */
    record Ref(Family family, String id) {}

    Evidence evidence() {
        return evidence;
    }

    Map<Ref, Document> documents() {
        return documents;
    }

    Map<Ref, List<Entry>> journals() {
        return journals;
    }

    List<Entry> journal(Ref ref) {
        return journals.getOrDefault(ref, List.of());
    }

    /** The journal behind a key of a topic. */
    List<Entry> publishedJournal(String key) {
        return Stream.of(Family.values())
                .filter(family -> family.events().isPresent())
                .map(family -> journal(new Ref(family, key)))
                .filter(journal -> !journal.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Whether a key of a topic of snapshots belongs to a document. */
    boolean hasPublishedDocument(String key) {
        return Stream.of(Family.values())
                .filter(family -> family.events().isPresent())
                .anyMatch(family -> documents.containsKey(new Ref(family, key)));
    }

    /** All documents of a kind. */
    List<Document> documents(Family family) {
        return documents.values().stream().filter(d -> d.family() == family).toList();
    }

    Optional<Document> document(Family family, String id) {
        return Optional.ofNullable(documents.get(new Ref(family, id)));
    }

    /** Events by key, in the order of the topic, repeats included. */
    Map<String, List<TopicRecord>> events() {
        return events;
    }

    /** Confided events by key, in the same way. */
    Map<String, List<TopicRecord>> confidedEvents() {
        return confidedEvents;
    }

    /** Each event once, where it first appears. */
    List<TopicRecord> firstEvents(String key) {
        return first(events.getOrDefault(key, List.of()));
    }

    static List<TopicRecord> first(List<TopicRecord> records) {
        var first = new HashMap<String, TopicRecord>();
        records.forEach(r -> first.putIfAbsent(r.id(), r));
        return first.values().stream()
                .sorted(comparingLong(TopicRecord::offset))
                .toList();
    }

    Map<String, List<TopicRecord>> snapshots() {
        return snapshots;
    }

    Map<String, List<TopicRecord>> confidedSnapshots() {
        return confidedSnapshots;
    }

    /** What an entry says; an empty object where it cannot be read. */
    JsonNode entry(Entry entry) {
        return texts.computeIfAbsent(entry, e -> {
            try {
                return Trees.read(e.text());
            } catch (JacksonException unreadable) {
                return Trees.object();
            }
        });
    }

    /** The Idempotency-Key of the client's command behind an entry. */
    Optional<String> commandKey(Entry entry) {
        return wholeKey(entry).map(key -> key.substring(key.lastIndexOf('|') + 1));
    }

    /** The same as the aggregate knows it: with who asked, and by which route. */
    Optional<String> wholeKey(Entry entry) {
        return Trees.text(entry(entry).path("commandId").path("key"));
    }

    /** The published event behind an entry. */
    Optional<Source> cause(Entry entry) {
        var cause = entry(entry).path("cause");
        return Trees.text(cause.path("subject"))
                .map(subject -> new Source(subject, cause.path("sequence").asLong()));
    }

    /** A published event of some aggregate. */
    record Source(String subject, long sequence) {}

    /** The command or event behind an entry; empty for what the system did of itself. */
    Optional<String> origin(Entry entry) {
        return commandKey(entry)
                .map(key -> "command " + key)
                .or(() -> cause(entry).map(c -> "event " + c.subject() + ":" + c.sequence()));
    }
}
