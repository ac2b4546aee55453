package org.repatria.assets.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.AssetKind;
import org.repatria.assets.domain.AssetStatus;
import org.repatria.assets.domain.CaseId;
import org.repatria.assets.domain.CaseLink;
import org.repatria.assets.domain.Confidence;
import org.repatria.assets.domain.CourtOrder;
import org.repatria.assets.domain.Finding;
import org.repatria.assets.domain.Identifier;
import org.repatria.assets.domain.Location;
import org.repatria.assets.domain.OrderChange;
import org.repatria.assets.domain.OrderId;
import org.repatria.assets.domain.OrderKind;
import org.repatria.assets.domain.OrderStatus;
import org.repatria.assets.domain.PartOf;
import org.repatria.assets.domain.Particulars;
import org.repatria.assets.domain.Proposal;
import org.repatria.assets.domain.Split;
import org.repatria.assets.domain.StepId;
import org.repatria.assets.domain.Valuation;
import org.repatria.assets.domain.knowncases.CaseFacts;

/** An asset for those who may see it. It has its identifiers in full, its source, every value and order. */
record AssetFile(
        AssetId id,
        long version,
        AssetKind kind,
        AssetStatus state,
        String description,
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
        Optional<Split> split,
        Optional<PartOf> partOf) {

    static final String EXAMPLE = """
            {"id": "asset-1c4mz9h6p3q8r2t5v7w0x4y6k", "version": 5, "kind": "ACCOUNT", "state": "RESTRAINED",
             "description": "Current account at an invented bank",
             "identifiers": [{"scheme": "IBAN", "value": "GB82WEST12345698765432"}],
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
              "endsBefore": "2015-06-15T04:00:00Z", "recordedAt": "2015-03-16T20:00:00Z", "steps": []}],
             "findings": [{"id": "step-6h9s4p1v8x3z7a0b2d5f9h3m7", "kind": "TRACED", "on": "2015-02-02",
              "particulars": {"paper": "Chart of the flow of funds", "reason": "Funded from the grain company"},
              "recordedAt": "2015-02-03T09:00:00Z"}],
             "waiting": [],
             "interests": [{"id": "interest-5g8r3n0u7w2y6z9a1c4e8g2k6", "counts": true, "right": "OWNER",
              "holder": {"kind": "COMPANY", "companyId": "company-4f7q2m9s6t1v5x8y0a3c7e1g5", "name": "Lake Holdings"},
              "share": {"parts": 1, "of": 1}, "from": "2009-05-01", "source": "Account opening form",
              "confidence": "HIGH", "recordedAt": "2014-11-05T09:02:00Z"}]}""";

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
            List<OrderChange> steps) {

        static final String EXAMPLE = """
                {"orderId": "order-2d5n0j7q4r9s3v6w8x1y5z7m0", "kind": "RESTRAINT", "state": "SERVED",
                 "begunOn": "2015-03-16", "courtReference": "15-misc-0042", "legalBasis": "28 U.S.C. 2467(d)(3)(A)",
                 "issuedOn": "2015-03-16", "endsOn": "2015-06-14", "zone": "America/New_York",
                 "endsBefore": "2015-06-15T04:00:00Z", "recordedAt": "2015-03-16T20:00:00Z",
                 "steps": [{"id": "step-6h9s4p1v8x3z7a0b2d5f9h3m7", "to": "SERVED", "on": "2015-03-17",
                  "particulars": {"servedOn": "interest-5g8r3n0u7w2y6z9a1c4e8g2k6", "servedHow": "By the marshal"},
                  "recordedAt": "2015-03-18T09:00:00Z"}]}""";

        static Order of(CourtOrder order) {
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
                    order.changes());
        }
    }

    /**
     * A step that waits for a second person.
     *
     * @param orderId of the order that it is a step of; absent for a finding on the asset
     * @param step what the order or the asset becomes by it
     * @param confirmedBy roles, any of which confirms it
     * @param proposedBy who never confirms it
     */
    record Waiting(
            StepId stepId,
            Optional<OrderId> orderId,
            String step,
            LocalDate on,
            Particulars particulars,
            List<String> confirmedBy,
            String proposedBy,
            Instant proposedAt) {
        static Waiting of(Proposal it) {
            return switch (it.step()) {
                case Proposal.Step.OfAsset(var finding) ->
                    of(it, Optional.empty(), finding.kind().name(), finding.on(), finding.particulars());
                case Proposal.Step.OfOrder(var id, var change) ->
                    of(it, Optional.of(id), change.to().name(), change.on(), change.particulars());
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
                    it.at());
        }
    }

    /** Steps of claims are for those who may read claims. */
    static AssetFile of(Registered asset, long version, HolderNames names, boolean withClaims) {
        return new AssetFile(
                asset.id(),
                version,
                asset.kind(),
                asset.status(),
                asset.description(),
                asset.identifiers(),
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
                asset.orders().stream().map(Order::of).toList(),
                asset.findings(),
                asset.waiting().stream()
                        .filter(it -> withClaims || !(it.step() instanceof Proposal.Step.OfClaim))
                        .map(Waiting::of)
                        .toList(),
                asset.interests().stream().map(it -> InterestFile.of(it, names)).toList(),
                asset.split(),
                asset.partOf());
    }
}
