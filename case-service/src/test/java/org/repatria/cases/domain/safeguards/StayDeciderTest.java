package org.repatria.cases.domain.safeguards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.CaseReason.*;
import static org.repatria.cases.domain.safeguards.Safe.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.safeguards.ConflictCommand.MarkConflict;
import org.repatria.cases.domain.safeguards.ConflictCommand.UnmarkConflict;
import org.repatria.cases.domain.safeguards.Stay.Scope;
import org.repatria.cases.domain.safeguards.StayCommand.LiftStay;
import org.repatria.cases.domain.safeguards.StayCommand.RecordStay;
import org.repatria.cases.domain.safeguards.StayEvent.StayLifted;
import org.repatria.clocks.Happened;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Reason;

final class StayDeciderTest {

    private static final Happened MARCH_8 = day(8);
    private static final Happened MARCH_15 = day(15);
    private static final RecordStay INTERIM_MEASURE = new RecordStay(
            "stay-1", Optional.of(Scope.MOVEMENT), "ECtHR", "interim measure", MARCH_8.day(), Optional.of("doc-9"));
    private static final LiftStay LIFTED = new LiftStay("stay-1", MARCH_15.day(), "doc-10");

    private static Happened day(int day) {
        return Happened.on(LocalDate.of(2019, 3, day));
    }

    private static Reason refusal(Safeguards state, Actor actor, SafeguardCommand command) {
        return decided(by(actor, command), state) instanceof Refused<SafeguardEvent>(var refusal)
                ? refusal.reason()
                : CHECK_UNKNOWN;
    }

    @Nested
    class Staying {
        private final Stays stays = after(by(LENA, INTERIM_MEASURE)).stays();

        @Test
        void nobody_is_moved_from_the_day_of_receipt_on() {
            assertThat(stays.inForceOn(day(7), Scope.MOVEMENT)).isEmpty();
            assertThat(stays.inForceOn(MARCH_8, Scope.MOVEMENT)).hasSize(1);
            assertThat(stays.against(day(14)))
                    .extracting(Obstacle::code, Obstacle::about)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("STAY_IN_FORCE", "stay-1"));
        }

        @Test
        void officers_of_either_side_record_it_even_with_a_conflict() {
            var marked = after(by(SUSA, new MarkConflict("carl", "a cousin")));

            assertThat(after(marked, List.of(by(CARL, INTERIM_MEASURE))).stays().stays())
                    .hasSize(1);
        }

