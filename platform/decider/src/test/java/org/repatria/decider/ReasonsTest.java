package org.repatria.decider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.repatria.decider.ReasonsTest.Why.*;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What commands say of themselves, and that a decider is held to it. */
class ReasonsTest {

    private static final Occasion NOW = Occasion.of(Actor.system("test"), Instant.EPOCH);

    enum Why implements Reason {
        GONE(Kind.ABSENT),
        LENT(Kind.CONFLICTING),
        NOT_YOURS(Kind.NOT_YOURS),
        TOO_LONG(Kind.INVALID);

        private final Kind kind;

        Why(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public String title() {
            return "It cannot be lent";
        }

        @NamesReasons
        @Retention(RetentionPolicy.RUNTIME)
        @interface RefusedFor {

            Why[] value();
        }
    }

    @RefusedFor(GONE)
    sealed interface Ask {

        @RefusedFor(LENT)
        record Lend() implements Ask {}

        record Return() implements Ask {}

        @RefusedFor(NOT_YOURS)
        record As(Ask command) implements Ask, Carrying {}
    }

    /** Refuses whatever is asked for the same reason. */
    private record Refusing(Reason reason) implements Decider<Ask, String, String> {

        @Override
        public String initial() {
            return "";
        }

        @Override
        public Decision<String> decide(Ask command, String state, Occasion occasion) {
            return Decision.refuse(reason);
        }

        @Override
        public String evolve(String state, String event) {
            return event;
        }

        void answers(Ask command) {
            assertThat(answer(command, initial(), NOW)).isEqualTo(Decision.refuse(reason));
        }

        void failsOn(Ask command) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> answer(command, initial(), NOW))
                    .withMessageContaining("does not say");
        }
    }

    @Test
    void of_a_command_are_its_own_and_those_of_its_family() {
        assertThat(Reasons.of(Ask.Lend.class)).containsExactlyInAnyOrder(LENT, GONE);
        assertThat(Reasons.of(Ask.Return.class)).containsExactly(GONE);
    }

    @Nested
    class Answering {

        @Test
        void is_for_a_reason_that_the_command_says() {
            new Refusing(LENT).answers(new Ask.Lend());
            new Refusing(GONE).answers(new Ask.Return());
            new Refusing(LENT).failsOn(new Ask.Return());
        }

        @Test
        void is_for_a_reason_of_a_command_that_is_carried_or_of_the_one_that_carries_it() {
            new Refusing(LENT).answers(new Ask.As(new Ask.Lend()));
            new Refusing(NOT_YOURS).answers(new Ask.As(new Ask.Lend()));
            new Refusing(LENT).failsOn(new Ask.As(new Ask.Return()));
        }

        @Test
        void needs_no_word_of_a_field_that_breaks_a_rule_or_of_what_means_the_same_everywhere() {
            new Refusing(TOO_LONG).answers(new Ask.Return());
            new Refusing(GeneralReason.NOT_FOUND).answers(new Ask.Return());
        }
    }
}
