package org.repatria.cases.domain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.CaseReason.*;
import static org.repatria.cases.domain.safeguards.Safe.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.Named;
import org.repatria.cases.domain.CaseReason;
import org.repatria.cases.domain.access.NamedOfficer;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.safeguards.ConflictMark;
import org.repatria.cases.domain.safeguards.ConflictMarks;
import org.repatria.cases.domain.safeguards.Safeguards;
import org.repatria.cases.domain.safeguards.Signature;
import org.repatria.cases.domain.sharing.GrantCommand.BreakGlass;
import org.repatria.cases.domain.sharing.GrantCommand.GrantCompartment;
import org.repatria.cases.domain.sharing.GrantCommand.WithdrawGrant;
import org.repatria.cases.law.ReferenceFiles;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Obstacle;

final class GrantDeciderTest {

    private static final NamedOfficer NAMED_CARL = Named.officer("carl", "CO", "XE-CA");
    private static final RuleBook SHIPPED = ReferenceFiles.load();
    private static final GrantCompartment TO_CARL = toCarl(MAY_1.plusDays(30));
    private static final BreakGlass HEALTH_AT_NIGHT =
            new BreakGlass("grant-2", Compartment.HEALTH, "collapsed in custody");
    private static final Actor RUVANIAN_SUPERVISOR = new Actor("rasmus", Set.of("SU"), "XR-GP");

    private static GrantCompartment toCarl(LocalDate lastDay) {
        return new GrantCompartment("grant-1", NAMED_CARL, Compartment.LOCATION, "prepares the arrest", lastDay);
    }

    private static Decision<SharingEvent> ask(
            SharingCommand command, Disclosures state, Actor actor, Instant at, Safeguards safeguards) {
        return SharingDecider.decide(
                command, state, new SharingSetting(XR_TO_XE, LegalOccasion.of(actor, at, SHIPPED), safeguards, false));
    }

    private static Decision<SharingEvent> ask(SharingCommand command, Disclosures state, Actor actor) {
        return ask(command, state, actor, NOON, Safeguards.none());
    }

    private static Disclosures after(SharingCommand command, Disclosures state, Actor actor, Instant at) {
        return ((Accepted<SharingEvent>) ask(command, state, actor, at, Safeguards.none()))
                .events().stream().reduce(state, SharingDecider::evolve, (_, later) -> later);
    }

    private static Disclosures after(SharingCommand command, Actor actor) {
        return after(command, Disclosures.none(), actor, NOON);
    }

    private static void assertRefused(CaseReason fact, Decision<SharingEvent> decision) {
        assertThat(((Refused<SharingEvent>) decision).refusal().reason()).isEqualTo(fact);
    }

    private static List<String> codes(Decision<SharingEvent> decision) {
        return ((Refused<SharingEvent>) decision)
                .refusal().obstacles().stream().map(Obstacle::code).toList();
    }

    @Nested
    class Granting {

        @Test
        void the_supervisor_or_the_head_of_the_host_state_opens_a_compartment_up_to_a_day() {
            for (var superior : List.of(SUSA, HEDA)) {
                var state = after(TO_CARL, superior);

                var lastMoment = Instant.parse("2019-05-31T23:59:59Z");
                assertThat(state.grantsAt(lastMoment)).containsExactly(new Grant("carl", Compartment.LOCATION));
                assertThat(state.grantsAt(lastMoment.plusSeconds(1))).isEmpty();
            }
        }

        @Test
        void nobody_else_does() {
            for (var other : List.of(CARL, LENA, DORA, RUVANIAN_SUPERVISOR, RUVANIAN_HEAD)) {
                assertRefused(WRONG_OFFICER, ask(TO_CARL, Disclosures.none(), other));
            }
        }

        @Test
        void nobody_grants_to_oneself() {
            var toSusa = new GrantCompartment(
                    "grant-1", Named.officer(SUSA.id(), "SU", "XE-CA"), Compartment.LOCATION, "mine", MAY_1);

            assertRefused(GRANT_TO_ONESELF, ask(toSusa, Disclosures.none(), SUSA));
        }

        @Test
        void a_conflict_of_interest_keeps_it_closed_from_either_end() {
            for (var conflicted : List.of("carl", SUSA.id())) {
                var mark = new ConflictMark(conflicted, new Signature("heda", "XE-CA", NOON, "a cousin"));
                var safeguards = new Safeguards(
                        Safeguards.none().checks(),
                        Safeguards.none().stays(),
                        new ConflictMarks(List.of(mark)),
                        Safeguards.none().rights());

                assertRefused(CONFLICT_OF_INTEREST, ask(TO_CARL, Disclosures.none(), SUSA, NOON, safeguards));
            }
        }

