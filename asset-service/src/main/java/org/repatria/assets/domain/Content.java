package org.repatria.assets.domain;

import java.util.List;
import java.util.Map;

/**
 * What one asset says that another one takes over or gives back.
 *
 * @param cases that it names
 * @param sameAs what both of them had: the id of an order, interest or claim that was left behind, and the id of the
 *     one that says the same there
 * @param claims of third parties; like the rest of it, they never leave the service
 * @param places where the asset is and was
 * @param corrections of identifiers
 * @param hearings when the requesting state was asked; what was taken over before they were, has none
 */
public record Content(
        List<Identifier> identifiers,
        List<CaseId> cases,
        List<Valuation> valuations,
        List<CourtOrder> orders,
        List<Interest> interests,
        List<Finding> findings,
        Map<String, String> sameAs,
        List<Claim> claims,
        List<RegisterEntry> registerEntries,
        List<Upkeep> upkeep,
        List<Stay> places,
        List<Hearing> hearings,
        List<IdentifierCorrection> corrections) {

    static final Content NOTHING = new Content(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of());

    public Content {
        identifiers = List.copyOf(identifiers);
        cases = List.copyOf(cases);
        valuations = List.copyOf(valuations);
        orders = List.copyOf(orders);
        interests = List.copyOf(interests);
        findings = List.copyOf(findings);
        sameAs = Map.copyOf(sameAs);
        claims = List.copyOf(claims);
        registerEntries = List.copyOf(registerEntries);
        upkeep = List.copyOf(upkeep);
        places = List.copyOf(places);
        hearings = List.copyOf(hearings);
        corrections = List.copyOf(corrections);
    }

    /** All that an asset says. */
    public static Content of(Asset.Registered asset) {
        return new Content(
                asset.identifiers(),
                asset.links().stream().map(CaseLink::caseId).toList(),
                asset.valuations(),
                asset.orders(),
                asset.interests(),
                asset.findings(),
                Map.of(),
                asset.claims(),
                asset.registerEntries(),
                asset.upkeep(),
                asset.places().all(),
                asset.hearings(),
                asset.corrections());
    }
}
