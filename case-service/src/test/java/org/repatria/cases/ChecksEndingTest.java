package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.casefile.CaseEvent;
import org.repatria.cases.law.ReferenceFiles;
import org.repatria.cases.publishing.CasePublishing;
import org.repatria.edge.Json;
import tools.jackson.databind.JsonNode;

/** What the services of the house are told of checks that may be relied on for a time only. */
final class ChecksEndingTest {

    private static Case.Opened inHearing() {
        var rules = ReferenceFiles.load();
        var decider = new CaseDecider(_ -> rules);
        var state = decider.initial();
        for (CaseEvent event : PairsOfHistories.IN_HEARING) {
            state = decider.evolve(state, event);
        }
        return (Case.Opened) state;
    }

    private static JsonNode snapshot(Case.Opened state) {
        var published = new CasePublishing()
                .confidedSnapshot(state.file().id().value(), state)
                .orElseThrow();
        return Json.MAPPER.valueToTree(published.data());
    }

    private static List<String> checks(JsonNode snapshot) {
        return snapshot.path("checksEnding")
                .valueStream()
                .map(check -> check.path("check").asString())
                .toList();
    }

    @Test
    void the_last_day_of_each_is_told_but_nothing_of_a_compartment() {
        var state = inHearing();

        assertThat(state.file().dossier().safeguards().checks().lastDays()).containsKeys("SG-02", "SG-14", "SG-23");
        assertThat(checks(snapshot(state))).contains("SG-02", "SG-14").doesNotContain("SG-21", "SG-23");
    }

    @Test
    void the_faces_of_the_case_say_nothing_of_it() {
        var snapshot = snapshot(inHearing());

        assertThat(snapshot.path("all").has("checksEnding")).isFalse();
        assertThat(snapshot.path("shared").has("checksEnding")).isFalse();
    }
}
