package org.repatria.cases.domain.safeguards;

import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.law.Occasion;

/** What a decision on safeguards needs of its surroundings. */
public record Circumstances(Relation relation, Occasion occasion) {

    Signature signature(String reasons) {
        return new Signature(occasion.by().id(), occasion.by().authority(), occasion.at(), reasons.strip());
    }
}
