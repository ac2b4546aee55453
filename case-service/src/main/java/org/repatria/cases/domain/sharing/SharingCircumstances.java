package org.repatria.cases.domain.sharing;

import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.law.Occasion;
import org.repatria.cases.domain.safeguards.Safeguards;
import org.repatria.cases.domain.safeguards.Signature;

/** What a decision on sharing needs of the rest of the case. */
public record SharingCircumstances(
        Relation relation, Occasion occasion, Safeguards safeguards, boolean underChallenge) {

    Signature signature(String reasons) {
        return new Signature(occasion.by().id(), occasion.by().authority(), occasion.at(), reasons.strip());
    }
}
