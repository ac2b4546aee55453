package org.repatria.assets.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetClocks;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.AssetKind;
import org.repatria.assets.domain.AssetStatus;
import org.repatria.assets.domain.CaseId;
import org.repatria.assets.domain.CaseLink;
import org.repatria.assets.domain.Claim;
import org.repatria.assets.domain.ClaimId;
import org.repatria.assets.domain.Confidence;
import org.repatria.assets.domain.CourtOrder;
import org.repatria.assets.domain.Delays;
import org.repatria.assets.domain.Finding;
import org.repatria.assets.domain.Hearing;
import org.repatria.assets.domain.Identifier;
import org.repatria.assets.domain.IdentifierCorrection;
import org.repatria.assets.domain.Interest;
import org.repatria.assets.domain.InterestId;
import org.repatria.assets.domain.Location;
import org.repatria.assets.domain.Measure;
import org.repatria.assets.domain.Merger;
import org.repatria.assets.domain.Money;
import org.repatria.assets.domain.OrderChange;
import org.repatria.assets.domain.OrderId;
import org.repatria.assets.domain.OrderKind;
import org.repatria.assets.domain.OrderStatus;
import org.repatria.assets.domain.PartOf;
import org.repatria.assets.domain.Particulars;
import org.repatria.assets.domain.PossibleDuplicate;
import org.repatria.assets.domain.Proposal;
import org.repatria.assets.domain.Provenance;
import org.repatria.assets.domain.RegisterEntry;
import org.repatria.assets.domain.Split;
import org.repatria.assets.domain.StepId;
import org.repatria.assets.domain.TakenIn;
import org.repatria.assets.domain.Upkeep;
import org.repatria.assets.domain.UpkeepId;
import org.repatria.assets.domain.Valuation;
import org.repatria.assets.domain.knowncases.CaseFacts;

