package org.repatria.clocks.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.repatria.clocks.Amendment;
import org.repatria.clocks.Validity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reference rows through time. They are what is shipped and every amendment since, as it is known at any moment.
 *
 * <p>An amendment replaces a row for the days of its own validity only: for the other days the row before it goes on.
 * What was known before the approval can be asked for ever.
 *
 * @param <B> what is made of the rows of a moment
 */
public final class RowsThroughTime<B> {

    /** LIMIT: books kept ready; moments further back are asked for rarely and made again. */
    private static final int BOOKS_MAX = 16;

    private static final RowValues VALUES = RowValues.plain();

    private final Shapes shapes;
    private final List<Dated> shipped;
    private final JsonNode warnAtDefaults;
    private final Binding<B> binding;
    private final Map<Integer, B> books = new ConcurrentHashMap<>();
    private volatile List<Amendment> amendments = List.of();

    /** Makes a book of the rows that are known once a number of amendments is. */
    @FunctionalInterface
    public interface Binding<B> {
        B bind(int amendments, List<Dated> rows);
    }

    /**
     * Nothing is amended yet.
     *
     * @param warnAtDefaults when the rules of each kind warn that say nothing of it
     * @param binding Errors: {@link FaultyReference}
     */
    public RowsThroughTime(Shapes shapes, List<Dated> shipped, JsonNode warnAtDefaults, Binding<B> binding) {
        this.shapes = shapes;
        this.shipped = List.copyOf(shipped);
        this.warnAtDefaults = warnAtDefaults;
        this.binding = binding;
    }

    /** Takes note of all amendments that were ever approved, in any order. */
    public void learn(List<Amendment> approved) {
        var inOrder = approved.stream()
                .sorted(Comparator.comparing(Amendment::approvedAt).thenComparing(Amendment::id))
                .toList();
        if (!inOrder.equals(amendments)) {
            amendments = inOrder;
            books.clear();
        }
    }

    /** The book as it was known at a moment. */
    public B at(Instant knownAt) {
        var known = known(amendments, knownAt);
        var book = books.get(known.size());
        return book == null ? made(known, knownAt) : book;
    }

    /** How many amendments were known at a moment. */
    public int amendmentsAt(Instant knownAt) {
        return known(amendments, knownAt).size();
    }

    /** The rows as they were known at a moment. */
    public List<Dated> rows(Instant knownAt) {
        return knownRows(amended(known(amendments, knownAt)), knownAt);
    }

    /** The rows as they would be known if a change were approved now. */
    public List<Dated> rowsWith(ReferenceRow change, Instant now) {
        return knownRows(amended(amended(known(amendments, now)), change, now), now);
    }

    /** What the texts of an amendment write, for its shape to be looked at. */
    public ObjectNode written(String kind, String rowId, Map<String, String> texts) {
        var json = JsonMapper.shared().createObjectNode();
        texts.forEach((field, text) -> json.set(field, json(shapes.shapeOf(kind, field), text)));
        return json.put(ReferenceRow.idField(kind), rowId);
    }

    /** The row that the texts of an amendment come to. */
    public ReferenceRow row(String kind, String rowId, Map<String, String> texts) {
        return ClockRows.warned(new ReferenceRow(kind, written(kind, rowId, texts), Map.of()), warnAtDefaults);
    }

    private B made(List<Amendment> known, Instant knownAt) {
        var book = binding.bind(known.size(), knownRows(amended(known), knownAt));
        // RACE: amendments may have been learnt meanwhile; a book of older ones must not stay among those of the new.
        if (books.size() < BOOKS_MAX && known.equals(known(amendments, knownAt))) {
            books.put(known.size(), book);
        }
        return book;
    }

    private static List<Amendment> known(List<Amendment> all, Instant knownAt) {
        return all.stream().filter(a -> !a.approvedAt().isAfter(knownAt)).toList();
    }

    private static List<Dated> knownRows(List<Dated> rows, Instant knownAt) {
        return rows.stream().filter(dated -> dated.validity().knownAt(knownAt)).toList();
    }

    private List<Dated> amended(List<Amendment> known) {
        var rows = shipped;
        for (var amendment : known) {
            rows = amended(rows, row(amendment.kind(), amendment.rowId(), amendment.row()), amendment.approvedAt());
        }
        return rows;
    }

    private static List<Dated> amended(List<Dated> rows, ReferenceRow change, Instant at) {
        var after = new ArrayList<Dated>();
        var version = 0;
        var now = dated(VALUES.validity(change), at);
        for (var before : rows) {
            if (!before.row().kind().equals(change.kind()) || !before.row().id().equals(change.id())) {
                after.add(before);
                continue;
            }
            version = Math.max(version, before.row().version());
            if (before.validity().replacedAt().isPresent() || !before.validity().overlaps(now)) {
                after.add(before);
                continue;
            }
            after.add(new Dated(before.row(), replaced(before.validity(), at)));
            rest(before.validity(), now, at).forEach(rest -> after.add(new Dated(before.row(), rest)));
        }
        after.add(new Dated(change.with("version", IntNode.valueOf(version + 1)), now));
        return after;
    }

    private static Validity dated(Validity validity, Instant at) {
        return new Validity(validity.validFrom(), validity.validTo(), Optional.of(at), Optional.empty());
    }

    private static Validity replaced(Validity validity, Instant at) {
        return new Validity(validity.validFrom(), validity.validTo(), validity.recordedAt(), Optional.of(at));
    }

    /** The days of a row that the new one leaves to it. */
    private static List<Validity> rest(Validity before, Validity now, Instant at) {
        var rest = new ArrayList<Validity>();
        now.validFrom()
                .filter(from ->
                        before.validFrom().filter(f -> !f.isBefore(from)).isEmpty())
                .ifPresent(from -> rest.add(new Validity(
                        before.validFrom(), Optional.of(from.minusDays(1)), Optional.of(at), Optional.empty())));
        now.validTo()
                .filter(to -> before.validTo().filter(t -> !t.isAfter(to)).isEmpty())
                .ifPresent(to -> rest.add(new Validity(
                        Optional.of(to.plusDays(1)), before.validTo(), Optional.of(at), Optional.empty())));
        return rest;
    }

    /** The value that a text stands for; one that stands for none stays a text, for the schema to refuse. */
    private static JsonNode json(JsonNode shape, String text) {
        var json = JsonMapper.shared().getNodeFactory();
        return switch (shape.path("type").asString("string")) {
            case "array" ->
                json.arrayNode()
                        .addAll(Stream.of(text.split(",", -1))
                                .map(String::strip)
                                .filter(item -> !item.isEmpty())
                                .map(item -> json(shape.path("items"), item))
                                .toList());
            case "integer" ->
                text.strip().matches("\\d{1,9}")
                        ? json.numberNode(Integer.parseInt(text.strip()))
                        : json.stringNode(text.strip());
            case "boolean" ->
                text.equals("true") || text.equals("false")
                        ? json.booleanNode(Boolean.parseBoolean(text))
                        : json.stringNode(text);
            default -> json.stringNode(text.strip());
        };
    }
}
