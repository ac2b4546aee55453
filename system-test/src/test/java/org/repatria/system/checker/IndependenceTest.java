package org.repatria.system.checker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class IndependenceTest {

    private static final DescribedPredicate<JavaClass> THE_PRODUCT = DescribedPredicate.describe(
            "the product",
            type -> type.getPackageName().startsWith("org.repatria.")
                    && !type.getPackageName().startsWith("org.repatria.system"));

    @Test
    void the_checker_and_its_client_share_no_code_with_the_product() {
        noClasses()
                .that()
                .resideInAnyPackage("org.repatria.system.checker..", "org.repatria.system.client..")
                .should()
                .dependOnClassesThat(THE_PRODUCT)
                .check(new ClassFileImporter().importPackages("org.repatria.system"));
    }
}
