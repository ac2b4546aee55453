package org.repatria.assets.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.Claim;
import org.repatria.assets.domain.ClaimChange;
import org.repatria.assets.domain.CourtOrder;
import org.repatria.assets.domain.Fraction;
import org.repatria.assets.domain.OrderId;
import org.repatria.assets.domain.PartOf;

/**
 * What the outside may know of claims: that there is one, and where it stands. Who claims, by which right and how much
 * stays inside, since each of them may say who it is (section 8 of the reference: claimants).
 */
record PublishedClaim(String claimId, String status, LocalDate filedOn, Optional<LocalDate> replyBy) {

    static PublishedClaim of(Claim claim) {
        return new PublishedClaim(claim.id().value(), claim.status().name(), claim.filedOn(), claim.replyBy());
    }

    /** In which the day for the reply ends: that of the court whose order it answers, or of another order. */
    private static Optional<String> zoneOfReply(Registered asset, Claim claim) {
        return claim.replyBy()
                .map(_ -> Stream.concat(claim.answers().flatMap(asset::order).stream(), asset.orders().stream())
                        .flatMap(order -> order.zone().stream())
                        .findFirst()
                        .map(ZoneId::getId)
                        .orElse("UTC"));
    }

    /** {@code asset.claim-filed.v1} and {@code asset.claim-carried-over.v1}. */
    record Filed(
            String assetId,
            String claimId,
            String status,
            LocalDate filedOn,
            Optional<LocalDate> replyBy,
            Optional<String> zone,
            Optional<String> answers,
            Optional<String> partOf,
            String assetDescription,
            List<String> caseIds,
            String state,
            Instant at) {
        static Filed of(Registered asset, Claim claim, Instant at) {
            return new Filed(
                    asset.id().value(),
                    claim.id().value(),
                    claim.status().name(),
                    claim.filedOn(),
                    claim.replyBy(),
                    zoneOfReply(asset, claim),
                    claim.answers().map(OrderId::value),
                    asset.partOf().map(it -> it.assetId().value()),
                    asset.description(),
                    PublishedAsset.caseIds(asset),
                    asset.status().name(),
                    at);
        }
    }

    /** {@code asset.claim-changed.v1}. */
    record Changed(
            String assetId,
            String claimId,
            String step,
            LocalDate on,
            String status,
            Optional<LocalDate> replyBy,
            Optional<String> zone,
            String assetDescription,
            List<String> caseIds,
            String state,
            Instant at) {
        static Changed of(Registered asset, Claim claim, ClaimChange change) {
            return new Changed(
                    asset.id().value(),
                    claim.id().value(),
                    change.to().name(),
                    change.on(),
                    claim.status().name(),
                    claim.replyBy(),
                    zoneOfReply(asset, claim),
                    asset.description(),
                    PublishedAsset.caseIds(asset),
                    asset.status().name(),
                    change.recordedAt());
        }
    }

    /** {@code asset.split.v1}. */
    record Split(
            String assetId,
            String claimId,
            LocalDate on,
            String awarded,
            String rest,
            Fraction share,
            List<String> caseIds,
            String state,
            Instant at) {
        static Split of(Registered asset, org.repatria.assets.domain.Split split) {
            return new Split(
                    asset.id().value(),
                    split.claimId().value(),
                    split.on(),
                    split.awarded().value(),
                    split.rest().value(),
                    split.share(),
                    PublishedAsset.caseIds(asset),
                    asset.status().name(),
                    split.recordedAt());
        }
    }

    /** {@code asset.order-carried-over.v1}. Who watches for the end of an order watches it at the part from now on. */
    record OrderCarriedOver(
            String assetId,
            Optional<String> partOf,
            PublishedAsset.Order order,
            String assetDescription,
            List<String> caseIds,
            String state,
            Instant at) {
        static OrderCarriedOver of(Registered asset, CourtOrder order, Instant at) {
            return new OrderCarriedOver(
                    asset.id().value(),
                    asset.partOf().map(it -> it.assetId().value()),
                    PublishedAsset.Order.of(order),
                    asset.description(),
                    PublishedAsset.caseIds(asset),
                    asset.status().name(),
                    at);
        }
    }

    /** The two assets in the place of one. */
    record Parts(String awarded, String rest) {
        static Parts of(org.repatria.assets.domain.Split split) {
            return new Parts(split.awarded().value(), split.rest().value());
        }
    }

    /** From which asset one came. */
    record Origin(String assetId, String side, Fraction share) {
        static Origin of(PartOf partOf) {
            return new Origin(partOf.assetId().value(), partOf.side().name(), partOf.share());
        }
    }
}
