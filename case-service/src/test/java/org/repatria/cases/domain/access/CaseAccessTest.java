package org.repatria.cases.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.casefile.Cases.XR_TO_XH;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.decider.Actor;
import org.repatria.policy.Act;
import org.repatria.policy.Verdict;

final class CaseAccessTest {

    private static final Actor CARL = actor("carl.officer", "CO", "XH-CA");
    private static final Actor ANA = actor("ana.analyst", "AN", "XH-CA");
    private static final Actor SARA = actor("sara.supervisor", "SU", "XH-CA");
    private static final Actor LIVIA = actor("livia.liaison", "LI", "XR-CA");
    private static final Actor DORA = actor("dora.protection", "DPO", "XH-CA");
    private static final Actor STRANGER = actor("carl.elsewhere", "CO", "XK-CA");
    private static final Optional<String> NOBODY = Optional.empty();

    private static Actor actor(String id, String role, String authority) {
        return new Actor(id, Set.of(role), authority);
    }

    private static Verdict reads(Actor actor, Optional<String> assignee) {
        return CaseAccess.may(actor, Act.READ_CASE, "", XR_TO_XH, assignee);
    }

    @Nested
    class Acknowledging {
        @Test
        void the_state_that_was_asked_acknowledges_a_list() {
            assertThat(acknowledges(CARL)).isEqualTo(Verdict.ALLOWED);
        }

        @Test
        void nobody_acknowledges_for_it() {
            assertThat(acknowledges(actor("rita.officer", "CO", "XR-CA"))).isEqualTo(Verdict.FORBIDDEN);
            assertThat(acknowledges(STRANGER)).isEqualTo(Verdict.UNSEEN);
            assertThat(acknowledges(ANA)).isEqualTo(Verdict.FORBIDDEN);
        }
    }

    private static Verdict acknowledges(Actor actor) {
        return CaseAccess.mayWithList(actor, Act.ACKNOWLEDGE_LIST, "", XR_TO_XH);
    }

    private static Verdict handsOver(Actor actor) {
        return CaseAccess.mayWithList(actor, Act.HAND_OVER_LIST, "", XR_TO_XH);
    }

    @Nested
    class Reading {
        @Test
        void an_analyst_sees_what_is_assigned() {
            assertThat(reads(ANA, Optional.of("ana.analyst"))).isEqualTo(Verdict.ALLOWED);
        }

        @Test
        void to_an_analyst_other_cases_do_not_exist() {
            assertThat(reads(ANA, NOBODY)).isEqualTo(Verdict.UNSEEN);
        }

        @Test
        void an_officer_sees_the_cases_of_the_own_side() {
            assertThat(reads(CARL, NOBODY)).isEqualTo(Verdict.ALLOWED);
        }

        @Test
        void to_an_officer_of_a_third_state_the_case_does_not_exist() {
            assertThat(reads(STRANGER, NOBODY)).isEqualTo(Verdict.UNSEEN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"LI", "SI", "AM"})
        void liaison_integrator_and_asset_manager_see_none(String role) {
            assertThat(reads(actor("x", role, "XH-CA"), Optional.of("x"))).isEqualTo(Verdict.FORBIDDEN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"CO", "LO", "SU", "HD", "AU", "DPO"})
        void nobody_of_a_third_state_sees_a_case(String role) {
            assertThat(CaseAccess.may(actor("x", role, "XK-CA"), Act.READ_CASE, "audit 7", XR_TO_XH, NOBODY))
                    .isEqualTo(Verdict.UNSEEN);
        }

        @Test
        void data_protection_says_why() {
            assertThat(reads(DORA, NOBODY)).isEqualTo(Verdict.PURPOSE_REQUIRED);
            assertThat(CaseAccess.may(DORA, Act.READ_CASE, "subject access request 7", XR_TO_XH, NOBODY))
                    .isEqualTo(Verdict.ALLOWED);
        }
    }

    @Nested
    class Working {
        @Test
        void only_the_assigned_officer_submits() {
            assertThat(CaseAccess.may(CARL, Act.SUBMIT_CASE, "", XR_TO_XH, Optional.of("carl.officer")))
                    .isEqualTo(Verdict.ALLOWED);
            assertThat(CaseAccess.may(CARL, Act.SUBMIT_CASE, "", XR_TO_XH, NOBODY))
                    .isEqualTo(Verdict.FORBIDDEN);
        }

