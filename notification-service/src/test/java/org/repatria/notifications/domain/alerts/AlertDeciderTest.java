package org.repatria.notifications.domain.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.testkit.decisions.Given.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Decision;
import org.repatria.notifications.domain.alerts.AlertCommand.AcknowledgeAlert;
import org.repatria.notifications.domain.alerts.AlertCommand.NoteConditionVanished;
import org.repatria.notifications.domain.alerts.AlertCommand.RaiseAlert;
import org.repatria.notifications.domain.alerts.AlertCommand.ResolveAlert;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertAcknowledged;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertConditionVanished;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertRaised;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertRenewed;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertResolved;
import org.repatria.testkit.decisions.Laws;

class AlertDeciderTest {

    private static final AlertDecider ALERTS = new AlertDecider();
    private static final Instant NOON = Instant.parse("2015-05-15T12:00:00Z");
    private static final String ID = "alert-1";
    private static final String LENA = "lena.legal";
    private static final String AMIR = "amir.assets";
    private static final Set<String> LO = Set.of("LO");
    private static final Set<String> CO = Set.of("CO");
    private static final Set<String> SU = Set.of("SU");
    private static final Notice ENDS_SOON = new Notice(
            "AL-03",
            Severity.CRITICAL,
            "asset",
            "asset-1",
            Optional.of("order-1"),
            Optional.empty(),
            Set.of("LO", "AM"),
            "The restraint ends.",
            "File for an extension.",
            Optional.of(LocalDate.parse("2015-06-14")));

    private static final RaiseAlert AT_30_DAYS = new RaiseAlert(ID, ENDS_SOON, "T-30", NOON);
    private static final RaiseAlert AT_14_DAYS = new RaiseAlert(ID, ENDS_SOON, "T-14", NOON);
    private static final AlertRaised RAISED = new AlertRaised(ID, ENDS_SOON, "T-30", NOON);
    private static final AlertRenewed RENEWED = new AlertRenewed(ID, ENDS_SOON, "T-14", NOON);
    private static final AlertAcknowledged TAKEN_BY_LENA = new AlertAcknowledged(ID, LENA, NOON);
    private static final AlertResolved FILED = new AlertResolved(ID, LENA, "filed", NOON);
    private static final AlertConditionVanished VANISHED = new AlertConditionVanished(ID, "asset-1:4", NOON);

    @Nested
    class Raising {

        @Test
        void a_first_occasion_raises_the_alert() {
            given(ALERTS).when(AT_30_DAYS).then(RAISED);
        }

        @Test
        void the_same_occasion_again_changes_nothing() {
            given(ALERTS, RAISED).when(AT_30_DAYS).thenNothing();
            given(ALERTS, RAISED, TAKEN_BY_LENA).when(AT_30_DAYS).thenNothing();
            given(ALERTS, RAISED, FILED).when(AT_30_DAYS).thenNothing();
        }

        @Test
        void a_further_occasion_renews_a_live_alert_and_does_not_multiply_it() {
            given(ALERTS, RAISED)
                    .when(AT_14_DAYS)
                    .then(RENEWED)
                    .thenState(alert -> assertThat(
                                    ((Alert.Open) alert).occurrences().count())
                            .isEqualTo(2));
        }

        @Test
        void a_renewed_alert_stays_with_the_person_who_took_it() {
            given(ALERTS, RAISED, TAKEN_BY_LENA)
                    .when(AT_14_DAYS)
                    .then(RENEWED)
                    .thenState(alert -> assertThat(((Alert.Acknowledged) alert).acknowledgedBy())
                            .isEqualTo(LENA));
        }

        @Test
        void a_further_occasion_raises_a_resolved_alert_again() {
            given(ALERTS, RAISED, FILED)
                    .when(AT_14_DAYS)
                    .then(new AlertRaised(ID, ENDS_SOON, "T-14", NOON))
                    .thenState(alert -> assertThat(alert).isInstanceOf(Alert.Open.class));
        }

        @Test
        void only_the_newest_occasions_are_remembered() {
            var occurrences = IntStream.rangeClosed(2, Alert.Occurrences.REMEMBERED_MAX + 1)
                    .boxed()
                    .reduce(Alert.Occurrences.first("1"), (seen, n) -> seen.and(n.toString()), (a, _) -> a);
            assertThat(occurrences.count()).isEqualTo(Alert.Occurrences.REMEMBERED_MAX + 1);
            assertThat(occurrences.latest())
                    .hasSize(Alert.Occurrences.REMEMBERED_MAX)
                    .startsWith("2");
        }
    }

    @Nested
    class Acknowledging {

        @Test
        void an_open_alert_is_taken() {
            given(ALERTS, RAISED).when(new AcknowledgeAlert(LENA, LO, NOON)).then(TAKEN_BY_LENA);
        }

        @Test
        void taking_it_twice_changes_nothing() {
            given(ALERTS, RAISED, TAKEN_BY_LENA)
                    .when(new AcknowledgeAlert(LENA, LO, NOON))
                    .thenNothing();
        }

        @Test
        void an_alert_that_another_has_taken_is_refused() {
            given(ALERTS, RAISED, TAKEN_BY_LENA)
                    .when(new AcknowledgeAlert(AMIR, Set.of("AM"), NOON))
                    .thenRefused(AlertRefusal.ALERT_TAKEN_BY_ANOTHER);
        }

