package org.repatria.cases.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.lifecycle.Lives.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.ApproveProposal;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.ExpireProposals;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.MakeMove;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.RefuseProposal;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.WithdrawProposal;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.Moved;
import org.repatria.decider.Decision.Accepted;

/** What holds for every officer, in every state, with every command. */
final class LifecycleLawsTest {

    @Test
    void a_course_that_has_ended_for_good_moves_no_more_whoever_asks() {
        for (var lifecycle : Lifecycles.all()) {
            for (var end : lifecycle.states()) {
                if (lifecycle.isTerminal(end)) {
                    var state = holding(at(lifecycle, end));
                    for (var to : lifecycle.states()) {
                        for (var role : ROLES) {
                            var move = new Move(COURSE, to, THIS_MORNING, "reasons", Map.of(), List.of());
                            assertThat(moves(new MakeMove(move, PROPOSAL), state, as(actor("any", "HS", role))))
                                    .as(lifecycle.kind() + " " + end + " -> " + to)
                                    .isEmpty();
                        }
                    }
                }
            }
        }
    }

    @Test
    void nothing_but_an_approval_by_another_person_moves_what_was_proposed() {
        rowsOfMoves().filter(Transition::isProposed).forEach(row -> {
            var state = proposed(row);
            for (var command : List.<LifecycleCommand>of(
                    new RefuseProposal(PROPOSAL, Optional.of("no")),
                    new WithdrawProposal(PROPOSAL, Optional.of("no")),
                    new ExpireProposals(),
                    new MakeMove(perfect(row), "proposal-2"),
                    new ApproveProposal("proposal-3", Optional.of("yes")))) {
                for (var officer : List.of(as(maker(row)), as(approver(row)))) {
                    assertThat(moves(command, state, officer))
                            .as(row.name() + " " + command)
                            .isEmpty();
                }
            }
            assertThat(moves(new ApproveProposal(PROPOSAL, Optional.of("yes")), state, as(maker(row))))
                    .isEmpty();
            assertThat(moves(new ApproveProposal(PROPOSAL, Optional.of("yes")), state, as(approver(row))))
                    .hasSize(1);
        });
    }

    @Test
    void whatever_an_approval_lets_happen_is_known_from_its_events_alone() {
        rowsOfMoves().filter(Transition::isProposed).forEach(row -> {
            var state = proposed(row);
            var events = events(approve(state, as(approver(row))));
            var moved = events.stream()
                    .filter(Moved.class::isInstance)
                    .map(Moved.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(moved.by()).isNotEqualTo(moved.approvedBy().orElseThrow());
            assertThat(moved.from()).isEqualTo(row.from());
            assertThat(moved.to()).isEqualTo(row.to());
        });
    }

    private static Course at(Lifecycle lifecycle, String state) {
        var step = new Step(Transition.START, state, YESTERDAY, NOON, "somebody", Optional.empty(), List.of());
        return Course.unopened(COURSE, lifecycle.kind(), "a course", NOON).moved(step, Map.of());
    }

    private static List<Moved> moves(LifecycleCommand command, Courses state, Around around) {
        var moved = new ArrayList<Moved>();
        if (LifecycleDecider.decide(command, state, around) instanceof Accepted<LifecycleEvent>(var events)) {
            events.stream()
                    .filter(Moved.class::isInstance)
                    .map(Moved.class::cast)
                    .forEach(moved::add);
        }
        return moved;
    }
}
