package org.repatria.assets.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.AssetClocks;
import org.repatria.assets.domain.AssetEvent;
import org.repatria.assets.domain.AssetEvent.AssetRegistered;
import org.repatria.assets.domain.CaseId;
import org.repatria.assets.domain.CaseLink;
import org.repatria.assets.domain.Claim;
import org.repatria.assets.domain.Confidence;
import org.repatria.assets.domain.CourtOrder;
import org.repatria.assets.domain.CurrentValue;
import org.repatria.assets.domain.Delays;
import org.repatria.assets.domain.Distribution;
import org.repatria.assets.domain.Finding;
import org.repatria.assets.domain.Hearing;
import org.repatria.assets.domain.Identifier;
import org.repatria.assets.domain.IdentifierCorrection;
import org.repatria.assets.domain.Interest;
import org.repatria.assets.domain.InterestId;
import org.repatria.assets.domain.Money;
import org.repatria.assets.domain.OrderChange;
import org.repatria.assets.domain.OrderId;
import org.repatria.assets.domain.OrderStatus;
import org.repatria.assets.domain.Places;
import org.repatria.assets.domain.Proposal;
import org.repatria.assets.domain.Provenance;
import org.repatria.assets.domain.Reached;
import org.repatria.assets.domain.RegisterEntry;
import org.repatria.assets.domain.Sameness;
import org.repatria.assets.domain.Stay;
import org.repatria.assets.domain.Upkeep;
import org.repatria.assets.domain.Valuation;
import org.repatria.clocks.Clock;
import org.repatria.clocks.Happening;

/** The published language of assets: {@code contracts/schemas/asset.*.json} says the same. */
final class PublishedAsset {

    private PublishedAsset() {}

    /** An identifier as far as it may be seen outside; from where it is known stays inside. */
    record Masked(String scheme, String masked, String confidence) {

        /** @param whole how far the source of the thing itself is trusted */
        static List<Masked> of(List<Identifier> identifiers, Confidence whole) {
            return identifiers.stream().map(it -> of(it, whole)).toList();
        }

        private static Masked of(Identifier identifier, Confidence whole) {
            return new Masked(identifier.scheme().name(), identifier.masked(), trusted(identifier.provenance(), whole));
        }
    }

    /** How far the source of a fact is trusted, or that of what it is a fact of. */
    private static String trusted(Optional<Provenance> of, Confidence whole) {
        return of.map(Provenance::confidence).orElse(whole).name();
    }

    /** {@code asset.identifier-recorded.v1}. */
    record IdentifierRecorded(
            String assetId, Masked identifier, String assetDescription, List<String> caseIds, Instant at) {
        static IdentifierRecorded of(Asset.Registered asset, AssetEvent.IdentifierRecorded recorded) {
            return new IdentifierRecorded(
                    asset.id().value(),
                    Masked.of(recorded.identifier(), asset.confidence()),
                    asset.description(),
                    PublishedAsset.caseIds(asset),
                    recorded.at());
        }
    }

    /** {@code asset.identifier-corrected.v1}. */
    record IdentifierCorrected(
            String assetId, Masked wrong, Masked successor, String assetDescription, List<String> caseIds, Instant at) {
        static IdentifierCorrected of(Asset.Registered asset, IdentifierCorrection correction) {
            return new IdentifierCorrected(
                    asset.id().value(),
                    Masked.of(correction.wrong(), asset.confidence()),
                    Masked.of(correction.successor(), asset.confidence()),
                    asset.description(),
                    PublishedAsset.caseIds(asset),
                    correction.recordedAt());
        }
    }

    /** An amount as it travels. */
    record Amount(String amount, String currency) {
        static Amount of(Money money) {
            return new Amount(money.amount(), money.currency());
        }
    }

    /** A restraint or seizure with a last day, as it stands when it is recorded. */
    record Order(
            String orderId,
            String courtReference,
            String legalBasis,
            LocalDate issuedOn,
            LocalDate endsOn,
            String zone,
            Instant endsBefore) {
        static Order of(CourtOrder order) {
            return new Order(
                    order.id().value(),
                    order.courtReference().orElseThrow(),
                    order.legalBasis(),
                    order.issuedOn().orElseThrow(),
                    order.endsOn().orElseThrow(),
                    order.zone().orElseThrow().getId(),
                    order.endsBefore().orElseThrow());
        }
    }

