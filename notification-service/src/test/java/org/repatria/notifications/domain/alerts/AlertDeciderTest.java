package org.repatria.notifications.domain.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.decider.GeneralReason.NOT_FOUND;
import static org.repatria.notifications.domain.alerts.AlertReason.ALERT_FOR_OTHER_ROLES;
import static org.repatria.notifications.domain.alerts.AlertReason.ALERT_RESOLVED;
import static org.repatria.notifications.domain.alerts.AlertReason.ALERT_TAKEN;
import static org.repatria.testkit.decisions.Given.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;
import org.repatria.notifications.domain.alerts.AlertCommand.AcknowledgeAlert;
import org.repatria.notifications.domain.alerts.AlertCommand.NoteConditionVanished;
import org.repatria.notifications.domain.alerts.AlertCommand.RaiseAlert;
import org.repatria.notifications.domain.alerts.AlertCommand.ResolveAlert;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertAcknowledged;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertConditionVanished;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertRaised;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertRenewed;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertResolved;
import org.repatria.policy.Act;
import org.repatria.policy.Role;
import org.repatria.testkit.decisions.Laws;
import org.repatria.testkit.decisions.Laws.Attempt;

class AlertDeciderTest {

    private static final AlertDecider ALERTS = new AlertDecider();
    private static final Instant NOON = Instant.parse("2015-05-15T12:00:00Z");
    private static final String ID = "alert-1";
    private static final Actor LENA = officer("lena.legal", "LO", "XH-CA");
    private static final Actor AMIR = officer("amir.assets", "AM", "XH-CA");
    private static final Actor CARL = officer("carl.officer", "CO", "XH-CA");
    private static final Actor SARA = officer("sara.supervisor", "SU", "XH-CA");
    private static final Actor AUDREY = officer("audrey.auditor", "AU", "XH-CA");
    private static final Actor LENA_OF_ANOTHER_STATE = officer("lena.legal", "LO", "XR-CA");
    private static final Notice ENDS_SOON = new Notice(
            "AL-03",
            Severity.CRITICAL,
            "asset",
            "asset-1",
            Optional.of("order-1"),
            Optional.empty(),
            Set.of("LO", "AM"),
            "The restraint ends.",
            Map.of(),
            "File for an extension.",
            Optional.of(LocalDate.parse("2015-06-14")),
            Set.of("XH"),
            false);

    private static final Occasion OF_ITSELF = by(Actor.system("test"));
    private static final Refusal NOTHING_THERE = Refusal.of(NOT_FOUND, Alert.NOTHING_THERE);

    private static final RaiseAlert AT_30_DAYS = new RaiseAlert(ID, ENDS_SOON, "T-30", NOON);
    private static final RaiseAlert AT_14_DAYS = new RaiseAlert(ID, ENDS_SOON, "T-14", NOON);
    private static final AlertRaised RAISED = new AlertRaised(ID, ENDS_SOON, "T-30", NOON);
    private static final AlertRenewed RENEWED = new AlertRenewed(ID, ENDS_SOON, "T-14", NOON);
    private static final AlertAcknowledged TAKEN_BY_LENA = new AlertAcknowledged(ID, LENA.id(), NOON);
    private static final AlertResolved FILED = new AlertResolved(ID, LENA.id(), "filed", NOON);
    private static final AlertConditionVanished VANISHED = new AlertConditionVanished(ID, "asset-1:4", NOON);

    @Nested
    class Raising {

        @Test
        void a_first_occasion_raises_the_alert() {
            given(ALERTS).when(AT_30_DAYS, OF_ITSELF).then(RAISED);
        }

        @Test
        void the_same_occasion_again_changes_nothing() {
            given(ALERTS, RAISED).when(AT_30_DAYS, OF_ITSELF).thenNothing();
            given(ALERTS, RAISED, TAKEN_BY_LENA).when(AT_30_DAYS, OF_ITSELF).thenNothing();
            given(ALERTS, RAISED, FILED).when(AT_30_DAYS, OF_ITSELF).thenNothing();
        }

        @Test
        void a_further_occasion_renews_a_live_alert_and_does_not_multiply_it() {
            given(ALERTS, RAISED)
                    .when(AT_14_DAYS, OF_ITSELF)
                    .then(RENEWED)
                    .thenState(alert -> assertThat(
                                    ((Alert.Open) alert).occurrences().count())
                            .isEqualTo(2));
        }

