package org.repatria.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StoryFileTest {

    @TempDir
    private Path directory;

    private Story read(String yaml) throws Exception {
        return StoryRunner.read(Files.writeString(directory.resolve("story.yaml"), yaml));
    }

    private static String story(String step) {
        return "story: A story\nsteps:\n" + step.indent(2);
    }

    @Nested
    class Reading {

        @Test
        void a_call_knows_its_actor_its_expectation_and_its_line() throws Exception {
            Story story = read("""
                    story: A story
                    steps:
                      - say: Hello
                      - step: Open a case
                        as: carl.officer
                        call: POST /v1/cases
                        query: { draft: true }
                        body: { name: 林 }
                        expect: { status: [200, 201], body: { /id: { matches: '^case-' } } }
                        remember: { case: /id }
                        until: 1.5s
                    """);

            assertThat(story.steps().get(1)).isInstanceOfSatisfying(Story.Call.class, call -> {
                assertThat(call.line()).isEqualTo(4);
                assertThat(call.actor()).isEqualTo("carl.officer");
                assertThat(call.method()).isEqualTo("POST");
                assertThat(call.query()).containsEntry("draft", "true");
                assertThat(call.expected().statuses()).isEqualTo(List.of(200, 201));
                assertThat(call.expected().body()).containsKey("/id");
                assertThat(call.until()).hasValue(Duration.ofMillis(1500));
            });
        }

        @ParameterizedTest
        @MethodSource("shipped")
        void each_story_that_is_shipped_can_be_read(Path story) throws Exception {
            assertThat(StoryRunner.read(story).steps()).isNotEmpty();
        }

        private static List<Path> shipped() throws IOException {
            try (Stream<Path> files = Files.list(Path.of("..", "demo"))) {
                return files.filter(file -> file.toString().endsWith(".yaml")).toList();
            }
        }
    }

    @Nested
    class RefusingMistakes {

        @Test
        void an_unknown_key_is_refused_with_its_line_and_the_known_ones() {
            assertThatThrownBy(() -> read("story: A story\nsteps:\n  - step: x\n    as: ana.analyst\n    call: "
                            + "GET /v1\n    expcet: {}\n"))
                    .isInstanceOf(WrongStory.class)
                    .hasMessageContainingAll("story.yaml, line 6: steps.0.expcet is not known here", "expect");
        }

        @Test
        void a_file_that_is_no_yaml_is_refused_with_its_line() {
            assertThatThrownBy(() -> read("story: A story\nsteps: [\n"))
                    .isInstanceOf(WrongStory.class)
                    .hasMessageContainingAll("line ", "is not readable YAML");
        }

        @Test
        void a_file_that_is_not_there_is_named() {
            assertThatThrownBy(() -> StoryRunner.read(directory.resolve("none.yaml")))
                    .isInstanceOf(WrongStory.class)
                    .hasMessageContaining("There is no story");
        }

        @Test
        void the_same_key_twice_is_refused() {
            assertThatThrownBy(() -> read(story("- say: a\n  say: b")))
                    .isInstanceOf(WrongStory.class)
                    .hasMessageContaining("line 4");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                - { say: a, call: GET /v1 }                                                   | exactly one of say, \
                clock, call, event, never, but has say and call
                - { step: a }                                                                 | but has none
                - { step: a, call: GET /v1 }                                                  | needs 'as'
                - { as: a, call: GET /v1 }                                                    | needs 'step'
                - { step: a, as: b, call: FETCH /v1 }                                         | must be a method and \
                a path
                - { step: a, as: b, to: cases, call: GET /v1 }                                | must be one of \
                asset-service
                - { step: a, as: b, call: GET /v1, expect: { status: 99 } }                   | must be an HTTP status
                - { step: a, as: b, call: GET /v1, expect: { body: { id: x } } }              | must be a JSON pointer
                - { step: a, as: b, call: GET /v1, expect: { body: { /id: { like: x } } } }   | knows no rule 'like'
                - { step: a, as: b, call: GET /v1, expect: { body: { /id: { matches: '(' } } } } | wrong regular \
                expression
                - { step: a, as: b, call: GET /v1, expect: { body: { /id: { count: many } } } } | 'count' needs a \
                whole number
                - { step: a, as: b, call: GET /v1, remember: { 'a b': /id } }                 | must be a name of \
                letters and digits
                - { step: a, as: b, call: GET /v1, remember: { a: id } }                      | must be a JSON \
                pointer such as /id
                - { step: a, as: b, call: GET /v1, until: soon }                              | must be a time such \
                as 0.5s
                - { step: a, as: b, call: GET /v1, until: 6m }                                | at most 5m
                - { step: a, as: b, call: POST /v1, file: none.csv, \
                contentType: text/csv }   | names a file that is not there
                - { step: a, as: b, call: POST /v1, body: {}, text: x }                       | only one of body, \
                file, text
                - { step: a, as: b, call: GET /v1, show: { rows: /items } }                   | needs 'columns'
                - { step: a, event: { type: x } }                                             | needs 'topic'
                - { step: a, never: { type: x } }                                             | needs 'topic'
                - { step: a, never: { topic: x }, within: 5s }                                | within is not known here
                - { step: a, as: b, call: GET /v1, expect: { body: { /id: { not: {} } } } }   | needs one of the rules
                - { step: a, as: b, call: GET /v1, expect: { body: { /id: { mentions: 3 } } } } | 'mentions' needs a \
                text or a list of texts
                - { clock: tomorrow }                                                         | must be a moment such as
                - { step: '', as: b, call: GET /v1 }                                          | must be a text
                """)
        void a_step_that_breaks_the_format_is_refused_with_the_rule(String step, String rule) {
            assertThatThrownBy(() -> read(story(step)))
                    .isInstanceOf(WrongStory.class)
                    .hasMessageContaining("line 3")
                    .hasMessageContaining(rule);
        }

        @Test
        void two_rows_that_give_a_call_one_name_are_refused() {
            assertThatThrownBy(() -> read(story("""
                            - each: [{ a: 1 }, { a: 2 }]
                              steps:
                                - { step: a, as: b, call: GET /v1 }""")))
                    .isInstanceOf(WrongStory.class)
                    .hasMessageContainingAll("line 5", "is the name of an earlier step", "in every row");
        }

        @Test
        void a_row_with_other_names_than_the_first_is_refused() {
            assertThatThrownBy(() -> read(story("""
                            - each:
                                - { a: 1 }
                                - { b: 2 }
                              steps:
                                - { say: a }""")))
                    .isInstanceOf(WrongStory.class)
                    .hasMessageContainingAll("line 5", "must give the same names as the first row");
        }

        @Test
        void steps_for_each_row_inside_others_are_refused() {
            assertThatThrownBy(() -> read(story("- each: [{ a: 1 }]\n  steps:\n    - { each: [{ b: 1 }], steps: [] }")))
                    .isInstanceOf(WrongStory.class)
                    .hasMessageContainingAll("line 5", "exactly one of");
        }

        @Test
        void two_calls_of_one_name_are_refused_because_their_commands_would_be_one() {
            assertThatThrownBy(() ->
                            read(story("- { step: a, as: b, call: GET /v1 }\n- { step: a, as: b, call: GET /v1 }")))
                    .isInstanceOf(WrongStory.class)
                    .hasMessageContainingAll("line 4", "is the name of an earlier step");
        }

        @Test
        void a_story_without_steps_is_refused() {
            assertThatThrownBy(() -> read("story: A story\nsteps: []\n"))
                    .hasMessageContaining("must be 1 to 2000 steps");
        }
    }
}
