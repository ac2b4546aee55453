package org.repatria.cases.domain.amendments;

import static org.repatria.cases.domain.amendments.AmendmentReason.*;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.util.Optional;
import org.repatria.cases.domain.amendments.AmendmentCommand.ApproveAmendment;
import org.repatria.cases.domain.amendments.AmendmentCommand.ProposeAmendment;
import org.repatria.cases.domain.amendments.AmendmentCommand.WithdrawAmendment;
import org.repatria.cases.domain.amendments.AmendmentEvent.AmendmentApproved;
import org.repatria.cases.domain.amendments.AmendmentEvent.AmendmentProposed;
import org.repatria.cases.domain.amendments.AmendmentEvent.AmendmentWithdrawn;
import org.repatria.cases.domain.amendments.AmendmentRegister.Approved;
import org.repatria.cases.domain.amendments.AmendmentRegister.Pending;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;

/**
 * Two people change the law here. One proposes a row, and another makes it known (source: roles and permissions,
 * reference data).
 */
public final class AmendmentDecider implements Decider<AmendmentCommand, AmendmentRegister, AmendmentEvent> {

    @Override
    public AmendmentRegister initial() {
        return AmendmentRegister.none();
    }

    @Override
    public Decision<AmendmentEvent> decide(AmendmentCommand command, AmendmentRegister state, Occasion on) {
        return switch (command) {
            case ProposeAmendment c -> propose(c, state, on);
            case ApproveAmendment c ->
                state.pending(c.id())
                        .map(pending -> approve(c, pending, state, on))
                        .orElseGet(() -> approveAgain(c, state));
            case WithdrawAmendment c ->
                state.pending(c.id()).isPresent()
                        ? accept(new AmendmentWithdrawn(
                                c.id(), c.reasons(), on.by().id(), on.at()))
                        : refuse(state.isApproved(c.id()) ? AMENDMENT_APPROVED : AMENDMENT_NOT_FOUND);
        };
    }

    private static Decision<AmendmentEvent> propose(ProposeAmendment c, AmendmentRegister state, Occasion on) {
        if (state.isApproved(c.id())) {
            return refuse(AMENDMENT_APPROVED);
        }
        if (state.pending(c.id()).filter(known -> isProposalOf(known, c, on)).isPresent()) {
            return nothingToDo();
        }
        if (state.awaits(c.change())) {
            return refuse(ROW_AWAITS_APPROVAL);
        }
        return state.pending().size() >= AmendmentRegister.PENDING_MAX
                ? refuse(AMENDMENTS_TOO_MANY)
                : accept(new AmendmentProposed(
                        c.id(), c.change(), c.reasons(), on.by().id(), Optional.of(c.state()), on.at()));
    }

    private static boolean isProposalOf(Pending known, ProposeAmendment c, Occasion on) {
        return known.change().equals(c.change())
                && known.reasons().equals(c.reasons())
                && known.proposedBy().equals(on.by().id());
    }

    private static Decision<AmendmentEvent> approve(
            ApproveAmendment c, Pending pending, AmendmentRegister state, Occasion on) {
        if (pending.proposedBy().equals(on.by().id())) {
            return refuse(APPROVER_IS_PROPOSER);
        }
        return state.approved().size() >= AmendmentRegister.APPROVED_MAX
                ? refuse(AMENDMENTS_TOO_MANY)
                : accept(new AmendmentApproved(
                        c.id(),
                        pending.change(),
                        c.reasons(),
                        pending.proposedBy(),
                        on.by().id(),
                        on.at()));
    }

    private static Decision<AmendmentEvent> approveAgain(ApproveAmendment c, AmendmentRegister state) {
        return refuse(state.isApproved(c.id()) ? AMENDMENT_APPROVED : AMENDMENT_NOT_FOUND);
    }

    @Override
    public AmendmentRegister evolve(AmendmentRegister state, AmendmentEvent event) {
        return switch (event) {
            case AmendmentProposed e ->
                state.with(new Pending(e.id(), e.change(), e.reasons(), e.by(), e.state(), e.at()));
            case AmendmentApproved e -> state.with(new Approved(e.id(), e.change(), e.proposedBy(), e.by(), e.at()));
            case AmendmentWithdrawn e -> state.without(e.id());
        };
    }
}
