package org.repatria.cases.domain.lists;

import static org.repatria.cases.domain.clocks.ClockSetting.WHOLE_CASE;
import static org.repatria.cases.domain.lists.ListReason.*;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.acceptAll;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.cases.domain.clocks.ClockSetting;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.lists.CaseList.Known;
import org.repatria.cases.domain.lists.CaseList.Received;
import org.repatria.cases.domain.lists.CaseList.Receiving;
import org.repatria.cases.domain.lists.CaseList.Unknown;
import org.repatria.cases.domain.lists.ListCommand.AcknowledgeList;
import org.repatria.cases.domain.lists.ListCommand.ApproveRowDecision;
import org.repatria.cases.domain.lists.ListCommand.OnRow;
import org.repatria.cases.domain.lists.ListCommand.PassTime;
import org.repatria.cases.domain.lists.ListCommand.ProposeRowDecision;
import org.repatria.cases.domain.lists.ListCommand.ReceiveList;
import org.repatria.cases.domain.lists.ListCommand.RecordScreenedRows;
import org.repatria.cases.domain.lists.ListCommand.SettleRow;
import org.repatria.cases.domain.lists.ListCommand.UnderPolicy;
import org.repatria.cases.domain.lists.ListEvent.HeldRowSettled;
import org.repatria.cases.domain.lists.ListEvent.ListAcknowledged;
import org.repatria.cases.domain.lists.ListEvent.ListClockChanged;
import org.repatria.cases.domain.lists.ListEvent.ListHandedOver;
import org.repatria.cases.domain.lists.ListEvent.ListReceived;
import org.repatria.cases.domain.lists.ListEvent.RowDecisionApproved;
import org.repatria.cases.domain.lists.ListEvent.RowDecisionProposed;
import org.repatria.cases.domain.lists.ListEvent.RowsScreened;
import org.repatria.clocks.ClockEvent;
import org.repatria.clocks.Clocks;
import org.repatria.clocks.Happened;
import org.repatria.clocks.Happening;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.text.VisibleText;
import org.repatria.policy.AccessReason;
import org.repatria.policy.Verdict;

/** The life of a list as two tables: the same list again is no event, the same rows again neither. */
public final class ListDecider implements Decider<ListCommand, CaseList, ListEvent> {

    private final Function<Instant, RuleBook> law;

    /**
     * Decides by the law of the day.
     *
     * @param law the rules as they were known at a moment
     */
    public ListDecider(Function<Instant, RuleBook> law) {
        this.law = law;
    }

    private static final String HANDED_OVER = "list.HANDED_OVER";

    private static final String ACKNOWLEDGED = "list.ACKNOWLEDGED";

    @Override
    public CaseList initial() {
        return new Unknown();
    }

    @Override
    public Decision<ListEvent> decide(ListCommand command, CaseList state, Occasion occasion) {
        return decide(command, state, new LegalOccasion(occasion, law.apply(occasion.at())));
    }

    private static Decision<ListEvent> decide(ListCommand command, CaseList state, LegalOccasion on) {
        return switch (new Asked(state, command)) {
            case Asked(Unknown _, ReceiveList c) -> acceptAll(received(c, on));
            case Asked(Unknown _, ListCommand _) -> refuse(LIST_NOT_FOUND);
            case Asked(Known k, UnderPolicy c) -> underPolicy(k, c, on);

            case Asked(Known k, ReceiveList c) when isSame(k, c) -> nothingToDo();
            case Asked(Known _, ReceiveList _) -> refuse(LIST_REFERENCE_IN_USE);

            case Asked(Receiving r, RecordScreenedRows c) -> record(r, c, on);
            case Asked(Received r, RecordScreenedRows c)
            when lastRow(c) <= r.content().rows() -> nothingToDo();
            case Asked(Received _, RecordScreenedRows _) -> refuse(LIST_ROWS_TOO_MANY);

            case Asked(Known k, AcknowledgeList c) when k.acknowledgedOn().equals(Optional.of(c.on())) -> nothingToDo();
            case Asked(Known k, AcknowledgeList _)
            when k.acknowledgedOn().isPresent() -> refuse(LIST_ALREADY_ACKNOWLEDGED);
            case Asked(Known k, AcknowledgeList c)
            when isOutOfTime(k, c, on) -> refuse(LIST_ACKNOWLEDGEMENT_OUT_OF_TIME);
            case Asked(Known k, AcknowledgeList c) -> acceptAll(acknowledged(k, c, on));
            case Asked(Known k, PassTime _) -> acceptAll(timePassed(k, on));

            case Asked(Receiving _, OnRow _) -> refuse(LIST_STILL_RECEIVING);
            case Asked(Received r, ProposeRowDecision c) -> propose(r, c, on);
            case Asked(Received r, ApproveRowDecision c) ->
                r.decision(c.row())
                        .map(found -> approve(r, found, c, on))
                        .orElseGet(() -> refuse(LIST_ROW_NOT_PROPOSED));
            case Asked(Received r, SettleRow c) ->
                r.decision(c.row()).map(found -> settle(r, found, c, on)).orElseGet(Decision::nothingToDo);
        };
    }

