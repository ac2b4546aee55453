package org.repatria.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.repatria.decider.Actor;
import org.repatria.policy.Subject.Between;

final class PolicyTest {

    private static final Policy POLICY = Policy.ofTheHouse();
    private static final Subject CASE = Between.of("XR", "XH");
    private static final Actor CARL = actor("carl.officer", "CO", "XH-CA");
    private static final Actor ANA = actor("ana.analyst", "AN", "XH-CA");
    private static final Actor OLGA = actor("olga.operator", "SI", Side.OPERATORS_AUTHORITY);

    private static Actor actor(String id, String role, String authority) {
        return new Actor(id, Set.of(role), authority);
    }

    private static Subject assignedTo(String officer) {
        return new Between("XR", "XH", Optional.of(officer), Optional.empty());
    }

    private static Verdict asks(Actor actor, Act act, Subject subject) {
        return POLICY.decide(actor, act, subject, "");
    }

    @Nested
    final class Deciding {

        @ParameterizedTest
        @CsvSource({
            "CO, XH-CA, ALLOWED",
            "CO, XR-CA, ALLOWED",
            "CO, XK-CA, UNSEEN",
            "AN, XH-CA, UNSEEN",
            "LI, XH-CA, FORBIDDEN",
            "SI, operator, FORBIDDEN",
            "CO, operator, FORBIDDEN",
            "DPO, XH-CA, PURPOSE_REQUIRED",
        })
        void who_reads_a_case_follows_from_role_and_side(String role, String authority, Verdict verdict) {
            assertThat(asks(actor("x", role, authority), Act.READ_CASE, CASE)).isEqualTo(verdict);
        }

        @Test
        void a_purpose_opens_what_is_read_on_request_and_only_on_the_own_side() {
            assertThat(POLICY.decide(actor("d", "DPO", "XH-CA"), Act.READ_CASE, CASE, "request 7"))
                    .isEqualTo(Verdict.ALLOWED);
            assertThat(POLICY.decide(actor("d", "DPO", "XK-CA"), Act.READ_CASE, CASE, "request 7"))
                    .isEqualTo(Verdict.UNSEEN);
        }

        @Test
        void who_may_know_of_it_is_told_that_the_act_is_not_for_them() {
            assertThat(asks(CARL, Act.SUBMIT_CASE, CASE)).isEqualTo(Verdict.FORBIDDEN);
            assertThat(asks(CARL, Act.SUBMIT_CASE, assignedTo("carl.officer"))).isEqualTo(Verdict.ALLOWED);
        }

        @Test
        void an_assignee_of_a_third_state_is_nobody() {
            var stranger = actor("ana.analyst", "AN", "XK-CA");
            assertThat(asks(ANA, Act.READ_CASE, assignedTo("ana.analyst"))).isEqualTo(Verdict.ALLOWED);
            assertThat(asks(stranger, Act.READ_CASE, assignedTo("ana.analyst"))).isEqualTo(Verdict.UNSEEN);
        }

        @Test
        void some_act_on_what_they_cannot_read() {
            var livia = actor("livia.liaison", "LI", "XR-CA");
            assertThat(asks(livia, Act.READ_CASE, CASE)).isEqualTo(Verdict.FORBIDDEN);
            assertThat(asks(livia, Act.MOVE, CASE)).isEqualTo(Verdict.ALLOWED);
            assertThat(asks(actor("l", "LI", "XK-CA"), Act.MOVE, CASE)).isEqualTo(Verdict.UNSEEN);
        }

        @Test
        void what_comes_about_by_the_act_is_refused_and_not_hidden() {
            assertThat(asks(actor("l", "LI", "XH-CA"), Act.HAND_OVER_LIST, CASE))
                    .isEqualTo(Verdict.FORBIDDEN);
            assertThat(asks(actor("l", "LI", "XR-CA"), Act.HAND_OVER_LIST, CASE))
                    .isEqualTo(Verdict.ALLOWED);
            for (var role : Set.of("AN", "CO", "SI")) {
                assertThat(asks(actor("x", role, "XK-CA"), Act.HAND_OVER_LIST, CASE))
                        .isEqualTo(Verdict.FORBIDDEN);
                assertThat(asks(actor("x", role, "XK-CA"), Act.OPEN_CASE, CASE)).isEqualTo(Verdict.FORBIDDEN);
                assertThat(asks(actor("x", role, "XR-CA"), Act.HAND_OVER_LIST, CASE))
                        .isEqualTo(Verdict.ALLOWED);
            }
        }

