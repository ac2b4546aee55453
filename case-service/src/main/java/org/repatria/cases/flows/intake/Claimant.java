package org.repatria.cases.flows.intake;

import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Subject;

/** A person who may become a case: who it is, between which states, and under which id. */
public record Claimant(CaseId caseId, Relation relation, Subject subject) {}
