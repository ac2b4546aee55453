package org.repatria.testkit.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract checks pass on whole contracts and fail on each thing that may be missing or wrong. */
class PublishedTypesContractTest {

    private static final String TYPE = "door.opened.v1";
    private static final String SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema",
             "$id": "https://repatria.example/schemas/door.opened.v1.json",
             "type": "object", "additionalProperties": false, "required": ["id", "openedAt"],
             "properties": {"id": {"type": "string"}, "openedAt": {"type": "string", "format": "date-time"},
               "toll": {"$ref": "money.json"}}}
            """;
    private static final String MONEY = """
            {"$id": "https://repatria.example/schemas/money.json", "type": "object", "additionalProperties": false,
             "properties": {"amount": {"type": "string"}}}
            """;
    private static final String VALID = """
            {"id": "door-1", "openedAt": "2014-09-01T09:00:00Z", "toll": {"amount": "1.50"}}""";
    private static final String ASYNC_API = """
            asyncapi: 3.0.0
            channels:
              doors:
                address: repatria.door.events
                messages:
                  opened:
                    $ref: '#/components/messages/doorOpened'
            components:
              messages:
                doorOpened:
                  name: door.opened.v1
            """;

    @TempDir
    Path directory;

    private String sample = VALID;

    private PublishedTypesContract suite() {
        return new DoorContract(Contracts.at(directory), sample);
    }

    /** A service that publishes one type; abstract suites are run by hand here, to see them fail. */
    private static final class DoorContract extends PublishedTypesContract {

        private final Contracts contracts;
        private final String sample;

        DoorContract(Contracts contracts, String sample) {
            this.contracts = contracts;
            this.sample = sample;
        }

        @Override
        protected Collection<String> publishedTypes() {
            return List.of(TYPE);
        }

        @Override
        protected Collection<Sample> samples() {
            return List.of(new Sample(TYPE, sample));
        }

        @Override
        protected Collection<String> prefixes() {
            return List.of("door.");
        }

        @Override
        protected void read(String type, String json) {
            if (!json.contains("openedAt")) {
                throw new IllegalArgumentException("openedAt is missing");
            }
        }

        @Override
        protected Contracts contracts() {
            return contracts;
        }
    }

    @BeforeEach
    void writeContracts() throws IOException {
        write("schemas/door.opened.v1.json", SCHEMA);
        write("schemas/money.json", MONEY);
        write("examples/door.opened.v1.json", VALID);
        write("asyncapi.yaml", ASYNC_API);
    }

    private void write(String file, String text) throws IOException {
        var path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static void fails(ThrowingCallable check, String because) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(check).withMessageContaining(because);
    }

    @Nested
    class Checking {

        @Test
        void passes_whole_contracts() {
            assertThatCode(() -> {
                        suite().checkSamplesAreComplete();
                        suite().checkSchemas();
                        suite().checkExamples();
                        suite().checkSamples();
                        suite().checkChannels();
                        suite().checkNothingIsLeftOver();
                    })
                    .doesNotThrowAnyException();
        }

        @Test
        void finds_a_missing_schema() throws IOException {
            Files.delete(directory.resolve("schemas/door.opened.v1.json"));

            fails(() -> suite().checkSchemas(), "no schema for door.opened.v1");
        }

        @Test
        void finds_a_schema_that_lets_unknown_fields_pass() throws IOException {
            write("schemas/door.opened.v1.json", SCHEMA.replace("\"additionalProperties\": false, ", ""));

            fails(() -> suite().checkSchemas(), "is not closed at /");
        }

        @Test
        void finds_a_missing_example() throws IOException {
            Files.delete(directory.resolve("examples/door.opened.v1.json"));

            fails(() -> suite().checkExamples(), "no example of door.opened.v1");
        }

        @Test
        void finds_an_example_that_can_no_longer_be_read() throws IOException {
            write("examples/door.opened.v1.json", "{\"id\": \"door-1\"}");

            fails(() -> suite().checkExamples(), "can no longer be read");
        }

        @Test
        void finds_a_sample_with_an_unknown_field() {
            sample = VALID.replace("\"id\"", "\"colour\": \"red\", \"id\"");

            fails(() -> suite().checkSamples(), "colour");
        }

        @Test
        void finds_a_wrong_value_behind_a_reference() {
            sample = VALID.replace("\"1.50\"", "1.50");

            fails(() -> suite().checkSamples(), "amount");
        }

        @Test
        void finds_a_time_that_is_none() {
            sample = VALID.replace("2014-09-01T09:00:00Z", "yesterday");

            fails(() -> suite().checkSamples(), "openedAt");
        }

        @Test
        void finds_a_sample_that_is_no_json() {
            sample = "{";

            fails(() -> suite().checkSamples(), "is not JSON");
        }

        @Test
        void finds_a_message_that_no_channel_carries() throws IOException {
            write("asyncapi.yaml", ASYNC_API.replace("$ref: '#/components/messages/doorOpened'", "name: other"));

            fails(() -> suite().checkChannels(), "no channel");
        }

        @Test
        void finds_a_type_that_is_no_message() throws IOException {
            write("asyncapi.yaml", ASYNC_API.replace("name: door.opened.v1", "name: door.closed.v1"));

            fails(() -> suite().checkChannels(), "no message");
        }

        @Test
        void finds_a_schema_that_nobody_publishes() throws IOException {
            write("schemas/door.closed.v1.json", SCHEMA.replace("opened", "closed"));

            fails(() -> suite().checkNothingIsLeftOver(), "door.closed.v1");
        }

        @Test
        void lists_types_without_what_they_share() {
            assertThat(Contracts.at(directory).types()).containsExactly(TYPE);
        }
    }
}
