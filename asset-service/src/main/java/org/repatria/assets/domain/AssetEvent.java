package org.repatria.assets.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.clocks.ClockEvent;

/** What can have happened to an asset. */
public sealed interface AssetEvent {

    /** When it was recorded. */
    Instant at();

    /** The asset was taken on file. */
    record AssetRegistered(
            AssetId assetId,
            AssetKind kind,
            String description,
            Optional<Provenance> descriptionProvenance,
            List<Identifier> identifiers,
            Location location,
            String source,
            Confidence confidence,
            String authority,
            Instant at)
            implements AssetEvent {}

    /** An identifier became known. */
    record IdentifierRecorded(Identifier identifier, Instant at) implements AssetEvent {}

    /** An identifier was wrong; another one stands in its place. */
    record IdentifierCorrected(IdentifierCorrection correction) implements AssetEvent {
        @Override
        public Instant at() {
            return correction.recordedAt();
        }
    }

    /** The asset was said to belong to a case; whether the case exists is found out next. */
    record CaseNamed(CaseId caseId, Instant at) implements AssetEvent {}

    /** The case that the asset belongs to turned out to exist: the link holds. */
    record CaseLinked(CaseId caseId, Instant at) implements AssetEvent {}

    /** A linked case was closed. */
    record LinkedCaseClosed(CaseId caseId, Instant at) implements AssetEvent {}

    /** A linked case was opened again. */
    record LinkedCaseReopened(CaseId caseId, Instant at) implements AssetEvent {}

    /** The asset no longer belongs to a case. */
    record CaseUnlinked(CaseId caseId, String reason, Instant at) implements AssetEvent {}

    /** A linked case said on what steps on the asset may rest. */
    record CaseGroundNoted(CaseId caseId, CaseGround ground, Instant at) implements AssetEvent {}

    /** The asset was found to be somewhere from a day on. */
    record PlaceRecorded(Stay stay) implements AssetEvent {
        @Override
        public Instant at() {
            return stay.recordedAt();
        }
    }

    /** An entry on where the asset is was wrong; another one stands in its place. */
    record PlaceCorrected(PlaceId placeId, Stay.Correction correction, Stay successor) implements AssetEvent {
        @Override
        public Instant at() {
            return correction.recordedAt();
        }
    }

    /** A value was found. */
    record AssetValued(Valuation valuation) implements AssetEvent {
        @Override
        public Instant at() {
            return valuation.recordedAt();
        }
    }

    /** A court restrained the asset. */
    record RestraintRecorded(CourtOrder order) implements AssetEvent {
        @Override
        public Instant at() {
            return order.recordedAt();
        }
    }

    /** A court let an order run longer. */
    record RestraintExtended(OrderId orderId, CourtOrder successor) implements AssetEvent {
        @Override
        public Instant at() {
            return successor.recordedAt();
        }
    }

    /** A court ended an order. */
    record RestraintDischarged(OrderId orderId, CourtOrder.Discharge discharge) implements AssetEvent {
        @Override
        public Instant at() {
            return discharge.recordedAt();
        }
    }

    /** The last day of an order passed and no successor was recorded. */
    record RestraintLapsed(OrderId orderId, Instant at) implements AssetEvent {}

    /** A court was asked for an order, or made one that holds the asset for no named time. */
    record OrderRecorded(CourtOrder order) implements AssetEvent {
        @Override
        public Instant at() {
            return order.recordedAt();
        }
    }

    /** An order went one step on in its life. */
    record OrderChanged(OrderId orderId, OrderChange change) implements AssetEvent {
        @Override
        public Instant at() {
            return change.recordedAt();
        }
    }

    /** An order was applied for at a public register, or entered there. */
    record RegisterEntryRecorded(RegisterEntry entry) implements AssetEvent {
        @Override
        public Instant at() {
            return entry.recordedAt();
        }
    }

    /** The requesting state was asked why a measure should go on, or answered. */
    record HearingRecorded(Hearing hearing) implements AssetEvent {
        @Override
        public Instant at() {
            return hearing.recordedAt();
        }
    }

    /** Something is due so that the asset keeps its value. */
    record UpkeepRecorded(Upkeep upkeep) implements AssetEvent {
        @Override
        public Instant at() {
            return upkeep.recordedAt();
        }
    }

    /** What was due is paid. */
    record UpkeepPaid(UpkeepId upkeepId, LocalDate on, Instant at) implements AssetEvent {}

    /** Something was found of the asset, or became of it. */
    record FindingRecorded(Finding finding) implements AssetEvent {
        @Override
        public Instant at() {
            return finding.recordedAt();
        }
    }

    /** A step waits for a second person. */
    record StepProposed(Proposal proposal) implements AssetEvent {
        @Override
        public Instant at() {
            return proposal.at();
        }
    }

    /** A second person agreed; the step itself follows. */
    record StepConfirmed(StepId stepId, Instant at) implements AssetEvent {}

