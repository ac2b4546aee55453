package org.repatria.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Ids;

class IdsTest {

    @Nested
    class Deriving {
        @Test
        void the_same_parts_are_the_same_id_for_ever() {
            assertThat(Ids.derived("case-", "list-1", "7")).isEqualTo(THE_SAME_FOR_EVER);
        }

        @Test
        void an_id_has_twenty_five_signs_after_its_prefix() {
            assertThat(Ids.derived("case-", "x")).matches("case-[0-9a-hjkmnp-tv-z]{25}");
        }

        @Test
        void where_one_part_ends_matters() {
            assertThat(Ids.derived("case-", "a", "bc")).isNotEqualTo(Ids.derived("case-", "ab", "c"));
        }

        @Test
        void a_prefix_with_a_joining_sign_is_a_mistake() {
            assertThatThrownBy(() -> Ids.derived("case:", "x")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static final String THE_SAME_FOR_EVER = "case-c52kn64kaqnr8x9ky02e1k2v8";
}
