package org.repatria.assets.web;

import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.CaseGround;
import org.repatria.assets.domain.CaseId;
import org.repatria.assets.domain.CaseLink;

/** On which days each case of an asset bears which steps, for those who may know how safeguards stand. */
record GroundsFile(List<CaseBearing> cases) {

    static final String EXAMPLE = """
            {"cases": [{"caseId": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "standing": "KNOWN",
              "ground": {"number": 3, "agreedOn": "2014-12-05", "gates": [{"gate": "RESTRAINT", "from": "2015-03-16",
               "through": "2015-09-12", "missing": []}]}}]}""";

    /**
     * A case that the asset names.
     *
     * @param ground what it has said; absent while it has said nothing
     */
    record CaseBearing(CaseId caseId, CaseLink.Standing standing, Optional<CaseGround> ground) {}

    static GroundsFile of(Registered asset) {
        return new GroundsFile(asset.links().stream()
                .map(link -> new CaseBearing(link.caseId(), link.standing(), link.ground()))
                .toList());
    }
}
