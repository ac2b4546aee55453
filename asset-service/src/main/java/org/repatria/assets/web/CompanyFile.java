package org.repatria.assets.web;

import java.time.Instant;
import java.util.List;
import org.repatria.assets.domain.CompanyId;
import org.repatria.assets.domain.Confidence;
import org.repatria.assets.domain.Identifier;
import org.repatria.assets.domain.Location;
import org.repatria.assets.domain.Provenance;
import org.repatria.assets.domain.companies.Company.Registered;

/** A company for those who may see it, with its identifiers in full, its source and every holder. */
record CompanyFile(
        CompanyId id,
        long version,
        String name,
        List<Identifier> identifiers,
        Location location,
        String source,
        Confidence confidence,
        String authority,
        Instant registeredAt,
        List<InterestFile> holders) {

    static final String EXAMPLE = """
            {"id": "company-4f7q2m9s6t1v5x8y0a3c7e1g5", "version": 2, "name": "Lake Holdings",
             "identifiers": [{"scheme": "REGISTER_NUMBER", "value": "XH 77-1042",
              "provenance": {"source": "Company register of XH, 2015-02-02", "confidence": "HIGH"}}],
             "location": {"country": "XH", "jurisdiction": "XH"}, "source": "Company register of XH, 2015-02-02",
             "confidence": "HIGH", "authority": "XH-CA", "registeredAt": "2015-02-03T09:00:00Z",
             "holders": [{"id": "interest-6h9s4p1v8x3z7a0b2d5f9h3m7", "counts": true, "right": "OWNER",
              "holder": {"kind": "CASE", "caseId": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "name": "Orla Vint"},
              "share": {"parts": 3, "of": 5}, "from": "2009-05-01", "source": "Share register, 2015-02-02",
              "confidence": "MEDIUM", "recordedAt": "2015-02-03T09:05:00Z"}]}""";

    static CompanyFile of(Registered company, long version, HolderNames names) {
        return new CompanyFile(
                company.id(),
                version,
                company.name(),
                company.identifiers().stream()
                        .map(it -> it.or(new Provenance(company.source(), company.confidence())))
                        .toList(),
                company.location(),
                company.source(),
                company.confidence(),
                company.authority(),
                company.registeredAt(),
                company.holders().stream().map(it -> InterestFile.of(it, names)).toList());
    }
}
