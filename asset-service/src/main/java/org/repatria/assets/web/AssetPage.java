package org.repatria.assets.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.decider.Actor;
import org.repatria.edge.Json;
import org.repatria.policy.Act;
import org.repatria.policy.Policy;
import org.repatria.policy.States;
import org.repatria.policy.Subject;
import org.repatria.policy.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page of assets as it travels, for the documentation.
 *
 * @param items snapshots as they are published ({@code asset.snapshot.v1}): identifiers masked; to those who may not
 *     read claims without {@code claims}, and without {@code stateChangedAt}, which a claim moves too
 * @param sums by kind and basis of value, then by currency; each asset counts with its latest value of that kind
 */
record AssetPage(
        List<JsonNode> items, Total total, Map<String, Facet> facets, Map<String, Sum> sums, Optional<String> next) {

    static final String EXAMPLE = """
            {"items": [{"id": "asset-1c4mz9h6p3q8r2t5v7w0x4y6k", "version": 5, "kind": "ACCOUNT", "state": "RESTRAINED",
              "description": "Current account at an invented bank",
              "identifiers": [{"scheme": "IBAN", "masked": "******************5432"}],
              "country": "GB", "jurisdiction": "GB", "confidence": "HIGH", "authority": "XH-CA",
              "registeredAt": "2014-11-05T09:00:00Z",
              "cases": [{"caseId": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "standing": "KNOWN"}],
              "values": [{"number": 1, "kind": "FACE", "value": {"amount": "612400.00", "currency": "USD"},
               "basis": "GROSS", "valuedOn": "2015-03-10"}],
              "restraints": [{"orderId": "order-2d5n0j7q4r9s3v6w8x1y5z7m0", "state": "ISSUED",
               "courtReference": "15-misc-0042", "issuedOn": "2015-03-16", "endsOn": "2015-06-14",
               "zone": "America/New_York", "endsBefore": "2015-06-15T04:00:00Z"}]}],
             "total": {"count": 1, "exact": true},
             "facets": {"state": {"values": [{"value": "RESTRAINED", "rows": 1}], "otherValues": 0}},
             "sums": {"FACE-GROSS": {"amounts": {"USD": "612400.00"}, "leftOut": 0}}}""";

    /** What an actor may know of a row. */
    static String told(String row, Actor actor, String purpose) {
        var json = (ObjectNode) Json.MAPPER.readTree(row);
        var held = new Subject.Held(States.of(json.path("authority").asString()));
        if (Policy.ofTheHouse().decide(actor, Act.READ_CLAIMS, held, purpose) == Verdict.ALLOWED) {
            return row;
        }
        json.remove(List.of("claims", "stateChangedAt"));
        return json.toString();
    }

    /** How many assets match. */
    record Total(long count, boolean exact) {}

    /** Assets per value. */
    record Facet(List<Count> values, int otherValues) {}

    /** One value of a facet. */
    record Count(String value, long rows) {}

    /** Amounts by currency, never added across. */
    record Sum(Map<String, BigDecimal> amounts, long leftOut) {}
}