        @Test
        void an_alert_for_other_roles_is_refused() {
            given(ALERTS, RAISED)
                    .when(new AcknowledgeAlert("carl.officer", CO, NOON))
                    .thenRefused(AlertRefusal.ALERT_FOR_OTHER_ROLES);
        }

        @Test
        void a_resolved_alert_is_refused() {
            given(ALERTS, RAISED, FILED)
                    .when(new AcknowledgeAlert(LENA, LO, NOON))
                    .thenRefused(AlertRefusal.ALERT_ALREADY_RESOLVED);
        }

        @Test
        void an_alert_that_was_never_raised_is_not_found() {
            given(ALERTS).when(new AcknowledgeAlert(LENA, LO, NOON)).thenRefused(AlertRefusal.ALERT_NOT_FOUND);
        }
    }

    @Nested
    class Resolving {

        @Test
        void an_open_alert_is_resolved_by_the_act_that_removed_its_cause() {
            given(ALERTS, RAISED)
                    .when(new ResolveAlert(LENA, LO, "filed", NOON))
                    .then(FILED);
        }

        @Test
        void a_supervisor_resolves_what_another_has_taken() {
            given(ALERTS, RAISED, TAKEN_BY_LENA)
                    .when(new ResolveAlert("sara.supervisor", SU, "filed", NOON))
                    .then(new AlertResolved(ID, "sara.supervisor", "filed", NOON));
        }

        @Test
        void an_alert_for_other_roles_is_refused() {
            given(ALERTS, RAISED)
                    .when(new ResolveAlert("carl.officer", CO, "filed", NOON))
                    .thenRefused(AlertRefusal.ALERT_FOR_OTHER_ROLES);
        }

        @Test
        void a_condition_that_vanished_ends_a_live_alert() {
            given(ALERTS, RAISED, TAKEN_BY_LENA)
                    .when(new NoteConditionVanished("asset-1:4", NOON))
                    .then(VANISHED)
                    .thenState(alert -> assertThat(((Alert.Resolved) alert).resolution())
                            .isEqualTo(Alert.Resolution.CONDITION_VANISHED));
        }

        @Test
        void a_condition_that_vanishes_without_an_alert_is_no_event() {
            given(ALERTS).when(new NoteConditionVanished("asset-1:4", NOON)).thenNothing();
            given(ALERTS, RAISED, FILED)
                    .when(new NoteConditionVanished("asset-1:4", NOON))
                    .thenNothing();
        }
    }

    @Nested
    class Keeping {

        @Test
        void whatever_is_asked_an_alert_once_raised_never_goes_away_and_counts_each_occasion_once() {
            List<AlertCommand> everything = List.of(
                    AT_30_DAYS,
                    AT_14_DAYS,
                    new AcknowledgeAlert(LENA, LO, NOON),
                    new AcknowledgeAlert(AMIR, Set.of("AM"), NOON),
                    new ResolveAlert(LENA, LO, "filed", NOON),
                    new ResolveAlert("carl.officer", CO, "filed", NOON),
                    new NoteConditionVanished("asset-1:4", NOON));
            var reached = Laws.explore(ALERTS, everything, 6, step -> {
                if (!(step.before() instanceof Alert.Unraised)) {
                    assertThat(step.after()).isNotInstanceOf(Alert.Unraised.class);
                }
                assertThat(occasions(step.after())).isLessThanOrEqualTo(2);
            });
            assertThat(reached)
                    .hasAtLeastOneElementOfType(Alert.Open.class)
                    .hasAtLeastOneElementOfType(Alert.Acknowledged.class)
                    .hasAtLeastOneElementOfType(Alert.Resolved.class);
        }

        private static int occasions(Alert alert) {
            return switch (alert) {
                case Alert.Unraised _ -> 0;
                case Alert.Open a -> a.occurrences().count();
                case Alert.Acknowledged a -> a.occurrences().count();
                case Alert.Resolved a -> a.occurrences().count();
            };
        }
    }

    @Nested
    class Addressing {

        @Test
        void recipients_supervisors_and_the_head_act_and_an_auditor_only_reads() {
            assertThat(Audience.mayAct(LO, ENDS_SOON.recipients())).isTrue();
            assertThat(Audience.mayAct(SU, ENDS_SOON.recipients())).isTrue();
            assertThat(Audience.mayAct(Set.of("HD"), ENDS_SOON.recipients())).isTrue();
            assertThat(Audience.mayAct(CO, ENDS_SOON.recipients())).isFalse();
            assertThat(Audience.mayAct(Set.of("AU"), ENDS_SOON.recipients())).isFalse();
            assertThat(Audience.maySee(Set.of("AU"), ENDS_SOON.recipients())).isTrue();
            assertThat(Audience.maySee(CO, ENDS_SOON.recipients())).isFalse();
        }

        @Test
        void a_list_shows_what_a_single_read_would_show() {
            for (var roles : List.of(LO, CO, SU, Set.of("HD"), Set.of("AU"), Set.of("AN", "AM"))) {
                var visible = Audience.visibleRecipients(roles);
                var inList = visible.isEmpty() || visible.get().stream().anyMatch(ENDS_SOON.recipients()::contains);
                assertThat(inList).as("%s", roles).isEqualTo(Audience.maySee(roles, ENDS_SOON.recipients()));
            }
        }

        @Test
        void a_refusal_does_not_depend_on_the_order_of_roles() {
            assertThat(ALERTS.decide(
                            new AcknowledgeAlert(LENA, Set.of("CO", "LO"), NOON), ALERTS.fold(List.of(RAISED))))
                    .isInstanceOf(Decision.Accepted.class);
        }
    }
}
