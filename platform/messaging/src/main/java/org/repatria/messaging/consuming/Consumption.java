package org.repatria.messaging.consuming;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.repatria.messaging.Aggregates;

/**
 * One consumer of a service, declared as a table: this topic, these types, these reactions. Its name is also the Kafka
 * consumer group, the actor of its commands ({@code system:<name>}) and the name under which it parks, so it never
 * changes.
 */
public final class Consumption {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{2,60}");

    private final String name;
    private final String topic;
    private final Kind kind;
    private final Map<String, List<Row<?>>> table;
    private final List<Row<?>> whenErased;
    private final Optional<String> only;

    private Consumption(
            String name,
            String topic,
            Kind kind,
            Map<String, List<Row<?>>> table,
            List<Row<?>> whenErased,
            Optional<String> only) {
        this.name = name;
        this.topic = topic;
        this.kind = kind;
        this.table = table;
        this.whenErased = whenErased;
        this.only = only;
    }

    /** What a topic promises about the records of one key. */
    enum Kind {
        /** Every event, 1, 2, 3 without holes. */
        EVENTS,
        /** The newest state, older ones may be gone. */
        SNAPSHOTS
    }

    /** One kind of aggregate and what an event means for it. */
    record Row<C>(Aggregates<C, ?> aggregates, Reaction<C> reaction) {}

    /** A name is given first, because everything else of a consumer may change. */
    public static Named named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a consumer is named like alerts-from-cases, not " + name);
        }
        return new Named(name);
    }

    /** A consumer that still lacks its topic. */
    public record Named(String name) {

        /** Every event of a topic, in order per subject, none left out. */
        public Consumption events(String topic) {
            return new Consumption(name, topic, Kind.EVENTS, Map.of(), List.of(), Optional.empty());
        }

        /** The newest snapshots of a topic; older ones are passed over. */
        public Consumption snapshots(String topic) {
            return new Consumption(name, topic, Kind.SNAPSHOTS, Map.of(), List.of(), Optional.empty());
        }
    }

    /**
     * Hears of one subject alone. Records of others cost nothing: no progress is kept of them, and none of them parks.
     */
    public Consumption about(String subject) {
        return new Consumption(name, topic, kind, table, whenErased, Optional.of(subject));
    }

    /**
     * Adds a row: what a type means for a kind of aggregate. A type may have several rows; types without one are
     * skipped.
     */
    public <C> Consumption on(String type, Aggregates<C, ?> aggregates, Reaction<C> reaction) {
        var longer = new LinkedHashMap<>(table);
        var rows = new ArrayList<>(longer.getOrDefault(type, List.of()));
        rows.add(new Row<>(aggregates, reaction));
        longer.put(type, List.copyOf(rows));
        return new Consumption(name, topic, kind, longer, whenErased, only);
    }

    /** Adds a row: what the erasure of a subject (a tombstone) means for a kind of aggregate. */
    public <C> Consumption onErased(Aggregates<C, ?> aggregates, Reaction<C> reaction) {
        if (kind == Kind.EVENTS) {
            throw new IllegalStateException("only snapshots are erased; events are kept: " + name);
        }
        var longer = new ArrayList<>(whenErased);
        longer.add(new Row<>(aggregates, reaction));
        return new Consumption(name, topic, kind, table, List.copyOf(longer), only);
    }

    /** The consumer's name. */
    public String name() {
        return name;
    }

    /** The topic that it listens to. */
    public String topic() {
        return topic;
    }

    Kind kind() {
        return kind;
    }

    /** Whether it hears of a subject. */
    boolean hears(String subject) {
        return only.filter(it -> !it.equals(subject)).isEmpty();
    }

    /** Whether it is of a type that means nothing here. */
    boolean passesOver(RawRecord raw) {
        return raw.value().isPresent()
                && EventReader.type(raw)
                        .filter(type -> !table.containsKey(type))
                        .isPresent();
    }

    List<Row<?>> rowsFor(PublishedRecord event) {
        return event.isTombstone() ? whenErased : table.getOrDefault(event.type(), List.of());
    }
}
