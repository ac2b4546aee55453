package org.repatria.assets.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetClocks;
import org.repatria.assets.domain.Claim;
import org.repatria.assets.domain.ClaimChange;
import org.repatria.assets.domain.ClaimClocks;
import org.repatria.assets.domain.CourtOrder;
import org.repatria.assets.domain.Fraction;
import org.repatria.assets.domain.OrderId;
import org.repatria.assets.domain.PartOf;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockEvent;
import org.repatria.clocks.ClockEvent.ClockCancelled;
import org.repatria.clocks.ClockEvent.ClockExpired;
import org.repatria.clocks.ClockEvent.ClockExtended;
import org.repatria.clocks.ClockEvent.ClockRebased;
import org.repatria.clocks.ClockEvent.ClockResumed;
import org.repatria.clocks.ClockEvent.ClockSatisfied;
import org.repatria.clocks.ClockEvent.ClockStarted;
import org.repatria.clocks.ClockEvent.ClockSuperseded;
import org.repatria.clocks.ClockEvent.ClockSuspended;
import org.repatria.clocks.ClockEvent.ExpiryConfirmed;
import org.repatria.clocks.ClockEvent.ExpiryRefuted;
import org.repatria.clocks.ClockEvent.HappeningKept;
import org.repatria.clocks.ClockEvent.LateHappeningNoted;
import org.repatria.clocks.ClockEvent.WarningGiven;
import org.repatria.clocks.Happening;

/**
 * What the outside may know of claims: that there is one, and where it stands. Who claims, by which right and how much
 * stays inside, since each of them may say who it is (section 8 of the reference: claimants).
 */
record PublishedClaim(
        String claimId, String status, LocalDate filedOn, Optional<LocalDate> replyBy, List<ClockAsItStands> clocks) {

    static PublishedClaim of(Claim claim, Registered asset) {
        return new PublishedClaim(
                claim.id().value(),
                claim.status().name(),
                claim.filedOn(),
                claim.replyBy(),
                ClaimClocks.of(claim, asset).stream().map(ClockAsItStands::of).toList());
    }

    /** A clock that the claim started, as it stands. */
    record ClockAsItStands(
            String clockId,
            String rule,
            String kind,
            String state,
            LocalDate startedOn,
            LocalDate lastDay,
            Optional<LocalDate> otherLastDay,
            String zone,
            Optional<String> metBy,
            Optional<Instant> nextAt) {
        static ClockAsItStands of(Clock clock) {
            return new ClockAsItStands(
                    clock.id(),
                    clock.rule().id(),
                    clock.rule().kind().name(),
                    clock.state().name(),
                    clock.trigger().day(),
                    clock.effective().lastDay(),
                    clock.effective().otherReading(),
                    clock.zone().getId(),
                    clock.satisfiedBy().map(Happening::token),
                    clock.nextAt());
        }
    }

    /** {@code asset.claim-clock-changed.v1}. */
    record ClockHasChanged(
            String assetId,
            String assetDescription,
            String claimId,
            String clockId,
            String change,
            String rule,
            String kind,
            Optional<String> orderId,
            LocalDate startedOn,
            LocalDate lastDay,
            Optional<LocalDate> otherLastDay,
            String zone,
            Optional<Integer> daysLeft,
            Optional<String> metBy,
            Optional<Boolean> inTime,
            List<String> caseIds,
            Instant at) {

        /** What is told of what happened to a clock of a claim; nothing of what cannot happen to one. */
        static Optional<ClockHasChanged> of(Registered asset, ClockEvent event) {
            return switch (event) {
                case ClockStarted(var clock, var _) -> Optional.of(of(asset, clock.id(), "STARTED", event));
                case WarningGiven e ->
                    Optional.of(of(asset, e.clockId(), "WARNED", event)
                            .before((int) ChronoUnit.DAYS.between(e.day(), e.lastDay())));
                case ClockExpired e -> Optional.of(of(asset, e.clockId(), "EXPIRED", event));
                case ClockSatisfied e ->
                    Optional.of(of(asset, e.clockId(), "MET", event).metBy(e.by(), true));
                case LateHappeningNoted e ->
                    Optional.of(of(asset, e.clockId(), "MET", event).metBy(e.happening(), false));
                case ClockCancelled e -> Optional.of(of(asset, e.clockId(), "ENDED", event));
                // Nothing extends one, lets it rest or takes its place, and no officer decides on it.
                case HappeningKept _,
                        ClockExtended _,
                        ClockSuperseded _,
                        ClockSuspended _,
                        ClockResumed _,
                        ClockRebased _,
                        ExpiryConfirmed _,
                        ExpiryRefuted _ -> Optional.empty();
            };
        }

        private static ClockHasChanged of(Registered asset, String clockId, String change, ClockEvent event) {
            var clock = asset.clocksOfClaims().clock(clockId).orElseThrow();
            return new ClockHasChanged(
                    asset.id().value(),
                    asset.description(),
                    ClaimClocks.claimOf(clock).value(),
                    clock.id(),
                    change,
                    clock.rule().id(),
                    clock.rule().kind().name(),
                    AssetClocks.orderOf(clock).map(OrderId::value),
                    clock.trigger().day(),
                    clock.effective().lastDay(),
                    clock.effective().otherReading(),
                    clock.zone().getId(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    PublishedAsset.caseIds(asset),
                    event.at());
        }

        private ClockHasChanged before(int days) {
            return with(Optional.of(days), metBy, inTime);
        }

        private ClockHasChanged metBy(Happening by, boolean wasInTime) {
            return with(daysLeft, Optional.of(by.token()), Optional.of(wasInTime));
        }

        private ClockHasChanged with(
                Optional<Integer> days, Optional<String> otherMetBy, Optional<Boolean> otherInTime) {
            return new ClockHasChanged(
                    assetId,
                    assetDescription,
                    claimId,
                    clockId,
                    change,
                    rule,
                    kind,
                    orderId,
                    startedOn,
                    lastDay,
                    otherLastDay,
                    zone,
                    days,
                    otherMetBy,
                    otherInTime,
                    caseIds,
                    at);
        }
    }

    /** In which the day for the reply ends: that of the court whose order it answers, or of another order. */
    static Optional<String> zoneOfReply(Registered asset, Claim claim) {
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