        @Test
        void an_officer_takes_what_nobody_has_but_not_what_another_has() {
            assertThat(CaseAccess.mayAssign(CARL, "", XR_TO_XH, NOBODY, "carl.officer"))
                    .isEqualTo(Verdict.ALLOWED);
            assertThat(CaseAccess.mayAssign(CARL, "", XR_TO_XH, Optional.of("cora.officer"), "carl.officer"))
                    .isEqualTo(Verdict.FORBIDDEN);
        }

        @Test
        void a_supervisor_assigns_anything() {
            assertThat(CaseAccess.mayAssign(SARA, "", XR_TO_XH, Optional.of("cora.officer"), "carl.officer"))
                    .isEqualTo(Verdict.ALLOWED);
        }
    }

    @Nested
    class HandingOver {
        @Test
        void a_liaison_hands_over_the_own_states_list() {
            assertThat(handsOver(LIVIA)).isEqualTo(Verdict.ALLOWED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"AN", "CO", "SI"})
        void nobody_hands_over_a_list_between_other_states(String role) {
            assertThat(handsOver(actor("x", role, "XK-CA"))).isEqualTo(Verdict.FORBIDDEN);
            assertThat(handsOver(actor("x", role, "XH-CA"))).isEqualTo(Verdict.ALLOWED);
        }

        @Test
        void a_liaison_hands_over_no_other_states_list() {
            assertThat(handsOver(actor("l", "LI", "XK-CA"))).isEqualTo(Verdict.FORBIDDEN);
        }
    }

    @Nested
    class ReadingLists {
        @ParameterizedTest
        @ValueSource(strings = {"AN", "CO", "LO", "SU", "HD", "AU"})
        void both_states_of_the_list_and_nobody_else(String role) {
            assertThat(readsList(role, "XH-CA")).isEqualTo(Verdict.ALLOWED);
            assertThat(readsList(role, "XR-CA")).isEqualTo(Verdict.ALLOWED);
            assertThat(readsList(role, "XK-CA")).isEqualTo(Verdict.UNSEEN);
        }

        @Test
        void its_journal_is_for_those_who_watch() {
            assertThat(CaseAccess.mayWithList(ANA, Act.READ_LIST_JOURNAL, "", XR_TO_XH))
                    .isEqualTo(Verdict.FORBIDDEN);
            assertThat(CaseAccess.mayWithList(SARA, Act.READ_LIST_JOURNAL, "", XR_TO_XH))
                    .isEqualTo(Verdict.ALLOWED);
        }

        private static Verdict readsList(String role, String authority) {
            return CaseAccess.mayWithList(actor("x", role, authority), Act.READ_LIST, "", XR_TO_XH);
        }
    }

    @Nested
    class Finding {
        @Test
        void a_liaison_finds_no_case_in_the_list_of_cases() {
            assertThat(CaseAccess.sight(LIVIA, Act.READ_CASE)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"LI", "SU", "HD"})
        void shared_words_are_found_by_those_for_whom_they_are_and_of_their_own_state_only(String role) {
            assertThat(CaseAccess.sight(actor("x", role, "XR-CA"), Act.READ_SHARED))
                    .containsExactlyInAnyOrder("requesting:XR", "requested:XR");
        }

        @ParameterizedTest
        @ValueSource(strings = {"AN", "CO", "LO", "AM", "SI", "AU", "DPO"})
        void shared_words_are_no_list_for_others(String role) {
            assertThat(CaseAccess.sight(actor("x", role, "XR-CA"), Act.READ_SHARED))
                    .isEmpty();
        }

        @Test
        void lists_show_exactly_what_may_be_read() {
            for (var actor : Set.of(CARL, ANA, SARA, STRANGER)) {
                for (var assignee : Set.of(NOBODY, Optional.of("ana.analyst"), Optional.of("carl.officer"))) {
                    var found = CaseAccess.marks(XR_TO_XH, assignee).stream()
                            .anyMatch(CaseAccess.sight(actor, Act.READ_CASE)::contains);
                    assertThat(found).isEqualTo(reads(actor, assignee) == Verdict.ALLOWED);
                }
            }
        }
    }
}
