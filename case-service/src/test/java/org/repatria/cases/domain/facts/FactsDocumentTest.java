package org.repatria.cases.domain.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever writes facts reads the words of their answers in a document. It has to say what the service takes. */
final class FactsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "facts.md");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| [^|]+ \\| ([^|]+) \\|");

    @Test
    void docs_facts_has_every_fact_with_the_answers_that_are_taken() throws IOException {
        var written = new LinkedHashMap<String, String>();
        ROW.matcher(Files.readString(DOCUMENT)).results().forEach(row -> written.put(row.group(1), row.group(2)));

        var taken = new LinkedHashMap<String, String>();
        for (var name : FactName.values()) {
            taken.put(name.name(), name.allowed());
        }
        assertThat(written).containsExactlyEntriesOf(taken);
    }
}
