package org.repatria.cases.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.repatria.cases.domain.amendments.AmendmentRegister.Approved;
import org.repatria.cases.domain.amendments.AmendmentRegister.Change;
import org.repatria.cases.domain.law.LegalRelation;
import org.repatria.cases.domain.law.ReferenceKind;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.law.Standing;
import org.repatria.cases.law.ReferenceFiles.Content;
import org.repatria.clocks.Confidence;
import org.repatria.clocks.Validity;
import org.repatria.clocks.reading.ClockRows;
import org.repatria.clocks.reading.Dated;
import org.repatria.clocks.reading.Fault;
import org.repatria.clocks.reading.FaultyReference;
import org.repatria.clocks.reading.ReferenceRow;
import org.repatria.clocks.reading.Shapes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reference data through time. It is what is shipped and every amendment since, as it is known at any moment.
 *
 * <p>An amendment replaces a row for the days of its own validity only: for the other days the row before it goes on.
 * What was known before the approval can be asked for ever.
 */
public final class References {

    /** LIMIT: editions kept ready; moments further back are asked for rarely and made again. */
    private static final int BOOKS_MAX = 16;

    /** Fields that every row has; they are told beside the others. */
    private static final Set<String> TOLD_APART =
            Set.of("id", "state", "version", "source", "confidence", "validFrom", "validTo");

    private final Shapes shapes;
    private final Content shipped;
    private final Map<Integer, RuleBook> books = new ConcurrentHashMap<>();
    private volatile List<Approved> amendments = List.of();

    private References(Shapes shapes, Content shipped) {
        this.shapes = shapes;
        this.shipped = shipped;
    }

    /** What clock rules may wait for; no amendment adds to it. */
    public Happenings happenings() {
        return shipped.happenings();
    }

    /** What is shipped, before any amendment is learnt. Errors: {@link FaultyReference}. */
    public static References shipped() {
        var shapes = ReferenceFiles.shapes();
        return new References(shapes, ReferenceFiles.read(ReferenceFiles.shippedTexts(), shapes));
    }

    /** Takes note of all amendments that were ever approved. */
    public void learn(List<Approved> approved) {
        var inOrder = approved.stream()
                .sorted(Comparator.comparing(Approved::approvedAt).thenComparing(Approved::id))
                .toList();
        if (!inOrder.equals(amendments)) {
            amendments = inOrder;
            books.clear();
        }
    }

    /** The book as it was known at a moment. */
    public RuleBook at(Instant knownAt) {
        var known = known(amendments, knownAt);
        var book = books.get(known.size());
        return book == null ? made(known, knownAt) : book;
    }

    /** The edition as it was known at a moment. */
    public String edition(Instant knownAt) {
        return edition(known(amendments, knownAt));
    }

    private RuleBook made(List<Approved> known, Instant knownAt) {
        var book = RowReader.book(edition(known), knownRows(known, knownAt));
        // RACE: amendments may have been learnt meanwhile; a book of older ones must not stay among those of the new.
        if (books.size() < BOOKS_MAX && known.equals(known(amendments, knownAt))) {
            books.put(known.size(), book);
        }
        return book;
    }

    private static List<Approved> known(List<Approved> all, Instant knownAt) {
        return all.stream().filter(a -> !a.approvedAt().isAfter(knownAt)).toList();
    }

    private String edition(List<Approved> known) {
        return known.isEmpty() ? shipped.edition() : shipped.edition() + "+" + known.size();
    }

    private List<Dated> knownRows(List<Approved> known, Instant knownAt) {
        return amended(known).stream()
                .filter(dated -> dated.validity().knownAt(knownAt))
                .toList();
    }

    private List<Dated> amended(List<Approved> known) {
        var rows = shipped.rows();
        for (var amendment : known) {
            rows = amended(rows, row(amendment.change()), amendment.approvedAt());
        }
        return rows;
    }

    private ReferenceRow row(Change change) {
        return ClockRows.warned(
                new ReferenceRow(change.kind().word(), json(change), Map.of()), shipped.warnAtDefaults());
    }

