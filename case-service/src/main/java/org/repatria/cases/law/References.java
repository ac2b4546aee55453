package org.repatria.cases.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.cases.domain.amendments.AmendmentRegister.Approved;
import org.repatria.cases.domain.amendments.AmendmentRegister.Change;
import org.repatria.cases.domain.law.LegalRelation;
import org.repatria.cases.domain.law.ReferenceKind;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.law.Standing;
import org.repatria.cases.law.ReferenceFiles.Content;
import org.repatria.clocks.Amendment;
import org.repatria.clocks.Confidence;
import org.repatria.clocks.Validity;
import org.repatria.clocks.reading.Dated;
import org.repatria.clocks.reading.Fault;
import org.repatria.clocks.reading.FaultyReference;
import org.repatria.clocks.reading.ReferenceRow;
import org.repatria.clocks.reading.RowsThroughTime;
import org.repatria.clocks.reading.Shapes;
import tools.jackson.databind.node.ObjectNode;

/** Reference data through time: the rule books of the case service, and rows as they are shown. */
public final class References {

    /** Fields that every row has; they are told beside the others. */
    private static final Set<String> TOLD_APART =
            Set.of("id", "state", "version", "source", "confidence", "validFrom", "validTo");

    private final Shapes shapes;
    private final Content shipped;
    private final RowsThroughTime<RuleBook> rows;

    private References(Shapes shapes, Content shipped) {
        this.shapes = shapes;
        this.shipped = shipped;
        this.rows = new RowsThroughTime<>(
                shapes,
                shipped.rows(),
                shipped.warnAtDefaults(),
                (amendments, known) -> RowReader.book(edition(shipped, amendments), known, shipped.happenings()));
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
        rows.learn(approved.stream()
                .map(it -> new Amendment(
                        it.id(),
                        it.change().kind().word(),
                        it.change().rowId(),
                        it.change().row(),
                        it.approvedAt()))
                .toList());
    }

    /** The book as it was known at a moment. */
    public RuleBook at(Instant knownAt) {
        return rows.at(knownAt);
    }

    /** The edition as it was known at a moment. */
    public String edition(Instant knownAt) {
        return edition(shipped, rows.amendmentsAt(knownAt));
    }

    private static String edition(Content shipped, int amendments) {
        return amendments == 0 ? shipped.edition() : shipped.edition() + "+" + amendments;
    }

    private ReferenceRow row(Change change) {
        return rows.row(change.kind().word(), change.rowId(), change.row());
    }

    /** What stands against a change. It is empty when its row has the shape that it must have and fits all others. */
    public List<Fault> faultsOf(Change change, Instant now) {
        try {
            var counted = Stream.of(ReferenceRow.idField(change.kind().word()), "version")
                    .filter(change.row()::containsKey)
                    .map(field -> new Fault("/" + field, "is not written in the row"))
                    .toList();
            var shape = counted.isEmpty() ? shapes.faultsOf(change.kind().word(), written(change)) : counted;
            return shape.isEmpty() ? misfits(row(change), now) : shape;
        } catch (FaultyReference e) {
            return e.faults();
        }
    }

    private ObjectNode written(Change change) {
        return rows.written(change.kind().word(), change.rowId(), change.row());
    }

    private List<Fault> misfits(ReferenceRow row, Instant now) {
        return Consistency.faultsOf(rows.rowsWith(row, now), shipped.happenings()).stream()
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
        var asked = rows.rows(knownAt).stream()
                .filter(dated -> dated.row().kind().equals(kind.word()))
                .filter(dated ->
                        validOn.filter(day -> !dated.validity().inForceOn(day)).isEmpty())
                .toList();
        var conflicts = kind == ReferenceKind.RELATIONS ? conflicts(asked) : Map.<String, List<String>>of();
        return asked.stream()
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
