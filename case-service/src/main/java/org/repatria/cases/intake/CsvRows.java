package org.repatria.cases.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.lists.ListRow;
import org.repatria.cases.domain.lists.ListRow.UnreadableRow;
import org.repatria.cases.domain.lists.RejectReason;

/** A list as CSV (RFC 4180) with the columns of docs/lists.md in any order. */
final class CsvRows implements ListRows {

    /** Several names or nationalities share a cell. */
    private static final String BETWEEN_VALUES = ";";

    private final CountryCode requesting;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final List<Field> columns;
    private int row;

    private CsvRows(CountryCode requesting, CsvReader<CsvRecord> reader) {
        this.requesting = requesting;
        this.reader = reader;
        this.records = reader.iterator();
        this.columns = header();
    }

    /**
     * Opens the rows behind a header.
     *
     * @throws FaultFound where the header does not fit
     */
    static CsvRows of(CountryCode requesting, Reader text) {
        var handler =
                CsvRecordHandler.of(h -> h.maxFields(Limits.COLUMNS_MAX).maxFieldSize(Limits.CELL_CHARS_BUFFERED_MAX));
        return new CsvRows(
                requesting,
                CsvReader.builder()
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(Limits.CELL_CHARS_BUFFERED_MAX)
                        .build(handler, text));
    }

    @Override
    public List<ListRow> next(int rowsMax) {
        var rows = new ArrayList<ListRow>();
        while (rows.size() < rowsMax && hasNext()) {
            rows.add(read(records.next()));
        }
        return rows;
    }

    private List<Field> header() {
        if (!hasNext()) {
            throw new FaultFound(FileFault.Kind.EMPTY, 1, "the file has no header");
        }
        var names = records.next().getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        var header = new ArrayList<Field>();
        for (var name : names) {
            var field = Field.ofColumn(name)
                    .orElseThrow(() -> unsuitable("column " + (names.indexOf(name) + 1) + " is not a documented one"));
            if (header.contains(field)) {
                throw unsuitable("the column " + name + " is there twice");
            }
            header.add(field);
        }
        var missing = EnumSet.allOf(Field.class);
        missing.removeIf(field -> !field.isColumnRequired() || header.contains(field));
        if (!missing.isEmpty()) {
            throw unsuitable("missing columns: "
                    + String.join(", ", missing.stream().map(Field::column).toList()));
        }
        return List.copyOf(header);
    }

    private static FaultFound unsuitable(String detail) {
        return new FaultFound(FileFault.Kind.HEADER_UNSUITABLE, 1, detail);
    }

    /** The parser reads ahead: what it finds wrong belongs to the row after those given so far. */
    private boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException malformed) {
            throw new FaultFound(
                    FileFault.Kind.MALFORMED, 0, "row " + (row + 1) + " is not CSV: look for an open or stray quote");
        }
    }

    private ListRow read(CsvRecord csv) {
        row++;
        var line = Math.toIntExact(csv.getStartingLineNumber());
        if (csv.getFieldCount() != columns.size()) {
            return new UnreadableRow(row, line, "row", RejectReason.WRONG_NUMBER_OF_CELLS);
        }
        Map<Field, List<Given>> values = new EnumMap<>(Field.class);
        for (var column = 0; column < columns.size(); column++) {
            var field = columns.get(column);
            values.put(field, given(field, csv.getField(column)));
        }
        return PersonReading.read(row, line, requesting, values);
    }

    private static List<Given> given(Field field, String cell) {
        return switch (field) {
            case ALIASES, NATIONALITY ->
                Arrays.stream(cell.split(BETWEEN_VALUES, -1))
                        .map(text -> new Given(field.column(), text))
                        .toList();
            default -> Stream.of(new Given(field.column(), cell)).toList();
        };
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
