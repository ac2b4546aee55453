package org.repatria.testkit.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ApiExamplesTest {

    private static final String THING = """
            {"type": "object", "additionalProperties": false, "required": ["id"],
             "properties": {"id": {"type": "string", "maxLength": 5}, "on": {"type": "string", "format": "date"}}}""";

    private static List<String> findings(String operation) {
        return ApiExamples.findings(JsonMapper.shared().readTree("""
                {"paths": {"/v1/things": {"get": %s}}, "components": {"schemas": {"Thing": \
                %s}}}""".formatted(operation, THING)));
    }

    private static List<String> ofAnswer(String example) {
        return findings("""
                {"responses": {"200": {"content": {"application/json":
                 {"schema": {"$ref": "#/components/schemas/Thing"}, "example": %s}}}}}""".formatted(example));
    }

    private static List<String> ofParameter(String parameter) {
        return findings("""
                {"parameters": [%s], "responses": {}}""".formatted(parameter));
    }

    @Nested
    class Answering {

        @Test
        void an_example_that_fits_is_fine() {
            assertThat(ofAnswer("{\"id\": \"t-1\", \"on\": \"2015-06-14\"}")).isEmpty();
        }

        @Test
        void an_example_with_a_field_that_its_schema_does_not_know_is_found() {
            assertThat(ofAnswer("{\"id\": \"t-1\", \"total\": 1}"))
                    .singleElement()
                    .asString()
                    .contains("get /v1/things, answer 200", "total");
        }

        @Test
        void an_example_that_lacks_a_field_or_names_a_day_that_is_none_is_found() {
            assertThat(ofAnswer("{}")).singleElement().asString().contains("id");
            assertThat(ofAnswer("{\"id\": \"t-1\", \"on\": \"2015-02-30\"}"))
                    .singleElement()
                    .asString()
                    .contains("date");
        }

        @Test
        void an_answer_without_an_example_is_found() {
            assertThat(findings("""
                            {"responses": {"404": {"content": {"application/problem+json": {"schema": {"type": \
                            "object"}}}}}}""")).singleElement().asString().contains("answer 404", "no example");
        }
    }

    @Nested
    class Describing {

        @Test
        void json_that_is_described_as_a_text_is_found() {
            assertThat(findings("""
                            {"responses": {"200": {"content": {"application/json": {"schema": {"type": "string"}, \
                            "example": "{}"}}}}}""")).singleElement().asString().contains("described as a text");
        }

        @Test
        void an_answer_that_was_really_given_is_looked_at() {
            var document = JsonMapper.shared().readTree("""
                    {"paths": {"/v1/things": {"get": {"operationId": "readThing", \
                    "responses": {"200": {"content": {"application/json":
                     {"schema": {"$ref": "#/components/schemas/Thing"}}}}}}}}, \
                    "components": {"schemas": {"Thing": %s}}}""".formatted(THING));
            assertThat(ApiExamples.misfits(document, "readThing", "{\"id\": \"t-1\"}"))
                    .isEmpty();
            assertThat(ApiExamples.misfits(document, "readThing", "{\"id\": \"t-1\", \"told\": 1}"))
                    .hasSize(1);
            assertThat(ApiExamples.misfits(document, "readThings", "{}")).hasSize(1);
        }
    }

    @Nested
    class Asking {

        @Test
        void the_example_and_the_default_of_a_parameter_are_looked_at() {
            assertThat(ofParameter("""
                            {"name": "limit", "schema": {"type": "integer", "maximum": 9, "default": 50}, \
                            "example": "many"}"""))
                    .hasSize(2)
                    .allSatisfy(finding -> assertThat(finding).contains("parameter limit"));
        }

        @Test
        void a_parameter_without_a_schema_is_found() {
            assertThat(ofParameter("{\"name\": \"limit\"}"))
                    .singleElement()
                    .asString()
                    .contains("no schema");
        }

        @Test
        void the_example_of_a_body_is_looked_at() {
            assertThat(findings("""
                            {"requestBody": {"content": {"application/json": {"schema": {"$ref": \
                            "#/components/schemas/Thing"},
                             "examples": {"long": {"value": {"id": "far-too-long"}}}}}}, \
                            "responses": {}}""")).singleElement().asString().contains("body", "example long");
        }
    }
}