        @Test
        void an_asset_is_there_for_the_state_that_holds_it() {
            assertThat(asks(CARL, Act.READ_ASSET, new Subject.Held("XH"))).isEqualTo(Verdict.ALLOWED);
            assertThat(asks(CARL, Act.READ_ASSET, new Subject.Held("XR"))).isEqualTo(Verdict.UNSEEN);
            assertThat(asks(actor("s", "SU", "XH-CA"), Act.READ_ASSET_JOURNAL, new Subject.Held("XR")))
                    .isEqualTo(Verdict.UNSEEN);
        }

        @ParameterizedTest
        @EnumSource(Act.class)
        void the_auditor_only_reads(Act act) {
            assertThat(POLICY.ever(actor("aude", "AU", "XH-CA"), act, "audit 7"))
                    .isEqualTo(
                            act.name().startsWith("READ_") && !POLICY.isForOperatorsOnly(act) && act != Act.READ_SHARED
                                    ? Verdict.ALLOWED
                                    : Verdict.FORBIDDEN);
        }
    }

    @Nested
    final class Amending {

        private static final Subject TREATY = new Subject.Law(Set.of("XR", "XE"), Optional.of("XR"));
        private static final Subject COMMON = new Subject.Law(Set.of(), Optional.of("XH"));

        @ParameterizedTest
        @CsvSource({"XR-CA, ALLOWED", "XE-CA, ALLOWED", "XH-CA, FORBIDDEN", "operator, FORBIDDEN"})
        void the_law_of_states_is_changed_by_their_officers(String authority, Verdict verdict) {
            assertThat(asks(actor("l", "LO", authority), Act.PROPOSE_AMENDMENT, TREATY))
                    .isEqualTo(verdict);
            assertThat(asks(actor("s", "SU", authority), Act.APPROVE_AMENDMENT, TREATY))
                    .isEqualTo(verdict);
        }

        @Test
        void what_is_no_single_states_law_takes_two_states() {
            assertThat(asks(actor("l", "LO", "XH-CA"), Act.PROPOSE_AMENDMENT, COMMON))
                    .isEqualTo(Verdict.ALLOWED);
            assertThat(asks(actor("s", "SU", "XH-CA"), Act.APPROVE_AMENDMENT, COMMON))
                    .isEqualTo(Verdict.FORBIDDEN);
            assertThat(asks(actor("s", "SU", "XR-CA"), Act.APPROVE_AMENDMENT, COMMON))
                    .isEqualTo(Verdict.ALLOWED);
        }

        @Test
        void nobody_approves_where_it_is_not_known_who_proposed() {
            var unknown = new Subject.Law(Set.of(), Optional.empty());
            assertThat(asks(actor("s", "SU", "XR-CA"), Act.APPROVE_AMENDMENT, unknown))
                    .isEqualTo(Verdict.FORBIDDEN);
        }
    }

    @Nested
    final class Alerting {

        private static final Subject CLOCK = new Subject.Addressed(Set.of(Role.LO, Role.LI), Set.of("XH", "XR"));
        private static final Subject PROTECTION = new Subject.Addressed(Set.of(Role.LO, Role.DPO), Set.of("XH"));
        private static final Subject PARKED = Subject.Addressed.ofOperator(Set.of(Role.SI));

        @ParameterizedTest
        @CsvSource({
            "LO, XH-CA, ALLOWED, ALLOWED",
            "LI, XR-CA, ALLOWED, UNSEEN",
            "LO, XR-CA, ALLOWED, UNSEEN",
            "SU, XR-CA, ALLOWED, UNSEEN",
            "HD, XH-CA, ALLOWED, ALLOWED",
            "CO, XH-CA, UNSEEN, UNSEEN",
            "AU, XH-CA, FORBIDDEN, FORBIDDEN",
            "LO, XK-CA, UNSEEN, UNSEEN",
            "SU, XK-CA, UNSEEN, UNSEEN",
            "SI, operator, UNSEEN, UNSEEN",
            "SI, XH-CA, FORBIDDEN, FORBIDDEN",
        })
        void who_acts_on_an_alert_follows_from_its_states_and_its_roles(
                String role, String authority, Verdict ofBoth, Verdict ofOne) {
            assertThat(asks(actor("x", role, authority), Act.ACT_ON_ALERTS, CLOCK))
                    .isEqualTo(ofBoth);
            assertThat(asks(actor("x", role, authority), Act.ACT_ON_ALERTS, PROTECTION))
                    .isEqualTo(ofOne);
        }

