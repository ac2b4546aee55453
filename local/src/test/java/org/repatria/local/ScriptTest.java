package org.repatria.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script as a person meets it: made-up JDKs in made-up places. */
class ScriptTest {

    private static final Path SCRIPT =
            Path.of("..", "repatria").toAbsolutePath().normalize();

    @TempDir
    private Path machine;

    private Path places;

    @BeforeEach
    void anEmptyMachine() throws IOException {
        places = Files.createDirectories(machine.resolve("jvm"));
    }

    private record Said(int exit, String text) {}

    private Said say(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("HOME", machine.toString());
        builder.environment().put("REPATRIA_JDK_PLACES", places.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(places.resolve(name));
        Path javac = Files.createDirectories(home.resolve("bin")).resolve("javac");
        Files.createFile(javac, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Made up\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    @Nested
    class FindingAJdk {

        @Test
        void java_home_wins_when_it_is_the_right_one() throws Exception {
            jdk("other-25", "25.0.1");
            Path named = jdk("named", "25");

            assertThat(say(Map.of("JAVA_HOME", named.toString()), "jdk")).isEqualTo(new Said(0, named + "\n"));
        }

        @Test
        void an_older_java_home_is_passed_over() throws Exception {
            Path right = jdk("temurin-25", "25.0.2");
            Path older = jdk("temurin-21", "21.0.4");

            assertThat(say(Map.of("JAVA_HOME", older.toString()), "jdk")).isEqualTo(new Said(0, right + "\n"));
        }

        @Test
        void the_one_on_the_path_is_found_through_links() throws Exception {
            Path right = jdk("on-path", "25.0.1");
            Path bin = Files.createDirectories(machine.resolve("bin"));
            Files.createSymbolicLink(bin.resolve("javac"), right.resolve("bin/javac"));

            assertThat(say(Map.of("PATH", bin + ":/usr/bin:/bin", "REPATRIA_JDK_PLACES", "/nowhere"), "jdk"))
                    .isEqualTo(new Said(0, right + "\n"));
        }

        @Test
        void a_later_version_is_not_taken_for_the_right_one() throws Exception {
            jdk("jdk-250", "250.1");
            jdk("jdk-26", "26");

            assertThat(say(Map.of(), "jdk").exit()).isEqualTo(1);
        }

        @Test
        void without_one_a_sentence_says_what_to_install_and_where_was_looked() throws Exception {
            Said said = say(Map.of(), "up");

            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.text()).contains("needs a JDK 25", "Install one", "JAVA_HOME", places.toString());
        }
    }

    @Nested
    class Building {

        /** A project of its own around the script: a Maven and a JDK that only tell that they were called. */
        private Said up(String maven) throws Exception {
            Path project = Files.createDirectories(machine.resolve("project"));
            Files.copy(SCRIPT, project.resolve("repatria"), StandardCopyOption.COPY_ATTRIBUTES);
            Files.writeString(project.resolve("pom.xml"), "<project/>");
            Path home = jdk("right", "25.0.1");
            program(home.resolve("bin/java"), "echo \"java ran $*\"");
            Path bin = Files.createDirectories(machine.resolve("bin"));
            program(bin.resolve("mvn"), maven);
            Process process = new ProcessBuilder(
                            "env",
                            "-i",
                            "PATH=" + bin + ":/usr/bin:/bin",
                            "HOME=" + machine,
                            "JAVA_HOME=" + home,
                            project.resolve("repatria").toString(),
                            "up")
                    .redirectErrorStream(true)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        }

        private static void program(Path file, String line) throws IOException {
            Files.writeString(file, "#!/bin/sh\n" + line + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        @Test
        void modules_are_told_as_they_are_built_and_then_java_takes_over() throws Exception {
            Said said = up("printf '[INFO] Building Repatria gateway 0.1.0  [2/9]\\n\\033[0m'");

            assertThat(said.text()).contains("  Repatria gateway", "Built in", "java ran");
            assertThat(said.exit()).isZero();
        }

        @Test
        void a_build_that_fails_ends_it_with_the_reason_and_the_log() throws Exception {
            Said said = up("echo '[ERROR] something is wrong'; exit 1");

            assertThat(said.text())
                    .contains("[ERROR] something is wrong", "build.log")
                    .doesNotContain("java ran");
            assertThat(said.exit()).isEqualTo(1);
        }
    }

    @Nested
    class Asking {

        @Test
        void without_a_word_the_script_says_what_it_can_do() throws Exception {
            Said said = say(Map.of());

            assertThat(said.exit()).isZero();
            assertThat(said.text())
                    .contains("up [--fresh]", "demo [FILE]", "test", "prove kills", "bench", "fmt", "help");
        }

        @Test
        void an_unknown_word_is_refused() throws Exception {
            Said said = say(Map.of(), "upp");

            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.text()).contains("There is no command 'upp'");
        }

        @Test
        void an_unknown_option_is_refused_before_anything_is_built() throws Exception {
            assertThat(say(Map.of(), "up", "--fersh").text()).contains("up knows only --fresh, not '--fersh'");
        }
    }
}