    private static List<Dated> amended(List<Dated> rows, ReferenceRow change, Instant at) {
        var after = new ArrayList<Dated>();
        var version = 0;
        var now = dated(RowReader.validity(change), at);
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

    /** What stands against a change. It is empty when its row has the shape that it must have and fits all others. */
    public List<Fault> faultsOf(Change change, Instant now) {
        try {
            var counted = Stream.of(ReferenceRow.idField(change.kind().word()), "version")
                    .filter(change.row()::containsKey)
                    .map(field -> new Fault("/" + field, "is not written in the row"))
                    .toList();
            var shape = counted.isEmpty() ? shapes.faultsOf(change.kind().word(), json(change)) : counted;
            return shape.isEmpty() ? misfits(row(change), now) : shape;
        } catch (FaultyReference e) {
            return e.faults();
        }
    }

    private ObjectNode json(Change change) {
        var json = JsonMapper.shared().createObjectNode();
        change.row()
                .forEach((field, text) ->
                        json.set(field, json(shapes.shapeOf(change.kind().word(), field), text)));
        return json.put(ReferenceRow.idField(change.kind().word()), change.rowId());
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

    private List<Fault> misfits(ReferenceRow row, Instant now) {
        var after = amended(amended(known(amendments, now)), row, now).stream()
                .filter(dated -> dated.validity().knownAt(now))
                .toList();
        return Consistency.faultsOf(after, shipped.happenings()).stream()
                .filter(fault -> fault.place().startsWith("/"))
                .toList();
    }

    /**
     * One row with everything that is known about it.
     *
     * @param fields as they are written: texts, whole numbers, booleans and lists of them
     * @param conflict ids of rows of the same instrument that say something else
     */
    public record Shown(
            String id,
            int version,
            Map<String, Object> fields,
            String source,
            Confidence confidence,
            Validity validity,
            List<String> conflict) {}

    /** The rows of a kind as known at a moment; of those in force on a day where one is given. */
    public List<Shown> rows(ReferenceKind kind, Optional<LocalDate> validOn, Instant knownAt) {
        var known = known(amendments, knownAt);
        var rows = knownRows(known, knownAt).stream()
                .filter(dated -> dated.row().kind().equals(kind.word()))
                .filter(dated ->
                        validOn.filter(day -> !dated.validity().inForceOn(day)).isEmpty())
                .toList();
        var conflicts = kind == ReferenceKind.RELATIONS ? conflicts(rows) : Map.<String, List<String>>of();
        return rows.stream()
                .map(dated -> new Shown(
                        dated.row().id(),
                        dated.row().version(),
                        fields(dated.row()),
                        dated.row().text("source"),
                        Confidence.valueOf(dated.row().text("confidence")),
                        dated.validity(),
                        conflicts.getOrDefault(dated.row().id(), List.of())))
                .sorted(Comparator.comparing(Shown::id).thenComparingInt(Shown::version))
                .toList();
    }

    private static Map<String, List<String>> conflicts(List<Dated> rows) {
        var relations = rows.stream()
                .map(dated -> RowReader.read(dated, LegalRelation.class))
                .toList();
        var conflicts = new HashMap<String, List<String>>();
        for (var relation : relations) {
            var others = relations.stream()
                    .filter(other -> !other.id().equals(relation.id()) && Standing.contradicts(relation, other))
                    .map(LegalRelation::id)
                    .distinct()
                    .toList();
            if (!others.isEmpty()) {
                conflicts.put(relation.id(), others);
            }
        }
        return conflicts;
    }

    private static Map<String, Object> fields(ReferenceRow row) {
        var fields = new LinkedHashMap<String, Object>();
        row.json().propertyNames().stream()
                .filter(name -> !TOLD_APART.contains(name))
                .sorted()
                .forEach(name -> fields.put(name, value(row, name)));
        return fields;
    }

    private static Object value(ReferenceRow row, String name) {
        var value = row.json().path(name);
        return switch (value.getNodeType()) {
            case ARRAY -> row.list(name);
            case NUMBER -> value.asInt();
            case BOOLEAN -> value.asBoolean();
            default -> row.text(name);
        };
    }
}
