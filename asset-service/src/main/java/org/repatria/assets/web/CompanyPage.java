package org.repatria.assets.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A page of companies as it travels, for the documentation.
 *
 * @param items snapshots as they are published ({@code company.snapshot.v1}): identifiers masked, no names of persons
 */
record CompanyPage(
        List<JsonNode> items, AssetPage.Total total, Map<String, AssetPage.Facet> facets, Optional<String> next) {

    static final String EXAMPLE = """
            {"items": [{"id": "company-4f7q2m9s6t1v5x8y0a3c7e1g5", "version": 2, "name": "Lake Holdings",
              "identifiers": [{"scheme": "REGISTER_NUMBER", "masked": "*******042"}],
              "country": "XH", "jurisdiction": "XH", "confidence": "HIGH", "authority": "XH-CA",
              "registeredAt": "2015-02-03T09:00:00Z",
              "holders": [{"interestId": "interest-6h9s4p1v8x3z7a0b2d5f9h3m7", "right": "OWNER", "holderKind": "CASE",
               "caseId": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "share": {"parts": 3, "of": 5}, "from": "2009-05-01"}]}],
             "total": {"count": 1, "exact": true},
             "facets": {"country": {"values": [{"value": "XH", "rows": 1}], "otherValues": 0}}}""";
}
