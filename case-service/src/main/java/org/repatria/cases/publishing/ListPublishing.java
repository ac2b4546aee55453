package org.repatria.cases.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.repatria.cases.domain.lists.CaseList;
import org.repatria.cases.domain.lists.Funnel;
import org.repatria.cases.domain.lists.ListDescription;
import org.repatria.cases.domain.lists.ListEvent;
import org.repatria.cases.domain.lists.ListEvent.HeldRowSettled;
import org.repatria.cases.domain.lists.ListEvent.ListAcknowledged;
import org.repatria.cases.domain.lists.ListEvent.ListClockChanged;
import org.repatria.cases.domain.lists.ListEvent.ListHandedOver;
import org.repatria.cases.domain.lists.ListEvent.ListReceived;
import org.repatria.cases.domain.lists.ListEvent.RowDecisionApproved;
import org.repatria.cases.domain.lists.ListEvent.RowDecisionProposed;
import org.repatria.cases.domain.lists.ListEvent.RowsScreened;
import org.repatria.clocks.Clocks;
import org.repatria.decider.Decider;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.Publishing;

/** What the outside learns of a list: that it was handed over, and how many of its rows came to what. */
public final class ListPublishing implements Publishing<CaseList, ListEvent> {

    private static final String RECEIVING = "RECEIVING";

    private static final String RECEIVED = "RECEIVED";

    /** The kind of aggregate that lists are, decided on by a decider. */
    public static <C> AggregateType<C, CaseList, ListEvent> type(Decider<C, CaseList, ListEvent> decider) {
        return new AggregateType<>(
                "list", "lists", "case", CaseList.class, ListEvent.class, decider, new ListPublishing());
    }

    @Override
    public Announcement event(String aggregateId, ListEvent event, CaseList after) {
        return switch (event) {
            // Half a list is nobody's business; its funnel would mislead.
            case ListReceived _, RowsScreened _ -> Announcement.told();
            // The snapshot says both, and the other state is told by letter.
            case ListAcknowledged _, ListClockChanged _ -> Announcement.told();
            // The case that comes of it says so itself; the snapshot has the funnel.
            case RowDecisionProposed _, RowDecisionApproved _, HeldRowSettled _ -> Announcement.told();
            case ListHandedOver e ->
                switch (after) {
                    case CaseList.Known k -> Announcement.told("list.handed-over.v1", handedOver(k.description(), e));
                    case CaseList.Unknown _ -> throw new IllegalStateException("an event of a list leaves it known");
                };
        };
    }

    @Override
    public Optional<Published> snapshot(String aggregateId, CaseList state) {
        return switch (state) {
            case CaseList.Unknown _ -> Optional.empty();
            case CaseList.Receiving r -> Optional.of(snapshot(r, RECEIVING, Optional.empty()));
            case CaseList.Received r -> Optional.of(snapshot(r, RECEIVED, Optional.of(r.completedAt())));
        };
    }

    @Override
    public Set<String> states(String aggregateId, CaseList state) {
        return switch (state) {
            case CaseList.Known known ->
                CasePublishing.states(known.description().relation());
            case CaseList.Unknown _ -> Set.of();
        };
    }

    private static Published snapshot(CaseList.Known k, String state, Optional<Instant> completedAt) {
        return new Published(
                "list.snapshot.v1",
                new Snapshot(
                        state,
                        k.description().relation().requesting().value(),
                        k.description().relation().requested().value(),
                        k.description().handedOverOn(),
                        k.description().reference(),
                        k.content().rows(),
                        PublishedFunnel.of(k.funnel()),
                        k.receivedAt(),
                        completedAt,
                        k.clocks().flatMap(ListPublishing::dueOn),
                        k.acknowledgedOn(),
                        k.clocks().flatMap(Clocks::nextAt)));
    }

    /** The last day of the acknowledgement, whether it was met or not. */
    private static Optional<LocalDate> dueOn(Clocks clocks) {
        return clocks.clocks().stream()
                .map(clock -> clock.effective().lastDay())
                .min(Comparator.naturalOrder());
    }

    private static HandedOver handedOver(ListDescription d, ListHandedOver e) {
        return new HandedOver(
                e.listId().value(),
                d.relation().requesting().value(),
                d.relation().requested().value(),
                d.handedOverOn(),
                d.reference(),
                e.funnel().rows(),
                PublishedFunnel.of(e.funnel()),
                e.at());
    }

    /** {@code list.handed-over.v1}. */
    record HandedOver(
            String listId,
            String requestingState,
            String requestedState,
            LocalDate handedOverOn,
            String reference,
            int rows,
            PublishedFunnel funnel,
            Instant completedAt) {}

    /** {@code list.snapshot.v1}; the platform adds id and version. */
    record Snapshot(
            String state,
            String requestingState,
            String requestedState,
            LocalDate handedOverOn,
            String reference,
            int rows,
            PublishedFunnel funnel,
            Instant receivedAt,
            Optional<Instant> completedAt,
            Optional<LocalDate> acknowledgementDueOn,
            Optional<LocalDate> acknowledgedOn,
            Optional<Instant> nextClockAt) {}

    /** The counts that sum to the rows. */
    record PublishedFunnel(int opened, int held, int duplicates, int rejected, Map<String, Integer> heldBecause) {
        static PublishedFunnel of(Funnel funnel) {
            var because = new TreeMap<String, Integer>();
            funnel.heldBecause().forEach((reason, rows) -> because.put(reason.name(), rows));
            return new PublishedFunnel(funnel.opened(), funnel.held(), funnel.duplicates(), funnel.rejected(), because);
        }
    }
}
