package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.repatria.testkit.contracts.ApiExamples;
import org.repatria.testkit.contracts.ChineseWords;
import tools.jackson.databind.JsonNode;

/** The page on the API against the document that is made from the routes. */
class ApiPageSystemTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(?<operation>[A-Z]+ [^`]+)` \\| (?<what>.+) \\|$");

    @Test
    void the_page_lists_every_operation_and_no_other() throws IOException, InterruptedException {
        var document = SharedStack.gateway().get("hana.head", "/openapi.json").json();

        assertThat(document.at("/info/x-missing")).as("services that were away").isEmpty();
        assertThat(listed()).isEqualTo(served(document));
    }

    @Test
    void every_example_in_the_document_of_all_services_fits_its_schema() throws IOException, InterruptedException {
        assertThat(ApiExamples.findings(
                        SharedStack.gateway().get("hana.head", "/openapi.json").json()))
                .isEmpty();
    }

    /** Those of each service's operators included, whose operations no service declares alone. */
    @Test
    void every_command_with_its_fields_and_their_values_has_its_chinese_words()
            throws IOException, InterruptedException {
        assertThat(ChineseWords.ofThePage()
                        .missingInForms(SharedStack.gateway()
                                .get("hana.head", "/openapi.json")
                                .json()))
                .isEmpty();
    }

    private static Set<String> served(JsonNode document) {
        var operations = new TreeSet<String>();
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                operations.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey() + ": "
                        + method.getValue().path("summary").asString());
            }
        }
        return operations;
    }

    private static Set<String> listed() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "api.md"));
        return ROW.matcher(page.substring(page.indexOf("## All operations")))
                .results()
                .map(row -> row.group("operation") + ": " + row.group("what"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
