package org.repatria.assets.publishing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.Asset.Unregistered;
import org.repatria.assets.domain.AssetEvent;
import org.repatria.assets.domain.AssetEvent.AssetMerged;
import org.repatria.assets.domain.AssetEvent.AssetRegistered;
import org.repatria.assets.domain.AssetEvent.AssetSeparated;
import org.repatria.assets.domain.AssetEvent.AssetSplit;
import org.repatria.assets.domain.AssetEvent.AssetValued;
import org.repatria.assets.domain.AssetEvent.CaseGroundNoted;
import org.repatria.assets.domain.AssetEvent.CaseLinked;
import org.repatria.assets.domain.AssetEvent.CaseNamed;
import org.repatria.assets.domain.AssetEvent.CaseUnlinked;
import org.repatria.assets.domain.AssetEvent.ClaimCarriedOver;
import org.repatria.assets.domain.AssetEvent.ClaimChanged;
import org.repatria.assets.domain.AssetEvent.ClaimClockChanged;
import org.repatria.assets.domain.AssetEvent.ClaimFiled;
import org.repatria.assets.domain.AssetEvent.ClockChanged;
import org.repatria.assets.domain.AssetEvent.DistributionGapClosed;
import org.repatria.assets.domain.AssetEvent.DistributionGapFound;
import org.repatria.assets.domain.AssetEvent.FindingRecorded;
import org.repatria.assets.domain.AssetEvent.HearingRecorded;
import org.repatria.assets.domain.AssetEvent.IdentifierCorrected;
import org.repatria.assets.domain.AssetEvent.IdentifierRecorded;
import org.repatria.assets.domain.AssetEvent.InterestCorrected;
import org.repatria.assets.domain.AssetEvent.InterestEnded;
import org.repatria.assets.domain.AssetEvent.InterestRecorded;
import org.repatria.assets.domain.AssetEvent.KeptApart;
import org.repatria.assets.domain.AssetEvent.LinkedCaseClosed;
import org.repatria.assets.domain.AssetEvent.LinkedCaseReopened;
import org.repatria.assets.domain.AssetEvent.MergerTakenBack;
import org.repatria.assets.domain.AssetEvent.MergingBegan;
import org.repatria.assets.domain.AssetEvent.OrderCarriedOver;
import org.repatria.assets.domain.AssetEvent.OrderChanged;
import org.repatria.assets.domain.AssetEvent.OrderRecorded;
import org.repatria.assets.domain.AssetEvent.OtherAnswered;
import org.repatria.assets.domain.AssetEvent.PartTakenOver;
import org.repatria.assets.domain.AssetEvent.PlaceCorrected;
import org.repatria.assets.domain.AssetEvent.PlaceRecorded;
import org.repatria.assets.domain.AssetEvent.PossibleDuplicateFound;
import org.repatria.assets.domain.AssetEvent.RegisterEntryRecorded;
import org.repatria.assets.domain.AssetEvent.RestraintDischarged;
import org.repatria.assets.domain.AssetEvent.RestraintExtended;
import org.repatria.assets.domain.AssetEvent.RestraintLapsed;
import org.repatria.assets.domain.AssetEvent.RestraintRecorded;
import org.repatria.assets.domain.AssetEvent.SeparationBegan;
import org.repatria.assets.domain.AssetEvent.StepConfirmed;
import org.repatria.assets.domain.AssetEvent.StepProposed;
import org.repatria.assets.domain.AssetEvent.StepRefused;
import org.repatria.assets.domain.AssetEvent.UpkeepPaid;
import org.repatria.assets.domain.AssetEvent.UpkeepRecorded;
import org.repatria.assets.domain.ClaimId;
import org.repatria.assets.domain.CourtOrder;
import org.repatria.assets.domain.CurrentValue;
import org.repatria.assets.domain.InterestId;
import org.repatria.assets.domain.OrderChange;
import org.repatria.assets.domain.OrderId;
import org.repatria.assets.domain.OrderStatus;
import org.repatria.assets.domain.Valuation;
import org.repatria.assets.publishing.PublishedAsset.Amount;
import org.repatria.assets.publishing.PublishedAsset.Link;
import org.repatria.assets.publishing.PublishedAsset.Order;
import org.repatria.assets.publishing.PublishedMerger.Changed;
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
import org.repatria.messaging.Announcement;
import org.repatria.messaging.Publishing;

/**
 * What the outside may see of an asset. Identifiers are masked; its source, the reasons of anybody, the names of
 * holders and everything about claimants are left out.
 */
