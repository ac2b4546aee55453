package org.repatria.testkit.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.repatria.testkit.contracts.Contracts;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AsyncApiContractTest {

    private static final List<String> FAMILIES = List.of("case", "asset", "alert");

    /** Of these one state keeps something from the other. */
    private static final List<String> CONFIDING = List.of("case", "alert");

    private final Contracts contracts = Contracts.find();
    private final JsonNode api = read();

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Files.readString(Path.of("../../contracts/asyncapi.yaml")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> messages() {
        return List.copyOf(api.path("components").path("messages").propertyNames());
    }

    private static String familyOf(String type) {
        return type.substring(0, type.indexOf('.') + 1);
    }

    @Test
    void there_is_a_channel_of_events_and_one_of_snapshots_per_family() {
        var addresses = new TreeSet<String>();
        api.path("channels")
                .forEach(channel -> addresses.add(channel.path("address").asString("")));

        var expected = new TreeSet<String>();
        for (var family : FAMILIES) {
            expected.add("repatria." + family + ".events");
            expected.add("repatria." + family + ".snapshots");
        }
        for (var family : CONFIDING) {
            expected.add("repatria." + family + ".confided-events");
            expected.add("repatria." + family + ".confided-snapshots");
        }
        assertThat(addresses).isEqualTo(expected);
    }

    @Test
    void every_schema_is_a_message_on_a_channel() {
        var wrong = new ArrayList<String>();
        contracts.types().forEach(type -> wrong.addAll(contracts.missingInAsyncApi(type)));

        assertThat(wrong).isEmpty();
    }

    @Test
    void every_message_refers_to_the_schema_of_its_name() {
        for (var name : messages()) {
            var message = api.path("components").path("messages").path(name);
            assertThat(message.path("name").asString("")).isEqualTo(name);
            assertThat(message.path("payload").path("schema").path("$ref").asString(""))
                    .isEqualTo("./schemas/" + name + ".json");
        }
    }

    /** As soon as a family has one schema it must have all. Before that its service has nothing to publish yet. */
    @Test
    void every_message_of_a_family_has_a_schema_and_an_example() {
        var wrong = new ArrayList<String>();
        for (var name : messages()) {
            if (contracts.types().stream().noneMatch(type -> type.startsWith(familyOf(name)))) {
                continue;
            }
            if (contracts.schema(name).isEmpty()) {
                wrong.add("there is no schema for " + name);
            }
            contracts
                    .example(name)
                    .ifPresentOrElse(
                            example -> contracts
                                    .validate(name, example)
                                    .forEach(e -> wrong.add("example of " + name + ": " + e)),
                            () -> wrong.add("there is no example of " + name));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_channel_message_exists() {
        for (var channel : api.path("channels")) {
            for (var message : channel.path("messages")) {
                assertThat(messages())
                        .contains(message.path("$ref").asString("").replace("#/components/messages/", ""));
            }
        }
    }
}
