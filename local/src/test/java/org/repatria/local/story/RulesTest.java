package org.repatria.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RulesTest {

    private static final JsonNode DOCUMENT = json("""
            {"id": "case-1", "count": 3, "amount": "12.50", "none": null, "items": [{"name": "林"}, \
            {"name": "Орлов"}]}""");

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Nested
    class Comparing {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                /id     | "case-1"
                /id     | {"matches": "^case-[0-9]$"}
                /id     | {"oneOf": ["case-1", "case-2"]}
                /id     | {"contains": "se-"}
                /count  | 3
                /count  | "3"
                /count  | {"atLeast": 3, "atMost": 3}
                /amount | 12.5
                /amount | {"atLeast": 12}
                /none   | {"exists": false}
                /other  | {"exists": false}
                /none   | null
                /items  | {"count": 2}
                /items  | {"contains": {"/name": "林"}}
                /items  | {"contains": {"/name": {"matches": "^О"}}}
                /items/0/name | {"exists": true}
                /id     | {"not": "case-2"}
                /other  | {"not": {"equals": "case-1"}}
                /items  | {"not": {"contains": {"/name": "x"}}}
                ``      | {"mentions": "Орл"}
                ``      | {"mentions": ["Vint", "amou"]}
                ``      | {"not": {"mentions": ["Vint", "Орёл"]}}
                /other  | {"not": {"mentions": "case"}}
                """)
        void what_is_as_told_breaks_no_rule(String pointer, String rule) {
            assertThat(Rules.whyBroken(DOCUMENT.at(pointer), json(rule))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                /id     | "case-2"               | should be "case-2", but is "case-1"
                /id     | {"matches": "^list"}   | should match ^list, but is "case-1"
                /id     | {"oneOf": ["a"]}       | should be one of ["a"], but is "case-1"
                /id     | {"exists": false}      | should not be there, but is "case-1"
                /id     | {"atLeast": 1}         | should be at least 1, but is "case-1"
                /count  | 4                      | should be 4, but is 3
                /count  | {"atLeast": 4}         | should be at least 4, but is 3
                /count  | {"atMost": 2}          | should be at most 2, but is 3
                /other  | {"exists": true}       | should be there, but is not
                /other  | "x"                    | should be "x", but is not there
                /items  | {"count": 1}           | should have 1 elements, but has 2
                /count  | {"count": 1}           | should have 1 elements, but is 3
                /items  | {"contains": {"/name": "x"}} | should contain {"/name":"x"}, \
                but is [{"name":"林"},{"name":"Орлов"}]
                /id     | {"not": "case-1"}      | should not be "case-1", but is "case-1"
                /items  | {"not": {"contains": {"/name": "林"}}} | should not be {"contains":{"/name":"林"}}, \
                but is [{"name":"林"},{"name":"Орлов"}]
                /items  | {"mentions": ["x", "y"]} | should mention x or y, but is [{"name":"林"},{"name":"Орлов"}]
                ``      | {"not": {"mentions": ["x", "лов"]}} | should not mention лов, but it stands at /items/1/name
                ``      | {"not": {"mentions": "moun"}} | should not mention moun, but it stands at /amount
                """)
        void what_is_not_as_told_is_said_with_both_values(String pointer, String rule, String why) {
            assertThat(Rules.whyBroken(DOCUMENT.at(pointer), json(rule))).hasValue(why);
        }
    }

    @Nested
    class Printing {

        @Test
        void columns_line_up_with_wide_and_right_to_left_names() {
            Table table = new Table();
            table.add(List.of("Name", "State"));
            table.add(List.of("林文雄", "OPEN"));
            table.add(List.of("سالم", "HELD"));

            assertThat(table.lines()).containsExactly("Name    State", "林文雄  OPEN", "سالم\u200e    HELD");
        }

        @Test
        void marks_take_no_room_and_a_long_cell_is_cut() {
            assertThat(Table.width("e\u0301")).isEqualTo(1);
            Table table = new Table();
            table.add(List.of("x".repeat(100), "y".repeat(200)));
            assertThat(table.lines().getFirst()).hasSize(41 + 2 + 161).endsWith("…");
        }
    }
}