        @Test
        void a_renewed_alert_stays_with_the_person_who_took_it() {
            given(ALERTS, RAISED, TAKEN_BY_LENA)
                    .when(AT_14_DAYS, OF_ITSELF)
                    .then(RENEWED)
                    .thenState(alert -> assertThat(((Alert.Acknowledged) alert).acknowledgedBy())
                            .isEqualTo(LENA.id()));
        }

        @Test
        void a_further_occasion_raises_a_resolved_alert_again() {
            given(ALERTS, RAISED, FILED)
                    .when(AT_14_DAYS, OF_ITSELF)
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
            given(ALERTS, RAISED).when(new AcknowledgeAlert(), by(LENA)).then(TAKEN_BY_LENA);
        }

        @Test
        void taking_it_twice_changes_nothing() {
            given(ALERTS, RAISED, TAKEN_BY_LENA)
                    .when(new AcknowledgeAlert(), by(LENA))
                    .thenNothing();
        }

        @Test
        void an_alert_that_another_has_taken_is_refused() {
            given(ALERTS, RAISED, TAKEN_BY_LENA)
                    .when(new AcknowledgeAlert(), by(AMIR))
                    .thenRefused(refusal(ALERT_TAKEN));
        }

        @Test
        void an_alert_for_other_roles_is_not_there() {
            given(ALERTS, RAISED).when(new AcknowledgeAlert(), by(CARL)).thenRefused(NOTHING_THERE);
        }

        @Test
        void a_resolved_alert_is_refused() {
            given(ALERTS, RAISED, FILED).when(new AcknowledgeAlert(), by(LENA)).thenRefused(refusal(ALERT_RESOLVED));
        }

        @Test
        void an_alert_that_was_never_raised_is_not_found() {
            given(ALERTS).when(new AcknowledgeAlert(), by(LENA)).thenRefused(NOTHING_THERE);
        }
    }

    @Nested
    class Resolving {

        @Test
        void an_open_alert_is_resolved_by_the_act_that_removed_its_cause() {
            given(ALERTS, RAISED).when(new ResolveAlert("filed"), by(LENA)).then(FILED);
        }

        @Test
        void a_supervisor_resolves_what_another_has_taken() {
            given(ALERTS, RAISED, TAKEN_BY_LENA)
                    .when(new ResolveAlert("filed"), by(SARA))
                    .then(new AlertResolved(ID, SARA.id(), "filed", NOON));
        }

        @Test
        void an_alert_for_other_roles_is_not_there() {
            given(ALERTS, RAISED).when(new ResolveAlert("filed"), by(CARL)).thenRefused(NOTHING_THERE);
        }

        @Test
        void a_condition_that_vanished_ends_a_live_alert() {
            given(ALERTS, RAISED, TAKEN_BY_LENA)
                    .when(new NoteConditionVanished("asset-1:4", NOON), OF_ITSELF)
                    .then(VANISHED)
                    .thenState(alert -> assertThat(((Alert.Resolved) alert).resolution())
                            .isEqualTo(Alert.Resolution.CONDITION_VANISHED));
        }

        @Test
        void a_condition_that_vanishes_without_an_alert_is_no_event() {
            given(ALERTS)
                    .when(new NoteConditionVanished("asset-1:4", NOON), OF_ITSELF)
                    .thenNothing();
            given(ALERTS, RAISED, FILED)
                    .when(new NoteConditionVanished("asset-1:4", NOON), OF_ITSELF)
                    .thenNothing();
        }
    }

    @Nested
    class Keeping {

