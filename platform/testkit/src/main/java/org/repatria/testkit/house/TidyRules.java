package org.repatria.testkit.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of the house about source files: what a compiler lets pass and a reader should not have to meet. */
public final class TidyRules {

    /** A finding and where it is found. The patterns are spelt so that they do not find themselves. */
    private enum Rule {
        LEFT_OVER_MARKER("\\b(T[O]DO|F[I]XME|X[X]X)\\b", "a left-over marker"),
        SLEEPING("\\bThread[.]sleep|TimeUnit[.]\\w+[.]sleep", "waits for a time instead of for a condition"),
        SWITCHED_OFF("@[D]isabled\\b", "a test that is switched off"),
        EMPTY_CATCH("catch\\s*[(][^)]*[)]\\s*[{]\\s*[}]", "an empty catch"),
        MACHINE_PATH("[\"'](file:)?/(root|home|Users|work|tmp)/", "an absolute path of one machine"),
        PRINTING("\\bSystem[.](out|err)\\b|[.]printStackTrace[(]", "prints instead of logging");

        private final Pattern pattern;
        private final String meaning;

        Rule(String pattern, String meaning) {
            this.pattern = Pattern.compile(pattern);
            this.meaning = meaning;
        }

        boolean concerns(Path file, Set<String> launchers) {
            var name = String.valueOf(file.getFileName());
            var slashed = file.toString().replace('\\', '/');
            return this != PRINTING || (slashed.contains("src/main/") && !launchers.contains(name));
        }
    }

    private TidyRules() {}

    /**
     * Fails with every finding in this module's {@code src}.
     *
     * @param launchers names of files that talk to a terminal and may print, such as {@code KafkaMain.java}
     */
    public static void check(String... launchers) {
        var source = Path.of("src").toAbsolutePath();
        var findings = findings(source, Set.of(launchers));
        if (!findings.isEmpty()) {
            throw new AssertionError(String.join(System.lineSeparator(), findings));
        }
    }

    static List<String> findings(Path source, Set<String> launchers) {
        try (Stream<Path> files = Files.walk(source)) {
            var java = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            if (java.isEmpty()) {
                return List.of("there are no source files under " + source);
            }
            return java.stream().flatMap(file -> findingsIn(file, launchers)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> findingsIn(Path file, Set<String> launchers) {
        final String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var findings = new ArrayList<String>();
        for (var rule : Rule.values()) {
            if (rule.concerns(file, launchers)) {
                rule.pattern.matcher(text).results().forEach(match -> {
                    var line = text.substring(0, match.start())
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count()
                            + 1;
                    findings.add(file + ":" + line + " " + rule.meaning + ": " + match.group());
                });
            }
        }
        return findings.stream();
    }
}
