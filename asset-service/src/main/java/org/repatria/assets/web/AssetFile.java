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
import org.repatria.assets.domain.Identifier;
import org.repatria.assets.domain.Location;
import org.repatria.assets.domain.OrderId;
import org.repatria.assets.domain.OrderStatus;
import org.repatria.assets.domain.RestraintOrder;
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
        List<Restraint> restraints,
        List<InterestFile> interests) {

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
             "restraints": [{"orderId": "order-2d5n0j7q4r9s3v6w8x1y5z7m0", "state": "ISSUED",
              "courtReference": "15-misc-0042", "legalBasis": "28 U.S.C. 2467(d)(3)(A)", "issuedOn": "2015-03-16",
              "endsOn": "2015-06-14", "zone": "America/New_York", "endsBefore": "2015-06-15T04:00:00Z",
              "recordedAt": "2015-03-16T20:00:00Z"}],
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

    /** A court order with what became of it. */
    record Restraint(
            OrderId orderId,
            OrderStatus state,
            String courtReference,
            String legalBasis,
            LocalDate issuedOn,
            LocalDate endsOn,
            ZoneId zone,
            Instant endsBefore,
            Instant recordedAt,
            Optional<OrderId> supersedes,
            Optional<OrderId> extendedBy,
            Optional<LocalDate> dischargedOn,
            Optional<String> dischargeReason,
            Optional<Instant> presumedLapsedAt) {

        static final String EXAMPLE = """
                {"orderId": "order-2d5n0j7q4r9s3v6w8x1y5z7m0", "state": "ISSUED",
                 "courtReference": "15-misc-0042", "legalBasis": "28 U.S.C. 2467(d)(3)(A)", "issuedOn": "2015-03-16",
                 "endsOn": "2015-06-14", "zone": "America/New_York", "endsBefore": "2015-06-15T04:00:00Z",
                 "recordedAt": "2015-03-16T20:00:00Z"}""";

        static Restraint of(RestraintOrder order) {
            return new Restraint(
                    order.id(),
                    order.status(),
                    order.courtReference(),
                    order.legalBasis(),
                    order.issuedOn(),
                    order.endsOn(),
                    order.zone(),
                    order.endsBefore(),
                    order.recordedAt(),
                    order.supersedes(),
                    order.extendedBy(),
                    order.discharge().map(RestraintOrder.Discharge::dischargedOn),
                    order.discharge().map(RestraintOrder.Discharge::reason),
                    order.presumedLapsedAt());
        }
    }

    static AssetFile of(Registered asset, long version, HolderNames names) {
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
                asset.orders().stream().map(Restraint::of).toList(),
                asset.interests().stream().map(it -> InterestFile.of(it, names)).toList());
    }
}
