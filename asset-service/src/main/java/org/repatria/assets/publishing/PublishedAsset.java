package org.repatria.assets.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.AssetEvent.AssetRegistered;
import org.repatria.assets.domain.CaseId;
import org.repatria.assets.domain.CaseLink;
import org.repatria.assets.domain.CurrentValue;
import org.repatria.assets.domain.Identifier;
import org.repatria.assets.domain.Interest;
import org.repatria.assets.domain.InterestId;
import org.repatria.assets.domain.Money;
import org.repatria.assets.domain.OrderId;
import org.repatria.assets.domain.RestraintOrder;
import org.repatria.assets.domain.Valuation;

/** The published language of assets: {@code contracts/schemas/asset.*.json} says the same. */
final class PublishedAsset {

    private PublishedAsset() {}

    /** An identifier as far as it may be seen outside. */
    record Masked(String scheme, String masked) {
        static List<Masked> of(List<Identifier> identifiers) {
            return identifiers.stream()
                    .map(identifier -> new Masked(identifier.scheme().name(), identifier.masked()))
                    .toList();
        }
    }

    /** An amount as it travels. */
    record Amount(String amount, String currency) {
        static Amount of(Money money) {
            return new Amount(money.amount(), money.currency());
        }
    }

    /** A court order as it stands when it is recorded. */
    record Order(
            String orderId,
            String courtReference,
            String legalBasis,
            LocalDate issuedOn,
            LocalDate endsOn,
            String zone,
            Instant endsBefore) {
        static Order of(RestraintOrder order) {
            return new Order(
                    order.id().value(),
                    order.courtReference(),
                    order.legalBasis(),
                    order.issuedOn(),
                    order.endsOn(),
                    order.zone().getId(),
                    order.endsBefore());
        }
    }

    /** {@code asset.registered.v1}. */
    record Registered(
            String assetId,
            String kind,
            String description,
            List<Masked> identifiers,
            String country,
            String jurisdiction,
            String confidence,
            String authority,
            Instant at) {
        static Registered of(String assetId, AssetRegistered e) {
            return new Registered(
                    assetId,
                    e.kind().name(),
                    e.description(),
                    Masked.of(e.identifiers()),
                    e.location().country(),
                    e.location().jurisdiction(),
                    e.confidence().name(),
                    e.authority(),
                    e.at());
        }
    }

    /** {@code asset.case-awaited.v1}, {@code asset.linked.v1} and {@code asset.unlinked.v1}. */
    record Link(String assetId, String caseId, Instant at) {}

    /** {@code asset.valued.v1}. */
    record Valued(
            String assetId,
            int number,
            String kind,
            Amount value,
            String basis,
            LocalDate valuedOn,
            Instant at,
            List<String> liens,
            String assetDescription,
            List<String> caseIds,
            Optional<Integer> fellByPercent) {}

    /** {@code asset.restrained.v1}. */
    record Restrained(
            String assetId,
            String assetKind,
            String assetDescription,
            List<String> caseIds,
            Order order,
            String state,
            Instant at) {}

    /** {@code asset.restraint-extended.v1}. */
    record RestraintExtended(
            String assetId,
            String assetDescription,
            String orderId,
            Order successor,
            List<String> caseIds,
            String state,
            Instant at) {}

    /** {@code asset.restraint-discharged.v1}. */
    record RestraintDischarged(
            String assetId, String orderId, LocalDate dischargedOn, List<String> caseIds, String state, Instant at) {}

    /** {@code asset.restraint-lapsed.v1}. */
    record RestraintLapsed(
            String assetId,
            String assetDescription,
            String orderId,
            LocalDate endsOn,
            String zone,
            boolean presumed,
            List<String> caseIds,
            String state,
            Instant at) {}

    /** {@code asset.interest-recorded.v1}. */
    record InterestRecorded(
            String assetId,
            PublishedInterest interest,
            String assetDescription,
            boolean whileRestrained,
            List<String> caseIds,
            Instant at) {}