        @Test
        void whatever_is_asked_an_alert_once_raised_never_goes_away_and_counts_each_occasion_once() {
            List<Attempt<AlertCommand>> everything = List.of(
                    new Attempt<>(AT_30_DAYS, OF_ITSELF),
                    new Attempt<>(AT_14_DAYS, OF_ITSELF),
                    new Attempt<>(new AcknowledgeAlert(), by(LENA)),
                    new Attempt<>(new AcknowledgeAlert(), by(AMIR)),
                    new Attempt<>(new ResolveAlert("filed"), by(LENA)),
                    new Attempt<>(new ResolveAlert("filed"), by(CARL)),
                    new Attempt<>(new NoteConditionVanished("asset-1:4", NOON), OF_ITSELF));
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
        void an_officer_of_another_state_is_answered_as_if_it_were_not_there() {
            given(ALERTS, RAISED)
                    .when(new AcknowledgeAlert(), by(LENA_OF_ANOTHER_STATE))
                    .thenRefused(NOTHING_THERE);
            given(ALERTS, RAISED, TAKEN_BY_LENA)
                    .when(new ResolveAlert("filed"), by(LENA_OF_ANOTHER_STATE))
                    .thenRefused(NOTHING_THERE);
        }

        @Test
        void an_alert_that_is_the_matter_of_two_states_is_taken_by_an_officer_of_either() {
            var ofBoth = new RaiseAlert(ID, told(Set.of("XH", "XR")), "T-30", NOON);
            var raised = new AlertRaised(ID, ofBoth.notice(), "T-30", NOON);
            given(ALERTS, raised)
                    .when(new AcknowledgeAlert(), by(LENA_OF_ANOTHER_STATE))
                    .then(TAKEN_BY_LENA);
        }

        @Test
        void an_alert_that_says_of_no_state_that_it_is_its_matter_is_nobodys() {
            var raised = new AlertRaised(ID, told(Set.of()), "T-30", NOON);
            given(ALERTS, raised).when(new ResolveAlert("filed"), by(SARA)).thenRefused(NOTHING_THERE);
        }

        @Test
        void an_auditor_reads_and_does_not_act() {
            assertThat(AlertAccess.lets(AUDREY, Act.READ_ALERTS, ALERTS.fold(List.of(RAISED))))
                    .isTrue();
            given(ALERTS, RAISED).when(new AcknowledgeAlert(), by(AUDREY)).thenRefused(refusal(ALERT_FOR_OTHER_ROLES));
        }

        @Test
        void what_the_programs_do_is_for_the_operator_and_no_officer_of_a_state() {
            var parked = AlertAccess.subject("consumer", Set.of("SI"), Set.of());
            assertThat(AlertAccess.sees(officer("olga.operator", "SI", "operator"), parked))
                    .isTrue();
            for (var role : Role.values()) {
                assertThat(AlertAccess.sees(officer("x", role.name(), "XH-CA"), parked))
                        .as("%s", role)
                        .isFalse();
            }
        }

        @Test
        void what_changes_in_the_law_is_for_legal_officers_of_every_state() {
            var changed = AlertAccess.subject("relation", Set.of("LO"), Set.of());
            for (var state : List.of("XH", "XR", "XK")) {
                assertThat(AlertAccess.sees(officer("lena", "LO", state + "-CA"), changed))
                        .isTrue();
            }
            assertThat(AlertAccess.sees(officer("olga.operator", "SI", "operator"), changed))
                    .isFalse();
        }

        @Test
        void a_list_shows_what_a_single_read_would_show() {
            for (var subject : List.of(
                    AlertAccess.subject("case", Set.of("LO", "LI"), Set.of("XH", "XR")),
                    AlertAccess.subject("case", Set.of("LO", "DPO"), Set.of("XH")),
                    AlertAccess.subject("asset", Set.of("AM"), Set.of()),
                    AlertAccess.subject("relation", Set.of("LO"), Set.of()),
                    AlertAccess.subject("consumer", Set.of("SI"), Set.of()))) {
                for (var authority : List.of("XH-CA", "XR-CA", "XK-CA", "operator")) {
                    for (var role : Role.values()) {
                        var actor = officer("x", role.name(), authority);
                        var inList = subject.marks().stream().anyMatch(AlertAccess.sight(actor)::contains);
                        assertThat(inList)
                                .as("%s of %s, %s", role, authority, subject)
                                .isEqualTo(AlertAccess.sees(actor, subject));
                    }
                }
            }
        }

        @Test
        void a_refusal_does_not_depend_on_the_order_of_roles() {
            var both = new Actor("lena.legal", Set.of("CO", "LO"), "XH-CA");
            assertThat(ALERTS.decide(new AcknowledgeAlert(), ALERTS.fold(List.of(RAISED)), by(both)))
                    .isInstanceOf(Decision.Accepted.class);
        }

        private static Notice told(Set<String> states) {
            return new Notice(
                    ENDS_SOON.code(),
                    ENDS_SOON.severity(),
                    "case",
                    "case-1",
                    Optional.empty(),
                    Optional.empty(),
                    Set.of("LO"),
                    "The time ends.",
                    Map.of(),
                    "Send the documents.",
                    Optional.empty(),
                    states,
                    false);
        }
    }

    private static Occasion by(Actor actor) {
        return Occasion.of(actor, NOON);
    }

    private static Refusal refusal(AlertReason reason) {
        return Refusal.of(reason, reason.detail());
    }

    private static Actor officer(String id, String role, String authority) {
        return new Actor(id, Set.of(role), authority);
    }
}
