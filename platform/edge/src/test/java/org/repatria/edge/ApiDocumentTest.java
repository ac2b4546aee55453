package org.repatria.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** The document says what the table says, and the lint sees what is missing. */
class ApiDocumentTest {

    @Nested
    class Documenting {

        private final tools.jackson.databind.JsonNode document =
                ApiDocument.of("things", List.of(Stage.api()), Stage.POLICY);

        @Test
        void nothing_is_missing() {
            assertThat(ApiLint.findings(List.of(Stage.api()), Stage.POLICY)).isEmpty();
        }

        @Test
        void the_rules_of_a_record_are_its_schema() {
            assertThat(document.at("/components/schemas/Lend/required").toString())
                    .isEqualTo("[\"to\",\"kind\",\"days\",\"urgent\"]");
            assertThat(document.at("/components/schemas/Lend/properties/to/maxLength")
                            .asInt())
                    .isEqualTo(20);
            assertThat(document.at("/components/schemas/Lend/properties/days/maximum")
                            .asInt())
                    .isEqualTo(30);
            assertThat(document.at("/components/schemas/Lend/properties/kind/enum")
                            .toString())
                    .isEqualTo("[\"BOOK\",\"KEY\"]");
            assertThat(document.at("/components/schemas/Lend/properties/deposit/$ref")
                            .asString())
                    .isEqualTo("#/components/schemas/Money");
            assertThat(document.at("/components/schemas/Lend/additionalProperties")
                            .isBoolean())
                    .isTrue();
        }

        @Test
        void a_route_says_who_may_and_what_can_go_wrong() {
            var lend = document.path("paths").path("/v1/things").path("post");
            assertThat(lend.path("x-roles").toString()).isEqualTo("[\"CO\",\"SU\"]");
            assertThat(lend.at("/responses/409/description").asString()).contains("THING_LENT");
            assertThat(lend.path("responses").propertyNames())
                    .contains("201", "400", "401", "403", "413", "415", "422", "503");
        }
    }

    @Nested
    class Linting {

        @Test
        void an_example_that_the_route_itself_refuses_is_found() {
            var api = Api.of(
                    "T",
                    "T.",
                    Endpoint.post("/v1/t", "lend", "T")
                            .json(Stage.Lend.class, "{}")
                            .handle(_ -> Mono.empty()));
            assertThat(ApiLint.findings(List.of(api), Stage.POLICY))
                    .singleElement()
                    .asString()
                    .contains("its own example is refused");
        }

        @Test
        void a_summary_with_a_full_stop_is_found() {
            var api = Api.of("T", "T.", Endpoint.get("/v1/t", "thing", "t.").handle(_ -> Mono.empty()));
            assertThat(ApiLint.findings(List.of(api), Stage.POLICY))
                    .singleElement()
                    .asString()
                    .contains("summary");
        }

        @Test
        void a_reference_to_nothing_is_found() {
            var document = ApiDocument.of("things", List.of(), Stage.POLICY);
            document.putObject("x-thing").put("$ref", "#/components/schemas/None");
            assertThat(ApiLint.findings(document)).singleElement().asString().contains("nothing stands at");
        }

        @Test
        void an_operation_says_explicitly_that_anyone_may_use_it() {
            var open =
                    Api.of("T", "T.", Endpoint.get("/v1/t", "thing", "T").open().handle(_ -> Mono.empty()));
            var document = ApiDocument.of("things", List.of(open), Stage.POLICY);
            assertThat(document.at("/paths/~1v1~1t/get/security").toString()).isEqualTo("[]");
            assertThat(ApiLint.findings(document)).isEmpty();

            ((ObjectNode) document.at("/paths/~1v1~1t/get")).remove("security");
            assertThat(ApiLint.findings(document)).singleElement().asString().contains("who may use it");
        }

        @Test
        void a_document_without_contact_and_licence_is_found() {
            assertThat(ApiLint.findings(Json.MAPPER.readTree("{\"info\": {\"title\": \"T\"}}")))
                    .containsExactly("the document names no contact", "the document names no license");
        }
    }
}
