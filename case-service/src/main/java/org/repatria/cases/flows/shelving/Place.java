package org.repatria.cases.flows.shelving;

import org.repatria.cases.domain.assets.Shelf;

/** One shelf of one case. */
record Place(String caseId, int shelf) {

    /** Where an asset of a case stands. */
    static Place of(String caseId, String assetId) {
        return new Place(caseId, Shelf.of(assetId));
    }

    /** The id of the shelf's document. */
    String id() {
        return caseId + "-assets-" + shelf;
    }
}
