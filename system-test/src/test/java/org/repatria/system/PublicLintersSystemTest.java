package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The document of all services and the one of all topics before linters that others wrote. They need node: where it is
 * not, these tests are skipped, and what the house looks at itself (examples against schemas among it) is looked at all
 * the same.
 */
class PublicLintersSystemTest {

    private static final Path TOOLS =
            Path.of("..", ".ci", "lint").toAbsolutePath().normalize();
    private static final Path ASYNC_API =
            Path.of("..", "contracts", "asyncapi.yaml").toAbsolutePath().normalize();
    private static final long PATIENCE_SECONDS = 120;

    @Test
    void spectral_finds_nothing_in_the_document_of_all_services() throws IOException, InterruptedException {
        linted("spectral", spectral(merged()));
    }

    @Test
    void spectral_finds_nothing_in_the_document_of_all_topics() throws IOException, InterruptedException {
        linted("spectral", spectral(ASYNC_API));
    }

    @Test
    void redocly_finds_nothing_in_the_document_of_all_services() throws IOException, InterruptedException {
        linted("redocly", redocly(merged()));
    }

    @Test
    void redocly_finds_nothing_in_the_document_of_all_topics() throws IOException, InterruptedException {
        linted("redocly", redocly(ASYNC_API));
    }

    private static List<String> spectral(Path document) {
        return List.of(
                "lint", "--fail-severity=info", "--ruleset=" + TOOLS.resolve("spectral.yaml"), document.toString());
    }

    private static List<String> redocly(Path document) {
        return List.of("lint", "--config=" + TOOLS.resolve("redocly.yaml"), document.toString());
    }

    private static Path merged() throws IOException, InterruptedException {
        assumeInstalled("spectral");
        var file = Path.of("target", "openapi.json").toAbsolutePath();
        Files.writeString(
                file,
                SharedStack.gateway().get("hana.head", "/openapi.json").json().toPrettyString());
        return file;
    }

    private static void assumeInstalled(String linter) {
        assumeTrue(Files.isExecutable(program(linter)), "no " + linter + " here: npm ci in .ci/lint installs it");
    }

    private static Path program(String linter) {
        return TOOLS.resolve(Path.of("node_modules", ".bin", linter));
    }

    private static void linted(String linter, List<String> arguments) throws IOException, InterruptedException {
        assumeInstalled(linter);
        var said = Files.createTempFile(Path.of("target").toAbsolutePath(), linter, ".txt");
        var command = new ArrayList<>(List.of(program(linter).toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(said.toFile());
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        var process = builder.start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("%s ended", linter)
                .isTrue();
        var words = Files.readString(said);
        assertThat(process.exitValue()).as(words).isZero();
        // Redocly ends well with warnings.
        assertThat(words).doesNotContain("Warning was generated");
    }
}
