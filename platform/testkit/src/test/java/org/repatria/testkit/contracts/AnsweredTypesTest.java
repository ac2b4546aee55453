package org.repatria.testkit.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AnsweredTypesTest {

    private static final String HERE = AnsweredTypesTest.class.getPackageName();

    record Word(String value) {}

    record Page(List<Map<String, Part>> items, Optional<Word> next) {}

    record Part(String name, Shape shape) {}

    sealed interface Shape {
        record Point(int x, int y) implements Shape {}

        record Nothing() implements Shape {}
    }

    @Test
    void are_all_that_an_answer_leads_to_but_words() {
        assertThat(AnsweredTypes.of(List.of(Page.class), HERE))
                .isEqualTo(Map.of(
                        "AnsweredTypesTest$Page", List.of("items", "next"),
                        "AnsweredTypesTest$Part", List.of("name", "shape"),
                        "AnsweredTypesTest$Shape$Point", List.of("x", "y")));
    }

    @Test
    void of_another_package_are_no_matter_of_this_domain() {
        assertThat(AnsweredTypes.of(List.of(Page.class), HERE + ".domain")).isEmpty();
    }
}
