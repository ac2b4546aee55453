package org.repatria.testkit.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.testkit.house.HouseRules.Ring;

/** Every rule of the house is seen to fail on a class that breaks it. It is seen to pass on classes that do not. */
class HouseRulesTest {

    private static final String HERE = "org.repatria.testkit.house";

    private static List<String> violations(String base, Ring... rings) {
        return HouseRules.violations(base, new ClassFileImporter().importPackages(base), rings);
    }

    @Nested
    class Checking {

        @Test
        void passes_a_sound_service() {
            assertThat(violations(HERE + ".sound", Ring.DOMAIN, Ring.WEB)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "the domain imports only itself",
                    "Method <org.repatria.testkit.house.offending.domain.DoorManager.open()>",
                    "Method <org.repatria.testkit.house.offending.domain.DoorManager.identity()>",
                    "Method <org.repatria.testkit.house.offending.domain.DoorManager.now(java.time.Clock)>",
                    "publishing and reactions are pure",
                    "the adapter MONGO sees no other adapter",
                    "adapters have no public types",
                    "no class is named Util",
                    "no package is named common",
                    "every package has a package-info with @NullMarked",
                    "what a class needs comes through its constructor"
                })
        void finds_what_an_offending_service_breaks(String finding) {
            assertThat(violations(HERE + ".offending")).anyMatch(report -> report.contains(finding));
        }

        @Test
        void finds_a_service_that_imports_another() {
            var classes = new ClassFileImporter().importPackages(HERE + ".importing");

            assertThat(HouseRules.violations(HERE + ".importing", classes))
                    .anyMatch(report -> report.contains("services never import each other"));
        }

        @Test
        void is_told_that_a_ring_is_missing() {
            assertThat(violations(HERE + ".sound", Ring.DOMAIN, Ring.LUCENE))
                    .singleElement()
                    .asString()
                    .contains("no ring LUCENE");
        }

        @Test
        void is_not_green_for_want_of_classes() {
            assertThat(violations("org.repatria.nowhere")).isNotEmpty();
        }
    }
}