    /** {@code asset.registered.v1}. */
    record Registered(
            String assetId,
            String kind,
            String description,
            String descriptionConfidence,
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
                    trusted(e.descriptionProvenance(), e.confidence()),
                    Masked.of(e.identifiers(), e.confidence()),
                    e.location().country(),
                    e.location().jurisdiction(),
                    e.confidence().name(),
                    e.authority(),
                    e.at());
        }
    }

    /** {@code asset.case-awaited.v1}, {@code asset.linked.v1} and {@code asset.unlinked.v1}. */
    record Link(String assetId, String caseId, Instant at) {}

    /**
     * Where an asset is or was; from where that is known stays inside.
     *
     * @param from the first day there; absent where nobody knows since when
     * @param until the last day there; absent while it is there
     */
    record AtPlace(
            String placeId,
            String country,
            String jurisdiction,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            String confidence) {
        static AtPlace of(Stay stay, Places places) {
            return new AtPlace(
                    stay.id().value(),
                    stay.location().country(),
                    stay.location().jurisdiction(),
                    stay.from(),
                    places.until(stay),
                    stay.provenance().confidence().name());
        }
    }

    /** {@code asset.place-recorded.v1}; country and jurisdiction are those where the asset is afterwards. */
    record PlaceRecorded(
            String assetId,
            AtPlace place,
            String country,
            String jurisdiction,
            String assetDescription,
            List<String> caseIds,
            Instant at) {
        static PlaceRecorded of(Asset.Registered asset, Stay stay) {
            return new PlaceRecorded(
                    asset.id().value(),
                    AtPlace.of(stay, asset.places()),
                    asset.location().country(),
                    asset.location().jurisdiction(),
                    asset.description(),
                    PublishedAsset.caseIds(asset),
                    stay.recordedAt());
        }
    }

    /** {@code asset.place-corrected.v1}; country and jurisdiction are those where the asset is afterwards. */
    record PlaceCorrected(
            String assetId,
            String placeId,
            AtPlace successor,
            String country,
            String jurisdiction,
            String assetDescription,
            List<String> caseIds,
            Instant at) {
        static PlaceCorrected of(Asset.Registered asset, AssetEvent.PlaceCorrected e) {
            return new PlaceCorrected(
                    asset.id().value(),
                    e.placeId().value(),
                    AtPlace.of(e.successor(), asset.places()),
                    asset.location().country(),
                    asset.location().jurisdiction(),
                    asset.description(),
                    PublishedAsset.caseIds(asset),
                    e.at());
        }
    }

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
            String descriptionConfidence,
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
            Optional<Instant> stateChangedAt,
            Optional<LocalDate> standsSince,
            List<AnyOrder> orders,
            List<Found> findings,
            List<Waiting> waiting,
            List<ThingDue> upkeep,
            List<ClockAsItStands> clocks,
            List<PossibleDuplicate> possibleDuplicates,
            Optional<String> mergedInto,
            List<String> takenIn,
            List<PublishedClaim> claims,
            Optional<PublishedClaim.Parts> split,
            Optional<PublishedClaim.Origin> partOf,
            List<String> reached,
            List<Amount> returned,
            List<AtPlace> places) {

        /** Whoever sums up what there is counts nothing of an asset for which another one stands. */
        static Snapshot of(Asset.Registered asset) {
            return asset.sameness().isMerged() ? ofMerged(asset) : whole(asset);
        }

        private static Snapshot ofMerged(Asset.Registered asset) {
            return new Snapshot(
                    asset.kind().name(),
                    asset.description(),
                    trusted(asset.descriptionProvenance(), asset.confidence()),
                    asset.status().name(),
                    Masked.of(asset.identifiers(), asset.confidence()),
                    asset.location().country(),
                    asset.location().jurisdiction(),
                    asset.confidence().name(),
                    asset.authority(),
                    asset.registeredAt(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    stateChangedAt(asset),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    asset.sameness().mergedInto().map(it -> it.into().value()),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of());
        }

        private static Snapshot whole(Asset.Registered asset) {
            return new Snapshot(
                    asset.kind().name(),
                    asset.description(),
                    trusted(asset.descriptionProvenance(), asset.confidence()),
                    asset.status().name(),
                    Masked.of(asset.identifiers(), asset.confidence()),
                    asset.location().country(),
                    asset.location().jurisdiction(),
                    asset.confidence().name(),
                    asset.authority(),
                    asset.registeredAt(),
                    asset.links().stream().map(LinkedCase::of).toList(),
                    // What was split is worth nothing by itself, and nothing of it is watched: its parts are.
                    asset.split().isPresent() ? List.of() : Value.current(asset.valuations()),
                    asset.orders().stream()
                            .filter(it -> it.isWatched() && asset.split().isEmpty())
                            .map(OrderAsItStands::of)
                            .toList(),
                    PublishedInterest.of(asset.interests()),
                    stateChangedAt(asset),
                    asset.standsSince(),
                    asset.orders().stream()
                            .map(order -> AnyOrder.of(order, asset.registerEntries(), asset.hearings()))
                            .toList(),
                    asset.findings().stream().map(Found::of).toList(),
                    asset.waiting().stream().flatMap(Waiting::of).toList(),
                    asset.upkeep().stream().map(ThingDue::of).toList(),
                    asset.clocks().clocks().stream().map(ClockAsItStands::of).toList(),
                    PossibleDuplicate.of(asset.sameness()),
                    Optional.empty(),
                    asset.sameness().takenIn().stream()
                            .map(it -> it.from().value())
                            .toList(),
                    asset.claims().stream()
                            .map(claim -> PublishedClaim.of(claim, asset))
                            .toList(),
                    asset.split().map(PublishedClaim.Parts::of),
                    asset.partOf().map(PublishedClaim.Origin::of),
                    Reached.of(asset).stream().map(Enum::name).toList(),
                    asset.split().isPresent() ? List.of() : returned(asset),
                    asset.places().inOrder().stream()
                            .map(it -> AtPlace.of(it, asset.places()))
                            .toList());
        }

        private static List<Amount> returned(Asset.Registered asset) {
            return asset.findings().stream()
                    .filter(it -> it.kind() == Finding.Kind.RETURNED)
                    .flatMap(it -> it.particulars().amount().stream())
                    .map(Amount::of)
                    .toList();
        }

        /** When something was last recorded that its state follows from; late news are told by it. */
        private static Optional<Instant> stateChangedAt(Asset.Registered asset) {
            return Stream.of(
                            asset.orders().stream().flatMap(CourtOrder::recordings),
                            asset.findings().stream().map(Finding::recordedAt),
                            asset.claims().stream().flatMap(Claim::recordings))
                    .flatMap(it -> it)
                    .max(Comparator.naturalOrder());
        }
    }

    /** A case that the asset names. */
    record LinkedCase(String caseId, String standing, Instant linkedAt) {
        static LinkedCase of(CaseLink link) {
            return new LinkedCase(link.caseId().value(), link.standing().name(), link.linkedAt());
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

    /** A restraint or seizure with a last day, in the words of before there were other orders. */
    record OrderAsItStands(
            String orderId,
            String state,
            String courtReference,
            LocalDate issuedOn,
            LocalDate endsOn,
            String zone,
            Instant endsBefore,
            Optional<String> supersedes) {
        static OrderAsItStands of(CourtOrder order) {
            return new OrderAsItStands(
                    order.id().value(),
                    word(order.status()),
                    order.courtReference().orElseThrow(),
                    order.issuedOn().orElseThrow(),
                    order.endsOn().orElseThrow(),
                    order.zone().orElseThrow().getId(),
                    order.endsBefore().orElseThrow(),
                    order.supersedes().map(OrderId::value));
        }

        private static String word(OrderStatus status) {
            return switch (status) {
                case APPLIED, ISSUED, SERVED, PUBLISHED, VARIED, FINAL, PARTLY_SATISFIED -> "ISSUED";
                case EXTENDED, REPLACED -> "EXTENDED";
                case EXPIRED -> "EXPIRED";
                case DISCHARGED, REFUSED, SATISFIED -> "DISCHARGED";
            };
        }
    }

    /** A court order of any kind with what became of it. */
    record AnyOrder(
            String orderId,
            String kind,
            String status,
            LocalDate begunOn,
            Optional<String> courtReference,
            Optional<LocalDate> issuedOn,
            Optional<LocalDate> endsOn,
            Optional<String> enforces,
            List<Served> served,
            List<Entry> registers,
            DaysAfter daysAfter,
            List<Heard> hearings) {
        static AnyOrder of(CourtOrder order, List<RegisterEntry> entries, List<Hearing> hearings) {
            return new AnyOrder(
                    order.id().value(),
                    order.kind().name(),
                    order.status().name(),
                    order.begunOn(),
                    order.courtReference(),
                    order.issuedOn(),
                    order.endsOn(),
                    order.enforces().map(OrderId::value),
                    order.changes().stream().flatMap(Served::of).toList(),
                    entries.stream()
                            .filter(entry -> entry.orderId().equals(order.id()))
                            .map(Entry::of)
                            .toList(),
                    DaysAfter.of(Delays.of(order, entries)),
                    hearings.stream()
                            .filter(hearing -> hearing.orderId().equals(order.id()))
                            .map(hearing -> new Heard(hearing.askedOn(), hearing.answeredOn()))
                            .toList());
        }
    }

    /** That the requesting state was asked before a measure is lifted. */
    record Heard(LocalDate askedOn, Optional<LocalDate> answeredOn) {}

    /** How a public register shows an order. */
    record Entry(String register, LocalDate appliedOn, Optional<LocalDate> enteredOn) {
        static Entry of(RegisterEntry entry) {
            return new Entry(entry.register(), entry.appliedOn(), entry.enteredOn());
        }
    }

    /** Days from the decision of the court until each of these. */
    record DaysAfter(
            Optional<Integer> recorded,
            Optional<Integer> applied,
            Optional<Integer> entered,
            Optional<Integer> served) {
        static DaysAfter of(Delays delays) {
            return new DaysAfter(delays.recorded(), delays.applied(), delays.entered(), delays.served());
        }
    }

    /** {@code asset.register-entry-recorded.v1}. */
    record RegisterEntryRecorded(
            String assetId,
            String orderId,
            String register,
            LocalDate appliedOn,
            Optional<LocalDate> enteredOn,
            String assetDescription,
            List<String> caseIds,
            Instant at) {
        static RegisterEntryRecorded of(Asset.Registered asset, RegisterEntry entry) {
            return new RegisterEntryRecorded(
                    asset.id().value(),
                    entry.orderId().value(),
                    entry.register(),
                    entry.appliedOn(),
                    entry.enteredOn(),
                    asset.description(),
                    PublishedAsset.caseIds(asset),
                    entry.recordedAt());
        }
    }

    /** {@code asset.hearing-recorded.v1}. */
    record HearingRecorded(
            String assetId,
            String orderId,
            LocalDate askedOn,
            Optional<LocalDate> answeredOn,
            String assetDescription,
            List<String> caseIds,
            Instant at) {
        static HearingRecorded of(Asset.Registered asset, Hearing hearing) {
            return new HearingRecorded(
                    asset.id().value(),
                    hearing.orderId().value(),
                    hearing.askedOn(),
                    hearing.answeredOn(),
                    asset.description(),
                    PublishedAsset.caseIds(asset),
                    hearing.recordedAt());
        }
    }

    /** On whom an order was served, and when. */
    record Served(String interestId, LocalDate on) {
        static Stream<Served> of(OrderChange change) {
            return change.particulars().servedOn().map(id -> new Served(id.value(), change.on())).stream();
        }
    }

    /** What is due for an asset, or was. */
    record ThingDue(
            String upkeepId,
            String kind,
            LocalDate dueOn,
            String zone,
            Optional<Amount> amount,
            Optional<LocalDate> paidOn) {
        static ThingDue of(Upkeep upkeep) {
            return new ThingDue(
                    upkeep.id().value(),
                    upkeep.kind().name(),
                    upkeep.dueOn(),
                    upkeep.zone().getId(),
                    upkeep.amount().map(Amount::of),
                    upkeep.paidOn());
        }
    }

    /** {@code asset.upkeep-due.v1}. */
    record UpkeepDue(
            String assetId,
            String upkeepId,
            String kind,
            LocalDate dueOn,
            String zone,
            Optional<Amount> amount,
            Optional<Integer> yearsCostPercent,
            String assetDescription,
            List<String> caseIds,
            Instant at) {
        static UpkeepDue of(Asset.Registered asset, Upkeep upkeep) {
            return new UpkeepDue(
                    asset.id().value(),
                    upkeep.id().value(),
                    upkeep.kind().name(),
                    upkeep.dueOn(),
                    upkeep.zone().getId(),
                    upkeep.amount().map(Amount::of),
                    upkeep.yearsCostOf(asset.upkeep(), asset.valuations()),
                    asset.description(),
                    PublishedAsset.caseIds(asset),
                    upkeep.recordedAt());
        }
    }

    /** {@code asset.upkeep-paid.v1}. */
    record UpkeepPaid(String assetId, String upkeepId, LocalDate paidOn, List<String> caseIds, Instant at) {}

    /** What was found of an asset. */
    record Found(String finding, LocalDate on) {
        static Found of(Finding finding) {
            return new Found(finding.kind().name(), finding.on());
        }
    }

    /** A step that waits for a second person; {@code step} is what the order or the asset becomes by it. */
    record Waiting(
            String stepId,
            Optional<String> orderId,
            String step,
            LocalDate on,
            List<String> confirmedBy,
            Optional<String> into) {
        static Stream<Waiting> of(Proposal proposal) {
            var roles = proposal.confirmedBy().stream().sorted().toList();
            return switch (proposal.step()) {
                case Proposal.Step.OfAsset(var it) ->
                    Stream.of(new Waiting(
                            it.id().value(), Optional.empty(), it.kind().name(), it.on(), roles, Optional.empty()));
                case Proposal.Step.OfMerger it ->
                    Stream.of(new Waiting(
                            it.id().value(),
                            Optional.empty(),
                            "MERGED",
                            LocalDate.ofInstant(proposal.at(), ZoneOffset.UTC),
                            roles,
                            Optional.of(it.into().value())));
                case Proposal.Step.OfOrder(var orderId, var it) ->
                    Stream.of(new Waiting(
                            it.id().value(),
                            Optional.of(orderId.value()),
                            it.to().name(),
                            it.on(),
                            roles,
                            Optional.empty()));
                // Who may not know claims reads the same snapshot.
                case Proposal.Step.OfClaim _ -> Stream.empty();
            };
        }
    }

    /** Another asset that may be the same one; {@code keptApart} once a person found the two to be two. */
    record PossibleDuplicate(String assetId, List<String> by, Instant since, boolean keptApart) {
        static List<PossibleDuplicate> of(Sameness sameness) {
            return sameness.possible().stream()
                    .filter(it ->
                            !it.keptApart().isEmpty() || sameness.undecided().contains(it))
                    .map(PossibleDuplicate::of)
                    .toList();
        }

        private static PossibleDuplicate of(org.repatria.assets.domain.PossibleDuplicate it) {
            return new PossibleDuplicate(
                    it.other().value(),
                    it.by().stream().map(Enum::name).toList(),
                    it.since(),
                    it.keptApart().isPresent());
        }
    }

    /** {@code asset.duplicate-suspected.v1}. */
    record DuplicateSuspected(
            String assetId,
            String otherAssetId,
            List<String> by,
            String assetDescription,
            List<String> caseIds,
            Instant at) {}

    /** {@code asset.kept-apart.v1}. */
    record KeptApart(String assetId, String otherAssetId, Instant at) {}

    /** {@code asset.order-changed.v1}: one step of an order; without particulars that are an officer's words. */
    record OrderChanged(
            String assetId,
            String orderId,
            String kind,
            String step,
            LocalDate on,
            String status,
            Optional<String> courtReference,
            Optional<LocalDate> endsOn,
            Optional<String> enforces,
            Optional<String> servedOn,
            Optional<LocalDate> requestingStateHeardOn,
            Optional<String> replacedBy,
            Optional<Amount> amount,
            List<String> caseIds,
            String state,
            Instant at) {
        static OrderChanged of(Asset.Registered asset, CourtOrder order, OrderChange change) {
            var said = change.particulars();
            return new OrderChanged(
                    asset.id().value(),
                    order.id().value(),
                    order.kind().name(),
                    change.to().name(),
                    change.on(),
                    order.status().name(),
                    said.courtReference(),
                    said.endsOn(),
                    order.enforces().map(OrderId::value),
                    said.servedOn().map(InterestId::value),
                    said.requestingStateHeardOn(),
                    said.replacedBy().map(OrderId::value),
                    said.amount().map(Amount::of),
                    PublishedAsset.caseIds(asset),
                    asset.status().name(),
                    change.recordedAt());
        }
    }

    /** {@code asset.finding-recorded.v1}. */
    record FindingRecorded(
            String assetId, String finding, LocalDate on, List<String> caseIds, String state, Instant at) {
        static FindingRecorded of(Asset.Registered asset, Finding finding) {
            return new FindingRecorded(
                    asset.id().value(),
                    finding.kind().name(),
                    finding.on(),
                    PublishedAsset.caseIds(asset),
                    asset.status().name(),
                    finding.recordedAt());
        }
    }

    /** {@code asset.distribution-gap-found.v1}: in what the sums differ, never by how much. */
    record DistributionGapFound(
            String assetId, List<String> gaps, String assetDescription, List<String> caseIds, Instant at) {
        static DistributionGapFound of(Asset.Registered asset, List<Distribution.Gap> gaps, Instant at) {
            return new DistributionGapFound(
                    asset.id().value(),
                    gaps.stream().map(Enum::name).toList(),
                    asset.description(),
                    PublishedAsset.caseIds(asset),
                    at);
        }
    }

    /** {@code asset.distribution-gap-closed.v1}. */
    record DistributionGapClosed(String assetId, List<String> caseIds, Instant at) {}

    /** Whether the owner, in name or in truth, changed on a day on which the asset was restrained. */
    static boolean changedWhileRestrained(Asset.Registered asset, InterestId id) {
        return asset.interests().stream()
                .filter(it -> it.id().equals(id) && it.right().isOwnership())
                .flatMap(Interest::changedOn)
                .anyMatch(asset::isHeldOn);
    }

    static List<String> caseIds(Asset.Registered asset) {
        return asset.links().stream().map(CaseLink::caseId).map(CaseId::value).toList();
    }

    /** {@code asset.clock-started.v1}, {@code -warned}, {@code -met}, {@code -expired} and {@code -ended}. */
    record ClockHasChanged(
            String assetId,
            String assetDescription,
            String clockId,
            String rule,
            String kind,
            Optional<String> orderId,
            Optional<String> interestId,
            String trigger,
            LocalDate startedOn,
            LocalDate lastDay,
            Optional<LocalDate> otherLastDay,
            String zone,
            Optional<String> supersedes,
            Optional<Integer> daysLeft,
            Optional<String> metBy,
            Optional<Boolean> inTime,
            Optional<String> supersededBy,
            List<String> caseIds,
            Instant at) {
        static ClockHasChanged of(
                Asset.Registered asset,
                Clock clock,
                Optional<Integer> daysLeft,
                Optional<Happening> metBy,
                Optional<Boolean> inTime,
                Instant at) {
            return new ClockHasChanged(
                    asset.id().value(),
                    asset.description(),
                    clock.id(),
                    clock.rule().id(),
                    clock.rule().kind().name(),
                    AssetClocks.orderOf(clock).map(OrderId::value),
                    AssetClocks.holderOf(clock).map(InterestId::value),
                    clock.rule().trigger(),
                    clock.trigger().day(),
                    clock.effective().lastDay(),
                    clock.effective().otherReading(),
                    clock.zone().getId(),
                    clock.supersedes(),
                    daysLeft,
                    metBy.map(Happening::token),
                    inTime,
                    clock.supersededBy(),
                    PublishedAsset.caseIds(asset),
                    at);
        }
    }

    /** A clock as it stands. */
    record ClockAsItStands(
            String clockId,
            String rule,
            String kind,
            String state,
            Optional<String> orderId,
            Optional<String> interestId,
            String trigger,
            LocalDate startedOn,
            LocalDate lastDay,
            Optional<LocalDate> otherLastDay,
            String zone,
            Optional<String> metBy,
            Optional<String> supersedes,
            Optional<Instant> nextAt) {
        static ClockAsItStands of(Clock clock) {
            return new ClockAsItStands(
                    clock.id(),
                    clock.rule().id(),
                    clock.rule().kind().name(),
                    clock.state().name(),
                    AssetClocks.orderOf(clock).map(OrderId::value),
                    AssetClocks.holderOf(clock).map(InterestId::value),
                    clock.rule().trigger(),
                    clock.trigger().day(),
                    clock.effective().lastDay(),
                    clock.effective().otherReading(),
                    clock.zone().getId(),
                    clock.satisfiedBy().map(Happening::token),
                    clock.supersedes(),
                    clock.nextAt());
        }
    }
}
