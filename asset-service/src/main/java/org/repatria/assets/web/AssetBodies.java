package org.repatria.assets.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.AssetCommand.RecordValuation;
import org.repatria.assets.domain.AssetCommand.RegisterAsset;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.ExtendRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.RecordRestraint;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.AssetKind;
import org.repatria.assets.domain.Confidence;
import org.repatria.assets.domain.Identifier;
import org.repatria.assets.domain.Limits;
import org.repatria.assets.domain.Location;
import org.repatria.assets.domain.OrderId;
import org.repatria.assets.domain.Valuation;
import org.repatria.assets.domain.identifiers.Scheme;
import org.repatria.decider.input.Pattern;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;
import org.repatria.edge.FieldError;
import org.repatria.edge.Money;
import org.repatria.edge.Problem;

/** What callers send, and the commands that come of it. */
final class AssetBodies {

    private AssetBodies() {}

    /** Body of {@code POST /v1/assets}. */
    record Register(
            AssetKind kind,
            @Size(max = Limits.PARAGRAPH_CHARS_MAX) String description,
            List<WrittenIdentifier> identifiers,
            WrittenLocation location,
            @Size(max = Limits.PARAGRAPH_CHARS_MAX) String source,
            Confidence confidence) {

        static final String EXAMPLE = """
                {"kind": "ACCOUNT", "description": "Current account at an invented bank",
                 "identifiers": [{"scheme": "IBAN", "value": "GB82 WEST 1234 5698 7654 32"}],
                 "location": {"country": "GB"}, "source": "Bank's answer to a production order of 2014-11-03",
                 "confidence": "HIGH"}""";

        RegisterAsset command(AssetId assetId, String authority) {
            return new RegisterAsset(
                    assetId,
                    kind,
                    description,
                    identifiers.stream()
                            .map(written -> new Identifier(written.scheme(), written.value()))
                            .toList(),
                    new Location(location.country(), location.jurisdiction().orElse(location.country())),
                    source,
                    confidence,
                    authority);
        }
    }

    /** An identifier as somebody wrote it. */
    record WrittenIdentifier(
            Scheme scheme,
            @Printed @Size(max = Scheme.CHARS_MAX) String value) {}

    /** A place as somebody wrote it; the jurisdiction is the country where nothing else is said. */
    record WrittenLocation(
            @Printed @Size(max = 2) String country, Optional<@Printed @Size(max = 6) String> jurisdiction) {}

    /** Body of {@code POST /v1/assets/{id}/case-links}. */
    record Link(
            @Size(max = Limits.ID_CHARS_MAX) @Pattern(regexp = "case-[a-z0-9-]+", message = "must be the id of a case")
            String caseId) {

        static final String EXAMPLE = "{\"caseId\": \"case-0f3kq8v5m2n7p1r4s6t9w0x2y\"}";
    }

    /** Body of {@code POST /v1/assets/{id}/case-links/{caseId}/removal}. */
    record Unlink(@Size(max = Limits.PARAGRAPH_CHARS_MAX) String reason) {

        static final String EXAMPLE = "{\"reason\": \"The account belongs to a person of the same name\"}";
    }

    /** Body of {@code POST /v1/assets/{id}/valuations}. */
    record Value(
            Valuation.Kind kind,
            Money value,
            LocalDate valuedOn,
            @Size(max = Limits.LINE_CHARS_MAX) String method,
            @Size(max = Limits.LINE_CHARS_MAX) String valuer,
            Valuation.Basis basis) {

        static final String EXAMPLE = """
                {"kind": "MARKET_APPRAISAL", "value": {"amount": "1850000.00", "currency": "USD"}, "valuedOn": "2015-03-10",
                 "method": "comparable sales", "valuer": "Lake Appraisers", "basis": "GROSS"}""";

        RecordValuation command() {
            return new RecordValuation(
                    kind,
                    new org.repatria.assets.domain.Money(value.amount().toPlainString(), value.currency()),
                    valuedOn,
                    method,
                    valuer,
                    basis);
        }
    }

    /** Body of {@code POST /v1/assets/{id}/restraints}. */
    record Restrain(
            @Printed @Size(max = Limits.LINE_CHARS_MAX) String courtReference,
            @Size(max = Limits.PARAGRAPH_CHARS_MAX) String legalBasis,
            LocalDate issuedOn,
            LocalDate endsOn,
            @Printed @Size(max = 50) String zone) {

        static final String EXAMPLE = """
                {"courtReference": "15-misc-0042", "legalBasis": "28 U.S.C. 2467(d)(3)(A)", "issuedOn": "2015-03-16",
                 "endsOn": "2015-06-14", "zone": "America/New_York"}""";

        RecordRestraint command(OrderId orderId) {
            return new RecordRestraint(orderId, courtReference, legalBasis, issuedOn, endsOn, courtZone());
        }

        private ZoneId courtZone() {
            if (!ZoneId.getAvailableZoneIds().contains(zone)) {
                throw Problem.invalidBody(List.of(new FieldError(
                                "/zone", "ZONE", "must be a time zone of the IANA database, such as Europe/Zurich")))
                        .raised();
            }
            return ZoneId.of(zone);
        }
    }

    /** Body of {@code POST /v1/assets/{id}/restraints/{orderId}/extension}. */
    record Extend(
            @Printed @Size(max = Limits.LINE_CHARS_MAX) String courtReference,
            @Size(max = Limits.PARAGRAPH_CHARS_MAX) String legalBasis,
            LocalDate issuedOn,
            LocalDate endsOn) {

        static final String EXAMPLE = """
                {"courtReference": "15-misc-0042/2", "legalBasis": "18 U.S.C. 983(j)(1)(B), good cause",
                 "issuedOn": "2015-06-09", "endsOn": "2015-09-12"}""";

        ExtendRestraint command(OrderId orderId, OrderId successorId) {
            return new ExtendRestraint(orderId, successorId, courtReference, legalBasis, issuedOn, endsOn);
        }
    }

    /** Body of {@code POST /v1/assets/{id}/restraints/{orderId}/discharge}. */
    record Discharge(
            LocalDate dischargedOn,
            @Size(max = Limits.PARAGRAPH_CHARS_MAX) String reason) {

        static final String EXAMPLE = "{\"dischargedOn\": \"2015-09-10\", \"reason\": \"Claim of the sister upheld\"}";
    }
}
