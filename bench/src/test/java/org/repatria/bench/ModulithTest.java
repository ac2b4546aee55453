package org.repatria.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ModulithTest {

    @Nested
    class Flags {

        @Test
        void are_those_of_our_service_without_its_cache_and_its_program() {
            String[] arguments = {
                "-XX:+UseSerialGC", "-Xmx256m", "-XX:AOTCache=some.aot", "-XX:AOTMode=auto", "-cp", "some.jar", "-Main"
            };

            assertThat(Modulith.flags(arguments)).containsExactly("-XX:+UseSerialGC", "-Xmx256m");
        }
    }

    @Nested
    class Numbering {

        @Test
        void tells_the_events_of_a_case_apart_by_its_version() {
            var event = "{\"caseId\": \"case-1\", \"version\": 7}".getBytes(StandardCharsets.UTF_8);

            assertThat(Modulith.number(event)).isEqualTo("7");
        }
    }
}
