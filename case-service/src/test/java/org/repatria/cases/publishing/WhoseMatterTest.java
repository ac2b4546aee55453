package org.repatria.cases.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.casefile.Cases;
import org.repatria.cases.domain.lists.ListDecider;
import org.repatria.cases.domain.lists.Lists;

/** Every record of a case and of a list says between which states it is. */
class WhoseMatterTest {

    @Test
    void a_case_is_the_matter_of_its_two_states_from_its_first_event_on() {
        var decider = new CaseDecider(_ -> Cases.HOUSE_RULES);
        var publishing = new CasePublishing();
        var state = decider.initial();
        assertThat(publishing.states(Cases.ORLAS.value(), state)).isEmpty();

        for (var event : Cases.EVERY_EVENT) {
            state = decider.evolve(state, event);

            assertThat(publishing.states(Cases.ORLAS.value(), state)).isEqualTo(Set.of("XH", "XR"));
        }
    }

    @Test
    void a_list_is_the_matter_of_who_hands_it_over_and_who_takes_it() {
        var decider = new ListDecider(_ -> Lists.RULES);
        var publishing = new ListPublishing();
        var state = decider.initial();

        for (var event : Lists.EVERY_EVENT) {
            state = decider.evolve(state, event);

            assertThat(publishing.states("list-1", state)).isEqualTo(Set.of("XH", "XR"));
        }
    }
}