        @Test
        void what_is_about_the_programs_is_the_operators_alone() {
            assertThat(asks(OLGA, Act.READ_ALERTS, PARKED)).isEqualTo(Verdict.ALLOWED);
            assertThat(asks(actor("s", "SU", "XH-CA"), Act.READ_ALERTS, PARKED)).isEqualTo(Verdict.UNSEEN);
        }
    }

    @Nested
    final class Operating {

        @ParameterizedTest
        @EnumSource(
                value = Act.class,
                names = {
                    "READ_METRICS",
                    "READ_PARKED",
                    "REDRIVE_PARKED",
                    "LEAVE_OUT_PARKED",
                    "READ_REFILLS",
                    "BEGIN_REFILL"
                })
        void is_an_office_of_the_operator_alone(Act act) {
            assertThat(POLICY.isForOperatorsOnly(act)).isTrue();
            assertThat(POLICY.holdsOffice(OLGA, act)).isTrue();
            assertThat(POLICY.holdsOffice(actor("o", "SU", Side.OPERATORS_AUTHORITY), act))
                    .isFalse();
            for (var role : Role.values()) {
                assertThat(POLICY.holdsOffice(actor("x", role.name(), "XH-CA"), act))
                        .isFalse();
            }
        }

        @ParameterizedTest
        @EnumSource(Act.class)
        void an_operator_has_no_other_office_but_alerts_for_it(Act act) {
            var office = POLICY.isForOperatorsOnly(act)
                    || Set.of(Act.READ_ALERTS, Act.ACT_ON_ALERTS, Act.READ_SELF).contains(act);
            assertThat(POLICY.holdsOffice(OLGA, act)).isEqualTo(office);
        }
    }

    @Nested
    final class Finding {

        @Test
        void lists_show_exactly_what_may_be_read() {
            var strangers = actor("ana.analyst", "AN", "XK-CA");
            var subjects = Set.of(CASE, assignedTo("ana.analyst"), assignedTo("carl.officer"));
            for (var actor : Set.of(CARL, ANA, strangers, OLGA, actor("l", "LI", "XR-CA"))) {
                for (var subject : subjects) {
                    var found = subject.marks().stream().anyMatch(POLICY.sight(actor, Act.READ_CASE)::contains);
                    assertThat(found)
                            .as("%s of %s", actor, subject)
                            .isEqualTo(asks(actor, Act.READ_CASE, subject) == Verdict.ALLOWED);
                }
            }
        }

        @Test
        void acts_on_a_thing_are_exactly_those_that_would_be_allowed() {
            for (var actor : Set.of(CARL, ANA, OLGA, actor("l", "LI", "XR-CA"), actor("d", "DPO", "XH-CA"))) {
                for (var subject : Set.of(CASE, assignedTo("ana.analyst"), assignedTo("carl.officer"))) {
                    for (var purpose : Set.of("", "request 7")) {
                        var acts = POLICY.operationsOn(ObjectKind.CASE, actor, subject, purpose);
                        assertThat(acts).as("%s of %s", actor, subject).doesNotContain("readAsset", "prometheus");
                        for (var operation : Set.of("readCase", "submitCase", "holdCase", "recordFacts", "openCase")) {
                            var act = POLICY.actOf(operation).orElseThrow();
                            assertThat(acts.contains(operation))
                                    .as("%s by %s of %s", operation, actor, subject)
                                    .isEqualTo(POLICY.decide(actor, act, subject, purpose) == Verdict.ALLOWED);
                        }
                    }
                }
            }
        }

        @Test
        void what_offices_ever_allow_is_told_with_or_without_a_purpose_and_nothing_else() {
            assertThat(POLICY.operationsOf(actor("d", "DPO", "XH-CA"))).contains("readCase");
            assertThat(POLICY.operationsOf(actor("l", "LI", "XR-CA")))
                    .contains("handOverList", "findSharedCases")
                    .doesNotContain("readCase", "findCases", "caseFigures", "streamCases", "parkedObjects");
            assertThat(POLICY.operationsOf(OLGA))
                    .contains("parkedObjects", "freshness")
                    .doesNotContain("findCases");
            assertThat(POLICY.operationsOf(actor("nobody", "NONE", "XH-CA"))).isEmpty();
        }

        @Test
        void what_has_no_marks_is_in_nobodys_list() {
            assertThat(POLICY.sight(CARL, Act.REGISTER_ASSET)).isEmpty();
            assertThat(POLICY.sight(OLGA, Act.READ_PARKED)).isEmpty();
        }
    }
}
