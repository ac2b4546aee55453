package org.repatria.cases.flows.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.lists.ListRow;
import org.repatria.cases.domain.lists.ListRow.UnreadableRow;
import org.repatria.cases.domain.lists.RejectReason;
import org.repatria.decider.text.VisibleText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list as FollowTheMoney entities of the schema {@code Person}, one JSON object a line. Properties that are not read
 * are no mistake.
 */
final class FtmRows implements ListRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CountryCode requesting;
    private final BufferedReader lines;
    private int line;
    private int row;

    private FtmRows(CountryCode requesting, BufferedReader lines) {
        this.requesting = requesting;
        this.lines = lines;
    }

    static FtmRows of(CountryCode requesting, Reader text) {
        return new FtmRows(requesting, new BufferedReader(text));
    }

    @Override
    public List<ListRow> next(int rowsMax) {
        var rows = new ArrayList<ListRow>();
        while (rows.size() < rowsMax) {
            var text = line();
            if (text.isEmpty()) {
                return rows;
            }
            if (!VisibleText.isBlank(text.get())) {
                row++;
                rows.add(read(text.get()));
            }
        }
        return rows;
    }

    /** The next line; empty at the end. A line beyond the limit is not kept, only known to be one. */
    private Optional<String> line() {
        try {
            var text = new StringBuilder();
            var c = lines.read();
            if (c < 0) {
                return Optional.empty();
            }
            line++;
            while (c >= 0 && c != '\n') {
                if (text.length() <= Limits.LINE_CHARS_MAX) {
                    text.append((char) c);
                }
                c = lines.read();
            }
            return Optional.of(text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ListRow read(String text) {
        if (text.length() > Limits.LINE_CHARS_MAX) {
            return new UnreadableRow(row, line, "row", RejectReason.TOO_LONG);
        }
        try {
            return read(JSON.readTree(text));
        } catch (JacksonException notJson) {
            return noObject();
        }
    }

    /** A file that does not even begin as JSON lines is none. */
    private ListRow noObject() {
        if (row == 1) {
            throw new FaultFound(FileFault.Kind.MALFORMED, line, "the first line is not a JSON object");
        }
        return new UnreadableRow(row, line, "row", RejectReason.NOT_JSON);
    }

    private ListRow read(JsonNode entity) {
        if (!entity.isObject()) {
            return noObject();
        }
        if (!entity.path("schema").asString("").equals("Person")) {
            return new UnreadableRow(row, line, "schema", RejectReason.NOT_A_PERSON);
        }
        Map<Field, List<Given>> values = new EnumMap<>(Field.class);
        for (var field : Field.values()) {
            values.put(field, given(field, entity.path("properties")));
        }
        return PersonReading.read(row, line, requesting, values, List.of(), false);
    }

    /** Entities have many properties that a list does not need: none of them is worth a word. */
    @Override
    public List<String> columnsNotRead() {
        return List.of();
    }

    private static List<Given> given(Field field, JsonNode properties) {
        var given = new ArrayList<Given>();
        for (var property : field.properties()) {
            var value = properties.path(property);
            if (value.isArray()) {
                value.forEach(one -> given.add(new Given(property, one.asString(""))));
            } else if (value.isValueNode()) {
                given.add(new Given(property, value.asString("")));
            }
        }
        return given;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