/** An asset for those who may see it. It has its identifiers in full, its source, every value and order. */
record AssetFile(
        AssetId id,
        long version,
        AssetKind kind,
        AssetStatus state,
        String description,
        Provenance descriptionProvenance,
        List<Identifier> identifiers,
        Location location,
        String source,
        Confidence confidence,
        String authority,
        Instant registeredAt,
        List<LinkedCase> cases,
        List<Valuation> valuations,
        List<Order> orders,
        List<Finding> findings,
        List<Waiting> waiting,
        List<InterestFile> interests,
        List<Upkeep> upkeep,
        List<ClockFile> clocks,
        List<PossibleDuplicate> possibleDuplicates,
        Optional<Merger> mergedInto,
        List<TakenOver> takenIn,
        Optional<Split> split,
        Optional<PartOf> partOf,
        List<PlaceFile> places,
        List<IdentifierCorrection> corrections) {

    static final String EXAMPLE = """
            {"id": "asset-1c4mz9h6p3q8r2t5v7w0x4y6k", "version": 5, "kind": "ACCOUNT", "state": "RESTRAINED",
             "description": "Current account at an invented bank",
             "descriptionProvenance": {"source": "Bank's answer to a production order of 2014-11-03", "confidence": "HIGH"},
             "identifiers": [{"scheme": "IBAN", "value": "GB82WEST12345698765432",
              "provenance": {"source": "Bank's answer to a production order of 2014-11-03", "confidence": "HIGH"}}],
             "location": {"country": "GB", "jurisdiction": "GB"},
             "source": "Bank's answer to a production order of 2014-11-03", "confidence": "HIGH", "authority": "XH-CA",
             "registeredAt": "2014-11-05T09:00:00Z",
             "cases": [{"caseId": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "standing": "KNOWN", "displayName": "Orla Vint",
              "listId": "list-3e6p1k8r5s0t4w7x9y2z6a1b3", "linkedAt": "2014-11-05T09:01:00Z"}],
             "valuations": [{"number": 1, "kind": "FACE", "value": {"amount": "612400.00", "currency": "USD"},
              "valuedOn": "2015-03-10", "method": "account statement", "valuer": "the bank", "basis": "GROSS",
              "recordedAt": "2015-03-11T09:00:00Z"}],
             "orders": [{"orderId": "order-2d5n0j7q4r9s3v6w8x1y5z7m0", "kind": "RESTRAINT", "state": "ISSUED",
              "begunOn": "2015-03-16", "courtReference": "15-misc-0042", "legalBasis": "28 U.S.C. 2467(d)(3)(A)",
              "issuedOn": "2015-03-16", "endsOn": "2015-06-14", "zone": "America/New_York",
              "endsBefore": "2015-06-15T04:00:00Z", "recordedAt": "2015-03-16T20:00:00Z", "steps": [],
              "registers": [{"orderId": "order-2d5n0j7q4r9s3v6w8x1y5z7m0", "register": "Land register of Lake County",
               "appliedOn": "2015-03-17", "enteredOn": "2015-03-27", "recordedAt": "2015-03-27T15:00:00Z"}],
              "daysAfter": {"recorded": 0, "applied": 1, "entered": 11},
              "measure": "FOREIGN_FORFEITURE"}],
             "findings": [{"id": "step-6h9s4p1v8x3z7a0b2d5f9h3m7", "kind": "TRACED", "on": "2015-02-02",
              "particulars": {"paper": "Chart of the flow of funds", "reason": "Funded from the grain company"},
              "recordedAt": "2015-02-03T09:00:00Z"}],
             "waiting": [],
             "interests": [{"id": "interest-5g8r3n0u7w2y6z9a1c4e8g2k6", "counts": true, "right": "OWNER",
              "holder": {"kind": "COMPANY", "companyId": "company-4f7q2m9s6t1v5x8y0a3c7e1g5", "name": "Lake Holdings"},
              "share": {"parts": 1, "of": 1}, "from": "2009-05-01", "source": "Account opening form",
              "confidence": "HIGH", "recordedAt": "2014-11-05T09:02:00Z"}],
             "upkeep": [{"id": "upkeep-7i0t5q2w9y4a8b1c3e6g0i4n8", "kind": "INSURANCE", "payee": "Lake Insurers",
              "dueOn": "2015-06-30", "zone": "America/New_York", "amount": {"amount": "2400.00", "currency": "USD"},
              "recordedAt": "2015-03-20T09:00:00Z"}],
             "clocks": [{"clockId": "clk-h-1", "rule": "CLK-RST-US-2467", "instrument": "28 U.S.C. 2467(d)(3)(A)",
              "source": "law.cornell.edu, 28 U.S.C. 2467(d)(3)(A)", "kind": "HARD", "bearer": "STATE", "state": "RUNNING",
              "orderId": "order-2d5n0j7q4r9s3v6w8x1y5z7m0", "trigger": "restraint.FOREIGN_FORFEITURE",
              "startedOn": "2015-03-16", "zone": "America/New_York", "lastDay": "2015-06-14",
              "otherLastDay": "2015-06-15", "actBy": "2015-06-12",
              "warnings": ["2015-05-15", "2015-05-31", "2015-06-07", "2015-06-11", "2015-06-13"],
              "nextAt": "2015-05-15T04:00:00Z"}],
             "possibleDuplicates": [{"other": "asset-7w2m5s9t1v4x8y0z3a6c1e5g9", "by": ["IBAN"],
              "since": "2014-11-07T10:00:00Z"}],
             "takenIn": [],
             "places": [{"id": "place-1c4mz9h6p3q8r2t5v7w0x4y6k", "counts": true,
              "location": {"country": "GB", "jurisdiction": "GB"},
              "provenance": {"source": "Bank's answer to a production order of 2014-11-03", "confidence": "HIGH"},
              "recordedAt": "2014-11-05T09:00:00Z"}],
             "corrections": [{"wrong": {"scheme": "IBAN", "value": "GB94BARC10201530093459"},
              "successor": {"scheme": "IBAN", "value": "GB82WEST12345698765432"},
              "reason": "The list named an account of another person", "recordedAt": "2014-11-06T09:00:00Z"}]}""";

    /**
     * A case that the asset names.
     *
     * @param displayName as the case is called; absent while it is not known
     */
    record LinkedCase(
            CaseId caseId,
            CaseLink.Standing standing,
            Optional<String> displayName,
            Optional<String> listId,
            Instant linkedAt) {
        static LinkedCase of(CaseLink link, Optional<CaseFacts> facts) {
            return new LinkedCase(
                    link.caseId(),
                    link.standing(),
                    facts.flatMap(CaseFacts::displayName),
                    facts.flatMap(CaseFacts::reference),
                    link.linkedAt());
        }
    }

    /**
     * A court order with what became of it.
     *
     * @param state where it stands
     * @param begunOn the day of the application or of the decision
     * @param endsBefore the first moment at which it no longer holds
     * @param steps its life, in the order in which it was recorded
     * @param registers how public registers show it
     * @param daysAfter days from the decision until it was recorded here, asked of a register, entered, and served
     * @param measure what it is in the words of the law that limits it in time
     * @param noClock why no clock of the law runs for it
     * @param outstanding what is still to be brought in of a value that was confiscated, by what is recorded here
     */
    record Order(
            OrderId orderId,
            OrderKind kind,
            OrderStatus state,
            LocalDate begunOn,
            Optional<String> courtReference,
            String legalBasis,
            Optional<LocalDate> issuedOn,
            Optional<LocalDate> endsOn,
            Optional<ZoneId> zone,
            Optional<Instant> endsBefore,
            Instant recordedAt,
            Optional<OrderId> enforces,
            Optional<OrderId> supersedes,
            Optional<OrderId> extendedBy,
            Optional<LocalDate> dischargedOn,
            Optional<String> dischargeReason,
            Optional<LocalDate> requestingStateHeardOn,
            Optional<Instant> presumedLapsedAt,
            List<OrderChange> steps,
            List<RegisterEntry> registers,
            List<Hearing> hearings,
            Delays daysAfter,
            Optional<Measure> measure,
            Optional<AssetClocks.Without> noClock,
            Optional<Money> outstanding) {

        static final String EXAMPLE = """
                {"orderId": "order-2d5n0j7q4r9s3v6w8x1y5z7m0", "kind": "RESTRAINT", "state": "SERVED",
                 "begunOn": "2015-03-16", "courtReference": "15-misc-0042", "legalBasis": "28 U.S.C. 2467(d)(3)(A)",
                 "issuedOn": "2015-03-16", "endsOn": "2015-06-14", "zone": "America/New_York",
                 "endsBefore": "2015-06-15T04:00:00Z", "recordedAt": "2015-03-16T20:00:00Z",
                 "steps": [{"id": "step-6h9s4p1v8x3z7a0b2d5f9h3m7", "to": "SERVED", "on": "2015-03-17",
                  "particulars": {"servedOn": "interest-5g8r3n0u7w2y6z9a1c4e8g2k6", "servedHow": "By the marshal"},
                  "recordedAt": "2015-03-18T09:00:00Z"}],
                 "registers": [], "hearings": [], "daysAfter": {"recorded": 0, "served": 1}}""";

        static Order of(CourtOrder order, Registered asset) {
            return new Order(
                    order.id(),
                    order.kind(),
                    order.status(),
                    order.begunOn(),
                    order.courtReference(),
                    order.legalBasis(),
                    order.issuedOn(),
                    order.endsOn(),
                    order.zone(),
                    order.endsBefore(),
                    order.recordedAt(),
                    order.enforces(),
                    order.supersedes(),
                    order.extendedBy(),
                    order.discharge().map(CourtOrder.Discharge::dischargedOn),
                    order.discharge().map(CourtOrder.Discharge::reason),
                    order.discharge().flatMap(CourtOrder.Discharge::requestingStateHeardOn),
                    order.presumedLapsedAt(),
                    order.changes(),
                    asset.registerEntries().stream()
                            .filter(entry -> entry.orderId().equals(order.id()))
                            .toList(),
                    asset.hearings().stream()
                            .filter(hearing -> hearing.orderId().equals(order.id()))
                            .toList(),
                    Delays.of(order, asset.registerEntries()),
                    order.measure(),
                    AssetClocks.without(order, asset),
                    order.outstanding());
        }
    }

    /**
     * Another asset that turned out to be this one, and what here came from it.
     *
     * @param assetId of the other, which can still be read
     * @param valuations their numbers
     * @param claims absent for those who may not read claims
     */
    record TakenOver(
            AssetId assetId,
            Instant at,
            List<Identifier> identifiers,
            List<CaseId> cases,
            List<Integer> valuations,
            List<OrderId> orders,
            List<InterestId> interests,
            List<StepId> findings,
            Optional<List<ClaimId>> claims,
            List<RegisterEntry> registers,
            List<UpkeepId> upkeep) {
        static TakenOver of(TakenIn it, boolean withClaims) {
            var came = it.content();
            return new TakenOver(
                    it.from(),
                    it.at(),
                    came.identifiers(),
                    came.cases(),
                    came.valuations().stream().map(Valuation::number).toList(),
                    came.orders().stream().map(CourtOrder::id).toList(),
                    came.interests().stream().map(Interest::id).toList(),
                    came.findings().stream().map(Finding::id).toList(),
                    withClaims
                            ? Optional.of(came.claims().stream().map(Claim::id).toList())
                            : Optional.empty(),
                    came.registerEntries(),
                    came.upkeep().stream().map(Upkeep::id).toList());
        }
    }

    /**
     * A step that waits for a second person.
     *
     * @param orderId of the order that it is a step of; absent for a finding on the asset
     * @param step what the order or the asset becomes by it
     * @param confirmedBy roles, any of which confirms it
     * @param proposedBy who never confirms it
     * @param into the asset that would stand for both; absent where it is no merging
     */
    record Waiting(
            StepId stepId,
            Optional<OrderId> orderId,
            String step,
            LocalDate on,
            Particulars particulars,
            List<String> confirmedBy,
            String proposedBy,
            Instant proposedAt,
            Optional<AssetId> into) {
        static Waiting of(Proposal it) {
            return switch (it.step()) {
                case Proposal.Step.OfAsset(var finding) ->
                    of(
                            it,
                            Optional.empty(),
                            finding.kind().name(),
                            finding.on(),
                            finding.withoutDistribution().particulars());
                case Proposal.Step.OfOrder(var id, var change) ->
                    of(it, Optional.of(id), change.to().name(), change.on(), change.particulars());
                case Proposal.Step.OfMerger merger ->
                    new Waiting(
                            merger.id(),
                            Optional.empty(),
                            "MERGED",
                            LocalDate.ofInstant(it.at(), ZoneOffset.UTC),
                            Particulars.because(merger.reason()),
                            it.confirmedBy().stream().sorted().toList(),
                            it.proposedBy(),
                            it.at(),
                            Optional.of(merger.into()));
                case Proposal.Step.OfClaim(var _, var change) ->
                    of(it, Optional.empty(), change.to().name(), change.on(), change.particulars());
            };
        }

        private static Waiting of(
                Proposal it, Optional<OrderId> orderId, String step, LocalDate on, Particulars particulars) {
            return new Waiting(
                    it.step().id(),
                    orderId,
                    step,
                    on,
                    particulars,
                    it.confirmedBy().stream().sorted().toList(),
                    it.proposedBy(),
                    it.at(),
                    Optional.empty());
        }
    }

    /** What is said of claims is for those who may read claims, and who gets what is read by itself. */
    static AssetFile of(Registered asset, long version, HolderNames names, boolean withClaims) {
        return new AssetFile(
                asset.id(),
                version,
                asset.kind(),
                asset.status(),
                asset.description(),
                asset.descriptionProvenance().orElse(asset.provenance()),
                asset.identifiers().stream()
                        .map(it -> it.or(asset.provenance()))
                        .toList(),
                asset.location(),
                asset.source(),
                asset.confidence(),
                asset.authority(),
                asset.registeredAt(),
                asset.links().stream()
                        .map(link -> LinkedCase.of(
                                link,
                                Optional.ofNullable(
                                        names.cases().get(link.caseId().value()))))
                        .toList(),
                asset.valuations(),
                asset.orders().stream().map(order -> Order.of(order, asset)).toList(),
                asset.findings().stream().map(Finding::withoutDistribution).toList(),
                asset.waiting().stream()
                        .filter(it -> withClaims || !(it.step() instanceof Proposal.Step.OfClaim))
                        .map(Waiting::of)
                        .toList(),
                asset.interests().stream().map(it -> InterestFile.of(it, names)).toList(),
                asset.upkeep(),
                asset.clocks().clocks().stream().map(ClockFile::of).toList(),
                asset.sameness().possible(),
                asset.sameness().mergedInto(),
                asset.sameness().takenIn().stream()
                        .map(it -> TakenOver.of(it, withClaims))
                        .toList(),
                asset.split(),
                asset.partOf(),
                asset.places().all().stream()
                        .map(it -> PlaceFile.of(it, asset.places()))
                        .toList(),
                asset.corrections());
    }
}
