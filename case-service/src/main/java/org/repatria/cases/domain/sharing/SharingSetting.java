package org.repatria.cases.domain.sharing;

import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.safeguards.Safeguards;

/** What a decision on sharing needs of the rest of the case. */
public record SharingSetting(
        Relation relation, LegalOccasion occasion, Safeguards safeguards, boolean underChallenge) {}
