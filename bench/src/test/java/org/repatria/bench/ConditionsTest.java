package org.repatria.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    @Nested
    class CallingFiguresClean {

        @Test
        void is_refused_when_others_use_the_machine() {
            assertThat(at(0.6).quiet()).isFalse();
            assertThat(at(0.6).verdict()).startsWith("NOT CLEAN").contains("0.60");
        }

        @Test
        void is_refused_when_nobody_knows() {
            assertThat(at(-1).quiet()).isFalse();
        }

        @Test
        void is_allowed_on_a_quiet_machine() {
            assertThat(at(0.4).quiet()).isTrue();
        }

        @Test
        void is_refused_when_the_host_took_the_cores_away_meanwhile() {
            var before = ProcessorTime.of("cpu  100 0 50 9000 3 0 10 20 0 0");
            var after = ProcessorTime.of("cpu  250 0 80 9900 3 0 30 120 0 0");

            assertThat(at(0.4).after(after.stolenSince(before)).verdict())
                    .startsWith("NOT CLEAN")
                    .contains("33 % of the processor time taken by the host");
        }

        private static Conditions at(double load) {
            return new Conditions(2, 24_000, "25", "Linux", load, 0);
        }
    }
}
