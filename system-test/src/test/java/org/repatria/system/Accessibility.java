package org.repatria.system;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe finds on a page: each violation with where it is. */
final class Accessibility {

    private static final String RUN = """
            async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(
                violation => violation.id + ": " + violation.nodes.map(node => node.target.join(" ")).slice(0, 3).join(", "))
            """;

    private static final String AXE = axe();

    private Accessibility() {}

    static List<String> violations(Page page) {
        page.evaluate(AXE);
        return page.evaluate(RUN) instanceof List<?> found
                ? found.stream().map(String::valueOf).toList()
                : List.of("axe gave no answer");
    }

    private static String axe() {
        try (var script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
