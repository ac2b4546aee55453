package org.repatria.cases.domain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.CaseReason.*;
import static org.repatria.cases.domain.safeguards.CheckResult.FAIL;
import static org.repatria.cases.domain.safeguards.CheckResult.PASS;
import static org.repatria.cases.domain.safeguards.Safe.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.safeguards.ConflictCommand.MarkConflict;
import org.repatria.cases.domain.safeguards.Safe;
import org.repatria.cases.domain.safeguards.SafeguardCommand;
import org.repatria.cases.domain.safeguards.Safeguards;
import org.repatria.cases.domain.sharing.SharingCommand.CorrectRecipients;
import org.repatria.cases.domain.sharing.SharingCommand.RecordDisclosure;
import org.repatria.cases.domain.sharing.SharingEvent.DataDisclosed;
import org.repatria.cases.domain.sharing.SharingEvent.RecipientNotified;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;
import org.repatria.testkit.decisions.Laws.Attempt;

final class SharingDeciderTest {

    private static final Safeguards CLEARED = cleared("first");
    private static final Safeguards CLEARED_TWICE = Safe.after(CLEARED, clearing("second"));
    private static final RecordDisclosure IDENTITY_TO_RUVANIA = disclosure("d1", Content.IDENTITY, "XR-CA");

    private static Safeguards cleared(String round) {
        return Safe.after(Safeguards.none(), clearing(round));
    }

    private static List<Attempt<SafeguardCommand>> clearing(String round) {
        return List.of(
                by(EVERYTHING, check(round + "-21", "SG-21", PASS)),
                by(
                        DORA,
                        new org.repatria.cases.domain.safeguards.CheckCommand.ApproveCheck(
                                round + "-21", Optional.of("agreed"))),
                by(EVERYTHING, check(round + "-24", "SG-24", PASS)),
                by(
                        DORA,
                        new org.repatria.cases.domain.safeguards.CheckCommand.ApproveCheck(
                                round + "-24", Optional.of("agreed"))));
    }

    private static RecordDisclosure disclosure(String id, Content content, String... recipients) {
        return new RecordDisclosure(id, List.of(recipients), Set.of(content), "to verify the identity", MAY_1);
    }

    private static Decision<SharingEvent> ask(
            SharingCommand command, Disclosures state, Safeguards safeguards, boolean underChallenge, Actor actor) {
        return SharingDecider.decide(
                command,
                state,
                new SharingSetting(XR_TO_XE, LegalOccasion.of(actor, NOON, RULES), safeguards, underChallenge));
    }

    private static Decision<SharingEvent> ask(SharingCommand command, Disclosures state) {
        return ask(command, state, CLEARED, false, CARL);
    }

    private static Disclosures after(Safeguards safeguards, SharingCommand... commands) {
        var state = Disclosures.none();
        for (var command : commands) {
            if (ask(command, state, safeguards, false, CARL) instanceof Accepted<SharingEvent>(var events)) {
                for (var event : events) {
                    state = SharingDecider.evolve(state, event);
                }
            }
        }
        return state;
    }

