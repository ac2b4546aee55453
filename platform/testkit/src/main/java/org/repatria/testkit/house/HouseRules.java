package org.repatria.testkit.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The map of the house as rules about class files. A module calls
 * {@code HouseRules.check("org.repatria.cases", Ring.DOMAIN, Ring.WEB)}: every rule holds for what is there, and the
 * rings that it names are really there, so that no rule is green for want of classes.
 */
public final class HouseRules {

    private static final List<Ring> ADAPTERS = List.of(Ring.WEB, Ring.MONGO, Ring.LUCENE, Ring.KAFKA);
    private static final Set<String> SERVICES = Set.of("cases", "assets", "notifications", "gateway");
    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Utils?|Helper|Manager|Impl|Processor)");
    private static final String SPRING_COMPONENT = "org.springframework.stereotype.Component";
    private static final String SPRING_PROPERTIES =
            "org.springframework.boot.context.properties.ConfigurationProperties";

    private HouseRules() {}

    /** The rings of a service, named as their packages. */
    public enum Ring {
        DOMAIN,
        LAW,
        FLOWS,
        PUBLISHING,
        REACTIONS,
        QUERIES,
        WEB,
        MONGO,
        LUCENE,
        KAFKA;

        String under(String base) {
            return base + "." + name().toLowerCase(Locale.ROOT) + "..";
        }
    }

    /**
     * Fails with every broken rule at once.
     *
     * @param base the module's root package
     * @param rings the rings that the module has by now; one without classes is a failure
     */
    public static void check(String base, Ring... rings) {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(base);
        var broken = violations(base, classes, rings);
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join(System.lineSeparator(), broken));
        }
    }

    static List<String> violations(String base, JavaClasses classes, Ring... rings) {
        var broken = new ArrayList<String>();
        if (classes.isEmpty()) {
            broken.add("there are no classes in " + base + ": is the package misspelt or the module not compiled?");
        }
        for (var ring : rings) {
            if (classes.stream().noneMatch(JavaClass.Predicates.resideInAPackage(ring.under(base)))) {
                broken.add("there is no ring " + ring + " in " + base + " yet: do not name it, or write it");
            }
        }
        for (var rule : rules(base)) {
            var result = rule.allowEmptyShould(true).evaluate(classes);
            if (result.hasViolation()) {
                broken.add(result.getFailureReport().toString());
            }
        }
        return broken;
    }

    private static List<ArchRule> rules(String base) {
        var rules = new ArrayList<ArchRule>();
        rules.add(domainImportsOnlyItself(base));
        rules.add(ringSeesNone(base, Ring.LAW, Ring.FLOWS, Ring.PUBLISHING, Ring.REACTIONS, Ring.QUERIES));
        rules.add(ringSeesNone(base, Ring.LAW, ADAPTERS.toArray(Ring[]::new)));
        rules.add(ringSeesNone(base, Ring.FLOWS, ADAPTERS.toArray(Ring[]::new)));
        rules.add(pureRingsDrawNoTimeAndNoIdentity(base));
        rules.add(pureRingsKnowNoFramework(base));
        ADAPTERS.forEach(adapter -> rules.add(adapterSeesNoOther(base, adapter)));
        rules.add(adaptersShowNothing(base));
        rules.add(servicesNeverImportEachOther(base));
        rules.add(namesSaySomething());
        rules.add(packagesSaySomething());
        rules.add(everyPackageIsNullMarked());
        rules.add(nothingIsInjectedIntoFields());
        return rules;
    }

    private static ArchRule domainImportsOnlyItself(String base) {
        return classes()
                .that()
                .resideInAPackage(Ring.DOMAIN.under(base))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Ring.DOMAIN.under(base),
                        "org.repatria.decider..",
                        "org.repatria.policy..",
                        "org.repatria.clocks",
                        "java..",
                        "org.jspecify..")
                .as("the domain imports only itself, the decider, the policy, the clocks and the JDK");
    }

    private static ArchRule ringSeesNone(String base, Ring ring, Ring... others) {
        return noClasses()
                .that()
                .resideInAPackage(ring.under(base))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Arrays.stream(others).map(other -> other.under(base)).toArray(String[]::new))
                .as("the ring " + ring + " sees none of " + List.of(others));
    }

    private static ArchRule pureRingsDrawNoTimeAndNoIdentity(String base) {
        return noClasses()
                .that()
                .resideInAnyPackage(pureRings(base))
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.Clock|java\\.util\\.Random|java\\.security\\.SecureRandom"
                        + "|java\\.util\\.concurrent\\.ThreadLocalRandom")
                .orShould()
                .accessTargetWhere(
                        describe("the call reads a clock or draws an identifier", HouseRules::drawsTimeOrIdentity))
                .as("time and identity come into domain, publishing and reactions from outside");
    }

    private static boolean drawsTimeOrIdentity(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        var name = access.getTarget().getName();
        return (owner.startsWith("java.time.") && name.equals("now"))
                || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                || (owner.equals("java.lang.Math") && name.equals("random"))
                || (owner.equals("java.lang.System") && (name.equals("currentTimeMillis") || name.equals("nanoTime")));
    }

    private static ArchRule pureRingsKnowNoFramework(String base) {
        var adapters = ADAPTERS.stream().map(ring -> ring.under(base)).toList();
        var banned = new ArrayList<>(adapters);
        banned.addAll(List.of(
                "org.springframework..",
                "reactor..",
                "com.mongodb..",
                "org.bson..",
                "org.apache..",
                "java.io..",
                "java.net..",
                "java.nio.file..",
                "java.sql.."));
        return noClasses()
                .that()
                .resideInAnyPackage(Ring.PUBLISHING.under(base), Ring.REACTIONS.under(base))
                .should()
                .dependOnClassesThat(describe(
                        "belong to a framework, an adapter or I/O",
                        type -> JavaClass.Predicates.resideInAnyPackage(banned.toArray(String[]::new))
                                        .test(type)
                                // A record's or enum's compiled form may name these two.
                                && !type.getName().equals("java.io.Serializable")
                                && !type.getName().equals("java.io.IOException")))
                .as("publishing and reactions are pure");
    }

    private static String[] pureRings(String base) {
        return new String[] {Ring.DOMAIN.under(base), Ring.PUBLISHING.under(base), Ring.REACTIONS.under(base)};
    }

    private static ArchRule adapterSeesNoOther(String base, Ring adapter) {
        var others = ADAPTERS.stream()
                .filter(other -> other != adapter)
                .map(other -> other.under(base))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(adapter.under(base))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .as("the adapter " + adapter + " sees no other adapter");
    }

    private static ArchRule adaptersShowNothing(String base) {
        return classes()
                .that()
                .resideInAnyPackage(
                        ADAPTERS.stream().map(ring -> ring.under(base)).toArray(String[]::new))
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .should()
                .beMetaAnnotatedWith(SPRING_COMPONENT)
                .orShould()
                .beAnnotatedWith(SPRING_PROPERTIES)
                .as("adapters have no public types but those that Spring looks for");
    }

    private static ArchRule servicesNeverImportEachOther(String base) {
        var others = SERVICES.stream()
                .map(service -> "org.repatria." + service)
                .filter(service -> !base.equals(service) && !base.startsWith(service + "."))
                .map(service -> service + "..")
                .toArray(String[]::new);
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .as("services never import each other");
    }

    private static ArchRule namesSaySomething() {
        return noClasses().should(matchSimpleName()).as("no class is named Util, Helper, Manager, Impl or Processor");
    }

    private static ArchCondition<JavaClass> matchSimpleName() {
        return new ArchCondition<>("be named after nothing in the field") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var matches = EMPTY_NAME.matcher(type.getSimpleName()).matches();
                events.add(new SimpleConditionEvent(type, matches, type.getName() + " is named after nothing"));
            }
        };
    }

    private static ArchRule packagesSaySomething() {
        return noClasses()
                .should()
                .resideInAnyPackage("..common..", "..util..", "..utils..", "..dto..", "..service..", "..services..")
                .as("no package is named common, util, dto or service");
    }

    private static ArchRule everyPackageIsNullMarked() {
        return classes()
                .should(new ArchCondition<>("be in a @NullMarked package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var marked = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                        events.add(new SimpleConditionEvent(
                                type, marked, type.getPackageName() + " has no @NullMarked package-info"));
                    }
                })
                .as("every package has a package-info with @NullMarked");
    }

    private static ArchRule nothingIsInjectedIntoFields() {
        return noFields()
                .should(new ArchCondition<>("be injected") {
                    private static final List<String> INJECTING = List.of(
                            "org.springframework.beans.factory.annotation.Autowired",
                            "org.springframework.beans.factory.annotation.Value",
                            "jakarta.inject.Inject",
                            "jakarta.annotation.Resource");

                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        var injected = INJECTING.stream().anyMatch(field::isAnnotatedWith);
                        events.add(new SimpleConditionEvent(field, injected, field.getFullName() + " is injected"));
                    }
                })
                .as("what a class needs comes through its constructor");
    }
}