public final class AssetPublishing implements Publishing<Asset, AssetEvent> {

    @Override
    public Announcement event(String assetId, AssetEvent event, Asset after) {
        return switch (event) {
            case AssetRegistered e ->
                Announcement.told("asset.registered.v1", PublishedAsset.Registered.of(assetId, e));
            case CaseNamed e ->
                Announcement.told(
                        "asset.case-awaited.v1", new Link(assetId, e.caseId().value(), e.at()));
            case CaseLinked e ->
                Announcement.told(
                        "asset.linked.v1", new Link(assetId, e.caseId().value(), e.at()));
            case CaseUnlinked e ->
                Announcement.told(
                        "asset.unlinked.v1", new Link(assetId, e.caseId().value(), e.at()));
            case IdentifierRecorded e ->
                Announcement.told(
                        "asset.identifier-recorded.v1", PublishedAsset.IdentifierRecorded.of(asset(after), e));
            case IdentifierCorrected e ->
                Announcement.told(
                        "asset.identifier-corrected.v1",
                        PublishedAsset.IdentifierCorrected.of(asset(after), e.correction()));
            case PlaceRecorded e ->
                Announcement.told("asset.place-recorded.v1", PublishedAsset.PlaceRecorded.of(asset(after), e.stay()));
            case PlaceCorrected e ->
                Announcement.told("asset.place-corrected.v1", PublishedAsset.PlaceCorrected.of(asset(after), e));
            case AssetValued e -> Announcement.told("asset.valued.v1", valued(asset(after), e.valuation()));
            case RestraintRecorded e ->
                Announcement.told("asset.restrained.v1", restrained(e.order(), asset(after), e.at()));
            case RestraintExtended e -> Announcement.told("asset.restraint-extended.v1", extended(e, asset(after)));
            case RestraintDischarged e ->
                Announcement.told("asset.restraint-discharged.v1", discharged(e, asset(after)));
            case RestraintLapsed e -> Announcement.told("asset.restraint-lapsed.v1", lapsed(e, asset(after)));
            case OrderRecorded e ->
                changed(asset(after), e.order().id(), e.order().changes().getLast());
            case OrderChanged e -> changed(asset(after), e.orderId(), e.change());
            case RegisterEntryRecorded e ->
                Announcement.told(
                        "asset.register-entry-recorded.v1",
                        PublishedAsset.RegisterEntryRecorded.of(asset(after), e.entry()));
            case HearingRecorded e ->
                Announcement.told(
                        "asset.hearing-recorded.v1", PublishedAsset.HearingRecorded.of(asset(after), e.hearing()));
            case UpkeepRecorded e ->
                Announcement.told("asset.upkeep-due.v1", PublishedAsset.UpkeepDue.of(asset(after), e.upkeep()));
            case UpkeepPaid e ->
                Announcement.told(
                        "asset.upkeep-paid.v1",
                        new PublishedAsset.UpkeepPaid(
                                assetId, e.upkeepId().value(), e.on(), PublishedAsset.caseIds(asset(after)), e.at()));
            case FindingRecorded e ->
                Announcement.told(
                        "asset.finding-recorded.v1", PublishedAsset.FindingRecorded.of(asset(after), e.finding()));
            // What two people have not agreed on has not happened; it shows in the snapshot, and only there.
            case StepProposed _, StepConfirmed _, StepRefused _ -> Announcement.told();
            case InterestRecorded e ->
                Announcement.told(
                        "asset.interest-recorded.v1",
                        new PublishedAsset.InterestRecorded(
                                assetId,
                                PublishedInterest.of(e.interest()),
                                asset(after).description(),
                                PublishedAsset.changedWhileRestrained(
                                        asset(after), e.interest().id()),
                                PublishedAsset.caseIds(asset(after)),
                                e.at()));
            case InterestEnded e ->
                Announcement.told(
                        "asset.interest-ended.v1",
                        new PublishedAsset.InterestEnded(
                                assetId,
                                e.interestId().value(),
                                e.ending().endedOn(),
                                asset(after).description(),
                                PublishedAsset.changedWhileRestrained(asset(after), e.interestId()),
                                PublishedAsset.caseIds(asset(after)),
                                e.at()));
            case InterestCorrected e ->
                Announcement.told(
                        "asset.interest-corrected.v1",
                        new PublishedAsset.InterestCorrected(
                                assetId,
                                e.interestId().value(),
                                PublishedInterest.of(e.successor()),
                                asset(after).description(),
                                PublishedAsset.changedWhileRestrained(
                                        asset(after), e.successor().id()),
                                PublishedAsset.caseIds(asset(after)),
                                e.at()));
            case PossibleDuplicateFound e ->
                Announcement.told(
                        "asset.duplicate-suspected.v1",
                        new PublishedAsset.DuplicateSuspected(
                                assetId,
                                e.otherId().value(),
                                e.by().stream().map(Enum::name).toList(),
                                asset(after).description(),
                                PublishedAsset.caseIds(asset(after)),
                                e.at()));
            case KeptApart e ->
                Announcement.told(
                        "asset.kept-apart.v1",
                        new PublishedAsset.KeptApart(assetId, e.otherId().value(), e.at()));
            case MergingBegan e -> merger(Changed.of(asset(after), e.into(), "BEGUN", e.at()));
            case AssetMerged e -> merger(Changed.merged(asset(after), e.into(), e.at()));
            case SeparationBegan e -> merger(Changed.of(asset(after), e.into(), "SEPARATING", e.at()));
            case AssetSeparated e -> merger(Changed.separated(asset(after), e.into(), e.at()));
            case MergerTakenBack e -> merger(Changed.of(asset(after), e.into(), "TAKEN_BACK", e.at()));
            case OtherAnswered e ->
                Announcement.told("asset.merger-answered.v1", PublishedMerger.Answered.of(asset(after), e.answer()));
            case DistributionGapFound e ->
                Announcement.told(
                        "asset.distribution-gap-found.v1",
                        PublishedAsset.DistributionGapFound.of(asset(after), e.gaps(), e.at()));
            case DistributionGapClosed e ->
                Announcement.told(
                        "asset.distribution-gap-closed.v1",
                        new PublishedAsset.DistributionGapClosed(
                                assetId, PublishedAsset.caseIds(asset(after)), e.at()));
            case ClaimFiled e ->
                claim("asset.claim-filed.v1", asset(after), e.claim().id(), e.at());
            case ClaimChanged e ->
                Announcement.told(
                        "asset.claim-changed.v1",
                        PublishedClaim.Changed.of(
                                asset(after), asset(after).claim(e.claimId()).orElseThrow(), e.change()));
            case AssetSplit e -> Announcement.told("asset.split.v1", PublishedClaim.Split.of(asset(after), e.split()));
            // All of it shows in the snapshot of the part.
            case PartTakenOver _ -> Announcement.told();
            case OrderCarriedOver e ->
                Announcement.told(
                        "asset.order-carried-over.v1",
                        PublishedClaim.OrderCarriedOver.of(
                                asset(after), asset(after).order(e.orderId()).orElseThrow(), e.at()));
            case ClaimCarriedOver e -> claim("asset.claim-carried-over.v1", asset(after), e.claimId(), e.at());
            // The case-service tells the world of its cases; here they only show in the snapshot.
            case LinkedCaseClosed _, LinkedCaseReopened _, CaseGroundNoted _ -> Announcement.told();
            case ClockChanged e -> clock(e.event(), asset(after));
            case ClaimClockChanged e -> claimClock(e.event(), asset(after));
        };
    }

