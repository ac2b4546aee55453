package org.repatria.cases.law;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.repatria.cases.domain.law.ReferenceKind;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.clocks.reading.Dated;
import org.repatria.clocks.reading.Fault;
import org.repatria.clocks.reading.FaultyReference;
import org.repatria.clocks.reading.ReferenceTexts;
import org.repatria.clocks.reading.Shapes;
import org.repatria.clocks.reading.Shipped;
import org.repatria.clocks.reading.YamlText;
import tools.jackson.databind.JsonNode;

/**
 * The reference data that is shipped with the service. Errors: {@link FaultyReference} with file and line of everything
 * that is wrong; the service does not start with data that it cannot read whole.
 */
public final class ReferenceFiles {

    private static final String HAPPENINGS = "happenings";

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
            return RowReader.book(edition, rows, happenings);
        }
    }

    /** The book that is shipped. */
    public static RuleBook load() {
        return shipped().book();
    }

    static Content shipped() {
        return read(shippedTexts(), shapes());
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

    /** The shapes of all files. */
    static Shapes shapes() {
        return Shapes.shipped(
                Stream.concat(Stream.of(HAPPENINGS), words().stream()).toList());
    }

    private static List<String> words() {
        return Arrays.stream(ReferenceKind.values()).map(ReferenceKind::word).toList();
    }

    /** Reads texts by file name; the shape of every file is checked before any row is looked at. */
    static Content read(Map<String, String> texts, Shapes shapes) {
        var files = ReferenceTexts.read(texts, shapes);
        var text = files.file(HAPPENINGS)
                .orElseThrow(() -> new FaultyReference(List.of(new Fault(HAPPENINGS + ".yaml:1", "is missing"))));
        var happenings = Happenings.of(text);
        var faults = new ArrayList<Fault>();
        var rows = files.rows(words(), faults);
        faults.addAll(Consistency.faultsOf(rows, happenings));
        faults.addAll(Consistency.marksOfNothing(rows, text));
        FaultyReference.refuse(faults);
        return new Content(edition(texts), rows, happenings, files.warnAtDefaults());
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
