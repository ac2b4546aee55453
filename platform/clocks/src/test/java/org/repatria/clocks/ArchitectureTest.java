package org.repatria.clocks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.repatria.testkit.house.HouseRules;

final class ArchitectureTest {

    private static final String BASE = "org.repatria.clocks";

    @Test
    void the_clocks_keep_to_the_map_of_the_house() {
        HouseRules.check(BASE);
    }

    /** The domain of every service may import them: so they import nothing that a domain may not. */
    @Test
    void what_counts_is_pure_and_does_not_see_what_reads() {
        classes()
                .that()
                .resideInAPackage(BASE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(BASE, "java..", "org.jspecify..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(BASE));
    }
}
