package org.repatria.cases.domain.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.CaseReason.CONFLICT_OF_INTEREST;
import static org.repatria.cases.domain.CaseReason.IDENTITY_CORRECTION_NOT_FOUND;
import static org.repatria.cases.domain.CaseReason.IDENTITY_INSUFFICIENT;
import static org.repatria.cases.domain.CaseReason.IDENTITY_UNCHANGED;
import static org.repatria.cases.domain.CaseReason.SAME_PERSON;
import static org.repatria.cases.domain.casefile.Cases.ANOTHER;
import static org.repatria.cases.domain.casefile.Cases.BORN_IN_JULY;
import static org.repatria.cases.domain.casefile.Cases.CORRECTED;
import static org.repatria.cases.domain.casefile.Cases.CORRECTION_PROPOSED;
import static org.repatria.cases.domain.casefile.Cases.HOUSE_RULES;
import static org.repatria.cases.domain.casefile.Cases.NOON;
import static org.repatria.cases.domain.casefile.Cases.OPENED;
import static org.repatria.cases.domain.casefile.Cases.ORLA;
import static org.repatria.cases.domain.casefile.Cases.ORLAS;
import static org.repatria.cases.domain.casefile.Cases.ORLA_OF_JULY;
import static org.repatria.cases.domain.casefile.Cases.checked;
import static org.repatria.testkit.decisions.Given.given;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.Names;
import org.repatria.cases.domain.Subject;
import org.repatria.cases.domain.casefile.CaseCommand.ApproveIdentityCorrection;
import org.repatria.cases.domain.casefile.CaseCommand.CorrectIdentity;
import org.repatria.cases.domain.casefile.CaseEvent.DuplicateSuspected;
import org.repatria.cases.domain.casefile.CaseEvent.SafeguardsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.SharingChanged;
import org.repatria.cases.domain.safeguards.CheckEntry;
import org.repatria.cases.domain.safeguards.CheckEvent.CheckApproved;
import org.repatria.cases.domain.safeguards.CheckEvent.CheckChallenged;
import org.repatria.cases.domain.safeguards.CheckEvent.CheckRecorded;
import org.repatria.cases.domain.safeguards.CheckResult;
import org.repatria.cases.domain.safeguards.ConflictEvent.ConflictMarked;
import org.repatria.cases.domain.safeguards.ConflictMark;
import org.repatria.cases.domain.safeguards.Signature;
import org.repatria.cases.domain.sharing.Content;
import org.repatria.cases.domain.sharing.Disclosure;
import org.repatria.cases.domain.sharing.SharingEvent.DataDisclosed;
import org.repatria.cases.domain.sharing.SharingEvent.RecipientNotified;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.testkit.decisions.Given;

final class CorrectingTest {

    private static final CaseDecider DECIDER = new CaseDecider(_ -> HOUSE_RULES);
    private static final Occasion CARLS = Occasion.of(new Actor("carl.officer", Set.of("CO"), "XH-CA"), NOON);
    private static final Occasion LENAS = Occasion.of(new Actor("lena.legal", Set.of("LO"), "XH-CA"), NOON);
    private static final CorrectIdentity BORN_LATER =
            new CorrectIdentity("identity-1", ORLA_OF_JULY, BORN_IN_JULY.source(), "Day and month were exchanged");
    private static final ApproveIdentityCorrection AGREED =
            new ApproveIdentityCorrection("identity-1", Optional.of("Compared with the extract"), List.of());

    private static final CheckEntry WHO_SHE_IS = checked("SG-01", CheckResult.PASS, BORN_IN_JULY.proposed());

    private static Given<CaseCommand, Case, CaseEvent> proposed() {
        return given(DECIDER, OPENED, CORRECTION_PROPOSED);
    }

    private static Subject onFile(Case state) {
        return ((Case.Opened) state).file().subject();
    }

    @Nested
    class Proposing {

        @Test
        void waits_for_a_second_person_and_leaves_the_identity_as_it_is() {
            given(DECIDER, OPENED)
                    .when(BORN_LATER, CARLS)
                    .then(CORRECTION_PROPOSED)
                    .thenState(state -> assertThat(onFile(state)).isEqualTo(ORLA));
        }

        @Test
        void the_requesting_state_is_told_who_the_person_is_and_not_the_reasons_of_the_host_state() {
            proposed()
                    .when(BORN_LATER, CARLS)
                    .thenState(state -> assertThat(
                                    ToldCase.of((Case.Opened) state).file().correction())
                            .hasValueSatisfying(told -> {
                                assertThat(told.subject()).isEqualTo(ORLA_OF_JULY);
                                assertThat(told.proposed().reasons()).isEqualTo("withheld");
                            }));
        }

