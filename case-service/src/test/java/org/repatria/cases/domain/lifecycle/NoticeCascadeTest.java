package org.repatria.cases.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.lifecycle.Lives.NOON;
import static org.repatria.cases.domain.lifecycle.Lives.YESTERDAY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.Moved;

/** Which fates of a notice put its case to re-review, over every state and every ground. */
final class NoticeCascadeTest {

    private static final Set<String> HARMLESS_GROUNDS = Set.of("PURPOSE_MET", "PERSON_DEAD");

    private static Moved moved(String kind, String to, Map<String, String> said) {
        return new Moved("n1", kind, "PUBLISHED", to, YESTERDAY, "", said, List.of(), "rita", Optional.empty(), NOON);
    }

    @Test
    void a_notice_that_was_taken_away_puts_the_case_to_review() {
        for (var state : Lifecycles.of("notice").states()) {
            var taken = Set.of("DELETED", "SUSPENDED").contains(state);
            if (!state.equals("WITHDRAWN")) {
                assertThat(NoticeCascade.after(moved("notice", state, Map.of())).isPresent())
                        .as(state)
                        .isEqualTo(taken);
            }
        }
    }

    @Test
    void a_withdrawal_does_unless_its_purpose_is_met() {
        var grounds = Lives.words("notice", "PUBLISHED", "WITHDRAWN");
        for (var ground : grounds) {
            assertThat(NoticeCascade.after(moved("notice", "WITHDRAWN", Map.of("ground", ground)))
                            .isEmpty())
                    .as(ground)
                    .isEqualTo(HARMLESS_GROUNDS.contains(ground));
        }
    }

    @Test
    void other_lives_do_not() {
        assertThat(NoticeCascade.after(moved("extradition", "WITHDRAWN", Map.of())))
                .isEmpty();
    }
}
