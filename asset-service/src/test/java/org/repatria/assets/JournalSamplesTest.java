package org.repatria.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.AssetEvent;
import org.repatria.assets.domain.companies.CompanyEvent;
import org.repatria.messaging.JournalEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the journal writes of the life of an asset and of a company is committed here. The journal is kept for ever:
 * what was written must stay readable, so add optional fields only.
 */
class JournalSamplesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SAMPLES = Path.of("src/test/resources/journal/asset.jsonl");
    private static final Path OF_CLOCKS = Path.of("src/test/resources/journal/asset-clocks.jsonl");
    private static final Path OF_COMPANIES = Path.of("src/test/resources/journal/company.jsonl");

    @Test
    void every_event_of_an_asset_is_written_as_it_always_was() throws IOException {
        var written = written(new Life().journal());
        Files.write(Path.of("target/journal-asset.jsonl"), written);
        assertThat(written).isEqualTo(Files.readAllLines(SAMPLES));
    }

    @Test
    void every_event_of_the_clocks_of_an_asset_is_written_as_it_always_was() throws IOException {
        var written = written(new ClockLife().journal());
        Files.write(Path.of("target/journal-asset-clocks.jsonl"), written);
        assertThat(written).isEqualTo(Files.readAllLines(OF_CLOCKS));
    }

    @Test
    void every_event_of_a_company_is_written_as_it_always_was() throws IOException {
        var written = written(new CompanyLife().journal());
        Files.write(Path.of("target/journal-company.jsonl"), written);
        assertThat(written).isEqualTo(Files.readAllLines(OF_COMPANIES));
    }

    @Test
    void every_kind_of_event_of_an_asset_has_a_sample() throws IOException {
        var sampled = new HashSet<>(sampled(SAMPLES));
        sampled.addAll(sampled(OF_CLOCKS));
        assertThat(sampled).isEqualTo(names(AssetEvent.class));
    }

    @Test
    void every_kind_of_event_of_a_company_has_a_sample() throws IOException {
        assertThat(sampled(OF_COMPANIES)).isEqualTo(names(CompanyEvent.class));
    }

    private static List<String> written(List<JournalEntry> journal) {
        return journal.stream()
                .map(entry -> JSON.readTree(entry.entry()))
                .map(JournalSamplesTest::typeAndData)
                .toList();
    }

    private static Set<String> sampled(Path samples) throws IOException {
        return Files.readAllLines(samples).stream()
                .map(line -> JSON.readTree(line).path("type").asString())
                .collect(Collectors.toSet());
    }

    private static String typeAndData(JsonNode entry) {
        var sample = JSON.createObjectNode();
        sample.set("type", entry.path("type"));
        sample.set("data", entry.path("data"));
        return sample.toString();
    }

    private static Set<String> names(Class<?> sealedType) {
        return Stream.of(sealedType.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
    }
}
