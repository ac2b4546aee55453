package org.repatria.cases.domain.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.amendments.AmendmentReason.*;
import static org.repatria.cases.domain.amendments.AmendmentsOfTests.*;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.amendments.AmendmentCommand.ApproveAmendment;
import org.repatria.cases.domain.amendments.AmendmentCommand.ProposeAmendment;
import org.repatria.cases.domain.amendments.AmendmentCommand.WithdrawAmendment;
import org.repatria.cases.domain.amendments.AmendmentRegister.Change;
import org.repatria.decider.Decision;
import org.repatria.testkit.decisions.Laws.Attempt;

final class AmendmentDeciderTest {

    private static final AmendmentDecider DECIDER = new AmendmentDecider();
    private static final Attempt<AmendmentCommand> PROPOSE =
            by(LENA, MORNING, new ProposeAmendment("amendment-1", SUSPENSION, "XE suspended the treaty", "XE"));
    private static final Attempt<AmendmentCommand> APPROVE =
            by(SUSAN, NOON, new ApproveAmendment("amendment-1", "Compared"));
    private static final Attempt<AmendmentCommand> WITHDRAW =
            by(LENA, NOON, new WithdrawAmendment("amendment-1", "A mistake"));

    private static Decision<AmendmentEvent> decided(List<AmendmentEvent> given, Attempt<AmendmentCommand> when) {
        return DECIDER.answer(when.command(), DECIDER.fold(given), when.occasion());
    }

    @Nested
    final class Proposing {

        @Test
        void a_change_waits_for_a_second_person() {
            assertThat(decided(List.of(), PROPOSE)).isEqualTo(Decision.accept(PROPOSED));
            assertThat(DECIDER.fold(List.of(PROPOSED)).pending("amendment-1")).isPresent();
        }

        @Test
        void asking_twice_is_no_mistake() {
            assertThat(decided(List.of(PROPOSED), PROPOSE)).isEqualTo(Decision.nothingToDo());
            assertThat(decided(List.of(PROPOSED, APPROVED), PROPOSE)).isEqualTo(Decision.refuse(AMENDMENT_APPROVED));
        }

        @Test
        void two_changes_of_one_row_do_not_pass_each_other() {
            var other = by(SUSAN, NOON, new ProposeAmendment("amendment-9", SUSPENSION, "Once more", "XE"));
            assertThat(decided(List.of(PROPOSED), other)).isEqualTo(Decision.refuse(ROW_AWAITS_APPROVAL));
        }

        @Test
        void more_than_anybody_works_through_are_refused() {
            var many = IntStream.range(0, AmendmentRegister.PENDING_MAX)
                    .<AmendmentEvent>mapToObj(i -> new AmendmentEvent.AmendmentProposed(
                            "amendment-a" + i,
                            new Change(SUSPENSION.kind(), "REL-" + i, SUSPENSION.row()),
                            "One of many",
                            LENA,
                            Optional.of("XE"),
                            MORNING))
                    .toList();
            assertThat(decided(many, PROPOSE)).isEqualTo(Decision.refuse(AMENDMENTS_TOO_MANY));
        }
    }

    @Nested
    final class Approving {

        @Test
        void another_person_makes_it_known() {
            assertThat(decided(List.of(PROPOSED), APPROVE)).isEqualTo(Decision.accept(APPROVED));
            var state = DECIDER.fold(List.of(PROPOSED, APPROVED));
            assertThat(state.pending()).isEmpty();
            assertThat(state.approved())
                    .extracting(AmendmentRegister.Approved::approvedAt)
                    .containsExactly(NOON);
        }

        @Test
        void nobody_approves_a_proposal_of_their_own() {
            assertThat(decided(List.of(PROPOSED), by(LENA, NOON, new ApproveAmendment("amendment-1", "Mine"))))
                    .isEqualTo(Decision.refuse(APPROVER_IS_PROPOSER));
        }

        @Test
        void what_was_never_proposed_or_was_withdrawn_is_not_there() {
            assertThat(decided(List.of(), APPROVE)).isEqualTo(Decision.refuse(AMENDMENT_NOT_FOUND));
            var withdrawn = new AmendmentEvent.AmendmentWithdrawn("amendment-1", "A mistake", LENA, NOON);
            assertThat(decided(List.of(PROPOSED, withdrawn), APPROVE)).isEqualTo(Decision.refuse(AMENDMENT_NOT_FOUND));
        }

        @Test
        void what_is_approved_is_approved_by_nobody_else() {
            assertThat(decided(List.of(PROPOSED, APPROVED), APPROVE)).isEqualTo(Decision.refuse(AMENDMENT_APPROVED));
        }
    }

    @Nested
    final class Withdrawing {

        @Test
        void what_waits_is_taken_back() {
            assertThat(decided(List.of(PROPOSED), WITHDRAW))
                    .isEqualTo(Decision.accept(
                            new AmendmentEvent.AmendmentWithdrawn("amendment-1", "A mistake", LENA, NOON)));
        }

        @Test
        void what_is_known_is_not_taken_back_but_amended() {
            assertThat(decided(List.of(PROPOSED, APPROVED), WITHDRAW)).isEqualTo(Decision.refuse(AMENDMENT_APPROVED));
        }

        @Test
        void what_is_not_there_cannot_be_taken_back() {
            assertThat(decided(List.of(), WITHDRAW)).isEqualTo(Decision.refuse(AMENDMENT_NOT_FOUND));
        }
    }
}