    /** {@code asset.interest-ended.v1}. */
    record InterestEnded(
            String assetId,
            String interestId,
            LocalDate endedOn,
            String assetDescription,
            boolean whileRestrained,
            List<String> caseIds,
            Instant at) {}

    /** {@code asset.interest-corrected.v1}. */
    record InterestCorrected(
            String assetId,
            String interestId,
            PublishedInterest successor,
            String assetDescription,
            boolean whileRestrained,
            List<String> caseIds,
            Instant at) {}

    /** {@code asset.snapshot.v1}; the platform adds id and version. */
    record Snapshot(
            String kind,
            String description,
            String state,
            List<Masked> identifiers,
            String country,
            String jurisdiction,
            String confidence,
            String authority,
            Instant registeredAt,
            List<LinkedCase> cases,
            List<Value> values,
            List<OrderAsItStands> restraints,
            List<PublishedInterest> interests,
            Optional<Instant> stateChangedAt) {
        static Snapshot of(Asset.Registered asset) {
            return new Snapshot(
                    asset.kind().name(),
                    asset.description(),
                    asset.status().name(),
                    Masked.of(asset.identifiers()),
                    asset.location().country(),
                    asset.location().jurisdiction(),
                    asset.confidence().name(),
                    asset.authority(),
                    asset.registeredAt(),
                    asset.links().stream().map(LinkedCase::of).toList(),
                    Value.current(asset.valuations()),
                    asset.orders().stream().map(OrderAsItStands::of).toList(),
                    PublishedInterest.of(asset.interests()),
                    stateChangedAt(asset.orders()));
        }

        /** When an order was last recorded or changed; what follows from the state tells late news by it. */
        private static Optional<Instant> stateChangedAt(List<RestraintOrder> orders) {
            return orders.stream()
                    .flatMap(order -> Stream.of(
                                    Optional.of(order.recordedAt()),
                                    order.discharge().map(RestraintOrder.Discharge::recordedAt),
                                    order.presumedLapsedAt())
                            .flatMap(Optional::stream))
                    .max(Comparator.naturalOrder());
        }
    }

    /** A case that the asset names. */
    record LinkedCase(String caseId, String standing) {
        static LinkedCase of(CaseLink link) {
            return new LinkedCase(link.caseId().value(), link.standing().name());
        }
    }

    /** The current value of one kind, basis and currency: what may be added to that of other assets. */
    record Value(int number, String kind, Amount value, String basis, LocalDate valuedOn) {

        /** The latest of each kind, basis and currency, so that sums count an asset once and never mix. */
        static List<Value> current(List<Valuation> valuations) {
            return CurrentValue.latest(valuations).stream().map(Value::of).toList();
        }

        private static Value of(Valuation v) {
            return new Value(
                    v.number(), v.kind().name(), Amount.of(v.value()), v.basis().name(), v.valuedOn());
        }
    }

    /** A court order with what became of it. */
    record OrderAsItStands(
            String orderId,
            String state,
            String courtReference,
            LocalDate issuedOn,
            LocalDate endsOn,
            String zone,
            Instant endsBefore,
            Optional<String> supersedes) {
        static OrderAsItStands of(RestraintOrder order) {
            return new OrderAsItStands(
                    order.id().value(),
                    order.status().name(),
                    order.courtReference(),
                    order.issuedOn(),
                    order.endsOn(),
                    order.zone().getId(),
                    order.endsBefore(),
                    order.supersedes().map(OrderId::value));
        }
    }

    /** Whether the owner, in name or in truth, changed on a day on which the asset was restrained. */
    static boolean changedWhileRestrained(Asset.Registered asset, InterestId id) {
        return asset.interests().stream()
                .filter(it -> it.id().equals(id) && it.right().isOwnership())
                .flatMap(Interest::changedOn)
                .anyMatch(asset::isRestrainedOn);
    }

    static List<String> caseIds(Asset.Registered asset) {
        return asset.links().stream().map(CaseLink::caseId).map(CaseId::value).toList();
    }
}