    /** A step that waited is not taken. */
    record StepRefused(StepId stepId, String reason, Instant at) implements AssetEvent {}

    /** Somebody was found to have an interest in the asset. */
    record InterestRecorded(Interest interest) implements AssetEvent {
        @Override
        public Instant at() {
            return interest.recordedAt();
        }
    }

    /** An interest in the asset ended. */
    record InterestEnded(InterestId interestId, Interest.Ending ending) implements AssetEvent {
        @Override
        public Instant at() {
            return ending.recordedAt();
        }
    }

    /** An entry on an interest was wrong; another one stands in its place. */
    record InterestCorrected(InterestId interestId, Interest.Correction correction, Interest successor)
            implements AssetEvent {
        @Override
        public Instant at() {
            return correction.recordedAt();
        }
    }

    /** A clock of the law that an order started, or would end, went on. */
    record ClockChanged(ClockEvent event) implements AssetEvent {
        @Override
        public Instant at() {
            return event.at();
        }
    }

    /** A clock that a claim started went on, for those who may know claims. */
    record ClaimClockChanged(ClockEvent event) implements AssetEvent {
        @Override
        public Instant at() {
            return event.at();
        }
    }

    /** Another asset was found that may be the same one, or to be alike in more. */
    record PossibleDuplicateFound(AssetId otherId, List<Likeness> by, Instant at) implements AssetEvent {}

    /** Two people agreed that the asset is one with another one, which is kept. */
    record MergingBegan(AssetId into, int number, String reason, Instant at) implements AssetEvent {}

    /** The asset that is kept has taken over what this one says; nothing changes here any more. */
    record AssetMerged(AssetId into, List<CaseId> cases, Instant at) implements AssetEvent {
        public AssetMerged {
            cases = List.copyOf(cases);
        }
    }

    /** A person found that the asset and the one into which it was merged are two. */
    record SeparationBegan(AssetId into, int number, String reason, Instant at) implements AssetEvent {}

    /**
     * The asset is one of its own again.
     *
     * @param content what became meanwhile of what came from it
     */
    record AssetSeparated(AssetId into, Content content, Instant at) implements AssetEvent {}

    /** The kept asset could not do what was asked; {@code to} is how it was before. */
    record MergerTakenBack(AssetId into, Merger.Phase to, Instant at) implements AssetEvent {}

    /** The asset took in what another one says, or gave it back, or could not. */
    record OtherAnswered(TakenIn answer) implements AssetEvent {
        @Override
        public Instant at() {
            return answer.at();
        }
    }

    /** A person found that a possible duplicate is another asset. */
    record KeptApart(AssetId otherId, PossibleDuplicate.KeptApart how) implements AssetEvent {
        @Override
        public Instant at() {
            return how.at();
        }
    }

    /** What was agreed of the money of the asset does not fit what is recorded any more, or in another way. */
    record DistributionGapFound(List<Distribution.Gap> gaps, Instant at) implements AssetEvent {
        public DistributionGapFound {
            gaps = List.copyOf(gaps);
        }
    }

    /** What was agreed fits again, or nothing stands that could not. */
    record DistributionGapClosed(Instant at) implements AssetEvent {}

    /** A third party claimed something of the asset. */
    record ClaimFiled(Claim claim) implements AssetEvent {
        @Override
        public Instant at() {
            return claim.changes().getLast().recordedAt();
        }
    }

    /** A claim went one step on in its life. */
    record ClaimChanged(ClaimId claimId, ClaimChange change) implements AssetEvent {
        @Override
        public Instant at() {
            return change.recordedAt();
        }
    }

    /** A part of the asset was awarded; two assets take its place. */
    record AssetSplit(Split split) implements AssetEvent {
        @Override
        public Instant at() {
            return split.recordedAt();
        }
    }

    /**
     * The asset is a part of another one, and begins with what was known of that.
     *
     * @param places where the whole is and was; of a part that was taken on file before they were kept, none
     */
    record PartTakenOver(
            PartOf partOf,
            List<Valuation> valuations,
            List<CourtOrder> orders,
            List<Interest> interests,
            List<Finding> findings,
            List<Claim> claims,
            List<RegisterEntry> registerEntries,
            List<Stay> places,
            List<Hearing> hearings,
            Instant at)
            implements AssetEvent {
        public PartTakenOver {
            registerEntries = List.copyOf(registerEntries);
            places = List.copyOf(places);
            hearings = List.copyOf(hearings);
        }
    }

    /** An order that runs until a day runs on at the part of an asset. Who watches for its end learns of it here. */
    record OrderCarriedOver(OrderId orderId, Instant at) implements AssetEvent {}

    /** A claim that is open goes on at the part of an asset. */
    record ClaimCarriedOver(ClaimId claimId, Instant at) implements AssetEvent {}
}
