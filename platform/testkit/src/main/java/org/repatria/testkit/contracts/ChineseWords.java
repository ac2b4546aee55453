package org.repatria.testkit.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The Chinese words of the operations page, by code, for tests of what a service writes. */
public final class ChineseWords {

    /** Seen from the folder of any service. */
    private static final Path PAGE = Path.of("..", "gateway", "src", "main", "resources", "page", "words");

    private static final List<String> FILES = List.of("codes-zh.js", "server-zh.js");
    private static final Pattern WORD = Pattern.compile("[ {]\"?([\\w.-]+)\"?: \"([^\"]*)\"");
    private static final Pattern NAMED = Pattern.compile("\\{(\\w+)}");

    private final Map<String, String> words;

    private ChineseWords(Map<String, String> words) {
        this.words = Map.copyOf(words);
    }

    public static ChineseWords ofThePage() {
        var words = new TreeMap<String, String>();
        for (var file : FILES) {
            try {
                WORD.matcher(Files.readString(PAGE.resolve(file)))
                        .results()
                        .forEach(found -> words.put(found.group(1), found.group(2)));
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
        return new ChineseWords(words);
    }

    public boolean has(String key) {
        return words.containsKey(key);
    }

    /** Whether a code has a word, as one of a group or at all. */
    public boolean has(String group, String code) {
        return has(group + "." + code) || has(code);
    }

    /** Whether the beginning of a code has a word, as all rules of a family begin alike. */
    public boolean hasFamily(String group, String code) {
        var parts = List.of(code.split("-"));
        return IntStream.rangeClosed(1, parts.size())
                .mapToObj(length -> group + "." + String.join("-", parts.subList(0, length)))
                .anyMatch(this::has);
    }

    /** The values that a word names, and without which it is not said. */
    public Set<String> namedIn(String key) {
        return NAMED.matcher(Optional.ofNullable(words.get(key)).orElse(""))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** What has no word, by key: commands of an OpenAPI document, their fields, and the values of these. */
    public Set<String> missingInForms(JsonNode document) {
        var missing = new TreeSet<String>();
        for (var path : document.path("paths").properties()) {
            var command = path.getValue().path("post");
            if (!command.isMissingNode()) {
                var id = command.path("operationId").asString();
                wanted(id, has(id), missing);
                wanted("summary." + id, has("summary." + id), missing);
                var body = command.path("requestBody").path("content").path("application/json");
                fields(document, body.path("schema"), missing);
            }
        }
        return missing;
    }

    private void fields(JsonNode document, JsonNode schema, Set<String> missing) {
        if (schema.has("$ref")) {
            fields(document, document.at(schema.path("$ref").asString().substring(1)), missing);
            return;
        }
        schema.path("properties").properties().forEach(field -> {
            wanted("field." + field.getKey(), has("field", field.getKey()), missing);
            fields(document, field.getValue(), missing);
        });
        schema.path("enum").forEach(value -> wanted(value.asString(), has(value.asString()), missing));
        if (schema.has("items")) {
            fields(document, schema.path("items"), missing);
        }
        // One of several shapes, such as a day or a moment.
        for (var shapes : List.of("oneOf", "anyOf")) {
            schema.path(shapes).forEach(shape -> fields(document, shape, missing));
        }
    }

    private static void wanted(String key, boolean isThere, Set<String> missing) {
        if (!isThere) {
            missing.add(key);
        }
    }

    /** All that a pattern finds in the Java sources of the service that is tested; blanks count as one. */
    public static Set<String> inSources(Pattern pattern) throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file ->
                            pattern.matcher(text(file).replaceAll("\\s+", " ")).results())
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