    private static Refusal refusal(Decision<SharingEvent> decision) {
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused<SharingEvent>) decision).refusal();
    }

    private static List<String> codes(Decision<SharingEvent> decision) {
        return refusal(decision).obstacles().stream().map(Obstacle::code).toList();
    }

    @Nested
    class Disclosing {
        @Test
        void is_logged_with_its_recipients_and_what_it_relied_on() {
            var state = after(CLEARED, IDENTITY_TO_RUVANIA);

            assertThat(state.log()).singleElement().satisfies(disclosure -> {
                assertThat(disclosure.recipients()).containsExactly("XR-CA");
                assertThat(disclosure.reliedOn()).containsExactly("first-21", "first-24");
            });
        }

        @Test
        void needs_both_tests() {
            assertThat(codes(ask(IDENTITY_TO_RUVANIA, Disclosures.none(), Safeguards.none(), false, CARL)))
                    .containsExactly("CHECK_MISSING", "CHECK_MISSING");
        }

        @Test
        void is_refused_under_challenge() {
            assertThat(refusal(ask(IDENTITY_TO_RUVANIA, Disclosures.none(), CLEARED, true, CARL))
                            .reason())
                    .isEqualTo(CASE_UNDER_CHALLENGE);
        }

        @Test
        void needs_tests_of_its_own() {
            var second = disclosure("d2", Content.IDENTITY, "XR-GP");

            assertThat(codes(ask(second, after(CLEARED, IDENTITY_TO_RUVANIA))))
                    .containsExactly("CHECK_USED", "CHECK_USED");
            assertThat(ask(second, after(CLEARED, IDENTITY_TO_RUVANIA), CLEARED_TWICE, false, CARL))
                    .isInstanceOf(Accepted.class);
        }

        @Test
        void a_location_needs_the_screen_for_persecution_too() {
            var location = disclosure("d1", Content.LOCATION, "XR-CA");

            assertThat(refusal(ask(location, Disclosures.none())).obstacles())
                    .extracting(Obstacle::about)
                    .containsExactly("SG-06");
        }

        @Test
        void a_failed_screen_for_persecution_blocks_a_location() {
            var failed = Safe.after(CLEARED, List.of(by(LENA, check("s1", "SG-06", FAIL))));

            assertThat(codes(ask(disclosure("d1", Content.LOCATION, "XR-CA"), Disclosures.none(), failed, false, CARL)))
                    .containsExactly("HARD_BLOCK");
        }

        @Test
        void asylum_and_counsel_stay_in_the_host_state() {
            for (var kept : List.of(Content.ASYLUM, Content.COUNSEL)) {
                assertThat(refusal(ask(disclosure("d1", kept, "XR-CA"), Disclosures.none()))
                                .reason())
                        .isEqualTo(CONTENT_NEVER_SHARED);
                assertThat(refusal(ask(disclosure("d1", kept, "XE-MIG", "somebody"), Disclosures.none()))
                                .reason())
                        .isEqualTo(CONTENT_NEVER_SHARED);
                assertThat(ask(disclosure("d1", kept, "XE-MIG"), Disclosures.none()))
                        .isInstanceOf(Accepted.class);
            }
        }

        @Test
        void is_not_for_everybody() {
            assertThat(refusal(ask(IDENTITY_TO_RUVANIA, Disclosures.none(), CLEARED, false, ANA))
                            .reason())
                    .isEqualTo(WRONG_OFFICER);
        }

        @Test
        void is_not_for_a_person_with_a_conflict() {
            var marked = Safe.after(CLEARED, List.of(by(SUSA, new MarkConflict("carl", "a cousin"))));

            assertThat(refusal(ask(IDENTITY_TO_RUVANIA, Disclosures.none(), marked, false, CARL))
                            .reason())
                    .isEqualTo(CONFLICT_OF_INTEREST);
        }

        @Test
        void names_recipient_content_and_purpose() {
            var empty = new RecordDisclosure("d1", List.of(), Set.of(), " ", MAY_1.plusDays(9));

            assertThat(codes(ask(empty, Disclosures.none())))
                    .containsExactly("RECIPIENT_REQUIRED", "CONTENT_REQUIRED", "PURPOSE_REQUIRED", "NOT_YET_HAPPENED");
        }

        @Test
        void the_same_again_is_no_event() {
            assertThat(ask(IDENTITY_TO_RUVANIA, after(CLEARED, IDENTITY_TO_RUVANIA)))
                    .isEqualTo(Decision.nothingToDo());
        }
    }

    @Nested
    class Correcting {
        private static final CorrectRecipients NAMESAKE =
                new CorrectRecipients("c1", Set.of(), "the birth date is a namesake's", MAY_1);
        private static final Disclosures SENT_TWICE =
                after(CLEARED, disclosure("d1", Content.IDENTITY, "XR-CA", "INTERPOL", "XR-CA"));

        @Test
        void tells_every_recipient_once() {
            var decision = ask(NAMESAKE, SENT_TWICE, Safeguards.none(), true, CARL);

            assertThat(((Accepted<SharingEvent>) decision).events())
                    .filteredOn(RecipientNotified.class::isInstance)
                    .containsExactly(new RecipientNotified("c1", "XR-CA"), new RecipientNotified("c1", "INTERPOL"));
        }

        @Test
        void the_same_again_tells_nobody() {
            var told = SharingDecider.evolve(
                    SENT_TWICE,
                    ((Accepted<SharingEvent>) ask(NAMESAKE, SENT_TWICE))
                            .events()
                            .getFirst());

            assertThat(ask(NAMESAKE, told)).isEqualTo(Decision.nothingToDo());
        }

        @Test
        void leaves_out_who_never_got_the_wrong_kind() {
            var state = SharingDecider.evolve(
                    SENT_TWICE,
                    new DataDisclosed(new Disclosure(
                            "d2",
                            List.of("XE-TAX"),
                            List.of(Content.ASSETS),
                            MAY_1,
                            SENT_TWICE.log().getFirst().signature(),
                            List.of())));

            assertThat(state.recipientsOf(Set.of(Content.ASSETS))).containsExactly("XE-TAX");
            assertThat(state.recipientsOf(Set.of())).containsExactly("XR-CA", "INTERPOL", "XE-TAX");
        }

        @Test
        void with_nothing_sent_there_is_nobody_to_tell() {
            assertThat(refusal(ask(NAMESAKE, Disclosures.none())).reason()).isEqualTo(NOBODY_TO_NOTIFY);
        }
    }
}