        @Test
        void the_requesting_state_reads_the_reasons_of_its_own_officers() {
            var ofOwn = new IdentityCorrection(
                    "identity-1",
                    ORLA_OF_JULY,
                    BORN_IN_JULY.source(),
                    new Signature("rosa.officer", "XR-CA", NOON, "Day and month were exchanged"));

            assertThat(ofOwn.told(Cases.XR_TO_XH)).isEqualTo(ofOwn);
        }

        @Test
        void the_same_again_is_no_event() {
            proposed().when(BORN_LATER, CARLS).thenNothing();
        }

        @Test
        void what_is_on_file_already_is_refused() {
            given(DECIDER, OPENED)
                    .when(new CorrectIdentity("identity-2", ORLA, "register", "none"), CARLS)
                    .thenRefused(IDENTITY_UNCHANGED);
        }

        @Test
        void an_identity_that_could_be_anybodys_is_refused() {
            var anybody = new Subject(new Names("Orla Vint", List.of()), Optional.empty(), List.of(), List.of());

            var decision = given(DECIDER, OPENED)
                    .when(new CorrectIdentity("identity-2", anybody, "hearsay", "none"), CARLS)
                    .decision();

            assertThat(decision.toString()).contains(IDENTITY_INSUFFICIENT.name(), "MISSING_FURTHER_IDENTIFIER");
        }
    }

    @Nested
    class Agreeing {

        @Test
        void changes_who_the_person_is() {
            proposed()
                    .when(AGREED, LENAS)
                    .then(CORRECTED)
                    .thenState(state -> assertThat(onFile(state)).isEqualTo(ORLA_OF_JULY));
        }

        @Test
        void is_not_for_whoever_proposed_it() {
            proposed().when(AGREED, CARLS).thenRefused(SAME_PERSON);
        }

        @Test
        void is_not_for_whoever_has_an_interest_in_the_case() {
            proposed()
                    .and(new SafeguardsChanged(
                            ORLAS, new ConflictMarked(new ConflictMark("lena.legal", CORRECTED.agreed())), NOON))
                    .when(AGREED, LENAS)
                    .thenRefused(CONFLICT_OF_INTEREST);
        }

        @Test
        void with_what_nobody_proposed_is_refused() {
            given(DECIDER, OPENED).when(AGREED, LENAS).thenRefused(IDENTITY_CORRECTION_NOT_FOUND);
        }

        @Test
        void suspects_each_further_case_of_the_person_once() {
            var alsoAnother = new ApproveIdentityCorrection("identity-1", AGREED.reasons(), List.of(ANOTHER));

            proposed().when(alsoAnother, LENAS).then(CORRECTED, new DuplicateSuspected(ORLAS, ANOTHER, NOON));
            proposed()
                    .and(new DuplicateSuspected(ORLAS, ANOTHER, NOON))
                    .when(alsoAnother, LENAS)
                    .then(CORRECTED);
        }

        @Test
        void takes_away_the_ground_of_the_check_on_who_the_person_is() {
            var entry = WHO_SHE_IS;

            var events = events(proposed()
                    .and(
                            new SafeguardsChanged(ORLAS, new CheckRecorded(entry), NOON),
                            new SafeguardsChanged(ORLAS, new CheckApproved(entry.id(), CORRECTED.agreed()), NOON)));

            assertThat(events)
                    .filteredOn(event -> event instanceof SafeguardsChanged changed
                            && changed.event() instanceof CheckChallenged challenged
                            && challenged.entryIds().equals(List.of(entry.id())))
                    .hasSize(1);
        }

        @Test
        void tells_whoever_got_the_identity_and_nobody_else() {
            var events =
                    events(proposed().and(disclosed("XR-CA", Content.IDENTITY), disclosed("XH-TAX", Content.STATUS)));

            assertThat(events)
                    .filteredOn(event ->
                            event instanceof SharingChanged changed && changed.event() instanceof RecipientNotified)
                    .singleElement()
                    .extracting(event -> ((SharingChanged) event).event())
                    .isEqualTo(new RecipientNotified("identity-1", "XR-CA"));
        }

        private static CaseEvent disclosed(String recipient, Content content) {
            return new SharingChanged(
                    ORLAS,
                    new DataDisclosed(new Disclosure(
                            "disclosure-" + recipient,
                            List.of(recipient),
                            List.of(content),
                            Cases.TODAY,
                            CORRECTED.agreed(),
                            List.of())),
                    NOON);
        }

        private static List<CaseEvent> events(Given<CaseCommand, Case, CaseEvent> given) {
            return switch (given.when(AGREED, LENAS).decision()) {
                case Decision.Accepted<CaseEvent>(var events) -> events;
                case Decision.Refused<CaseEvent>(var refusal) -> throw new AssertionError(refusal);
            };
        }
    }
}
