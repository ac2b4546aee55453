package org.repatria.cases.domain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.safeguards.Safe.*;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;

final class CompartmentsTest {

    private static final List<String> ROLES = List.of("AN", "CO", "LO", "AM", "SU", "HD", "LI", "AU", "SI", "DPO");

    private static Actor somebody(String role, String authority) {
        return new Actor("somebody", Set.of(role), authority);
    }

    private static List<Grant> every() {
        return Arrays.stream(Compartment.values())
                .map(compartment -> new Grant("somebody", compartment))
                .toList();
    }

    private static boolean maySee(String role, String authority, Compartment compartment, List<Grant> grants) {
        return Compartments.maySee(somebody(role, authority), XR_TO_XE, compartment, grants);
    }

    @Test
    void nobody_sees_any_without_a_grant() {
        for (var role : ROLES) {
            for (var compartment : Compartment.values()) {
                assertThat(maySee(role, "XE-CA", compartment, List.of())).isFalse();
            }
        }
    }

    @Test
    void a_grant_for_one_opens_no_other() {
        var grants = List.of(new Grant("somebody", Compartment.LOCATION));

        assertThat(maySee("LO", "XE-CA", Compartment.LOCATION, grants)).isTrue();
        assertThat(maySee("LO", "XE-CA", Compartment.ASYLUM, grants)).isFalse();
    }

    @Test
    void a_grant_for_somebody_else_is_none() {
        assertThat(maySee("LO", "XE-CA", Compartment.LOCATION, List.of(new Grant("other", Compartment.LOCATION))))
                .isFalse();
    }

    @Test
    void the_requesting_state_sees_no_asylum_counsel_or_health_whatever_the_role_and_grant() {
        for (var role : ROLES) {
            for (var compartment : List.of(Compartment.ASYLUM, Compartment.COUNSEL, Compartment.HEALTH)) {
                assertThat(maySee(role, "XR-CA", compartment, every())).isFalse();
            }
        }
    }

    @Test
    void liaison_integrator_auditor_and_asset_manager_see_none() {
        for (var role : List.of("LI", "SI", "AU", "AM")) {
            for (var compartment : Compartment.values()) {
                assertThat(maySee(role, "XE-CA", compartment, every())).isFalse();
            }
        }
    }
}
