package org.repatria.cases.domain.leaning;

import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.law.Occasion;
import org.repatria.cases.domain.lifecycle.Courses;
import org.repatria.cases.domain.safeguards.ConflictMarks;
import org.repatria.cases.domain.safeguards.Signature;

/** What a decision on leaning needs of the rest of the case in which the notice stands. */
public record LeaningCircumstances(CaseId own, Courses courses, ConflictMarks conflicts, Occasion occasion) {

    Signature signature(String reasons) {
        return new Signature(occasion.by().id(), occasion.by().authority(), occasion.at(), reasons.strip());
    }
}