    @Override
    public Optional<Published> snapshot(String assetId, Asset state) {
        return switch (state) {
            case Registered asset -> published("asset.snapshot.v1", PublishedAsset.Snapshot.of(asset));
            case Unregistered _ -> Optional.empty();
        };
    }

    /** An asset is the matter of the state whose authority holds it, whatever cases it is linked to. */
    @Override
    public Set<String> states(String assetId, Asset state) {
        return switch (state) {
            case Registered asset -> Set.of(asset.state());
            case Unregistered _ -> Set.of();
        };
    }

    private static Announcement clock(ClockEvent event, Registered asset) {
        return switch (event) {
            case ClockStarted(var clock, var _) -> clock("started", event, clock.id(), asset);
            case ClockExtended e -> clock("started", event, e.successor().id(), asset);
            case WarningGiven e ->
                clock(
                        "warned",
                        event,
                        e.clockId(),
                        asset,
                        Optional.of((int) ChronoUnit.DAYS.between(e.day(), e.lastDay())),
                        Optional.empty(),
                        Optional.empty());
            case ClockExpired e -> clock("expired", event, e.clockId(), asset);
            case ClockSatisfied e ->
                clock("met", event, e.clockId(), asset, Optional.empty(), Optional.of(e.by()), Optional.of(true));
            case LateHappeningNoted e ->
                clock(
                        "met",
                        event,
                        e.clockId(),
                        asset,
                        Optional.empty(),
                        Optional.of(e.happening()),
                        Optional.of(false));
            case ClockSuperseded e -> clock("ended", event, e.clockId(), asset);
            case ClockCancelled e -> clock("ended", event, e.clockId(), asset);
            // Nothing that is told of an asset lets a clock rest, and no officer decides on one.
            case HappeningKept _,
                    ClockSuspended _,
                    ClockResumed _,
                    ClockRebased _,
                    ExpiryConfirmed _,
                    ExpiryRefuted _ -> Announcement.told();
        };
    }

