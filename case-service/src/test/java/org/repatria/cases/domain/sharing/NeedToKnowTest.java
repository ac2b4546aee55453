package org.repatria.cases.domain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.casefile.Cases.NOON;
import static org.repatria.cases.domain.casefile.Cases.XR_TO_XH;
import static org.repatria.cases.domain.casefile.Cases.checked;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.safeguards.CheckEntry;
import org.repatria.cases.domain.safeguards.CheckResult;
import org.repatria.cases.domain.safeguards.Signature;
import org.repatria.cases.law.ReferenceFiles;
import org.repatria.decider.Actor;

final class NeedToKnowTest {

    private static final RuleBook SHIPPED = ReferenceFiles.load();
    private static final String HOST = "XH-CA";
    private static final String RUVANIA = "XR-CA";

    private static CheckEntry check(String check, String authority) {
        return checked(
                check,
                CheckResult.FAIL,
                new Signature("the.recorder", authority, NOON, "a witness fears for his life"));
    }

    private static boolean reads(String role, String authority, CheckEntry entry) {
        var reader = new Actor("a.reader", Set.of(role), authority);
        return new NeedToKnow(XR_TO_XH, List.of(), LegalOccasion.of(reader, NOON, SHIPPED)).mayReadGroundsOf(entry);
    }

    @Nested
    class BetweenTheSides {

        @ParameterizedTest
        @ValueSource(strings = {"CO", "LO", "SU", "HD", "AU"})
        void the_host_states_grounds_are_read_there_and_not_in_the_requesting_state(String role) {
            assertThat(reads(role, HOST, check("SG-09", HOST))).isTrue();
            assertThat(reads(role, RUVANIA, check("SG-09", HOST))).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"CO", "LO", "SU", "HD", "AU"})
        void the_requesting_states_grounds_are_read_there_and_not_in_the_host_state(String role) {
            assertThat(reads(role, RUVANIA, check("SG-02", RUVANIA))).isTrue();
            assertThat(reads(role, HOST, check("SG-02", RUVANIA))).isFalse();
        }

        @Test
        void who_approves_for_the_other_side_reads_what_is_to_be_approved() {
            assertThat(reads("LO", HOST, check("SG-13", RUVANIA))).isTrue();
            assertThat(reads("SU", HOST, check("SG-13", RUVANIA))).isFalse();
        }

        @Test
        void an_authority_of_neither_state_reads_nothing() {
            assertThat(reads("LO", "XK-CA", check("SG-09", HOST))).isFalse();
            assertThat(reads("LO", "XK-CA", check("SG-09", "XK-CA"))).isFalse();
        }
    }

    @Nested
    class OfCompartments {

        @Test
        void asylum_is_for_those_who_decide_on_it_in_the_host_state() {
            assertThat(reads("LO", HOST, check("SG-21", HOST))).isTrue();
            assertThat(reads("DPO", HOST, check("SG-21", HOST))).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"AN", "CO", "SU", "HD", "AU"})
        void asylum_is_for_nobody_else_there_without_a_grant(String role) {
            assertThat(reads(role, HOST, check("SG-21", HOST))).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"LO", "SU", "HD", "DPO", "LI"})
        void asylum_and_health_are_for_nobody_in_the_requesting_state(String role) {
            assertThat(reads(role, RUVANIA, check("SG-21", HOST))).isFalse();
            assertThat(reads(role, RUVANIA, check("SG-23", HOST))).isFalse();
            assertThat(reads(role, RUVANIA, check("SG-21", RUVANIA))).isFalse();
        }

        @Test
        void the_own_words_are_read_by_who_wrote_them() {
            var recorder = new Actor("the.recorder", Set.of("CO"), HOST);

            assertThat(new NeedToKnow(XR_TO_XH, List.of(), LegalOccasion.of(recorder, NOON, SHIPPED))
                            .mayReadGroundsOf(check("SG-21", HOST)))
                    .isTrue();
        }
    }
}
