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
        return say(environment, SCRIPT, arguments);
    }

    private Said say(Map<String, String> environment, Path script, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(script.toString()).redirectErrorStream(true);
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

        private Path project;

        /** A project of its own around the script, with a JDK that only tells that it was called. */
        @BeforeEach
        void aProject() throws IOException {
            project = Files.createDirectories(machine.resolve("project"));
            Files.copy(SCRIPT, project.resolve("repatria"), StandardCopyOption.COPY_ATTRIBUTES);
            Files.writeString(project.resolve("pom.xml"), "<project/>");
            program(jdk("right", "25.0.1").resolve("bin/java"), "echo \"java ran $*\"");
        }

        /** Before anything runs: a program that is written while another process starts it cannot be executed. */
        private void maven(String line) throws IOException {
            program(Files.createDirectories(machine.resolve("bin")).resolve("mvn"), line);
        }

        private Process begun(String... arguments) throws IOException {
            ProcessBuilder builder = new ProcessBuilder("env", "-i");
            builder.command()
                    .addAll(List.of(
                            "PATH=" + machine.resolve("bin") + ":/usr/bin:/bin",
                            "HOME=" + machine,
                            "JAVA_HOME=" + places.resolve("right"),
                            project.resolve("repatria").toString()));
            builder.command().addAll(List.of(arguments));
            return builder.redirectErrorStream(true).start();
        }

        private static Said end(Process process) throws Exception {
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        }

        private Said up(String maven) throws Exception {
            maven(maven);
            return end(begun("up"));
        }

        private Path lockHeldBy(long process) throws IOException {
            Path target = Files.createDirectories(project.resolve("target"));
            return Files.createSymbolicLink(target.resolve("being-built"), Path.of("" + process));
        }

        private static String firstLine(Process process) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = process.getInputStream().read();
                    c >= 0 && c != '\n';
                    c = process.getInputStream().read()) {
                line.append((char) c);
            }
            return line.toString();
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
                    .contains("[ERROR] something is wrong", "build.log", "give the same command again")
                    .doesNotContain("java ran");
            assertThat(said.exit()).isEqualTo(1);
            assertThat(project.resolve("target/being-built")).doesNotExist();
        }

        @Test
        void a_demonstration_waits_for_the_build_of_another_terminal_and_uses_it() throws Exception {
            Path lock = lockHeldBy(ProcessHandle.current().pid());
            maven("echo maven ran >>" + machine.resolve("calls"));
            Process demo = begun("demo");

            assertThat(firstLine(demo)).contains(ProcessHandle.current().pid() + " builds here; waiting");
            Files.createFile(project.resolve("target/built-stack"));
            Files.delete(lock);

            assertThat(end(demo).text()).contains("java ran").contains("demo/main-job.yaml");
            assertThat(machine.resolve("calls")).doesNotExist();
        }

        @Test
        void of_two_at_once_one_builds_and_the_other_waits() throws Exception {
            maven("echo begun >>" + machine.resolve("calls") + "; until [ -f " + machine.resolve("go")
                    + " ]; do sleep 0.1; done; echo ended >>" + machine.resolve("calls"));
            Process up = begun("up");
            assertThat(firstLine(up)).startsWith("Building");
            Process demo = begun("demo");
            assertThat(firstLine(demo)).contains(up.pid() + " builds here");
            Files.createFile(machine.resolve("go"));

            assertThat(end(up).text()).contains("java ran");
            assertThat(end(demo).text()).contains("java ran");
            assertThat(machine.resolve("calls")).hasContent("begun\nended\n");
        }

        @Test
        void a_lock_whose_process_is_gone_is_no_hindrance() throws Exception {
            Process gone = new ProcessBuilder("true").start();
            gone.waitFor();
            lockHeldBy(gone.pid());

            assertThat(up("true").text()).contains("Built in", "java ran");
        }

        @Test
        void up_says_which_process_the_system_will_be_before_it_builds() throws Exception {
            maven("cp \"$HOME/project/.local/starting\" \"$HOME/seen\"");
            Process up = begun("up");
            end(up);

            assertThat(machine.resolve("seen")).hasContent(up.pid() + "\n");
        }
    }

    @Nested
    class Testing {

        private Said test(String maven) throws Exception {
            Path project = Files.createDirectories(machine.resolve("project"));
            Files.copy(SCRIPT, project.resolve("repatria"), StandardCopyOption.COPY_ATTRIBUTES);
            Files.writeString(project.resolve(".gitignore"), "target/\n.local/\n*.class\n");
            Files.writeString(project.resolve("mine.class"), "was there before");
            assertThat(new ProcessBuilder("git", "init", "-q", project.toString())
                            .start()
                            .waitFor())
                    .isZero();
            Path bin = Files.createDirectories(machine.resolve("bin"));
            Building.program(
                    bin.resolve("mvn"), "mkdir -p target a/target/classes; echo x >a/target/classes/b; " + maven);
            return say(
                    Map.of(
                            "PATH",
                            bin + ":/usr/bin:/bin",
                            "JAVA_HOME",
                            jdk("right", "25.0.1").toString()),
                    project.resolve("repatria"),
                    "test");
        }

        @Test
        void tests_that_leave_only_build_output_pass() throws Exception {
            assertThat(test("true")).isEqualTo(new Said(0, ""));
        }

        @Test
        void a_file_that_a_test_leaves_in_the_tree_is_named_and_fails_it() throws Exception {
            Said said = test("mkdir -p a/null; echo x >a/null/segments_1");

            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.text())
                    .contains("?? a/null/segments_1", "delete what it left")
                    .doesNotContain("mine.class");
        }

        @Test
        void one_that_git_ignores_is_named_too() throws Exception {
            assertThat(test("mkdir a/.local; echo x >a/.local/b; echo x >left.class")
                            .text())
                    .contains("!! a/.local/", "!! left.class");
        }

        @Test
        void tests_that_fail_keep_the_exit_code_of_maven() throws Exception {
            assertThat(test("exit 3").exit()).isEqualTo(3);
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
