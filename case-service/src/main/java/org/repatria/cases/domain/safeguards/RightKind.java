package org.repatria.cases.domain.safeguards;

/** A right of the person sought of which a case keeps the evidence (source: rights of the person). */
public enum RightKind {
    /** ICCPR art. 9(2): in a language that the person understands. */
    TOLD_OF_REASONS,
    PROMPT_JUDGE,
    COUNSEL,
    INTERPRETER,
    /** Vienna Convention on Consular Relations art. 36; the person may refuse it. */
    CONSULAR_ACCESS,
    CASE_FILE,
    APPEAL,
    BAIL_HEARING,
    NO_DOUBLE_PUNISHMENT,
    PROPERTY_HEARING,
    HARDSHIP_RELEASE,
    COMPENSATION,
    COMPLAINT,
    CORRECTION_OR_ERASURE,
    /** ICCPR art. 14(2); ECHR art. 6(2). */
    PRESUMED_INNOCENT,
    MEDICAL_CARE,
    FAMILY_CONTACT,
    /** That it took place, never what was said. */
    PRIVATE_COUNSEL_CONTACT
}
