package org.repatria.testkit.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every rule about source files is seen to fail. The offending lines are put together here so that none stands in this
 * file.
 */
class TidyRulesTest {

    private static final TidyRules.Exceptions NONE = new TidyRules.Exceptions(Set.of(), Set.of());

    @TempDir
    Path source;

    private void given(String file, String text) throws IOException {
        var path = source.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text.replace("~", ""));
    }

    @Nested
    class Reading_source_files {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "// TO~DO later",
                    "Thread.~sleep(10);",
                    "@Dis~abled class A {}",
                    "try { a(); } catch (RuntimeException e) {~ }",
                    "var path = \"/ro~ot/.m2\";",
                    "System.~out.println(1);",
                    "e.~printStackTrace();"
                })
        void finds_what_a_reader_should_not_meet(String line) throws IOException {
            given("src/main/java/A.java", "class A {\n" + line + "\n}\n");

            assertThat(TidyRules.findings(source, NONE))
                    .singleElement()
                    .asString()
                    .contains("A.java:2 ");
        }

        @Test
        void finds_a_comment_that_runs_out_of_sight() throws IOException {
            given("Wordy.java", "// " + "word ".repeat(24) + "\n// short\nvar code = \"" + "x".repeat(130) + "\";");

            assertThat(TidyRules.findings(source, NONE))
                    .singleElement()
                    .asString()
                    .contains("Wordy.java:1");
        }

        @Test
        void finds_a_first_sentence_that_is_too_long_to_be_one() throws IOException {
            given("Wordy.java", "/**\n" + " * {@code word} word\n".repeat(11) + " * end.\n */\nclass A {}");

            assertThat(TidyRules.findings(source, NONE))
                    .singleElement()
                    .asString()
                    .contains("Wordy.java:1 a first sentence of more than 100 characters");
        }

        @Test
        void passes_a_long_comment_that_begins_shortly() throws IOException {
            given(
                    "Clear.java",
                    "/**\n" + " * {@code word} word\n".repeat(9) + " * end. And so on\n" + " * word word\n".repeat(20)
                            + " */\nclass A {}");

            assertThat(TidyRules.findings(source, NONE)).isEmpty();
        }

        @Test
        void passes_tidy_files() throws IOException {
            given("src/main/java/A.java", "/** Says why. */\nclass A {}\n");

            assertThat(TidyRules.findings(source, NONE)).isEmpty();
        }

        @Test
        void lets_launchers_and_tests_print() throws IOException {
            given("src/main/java/AMain.java", "System.~out.println(1);");
            given("src/test/java/ATest.java", "System.~err.println(1);");
            var exceptions = new TidyRules.Exceptions(Set.of("AMain.java"), Set.of());

            assertThat(TidyRules.findings(source, exceptions)).isEmpty();
        }

        @Test
        void lets_those_pause_that_look_again() throws IOException {
            given("src/main/java/Looking.java", "Thread.~sleep(10);");
            given("src/main/java/Other.java", "Thread.~sleep(10);");
            var exceptions = new TidyRules.Exceptions(Set.of(), Set.of("Looking.java"));

            assertThat(TidyRules.findings(source, exceptions))
                    .singleElement()
                    .asString()
                    .contains("Other.java:1 ");
        }

        @Test
        void is_not_green_for_want_of_files() {
            assertThat(TidyRules.findings(source, NONE)).isNotEmpty();
        }
    }

    @Nested
    class Looking_at_a_project {

        @Test
        void finds_what_stands_in_any_of_its_modules() throws IOException {
            given("pom.xml", "<modules><module>one</module><module>more/two</module></modules>");
            given("one/src/main/java/A.java", "class A {}");
            given("more/two/src/main/java/B.java", "// TO~DO later");

            assertThatThrownBy(() -> TidyRules.check(source, NONE))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("B.java:1 ")
                    .hasMessageNotContaining("A.java");
        }

        @Test
        void is_not_green_for_want_of_modules() throws IOException {
            given("pom.xml", "<project/>");

            assertThatThrownBy(() -> TidyRules.check(source, NONE))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("no module is named");
        }
    }
}
