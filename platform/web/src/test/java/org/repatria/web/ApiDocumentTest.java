package org.repatria.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

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
            var document = Json.MAPPER.readTree("{\"x\": {\"$ref\": \"#/components/schemas/None\"}}");
            assertThat(ApiLint.findings(document)).singleElement().asString().contains("nothing stands at");
        }
    }
}
