package org.repatria.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PolicyFileTest {

    private static final String HOUSE = PolicyFile.textOfTheHouse();

    private static List<String> faultsOf(String text) {
        return catchThrowableOfType(FaultyPolicy.class, () -> PolicyFile.parse("changed", text))
                .faults();
    }

    /** The table of the house with one place written otherwise. */
    private static String with(String place, String otherwise) {
        assertThat(HOUSE).as("the place that the test changes").contains(place);
        return HOUSE.replaceFirst(java.util.regex.Pattern.quote(place), otherwise);
    }

    @Nested
    final class Reading {

        @Test
        void the_table_of_the_house_has_no_fault() {
            assertThat(PolicyFile.parse("house", HOUSE).operations()).contains("readCase", "prometheus");
        }

        @ParameterizedTest
        @MethodSource("org.repatria.policy.PolicyFileTest#faults")
        void a_fault_stops_it_and_is_named(String place, String otherwise, String named) {
            assertThat(faultsOf(with(place, otherwise)))
                    .anySatisfy(fault -> assertThat(fault).contains(named));
        }

        @Test
        void what_is_no_yaml_is_no_policy() {
            assertThat(faultsOf("{")).anySatisfy(fault -> assertThat(fault).contains("no YAML"));
        }

        @Test
        void every_fault_is_named_at_once() {
            var text = with("roles: [LI]", "roles: [XX]").replaceFirst("relation: ASSIGNED", "relation: FRIEND");
            assertThat(faultsOf(text)).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("roles: [LI]", "roles: [XX]", "there is no role XX"),
                Arguments.of("sides: [HOLDER]", "sides: [OWNER]", "there is no side OWNER"),
                Arguments.of("relation: ASSIGNED", "relation: FRIEND", "there is no relation FRIEND"),
                Arguments.of("object: CASE", "object: THING", "there is no object THING"),
                Arguments.of("READ_CASE:", "READ_THING:", "there is no act READ_THING"),
                Arguments.of("READ_CASE:", "READ_THING:", "READ_CASE has no rows"),
                Arguments.of("operations: [submitCase]", "operations: [submitCase, openCase]", "asks for both"),
                Arguments.of("operations: [submitCase]", "operations: [submitCase, submitCase]", "stands twice"),
                Arguments.of("operations: [submitCase]", "operations: []", "is asked for by no operation"),
                Arguments.of("SUBMIT_CASE:", "READ_CASE:", "says something twice"),
                Arguments.of("makesNew: true", "makesNew: maybe", "can only say true"),
                Arguments.of("makesNew: true", "creates: true", "nobody knows the field creates"),
                Arguments.of("purpose: required", "purpose: useful", "can only say required"),
                Arguments.of("purpose: required", "reason: required", "nobody knows the field reason"),
                Arguments.of(
                        "roles: [LI], sides: [REQUESTING]", "roles: [LI], sides: [STATE]", "nobody is PARTY as STATE"),
                Arguments.of("roles: [AN, CO, SI]", "roles: [AN, CO, AN]", "AN stands twice"),
                Arguments.of("roles: [AN, CO, SI]", "roles: []", "names no role"),
                Arguments.of("roles: [CO, LO, SU, HD, AU]", "roles: [CO, LO, SU, HD]", "does not read it: say unseen"),
                Arguments.of(
                        "relation: PARTY, source: \"section 8, import list: A\"",
                        "relation: PARTY, unseen: may act without reading, source: \"x\"",
                        "is not unseen"),
                Arguments.of("source: \"section 8, import list: A\"", "source: \"\"", "a row has no source"));
    }

    @Test
    void the_same_office_twice_is_a_fault() {
        var twice = with(
                "    - { roles: [SU], sides: [HOLDER], relation: OWN, source",
                "    - { roles: [SU], sides: [HOLDER], relation: OWN, source: once }\n"
                        + "    - { roles: [SU], sides: [HOLDER], relation: OWN, source");
        assertThat(faultsOf(twice)).anySatisfy(fault -> assertThat(fault).contains("stands there twice"));
    }
}