    @Override
    public CaseList evolve(CaseList state, ListEvent event) {
        return switch (event) {
            case ListReceived e ->
                new Receiving(
                        e.listId(),
                        e.description(),
                        e.content(),
                        Funnel.empty(),
                        e.at(),
                        Optional.empty(),
                        Optional.empty());
            case RowsScreened e -> receiving(known(state), known(state).funnel().plus(e.counts()));
            case ListHandedOver e -> received(known(state), e);
            case ListAcknowledged e ->
                noted(known(state), Optional.of(e.on()), known(state).clocks());
            case ListClockChanged e ->
                noted(
                        known(state),
                        known(state).acknowledgedOn(),
                        Optional.of(clocks(known(state)).after(e.event())));
            case RowDecisionProposed e -> received(state).decided(e.decision());
            case RowDecisionApproved e ->
                received(state)
                        .decided(received(state).decision(e.row()).orElseThrow().approved(e.by()));
            case HeldRowSettled e -> received(state).settled(e.row(), e.funnel());
        };
    }

    private record Asked(CaseList state, ListCommand command) {}

    /** To somebody of another state there is no such list. */
    private static Decision<ListEvent> underPolicy(Known k, UnderPolicy c, LegalOccasion on) {
        var verdict = CaseAccess.mayWithList(
                on.by(), c.act(), on.occasion().purpose(), k.description().relation());
        return verdict == Verdict.ALLOWED
                ? decide(c.command(), k, on)
                : refuse(AccessReason.of(verdict, LIST_NOT_FOUND));
    }

    /** The list is here, and has to be acknowledged in the time that the rules give. */
    private static List<ListEvent> received(ReceiveList c, LegalOccasion on) {
        var handedOver = Happened.on(c.description().handedOverOn());
        var clocks = Clocks.none()
                .happened(
                        new Happening(HANDED_OVER, handedOver, WHOLE_CASE),
                        new ClockSetting(c.description().relation(), on));
        return with(new ListReceived(c.listId(), c.description(), c.content(), on.at()), clocks);
    }

    private static List<ListEvent> acknowledged(Known k, AcknowledgeList c, LegalOccasion on) {
        var clocks = clocks(k)
                .happened(
                        new Happening(ACKNOWLEDGED, Happened.on(c.on()), WHOLE_CASE),
                        new ClockSetting(k.description().relation(), on));
        return with(new ListAcknowledged(k.id(), c.on(), on.at()), clocks);
    }

    private static boolean isOutOfTime(Known k, AcknowledgeList c, LegalOccasion on) {
        // A day has begun somewhere when it has not begun in UTC yet.
        return c.on().isBefore(k.description().handedOverOn())
                || c.on().isAfter(on.today().plusDays(1));
    }

    private static List<ListEvent> timePassed(Known k, LegalOccasion on) {
        return clocks(k).timePassed(new ClockSetting(k.description().relation(), on)).stream()
                .<ListEvent>map(event -> new ListClockChanged(k.id(), event, on.at()))
                .toList();
    }

    private static List<ListEvent> with(ListEvent first, List<ClockEvent> clocks) {
        return Stream.concat(
                        Stream.of(first),
                        clocks.stream().map(event -> new ListClockChanged(first.listId(), event, first.at())))
                .toList();
    }

    private static Clocks clocks(Known k) {
        return k.clocks().orElseGet(Clocks::none);
    }

