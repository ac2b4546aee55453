package org.repatria.cases.domain.law;

import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;

/** What a decision is made in: between which two states, on which occasion, under which rules. */
public record Setting(Relation relation, LegalOccasion occasion) {

    /** Of the two states the one for which somebody acts. */
    public Side side() {
        return Side.of(occasion.by().authority(), relation);
    }
}
