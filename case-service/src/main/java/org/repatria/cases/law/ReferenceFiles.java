package org.repatria.cases.law;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.repatria.cases.domain.law.ReferenceKind;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.law.RowReader.Dated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reference data that is shipped with the service. Errors: {@link FaultyReference} with file and line of everything
 * that is wrong; the service does not start with data that it cannot read whole.
 */
public final class ReferenceFiles {

    private static final String HAPPENINGS = "happenings";
    private static final String DEFAULTS = "warnAtDefaults";

    /**
     * LIMIT: an edition is written into every run and journal entry. Twelve digits tell any two contents apart in
     * practice.
     */
    private static final int EDITION_DIGITS = 12;

    /** Files of invented states, beside those of the world. */
    private static final List<ReferenceKind> DEMONSTRATED = List.of(
            ReferenceKind.CLOCK_RULES,
            ReferenceKind.RELATIONS,
            ReferenceKind.CALENDARS,
            ReferenceKind.PROFILES,
            ReferenceKind.LIMITATION);

    private ReferenceFiles() {}

    /** What was read: rows with their places, and what they may name. */
    record Content(String edition, List<Dated> rows, Happenings happenings, JsonNode warnAtDefaults) {

        Content {
            rows = List.copyOf(rows);
        }

        RuleBook book() {
            return RowReader.book(edition, rows);
        }
    }

    /** The book that is shipped. */
    public static RuleBook load() {
        return shipped().book();
    }

    static Content shipped() {
        return read(shippedTexts(), Shapes.shipped());
    }

    /** The happenings that the shipped rules may wait for. */
    public static Happenings happenings() {
        return Happenings.of(YamlText.of(HAPPENINGS + ".yaml", Shipped.text(HAPPENINGS + ".yaml")));
    }

    static Map<String, String> shippedTexts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put(HAPPENINGS + ".yaml", Shipped.text(HAPPENINGS + ".yaml"));
        for (var kind : ReferenceKind.values()) {
            var file = kind.word() + ".yaml";
            texts.put(file, Shipped.text(file));
            if (DEMONSTRATED.contains(kind)) {
                texts.put("demo-" + file, Shipped.text("demo-" + file));
            }
        }
        return texts;
    }

    /** Reads texts by file name; the shape of every file is checked before any row is looked at. */
    static Content read(Map<String, String> texts, Shapes shapes) {
        var files = new ArrayList<YamlText>();
        var faults = new ArrayList<Fault>();
        texts.forEach((file, text) -> {
            try {
                var yaml = YamlText.of(file, text);
                faults.addAll(shapes.faultsOf(nameOf(file), yaml));
                files.add(yaml);
            } catch (FaultyReference e) {
                faults.addAll(e.faults());
            }
        });
        refuse(faults);
        var happenings = files.stream()
                .filter(file -> nameOf(file.file()).equals(HAPPENINGS))
                .map(Happenings::of)
                .findFirst()
                .orElseThrow(() -> new FaultyReference(List.of(new Fault(HAPPENINGS + ".yaml:1", "is missing"))));
        var defaults = JsonMapper.shared().createObjectNode();
        var rows = new ArrayList<Dated>();
        for (var file : files) {
            file.json().path(DEFAULTS).properties().forEach(kind -> defaults.set(kind.getKey(), kind.getValue()));
            ReferenceKind.parse(nameOf(file.file()))
                    .ifPresent(kind ->
                            rowsOf(kind, file).forEach(row -> dated(row, faults).ifPresent(rows::add)));
        }
        faults.addAll(Consistency.faultsOf(rows, happenings));
        refuse(faults);
        return new Content(edition(texts), rows, happenings, defaults);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultyReference(faults);
        }
    }

    private static String nameOf(String file) {
        var name = file.substring(0, file.length() - ".yaml".length());
        return name.startsWith("demo-") ? name.substring("demo-".length()) : name;
    }

    private static Stream<ReferenceRow> rowsOf(ReferenceKind kind, YamlText file) {
        return IntStream.range(0, file.json().path("rows").size())
                .mapToObj(index -> ReferenceRow.of(kind, file, "/rows/" + index))
                .map(row -> warned(row, file.json().path(DEFAULTS)));
    }

    /** A clock rule that says nothing of warnings gets those of its kind. */
    static ReferenceRow warned(ReferenceRow row, JsonNode defaults) {
        return row.kind() != ReferenceKind.CLOCK_RULES || row.has("warnAt")
                ? row
                : row.with("warnAt", defaults.path(row.text("kind")));
    }

    private static Optional<Dated> dated(ReferenceRow row, List<Fault> faults) {
        try {
            return Optional.of(new Dated(row, RowReader.validity(row)));
        } catch (FaultyReference e) {
            faults.addAll(e.faults());
            return Optional.empty();
        }
    }

    private static String edition(Map<String, String> texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((file, text) -> digest.update((file + "\n" + text).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, EDITION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
