package org.repatria.cases.domain.leaning;

import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.lifecycle.Courses;
import org.repatria.cases.domain.safeguards.ConflictMarks;

/** What a decision on leaning needs of the rest of the case in which the notice stands. */
public record LeaningSetting(CaseId own, Courses courses, ConflictMarks conflicts, LegalOccasion occasion) {}