    private static boolean isSame(Known known, ReceiveList c) {
        return known.description().equals(c.description()) && known.content().equals(c.content());
    }

    private static int lastRow(RecordScreenedRows c) {
        return c.fromRow() + c.counts().rows() - 1;
    }

    private static Decision<ListEvent> record(Receiving r, RecordScreenedRows c, LegalOccasion on) {
        var screened = r.funnel().rows();
        if (lastRow(c) <= screened) {
            return nothingToDo();
        }
        if (c.fromRow() != screened + 1) {
            return refuse(LIST_ROWS_OUT_OF_ORDER);
        }
        if (lastRow(c) > r.content().rows()) {
            return refuse(LIST_ROWS_TOO_MANY);
        }
        var rows = new RowsScreened(r.id(), c.fromRow(), c.counts(), on.at());
        return lastRow(c) == r.content().rows()
                ? acceptAll(List.of(rows, new ListHandedOver(r.id(), r.funnel().plus(c.counts()), on.at())))
                : accept(rows);
    }

    private static Decision<ListEvent> propose(Received r, ProposeRowDecision c, LegalOccasion on) {
        var before = r.decision(c.row());
        if (VisibleText.isBlank(c.reasons())) {
            return refuse(LIST_ROW_REASONS_REQUIRED);
        }
        if (before.filter(RowDecision::isApproved).isPresent()) {
            return refuse(LIST_ROW_DECIDED);
        }
        if (before.isEmpty() && r.decisions().size() >= Received.DECISIONS_MAX) {
            return refuse(LIST_DECISIONS_TOO_MANY);
        }
        var proposed = new RowDecision(
                c.row(), c.heldBecause(), c.verdict(), on.by().id(), c.reasons(), on.at(), Optional.empty());
        return accept(new RowDecisionProposed(r.id(), proposed, on.at()));
    }

    /** Agreed with before, it may have stopped half way: to be carried out again is no mistake. */
    private static Decision<ListEvent> approve(
            Received r, RowDecision proposed, ApproveRowDecision c, LegalOccasion on) {
        var by = on.by().id();
        if (proposed.isApproved()) {
            return nothingToDo();
        }
        if (proposed.proposedBy().equals(by)) {
            return refuse(LIST_ROW_SAME_PERSON);
        }
        return VisibleText.isBlank(c.reasons())
                ? refuse(LIST_ROW_REASONS_REQUIRED)
                : accept(new RowDecisionApproved(r.id(), c.row(), by, c.reasons(), on.at()));
    }

    private static Decision<ListEvent> settle(Received r, RowDecision decided, SettleRow c, LegalOccasion on) {
        return decided.isApproved()
                ? accept(new HeldRowSettled(
                        r.id(), c.row(), c.outcome(), r.funnel().settled(decided.heldBecause(), c.outcome()), on.at()))
                : refuse(LIST_ROW_NOT_PROPOSED);
    }

    private static Received received(CaseList state) {
        return switch (state) {
            case Received r -> r;
            case Receiving _, Unknown _ -> throw new IllegalStateException("rows are decided on after the hand-over");
        };
    }

    private static Known known(CaseList state) {
        return switch (state) {
            case Known k -> k;
            case Unknown _ -> throw new IllegalStateException("an event before the list was received");
        };
    }

    private static CaseList receiving(Known k, Funnel funnel) {
        return new Receiving(
                k.id(), k.description(), k.content(), funnel, k.receivedAt(), k.acknowledgedOn(), k.clocks());
    }

    private static CaseList received(Known k, ListHandedOver e) {
        return new Received(
                k.id(),
                k.description(),
                k.content(),
                e.funnel(),
                k.receivedAt(),
                e.at(),
                k.acknowledgedOn(),
                k.clocks(),
                List.of());
    }

    private static CaseList noted(Known k, Optional<LocalDate> acknowledgedOn, Optional<Clocks> clocks) {
        return switch (k) {
            case Receiving r ->
                new Receiving(r.id(), r.description(), r.content(), r.funnel(), r.receivedAt(), acknowledgedOn, clocks);
            case Received r ->
                new Received(
                        r.id(),
                        r.description(),
                        r.content(),
                        r.funnel(),
                        r.receivedAt(),
                        r.completedAt(),
                        acknowledgedOn,
                        clocks,
                        r.decisions());
        };
    }
}
