package org.repatria.cases.domain.safeguards;

/** Why a person takes no part in a case. It is a link to the subject, a buyer, counsel or a state (source: SG-25). */
public record ConflictMark(String officer, Signature signature) {}
