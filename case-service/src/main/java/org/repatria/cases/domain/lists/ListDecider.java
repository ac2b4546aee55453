package org.repatria.cases.domain.lists;

import static org.repatria.cases.domain.lists.ListRefusal.*;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.acceptAll;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.util.List;
import org.repatria.cases.domain.lists.CaseList.Known;
import org.repatria.cases.domain.lists.CaseList.Received;
import org.repatria.cases.domain.lists.CaseList.Receiving;
import org.repatria.cases.domain.lists.CaseList.Unknown;
import org.repatria.cases.domain.lists.ListCommand.ReceiveList;
import org.repatria.cases.domain.lists.ListCommand.RecordScreenedRows;
import org.repatria.cases.domain.lists.ListEvent.ListHandedOver;
import org.repatria.cases.domain.lists.ListEvent.ListReceived;
import org.repatria.cases.domain.lists.ListEvent.RowsScreened;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;

/** The life of a list as two tables: the same list again is no event, the same rows again neither. */
public final class ListDecider implements Decider<ListCommand, CaseList, ListEvent, ListRefusal> {

    @Override
    public CaseList initial() {
        return new Unknown();
    }

    @Override
    public Decision<ListEvent, ListRefusal> decide(ListCommand command, CaseList state) {
        return switch (new Asked(state, command)) {
            case Asked(Unknown _, ReceiveList c) ->
                accept(new ListReceived(c.listId(), c.description(), c.content(), c.at()));
            case Asked(Unknown _, RecordScreenedRows _) -> refuse(LIST_NOT_FOUND);

            case Asked(Known k, ReceiveList c) when isSame(k, c) -> nothingToDo();
            case Asked(Known _, ReceiveList _) -> refuse(LIST_REFERENCE_IN_USE);

            case Asked(Receiving r, RecordScreenedRows c) -> record(r, c);
            case Asked(Received r, RecordScreenedRows c)
            when lastRow(c) <= r.content().rows() -> nothingToDo();
            case Asked(Received _, RecordScreenedRows _) -> refuse(LIST_ROWS_TOO_MANY);
        };
    }

    @Override
    public CaseList evolve(CaseList state, ListEvent event) {
        return switch (event) {
            case ListReceived e -> new Receiving(e.listId(), e.description(), e.content(), Funnel.empty(), e.at());
            case RowsScreened e -> receiving(known(state), known(state).funnel().plus(e.counts()));
            case ListHandedOver e -> received(known(state), e);
        };
    }

    private record Asked(CaseList state, ListCommand command) {}

    private static boolean isSame(Known known, ReceiveList c) {
        return known.description().equals(c.description()) && known.content().equals(c.content());
    }

    private static int lastRow(RecordScreenedRows c) {
        return c.fromRow() + c.counts().rows() - 1;
    }

    private static Decision<ListEvent, ListRefusal> record(Receiving r, RecordScreenedRows c) {
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
        var rows = new RowsScreened(r.id(), c.fromRow(), c.counts(), c.at());
        return lastRow(c) == r.content().rows()
                ? acceptAll(List.of(rows, new ListHandedOver(r.id(), r.funnel().plus(c.counts()), c.at())))
                : accept(rows);
    }

    private static Known known(CaseList state) {
        return switch (state) {
            case Known k -> k;
            case Unknown _ -> throw new IllegalStateException("an event before the list was received");
        };
    }

    private static CaseList receiving(Known k, Funnel funnel) {
        return new Receiving(k.id(), k.description(), k.content(), funnel, k.receivedAt());
    }

    private static CaseList received(Known k, ListHandedOver e) {
        return new Received(k.id(), k.description(), k.content(), e.funnel(), k.receivedAt(), e.at());
    }
}