        @Test
        void the_same_again_is_no_event() {
            assertThat(decided(by(LENA, INTERIM_MEASURE), after(by(LENA, INTERIM_MEASURE))))
                    .isEqualTo(Decision.nothingToDo());
        }
    }

    @Nested
    class Lifting {
        private static final Signature LUISES =
                new Signature(LUIS.id(), LUIS.authority(), Instant.parse("2019-03-15T12:00:00Z"), "lifted by ECtHR");
        private final Safeguards stayed = after(by(LENA, INTERIM_MEASURE));

        @Test
        void opens_the_way_from_the_next_day_on() {
            var stays = after(stayed, List.of(by(LUIS, LIFTED))).stays();

            assertThat(stays.inForceOn(MARCH_15, Scope.MOVEMENT)).hasSize(1);
            assertThat(stays.inForceOn(day(16), Scope.MOVEMENT)).isEmpty();
        }

        @Test
        void opens_the_way_from_its_moment_on_where_the_moments_are_known() {
            var lift = new Stay.Lift(at("2019-03-15T10:00:00Z"), "doc-10", LUISES);
            var stays = StayDecider.evolve(stayed.stays(), new StayLifted("stay-1", lift));

            assertThat(stays.inForceOn(at("2019-03-15T09:59:00Z"), Scope.MOVEMENT))
                    .hasSize(1);
            assertThat(stays.inForceOn(at("2019-03-15T10:01:00Z"), Scope.MOVEMENT))
                    .isEmpty();
        }

        @Test
        void is_for_a_lawyer_with_the_bodys_document() {
            assertThat(refusal(stayed, SUSA, LIFTED)).isEqualTo(WRONG_OFFICER);
            assertThat(refusal(stayed, LENA, new LiftStay("stay-1", MARCH_15.day(), " ")))
                    .isEqualTo(STAY_INCOMPLETE);
        }

        @Test
        void is_not_before_the_receipt() {
            assertThat(refusal(stayed, LENA, new LiftStay("stay-1", day(7).day(), "doc-10")))
                    .isEqualTo(STAY_INCOMPLETE);
        }

        @Test
        void from_another_document_is_no_repeat() {
            var lifted = after(stayed, List.of(by(LENA, LIFTED)));

            assertThat(refusal(lifted, LENA, new LiftStay("stay-1", LIFTED.liftedOn(), "doc-12")))
                    .isEqualTo(STAY_ALREADY_LIFTED);
        }

        @Test
        void of_an_unknown_stay_is_refused() {
            assertThat(refusal(Safeguards.none(), LENA, LIFTED)).isEqualTo(STAY_UNKNOWN);
        }
    }

    @Nested
    class HoldingData {
        private static final RecordStay LEGAL_HOLD = new RecordStay(
                "stay-2",
                Optional.of(Scope.DATA),
                "Auditor General",
                "inquiry into the returns",
                MARCH_8.day(),
                Optional.of("doc-11"));
        private final Stays stays = after(by(LENA, LEGAL_HOLD)).stays();

        @Test
        void keeps_the_file_and_moves_nobody_less() {
            assertThat(stays.keeping(MARCH_15)).extracting(Obstacle::code).containsExactly("LEGAL_HOLD");
            assertThat(stays.keeping(day(7))).isEmpty();
            assertThat(stays.against(MARCH_15)).isEmpty();
        }

        @Test
        void is_no_ground_to_keep_the_file_when_it_stays_a_movement() {
            assertThat(after(by(LENA, INTERIM_MEASURE)).stays().keeping(MARCH_15))
                    .isEmpty();
        }

        @Test
        void is_not_for_a_case_officer() {
            assertThat(refusal(Safeguards.none(), CARL, LEGAL_HOLD)).isEqualTo(WRONG_OFFICER);
        }

        @Test
        void ends_when_it_is_lifted() {
            var lifted = after(
                    after(by(LENA, LEGAL_HOLD)), List.of(by(LUIS, new LiftStay("stay-2", MARCH_15.day(), "doc-12"))));

            assertThat(lifted.stays().keeping(day(16))).isEmpty();
        }
    }

    @Nested
    class Marking_conflicts {
        private static final MarkConflict OF_LENA = new MarkConflict("lena", "counsel is her brother");
        private final Safeguards marked = after(by(SUSA, OF_LENA));

        @Test
        void takes_the_person_out() {
            assertThat(marked.conflicts().hasConflict("lena")).isTrue();
            assertThat(refusal(marked, LENA, check("e1", "SG-04", CheckResult.PASS)))
                    .isEqualTo(CONFLICT_OF_INTEREST);
        }

        @Test
        void is_for_supervisor_and_head_and_for_oneself() {
            assertThat(refusal(Safeguards.none(), CARL, OF_LENA)).isEqualTo(WRONG_OFFICER);
            assertThat(after(by(LENA, OF_LENA)).conflicts().hasConflict("lena")).isTrue();
        }

        @Test
        void of_whom_has_one_or_of_whom_has_none_is_refused_as_what_it_is() {
            assertThat(refusal(marked, SUSA, new MarkConflict("lena", "shares an office with counsel")))
                    .isEqualTo(CONFLICT_MARKED);
            assertThat(refusal(marked, HEDA, OF_LENA)).isEqualTo(CONFLICT_MARKED);
            assertThat(decided(by(SUSA, OF_LENA), marked)).isEqualTo(Decision.nothingToDo());
            assertThat(refusal(marked, HEDA, new UnmarkConflict("carl", "no more")))
                    .isEqualTo(CONFLICT_NOT_MARKED);
        }

        @Test
        void of_the_requesting_state_tells_nothing_of_the_marks_of_the_host_state() {
            var again = new MarkConflict("lena", "a classmate");

            assertThat(decided(by(RUVANIAN_HEAD, again), marked)).isEqualTo(Decision.nothingToDo());
        }

        @Test
        void is_not_undone_by_the_person_concerned() {
            var state = after(by(HEDA, new MarkConflict("susa", "knows the buyer")));

            assertThat(refusal(state, SUSA, new UnmarkConflict("susa", "no more")))
                    .isEqualTo(SAME_PERSON);
            assertThat(after(state, List.of(by(HEDA, new UnmarkConflict("susa", "sold"))))
                            .conflicts()
                            .hasConflict("susa"))
                    .isFalse();
        }
    }
}
