package org.repatria.cases.flows.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.lists.ListRow;
import org.repatria.decider.text.VisibleText;

/** A list as CSV (RFC 4180) with the columns of docs/lists.md in any order. */
final class CsvRows implements ListRows {

    /** What separates cells, the usual first: it wins where a header fits to none. */
    private static final String SEPARATORS = ",;\t|";

    /** Several names or nationalities share a cell. */
    private static final String BETWEEN_VALUES = ";";

    private final CountryCode requesting;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final List<Optional<Field>> columns = new ArrayList<>();
    private final List<String> columnsNotRead = new ArrayList<>();
    private int row;

    private CsvRows(CountryCode requesting, CsvReader<CsvRecord> reader) {
        this.requesting = requesting;
        this.reader = reader;
        this.records = reader.iterator();
        readHeader();
    }

    /**
     * Opens the rows behind a header.
     *
     * @throws FaultFound where the header does not fit
     */
    static CsvRows of(CountryCode requesting, Reader file) {
        var text = new BufferedReader(file, Limits.LINE_CHARS_MAX);
        var handler =
                CsvRecordHandler.of(h -> h.maxFields(Limits.COLUMNS_MAX).maxFieldSize(Limits.CELL_CHARS_BUFFERED_MAX));
        return new CsvRows(
                requesting,
                CsvReader.builder()
                        .fieldSeparator(separator(text))
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

    /**
     * The separator by which the header has most of our columns. Spreadsheets write what their country separates with.
     */
    private static char separator(BufferedReader text) {
        var header = firstLine(text);
        return SEPARATORS
                .chars()
                .mapToObj(c -> (char) c)
                .max(Comparator.comparingLong(separator -> columnsIn(header, separator)))
                .orElseThrow();
    }

    private static String firstLine(BufferedReader text) {
        try {
            text.mark(Limits.LINE_CHARS_MAX);
            var beginning = new char[Limits.LINE_CHARS_MAX / 2];
            var chars = Math.max(0, text.read(beginning));
            text.reset();
            return new String(beginning, 0, chars)
                    .lines()
                    .filter(line -> !VisibleText.isBlank(line))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long columnsIn(String header, char separator) {
        return Arrays.stream(header.replace("\"", "").split(Pattern.quote(String.valueOf(separator)), -1))
                .filter(name -> Field.ofColumn(columnName(name)).isPresent())
                .count();
    }

    private static String columnName(String cell) {
        return VisibleText.trimmed(cell).toLowerCase(Locale.ROOT);
    }

    private void readHeader() {
        if (!hasNext()) {
            throw new FaultFound(FileFault.Kind.EMPTY, 1, "the file has no header");
        }
        for (var cell : records.next().getFields()) {
            var name = columnName(cell);
            var field = Field.ofColumn(name);
            if (field.isPresent() && columns.contains(field)) {
                throw unsuitable("the column " + name + " is there twice");
            }
            columns.add(field);
            if (field.isEmpty()) {
                columnsNotRead.add(VisibleText.cut(VisibleText.readable(name), Limits.SHOWN_CHARS_MAX));
            }
        }
        var missing = EnumSet.allOf(Field.class);
        missing.removeIf(field -> !field.isColumnRequired() || columns.contains(Optional.of(field)));
        if (!missing.isEmpty()) {
            throw unsuitable("missing columns: "
                    + String.join(", ", missing.stream().map(Field::column).toList())
                    + "; the header has " + columns.size() + (columns.size() == 1 ? " column" : " columns"));
        }
    }

    @Override
    public List<String> columnsNotRead() {
        return List.copyOf(columnsNotRead);
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
        var cells = Math.min(csv.getFieldCount(), columns.size());
        Map<Field, List<Given>> values = new EnumMap<>(Field.class);
        for (var column = 0; column < cells; column++) {
            var cell = csv.getField(column);
            columns.get(column).ifPresent(field -> values.put(field, given(field, cell)));
        }
        var surplus = csv.getFields().subList(cells, csv.getFieldCount());
        return PersonReading.read(row, line, requesting, values, surplus, cells < columns.size());
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
