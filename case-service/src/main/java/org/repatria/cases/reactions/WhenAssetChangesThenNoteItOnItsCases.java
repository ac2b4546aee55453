package org.repatria.cases.reactions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.cases.domain.assets.AssetNews;
import org.repatria.cases.domain.assets.LinkedAsset;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.messaging.consuming.Reaction;

/**
 * A case knows which assets name it and how they stand: it cannot end while money is open. An asset that does not say
 * whose file it is is nobody's here.
 *
 * <p>An asset that was split counts as it last stood until the part that stays is noted, and then no more.
 */
public final class WhenAssetChangesThenNoteItOnItsCases implements Reaction<AssetNews> {

    /** The asset has met the case; one that it only names is told of later. */
    private static final String KNOWN = "KNOWN";

    @Override
    public List<CommandFor<AssetNews>> to(PublishedRecord event) {
        var snapshot = event.as(Snapshot.class);
        return snapshot.cases().stream()
                .filter(link -> link.standing().equals(KNOWN))
                .flatMap(link -> event.states().stream()
                        .map(holder -> new CommandFor<>(
                                link.caseId(), news(snapshot, mark(event, snapshot, link), holder, event.time()))))
                .toList();
    }

    private static LinkedAsset mark(PublishedRecord event, Snapshot snapshot, Link link) {
        return new LinkedAsset(
                event.subject(),
                event.sequence(),
                snapshot.standing(),
                snapshot.standsSince(),
                snapshot.heldUntil(),
                snapshot.stateChangedAt(),
                link.linkedAt());
    }

    private static AssetNews news(Snapshot snapshot, LinkedAsset mark, String holder, Instant at) {
        return snapshot.split()
                .<AssetNews>map(parts -> new AssetNews.Split(mark.assetId(), parts.rest(), at))
                .orElseGet(() -> new AssetNews.Stands(
                        mark, holder, snapshot.partOf().filter(Origin::stays).map(Origin::assetId), at));
    }

    /** What is read of the snapshot. */
    record Snapshot(
            String state,
            List<Link> cases,
            Optional<List<Restraint>> restraints,
            Optional<List<Order>> orders,
            Optional<Instant> stateChangedAt,
            Optional<LocalDate> standsSince,
            Optional<Parts> split,
            Optional<Origin> partOf) {

        /** What a court lets be sold before it is confiscated for good is held, and to a case nothing more. */
        String standing() {
            var confiscated = orders.stream().flatMap(List::stream).anyMatch(Order::confiscatesForGood);
            return state.equals("IN_DISPOSAL") && !confiscated ? "SEIZED" : state;
        }

        Optional<LocalDate> heldUntil() {
            return holding().map(Restraint::endsOn).min(Comparator.naturalOrder());
        }

        private Stream<Restraint> holding() {
            return restraints.stream().flatMap(List::stream).filter(Restraint::holds);
        }
    }

    /** A case that the asset names. */
    record Link(String caseId, String standing, Optional<Instant> linkedAt) {}

    /** The assets in the place of one that was split. */
    record Parts(String rest) {}

    /** The asset of which one is a part. */
    record Origin(String assetId, String side) {

        /** Whether it is not the claimant's. */
        boolean stays() {
            return side.equals("REST");
        }
    }

    /** A court order of any kind. */
    record Order(String kind, String status) {

        boolean confiscatesForGood() {
            return Set.of("CONFISCATION", "VALUE_CONFISCATION").contains(kind)
                    && Set.of("FINAL", "PARTLY_SATISFIED", "SATISFIED").contains(status);
        }
    }

    /** An order that holds the asset until a day. */
    record Restraint(String state, LocalDate endsOn) {

        /** Nothing holds by an order of a state that is not known here. */
        boolean holds() {
            return state.equals("ISSUED");
        }
    }
}
