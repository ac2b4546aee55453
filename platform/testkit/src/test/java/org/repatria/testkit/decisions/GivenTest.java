package org.repatria.testkit.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.repatria.testkit.decisions.Given.given;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.NamesReasons;
import org.repatria.decider.Occasion;
import org.repatria.decider.Reason;

/** The test kit's own words, tried on a door. */
class GivenTest {

    /** A door that opens, closes, and refuses to open once locked. */
    static class Door implements Decider<Ask, String, String> {

        @Override
        public String initial() {
            return "closed";
        }

        @Override
        public Decision<String> decide(Ask command, String state, Occasion occasion) {
            return switch (state + " " + command) {
                case "closed OPEN" -> Decision.accept("opened");
                case "open CLOSE" -> Decision.accept("closed");
                case "closed LOCK" -> Decision.accept("locked");
                case "locked OPEN" -> Decision.refuse(Why.LOCKED);
                default -> Decision.nothingToDo();
            };
        }

        @Override
        public String evolve(String state, String event) {
            return event.equals("opened") ? "open" : event;
        }
    }

    private static final Door DOOR = new Door();
    private static final Occasion NOW = Occasion.of(Actor.system("test"), Instant.EPOCH);

    @RefusedFor(Why.LOCKED)
    enum Ask {
        OPEN,
        CLOSE,
        LOCK
    }

    @NamesReasons
    @Retention(RetentionPolicy.RUNTIME)
    @interface RefusedFor {

        Why[] value();
    }

    enum Why implements Reason {
        LOCKED;

        @Override
        public Kind kind() {
            return Kind.CONFLICTING;
        }

        @Override
        public String title() {
            return "The door is locked";
        }
    }

    @Nested
    class Asking {

        @Test
        void passes_when_the_answer_is_the_expected_one() {
            given(DOOR)
                    .when(Ask.OPEN, NOW)
                    .then("opened")
                    .thenState(state -> assertThat(state).isEqualTo("open"));
            given(DOOR, "opened").when(Ask.OPEN, NOW).thenNothing();
            given(DOOR, "opened").and("closed", "locked").when(Ask.OPEN, NOW).thenRefused(Why.LOCKED);
        }

        @Test
        void fails_when_the_answer_is_another() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> given(DOOR).when(Ask.OPEN, NOW).then("closed"));
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> given(DOOR).when(Ask.OPEN, NOW).thenNothing());
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> given(DOOR).when(Ask.OPEN, NOW).thenRefused(Why.LOCKED));
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> given(DOOR, "opened").when(Ask.OPEN, NOW).then());
        }
    }

    @Nested
    class Exploring {

        @Test
        void reaches_every_state_and_shows_every_command_in_each() {
            var asked = new ArrayList<String>();

            var states = Laws.explore(
                    DOOR,
                    Laws.on(NOW, List.of(Ask.values())),
                    3,
                    step -> asked.add(step.before() + " " + step.command()));

            assertThat(states).containsExactlyInAnyOrder("closed", "open", "locked");
            assertThat(asked).hasSize(9).doesNotHaveDuplicates();
        }

        @Test
        void stops_at_the_depth() {
            assertThat(Laws.explore(DOOR, Laws.on(NOW, List.of(Ask.OPEN, Ask.LOCK)), 0, _ -> {}))
                    .containsExactly("closed");
        }

        @Test
        void names_the_way_to_a_broken_law() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> Laws.explore(
                            DOOR,
                            Laws.on(NOW, List.of(Ask.values())),
                            3,
                            step -> assertThat(step.isRefused()).isFalse()))
                    .withMessageContaining("by OPEN");
        }

        @Test
        void finds_a_decider_that_changes_its_mind() {
            var moody = new Door() {
                private int asked;

                @Override
                public Decision<String> decide(Ask command, String state, Occasion occasion) {
                    return asked++ % 2 == 0 ? Decision.accept("opened") : Decision.nothingToDo();
                }
            };

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> Laws.explore(moody, Laws.on(NOW, List.of(Ask.OPEN)), 1, _ -> {}))
                    .withMessageContaining("two ways");
        }
    }
}