    /** What a claim started is told with the claims, so that whoever hides these hides it too (ADR-0027). */
    private static Announcement claimClock(ClockEvent event, Registered asset) {
        return PublishedClaim.ClockHasChanged.of(asset, event)
                .map(told -> Announcement.told("asset.claim-clock-changed.v1", told))
                .orElseGet(Announcement::told);
    }

    private static Announcement clock(String what, ClockEvent event, String clockId, Registered asset) {
        return clock(what, event, clockId, asset, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Announcement clock(
            String what,
            ClockEvent event,
            String clockId,
            Registered asset,
            Optional<Integer> daysLeft,
            Optional<Happening> metBy,
            Optional<Boolean> inTime) {
        var clock = asset.clocks().clock(clockId).orElseThrow();
        return Announcement.told(
                "asset.clock-" + what + ".v1",
                PublishedAsset.ClockHasChanged.of(asset, clock, daysLeft, metBy, inTime, event.at()));
    }

    private static PublishedAsset.Valued valued(Registered asset, Valuation v) {
        return new PublishedAsset.Valued(
                asset.id().value(),
                v.number(),
                v.kind().name(),
                Amount.of(v.value()),
                v.basis().name(),
                v.valuedOn(),
                v.recordedAt(),
                v.liens().stream().map(InterestId::value).toList(),
                asset.description(),
                PublishedAsset.caseIds(asset),
                CurrentValue.fallTo(v, asset.valuations()));
    }

    /** What holds the asset until a named day is told as a restraint, applied for here or not. */
    private static Announcement changed(Registered asset, OrderId orderId, OrderChange change) {
        var order = asset.order(orderId).orElseThrow();
        return change.to() == OrderStatus.ISSUED && order.isWatched()
                ? Announcement.told("asset.restrained.v1", restrained(order, asset, change.recordedAt()))
                : Announcement.told("asset.order-changed.v1", PublishedAsset.OrderChanged.of(asset, order, change));
    }

    private static Announcement claim(String type, Registered asset, ClaimId claimId, Instant at) {
        return Announcement.told(
                type, PublishedClaim.Filed.of(asset, asset.claim(claimId).orElseThrow(), at));
    }

    private static PublishedAsset.Restrained restrained(CourtOrder order, Registered asset, Instant at) {
        return new PublishedAsset.Restrained(
                asset.id().value(),
                asset.kind().name(),
                asset.description(),
                PublishedAsset.caseIds(asset),
                Order.of(order),
                asset.status().name(),
                at);
    }

    private static PublishedAsset.RestraintExtended extended(RestraintExtended e, Registered asset) {
        return new PublishedAsset.RestraintExtended(
                asset.id().value(),
                asset.description(),
                e.orderId().value(),
                Order.of(e.successor()),
                PublishedAsset.caseIds(asset),
                asset.status().name(),
                e.at());
    }

    private static PublishedAsset.RestraintDischarged discharged(RestraintDischarged e, Registered asset) {
        return new PublishedAsset.RestraintDischarged(
                asset.id().value(),
                e.orderId().value(),
                e.discharge().dischargedOn(),
                PublishedAsset.caseIds(asset),
                asset.status().name(),
                e.at());
    }

    private static PublishedAsset.RestraintLapsed lapsed(RestraintLapsed e, Registered asset) {
        var order = asset.order(e.orderId()).orElseThrow();
        return new PublishedAsset.RestraintLapsed(
                asset.id().value(),
                asset.description(),
                e.orderId().value(),
                order.endsOn().orElseThrow(),
                order.zone().orElseThrow().getId(),
                true,
                PublishedAsset.caseIds(asset),
                asset.status().name(),
                e.at());
    }

    private static Announcement merger(Changed changed) {
        return Announcement.told("asset.merger-changed.v1", changed);
    }

    private static Optional<Published> published(String type, Object data) {
        return Optional.of(new Published(type, data));
    }

    private static Registered asset(Asset after) {
        return switch (after) {
            case Registered asset -> asset;
            case Unregistered _ -> throw new IllegalStateException("an event that registers nothing");
        };
    }
}
