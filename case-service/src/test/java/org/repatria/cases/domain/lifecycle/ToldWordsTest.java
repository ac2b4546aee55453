package org.repatria.cases.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.repatria.cases.domain.lifecycle.Line.leaving;
import static org.repatria.cases.domain.lifecycle.Line.start;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ToldWordsTest {

    /** Moves of a course looked at: longer than any way from one confided state past another one. */
    private static final int DEPTH = 9;

    private static Stream<Lifecycle> lifecycles() {
        return Lifecycles.all().stream();
    }

    /** What the other state hears of one history: each word once, when it changes. */
    private static List<String> heard(Lifecycle lifecycle, List<String> states) {
        var word = lifecycle.toldAtFirst(states.getFirst());
        var heard = new ArrayList<>(List.of(word));
        for (var state : states.subList(1, states.size())) {
            var next = lifecycle.toldAfter(word, state);
            if (!next.equals(word)) {
                heard.add(next);
            }
            word = next;
        }
        return heard;
    }

    private static Set<List<String>> heardOf(Lifecycle lifecycle, boolean withConfided) {
        var all = new HashSet<List<String>>();
        var waiting = new ArrayDeque<List<String>>();
        var seen = new HashSet<String>();
        waiting.add(List.of(lifecycle.initial()));
        while (!waiting.isEmpty()) {
            var history = waiting.poll();
            var heard = heard(lifecycle, history);
            all.add(heard);
            // Histories that were heard alike and stand alike go on alike.
            if (history.size() < DEPTH && seen.add(heard + history.getLast() + history.size())) {
                lifecycle.rowsFrom(history.getLast()).stream()
                        .map(Transition::to)
                        .filter(to ->
                                withConfided || !lifecycle.told().confided().contains(to))
                        .distinct()
                        .forEach(to -> waiting.add(
                                Stream.concat(history.stream(), Stream.of(to)).toList()));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("lifecycles")
    void whatever_is_told_could_have_been_told_without_anything_confided(Lifecycle lifecycle) {
        var innocent = heardOf(lifecycle, false);
        var all = heardOf(lifecycle, true);

        // A longer innocent history may be needed to hear the same: only what is heard within reach is compared.
        assertThat(all.stream().filter(heard -> heard.size() <= DEPTH / 2))
                .allSatisfy(heard -> assertThat(innocent).contains(heard));
    }

    @Nested
    final class Removing {
        private static final Lifecycle REMOVAL = Lifecycles.of("removal");

        @Test
        void a_claim_for_asylum_is_heard_of_by_nobody() {
            assertThat(heard(REMOVAL, List.of("REFERRED", "STATUS_CHECK", "CHARGED", "IN_HEARING", "RELIEF_PENDING")))
                    .containsExactly("PROCEEDING");
        }

        @Test
        void protection_sounds_like_an_end_for_want_of_a_ground() {
            assertThat(heard(
                            REMOVAL,
                            List.of("REFERRED", "STATUS_CHECK", "CHARGED", "IN_HEARING", "PROTECTION_GRANTED")))
                    .isEqualTo(heard(REMOVAL, List.of("REFERRED", "STATUS_CHECK", "NOT_REMOVABLE")));
        }

        @Test
        void a_review_of_the_protection_is_not_told_as_there_is_nothing_else_that_is_taken_up_again() {
            assertThat(heard(
                            REMOVAL,
                            List.of(
                                    "REFERRED",
                                    "STATUS_CHECK",
                                    "CHARGED",
                                    "IN_HEARING",
                                    "PROTECTION_GRANTED",
                                    "IN_HEARING")))
                    .containsExactly("PROCEEDING", "NOT_AVAILABLE");
        }
    }

    @Nested
    final class Writing_a_table {
        private static Lifecycle table(ToldWords told) {
            return Lifecycle.of(
                    "errand",
                    "Errand",
                    "none",
                    List.of("DONE", "HIDDEN"),
                    List.of(),
                    told,
                    start().to("BEGUN"),
                    leaving("BEGUN").to("DONE", "HIDDEN"));
        }

        @Test
        void a_state_without_a_word_is_no_table() {
            assertThatThrownBy(() -> table(ToldWords.bare().byName("BEGUN", "DONE")))
                    .hasMessageContaining("no word for the other state for [HIDDEN]");
        }

        @Test
        void a_confided_state_alone_under_its_word_is_no_table() {
            assertThatThrownBy(() -> table(
                            ToldWords.bare().byName("BEGUN", "DONE", "HIDDEN").confiding("HIDDEN")))
                    .hasMessageContaining("stands for nothing else");
        }

        @Test
        void a_confided_state_under_a_word_of_others_is_one() {
            var table = table(ToldWords.bare()
                    .byName("BEGUN")
                    .as("OVER", "DONE", "HIDDEN")
                    .confiding("HIDDEN"));

            assertThat(heard(table, List.of("BEGUN", "HIDDEN"))).isEqualTo(heard(table, List.of("BEGUN", "DONE")));
        }
    }
}