        @Test
        void it_has_an_officer_reasons_and_a_last_day_within_the_policy() {
            var empty = new GrantCompartment(
                    "grant-1", Named.stranger("karl"), Compartment.LOCATION, " ", MAY_1.minusDays(1));

            assertThat(codes(ask(empty, Disclosures.none(), SUSA)))
                    .containsExactly("OFFICER_UNKNOWN", "REASONS_REQUIRED", "GRANT_PERIOD");
            assertThat(codes(ask(toCarl(MAY_1.plusDays(181)), Disclosures.none(), SUSA)))
                    .containsExactly("GRANT_PERIOD");
            assertThat(after(toCarl(MAY_1.plusDays(180)), SUSA).grants()).hasSize(1);
        }

        @Test
        void nothing_is_opened_to_whom_it_could_not_be_open() {
            var analyst = new GrantCompartment(
                    "grant-1", Named.officer("ana", "AN", "XE-CA"), Compartment.ASYLUM, "screens", MAY_1);
            var ofTheOtherState = new GrantCompartment(
                    "grant-1", Named.officer("rita", "LO", "XR-GP"), Compartment.COUNSEL, "asks", MAY_1);

            assertThat(codes(ask(analyst, Disclosures.none(), SUSA))).containsExactly("OFFICER_UNKNOWN");
            assertThat(codes(ask(ofTheOtherState, Disclosures.none(), SUSA))).containsExactly("OFFICER_UNKNOWN");
        }

        @Test
        void a_withdrawn_one_is_over_at_once() {
            var state = after(TO_CARL, SUSA);

            assertRefused(GRANT_INCOMPLETE, ask(new WithdrawGrant("grant-1", Optional.of(" ")), state, HEDA));
            assertRefused(WRONG_OFFICER, ask(new WithdrawGrant("grant-1", Optional.of("done")), state, LENA));
            assertThat(after(new WithdrawGrant("grant-1", Optional.of("done")), state, HEDA, NOON)
                            .grants())
                    .isEmpty();
        }

        @Test
        void one_that_is_over_has_nothing_to_withdraw_and_makes_room() {
            var full = new Disclosures(
                    List.of(),
                    List.of(),
                    IntStream.range(0, Disclosures.GRANTS_MAX)
                            .mapToObj(i -> after(TO_CARL, SUSA).grants().getFirst())
                            .toList());
            var later = Instant.parse("2019-06-01T00:00:00Z");
            var another = new GrantCompartment(
                    "g", Named.officer("luis", "LO", "XE-CA"), Compartment.ASYLUM, "advises", LocalDate.of(2019, 6, 2));

            assertRefused(SHARING_FULL, ask(another, full, SUSA));
            assertRefused(
                    GRANT_NOT_FOUND,
                    ask(new WithdrawGrant("grant-1", Optional.of("done")), full, SUSA, later, Safeguards.none()));
            assertThat(after(another, full, SUSA, later).grants()).hasSize(1);
        }
    }

    @Nested
    class BreakingTheGlass {

        @Test
        void opens_one_compartment_to_who_does_it_for_24_hours() {
            var state = after(HEALTH_AT_NIGHT, CARL);

            var end = NOON.plus(Duration.ofHours(24));
            assertThat(state.grantsAt(end.minusMillis(1))).containsExactly(new Grant("carl", Compartment.HEALTH));
            assertThat(state.grantsAt(end)).isEmpty();
        }

        @Test
        void is_for_those_to_whom_it_could_be_granted_in_the_host_state_only() {
            assertRefused(
                    WRONG_OFFICER, ask(new BreakGlass("g", Compartment.COUNSEL, "urgent"), Disclosures.none(), CARL));
            assertRefused(
                    WRONG_OFFICER,
                    ask(new BreakGlass("g", Compartment.LOCATION, "urgent"), Disclosures.none(), RUVANIAN_LAWYER));
        }

        @Test
        void has_reasons() {
            assertRefused(
                    GRANT_INCOMPLETE, ask(new BreakGlass("g", Compartment.HEALTH, " "), Disclosures.none(), CARL));
        }

        @Test
        void is_needless_where_it_is_open() {
            var state = after(HEALTH_AT_NIGHT, CARL);

            assertRefused(GRANT_IN_FORCE, ask(new BreakGlass("g", Compartment.HEALTH, "again"), state, CARL));
        }
    }
}
