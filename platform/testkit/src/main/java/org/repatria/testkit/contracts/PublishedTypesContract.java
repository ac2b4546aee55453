package org.repatria.testkit.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What holds for every type that a service publishes. A service extends this, lists its types with values that it
 * really publishes, and says how a consumer of its own reads an old example.
 */
public abstract class PublishedTypesContract {

    /**
     * A value as it would go out.
     *
     * @param type published name, such as {@code case.opened.v1}
     * @param json the record's value
     */
    public record Sample(String type, String json) {}

    /** Every name that the service may publish, snapshots included. */
    protected abstract Collection<String> publishedTypes();

    /** At least one value per type, made by the service's own publishing code. */
    protected abstract Collection<Sample> samples();

    /** The prefixes of the names that are this service's, such as {@code case.} and {@code list.}. */
    protected abstract Collection<String> prefixes();

    /** Reads an example as consumers do; throws when it can no longer be read. */
    protected void read(String type, String json) {}

    /** The contracts to compare with; the repository's own unless a test brings others. */
    protected Contracts contracts() {
        return Contracts.find();
    }

    @Test
    final void every_published_type_has_a_sample() {
        checkSamplesAreComplete();
    }

    final void checkSamplesAreComplete() {
        var sampled = new TreeSet<>(samples().stream().map(Sample::type).toList());
        assertThat(sampled).isEqualTo(new TreeSet<>(publishedTypes()));
    }

    @Test
    final void every_published_type_has_a_closed_schema() {
        checkSchemas();
    }

    final void checkSchemas() {
        var contracts = contracts();
        var wrong = new ArrayList<String>();
        for (var type : publishedTypes()) {
            if (contracts.schema(type).isEmpty()) {
                wrong.add("there is no schema for " + type);
            }
            contracts.openObjects(type).forEach(at -> wrong.add("the schema of " + type + " is not closed at " + at));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    final void every_published_type_has_a_valid_example_that_can_still_be_read() {
        checkExamples();
    }

    final void checkExamples() {
        var contracts = contracts();
        var wrong = new ArrayList<String>();
        for (var type : publishedTypes()) {
            var example = contracts.example(type);
            if (example.isEmpty()) {
                wrong.add("there is no example of " + type);
                continue;
            }
            contracts.validate(type, example.get()).forEach(error -> wrong.add("example of " + type + ": " + error));
            try {
                read(type, example.get());
            } catch (RuntimeException e) {
                wrong.add("the example of " + type + " can no longer be read: " + e);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    final void every_sample_validates_against_its_schema() {
        checkSamples();
    }

    final void checkSamples() {
        var contracts = contracts();
        var wrong = samples().stream()
                .flatMap(sample -> contracts.validate(sample.type(), sample.json()).stream()
                        .map(error -> sample.type() + ": " + error))
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    final void every_published_type_is_a_message_on_a_channel() {
        checkChannels();
    }

    final void checkChannels() {
        var contracts = contracts();
        var wrong = publishedTypes().stream()
                .flatMap(type -> contracts.missingInAsyncApi(type).stream())
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    final void no_schema_of_ours_is_left_without_a_publisher() {
        checkNothingIsLeftOver();
    }

    final void checkNothingIsLeftOver() {
        var ours = contracts().types().stream()
                .filter(type -> prefixes().stream().anyMatch(type::startsWith))
                .filter(type -> !publishedTypes().contains(type))
                .toList();
        assertThat(ours).isEqualTo(List.of());
    }
}
