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

/**
 * The rules of the house about source files. They are about what a compiler lets pass and a reader should not have to
 * meet.
 */
public final class TidyRules {

    /** A finding and where it is found. The patterns are spelt so that they do not find themselves. */
    private enum Rule {
        LEFT_OVER_MARKER("\\b(T[O]DO|F[I]XME|X[X]X)\\b", "a left-over marker"),
        SLEEPING("\\bThread[.]sleep|TimeUnit[.]\\w+[.]sleep", "waits for a time instead of for a condition"),
        SWITCHED_OFF("@[D]isabled\\b", "a test that is switched off"),
        EMPTY_CATCH("catch\\s*[(][^)]*[)]\\s*[{]\\s*[}]", "an empty catch"),
        MACHINE_PATH("[\"'](file:)?/(root|home|Users|work|tmp)/", "an absolute path of one machine"),
        LONG_COMMENT("(?m)^(?=.{121})\\s*(?:/[*][*]?|[*]|//)\\s.*$", "a comment beyond column 120"),
        PRINTING("\\bSystem[.](out|err)\\b|[.]printStackTrace[(]", "prints instead of logging");

        private final Pattern pattern;
        private final String meaning;

        Rule(String pattern, String meaning) {
            this.pattern = Pattern.compile(pattern);
            this.meaning = meaning;
        }

        boolean concerns(Path file, Exceptions exceptions) {
            var name = String.valueOf(file.getFileName());
            var slashed = file.toString().replace('\\', '/');
            return switch (this) {
                case PRINTING ->
                    slashed.contains("src/main/") && !exceptions.launchers().contains(name);
                case SLEEPING -> !exceptions.pacing().contains(name);
                case LEFT_OVER_MARKER, SWITCHED_OFF, EMPTY_CATCH, MACHINE_PATH, LONG_COMMENT -> true;
            };
        }
    }

    private static final Pattern JAVADOC = Pattern.compile("(?ms)^\\s*/[*][*](?!/)(.*?)[*]/");
    private static final Pattern LINE_OF_JAVADOC = Pattern.compile("\\R\\s*[*]?\\s*");
    private static final Pattern INLINE_TAG = Pattern.compile("[{]@\\w+\\s+#?([^}]*)[}]");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=[.?!])\\s|\\s@|<p>");

    /** An index shows the first sentence alone, and a reader decides by it whether to read on. */
    private static final int FIRST_SENTENCE_CHARS_MAX = 100;

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    /**
     * Files that may do what others may not, by their names.
     *
     * @param launchers talk to a terminal and may print
     * @param pacing pause between two looks at a condition, or between two rounds of work
     */
    public record Exceptions(Set<String> launchers, Set<String> pacing) {

        public Exceptions {
            launchers = Set.copyOf(launchers);
            pacing = Set.copyOf(pacing);
        }
    }

    private TidyRules() {}

    /** Fails with every finding in the sources of every module that the project's {@code pom.xml} names. */
    public static void check(Path project, Exceptions exceptions) {
        var findings = modules(project).stream()
                .flatMap(module -> findings(module.resolve("src"), exceptions).stream())
                .toList();
        if (!findings.isEmpty()) {
            throw new AssertionError(String.join(System.lineSeparator(), findings));
        }
    }

    static List<Path> modules(Path project) {
        var modules = MODULE.matcher(read(project.resolve("pom.xml")))
                .results()
                .map(module -> project.resolve(module.group(1)))
                .toList();
        if (modules.isEmpty()) {
            throw new AssertionError("no module is named in " + project.resolve("pom.xml"));
        }
        return modules;
    }

    static List<String> findings(Path source, Exceptions exceptions) {
        try (Stream<Path> files = Files.walk(source)) {
            var java = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            if (java.isEmpty()) {
                return List.of("there are no source files under " + source);
            }
            return java.stream().flatMap(file -> findingsIn(file, exceptions)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> findingsIn(Path file, Exceptions exceptions) {
        var text = read(file);
        var findings = new ArrayList<String>();
        for (var rule : Rule.values()) {
            if (rule.concerns(file, exceptions)) {
                rule.pattern
                        .matcher(text)
                        .results()
                        .forEach(match -> findings.add(
                                at(file, text, match.start()) + " " + rule.meaning + ": " + match.group()));
            }
        }
        JAVADOC.matcher(text)
                .results()
                .filter(comment -> firstSentence(comment.group(1)).length() > FIRST_SENTENCE_CHARS_MAX)
                .forEach(comment -> findings.add(at(file, text, comment.start(1)) + " a first sentence of more than "
                        + FIRST_SENTENCE_CHARS_MAX + " characters: " + firstSentence(comment.group(1))));
        return findings.stream();
    }

    private static String at(Path file, String text, int position) {
        return file + ":"
                + (text.substring(0, position).chars().filter(c -> c == '\n').count() + 1);
    }

    /** As it is read: lines joined, tags as their text. */
    private static String firstSentence(String javadoc) {
        var text = INLINE_TAG
                .matcher(LINE_OF_JAVADOC.matcher(javadoc).replaceAll(" ").strip())
                .replaceAll("$1");
        return END_OF_SENTENCE.split(text, 2)[0].strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
