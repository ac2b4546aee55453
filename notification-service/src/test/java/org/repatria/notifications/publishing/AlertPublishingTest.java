package org.repatria.notifications.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.messaging.Announcement;
import org.repatria.notifications.domain.alerts.Alert;
import org.repatria.notifications.domain.alerts.AlertDecider;
import org.repatria.notifications.domain.alerts.AlertEvent;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertAcknowledged;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertConditionVanished;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertRaised;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertRenewed;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertResolved;
import org.repatria.notifications.domain.alerts.Notice;
import org.repatria.notifications.domain.alerts.Severity;

class AlertPublishingTest {

    private static final Instant NOON = Instant.parse("2015-05-15T12:00:00Z");
    private static final String ID = "alert-1";
    private static final AlertPublishing PUBLISHING = new AlertPublishing();
    private static final AlertDecider ALERTS = new AlertDecider();

    private static Notice notice(Set<String> states, boolean confided) {
        return new Notice(
                "AL-14",
                Severity.CRITICAL,
                "case",
                "case-1",
                Optional.empty(),
                Optional.empty(),
                Set.of("LO"),
                "Something happened.",
                Map.of(),
                "Look at it.",
                Optional.empty(),
                states,
                confided);
    }

    /** All that can happen to an alert. */
    private static List<AlertEvent> life(Notice notice) {
        return List.of(
                new AlertRaised(ID, notice, "1", NOON),
                new AlertRenewed(ID, notice, "2", NOON),
                new AlertAcknowledged(ID, "lena.legal", NOON),
                new AlertResolved(ID, "lena.legal", "barred", NOON),
                new AlertRaised(ID, notice, "3", NOON),
                new AlertConditionVanished(ID, "case-1:9", NOON));
    }

    @Nested
    class Confiding {

        @Test
        void nothing_of_an_alert_that_one_state_keeps_to_itself_goes_where_both_may_read() {
            var state = ALERTS.initial();
            for (var event : life(notice(Set.of("XH"), true))) {
                state = ALERTS.evolve(state, event);
                assertThat(PUBLISHING.event(ID, event, state))
                        .isInstanceOfSatisfying(
                                Announcement.Confided.class,
                                confided -> assertThat(confided.published()).isPresent());
                assertThat(PUBLISHING.snapshot(ID, state)).isEmpty();
                assertThat(PUBLISHING.confidedSnapshot(ID, state)).isPresent();
                assertThat(PUBLISHING.confidants(ID, state)).containsExactly("XH");
            }
        }
    }

    @Nested
    class Telling {

        @Test
        void an_alert_that_both_states_know_goes_where_both_may_read_and_into_the_view() {
            Alert state = ALERTS.initial();
            for (var event : life(notice(Set.of("XH", "XR"), false))) {
                state = ALERTS.evolve(state, event);
                assertThat(PUBLISHING.event(ID, event, state)).isInstanceOf(Announcement.Told.class);
                assertThat(PUBLISHING.snapshot(ID, state)).isPresent();
                assertThat(PUBLISHING.confidedSnapshot(ID, state)).isPresent();
                assertThat(PUBLISHING.states(ID, state)).containsExactlyInAnyOrder("XH", "XR");
            }
        }
    }
}
