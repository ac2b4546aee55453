package org.repatria.cases.domain.leaning;

/** Why a case leans on a notice that stands in another one. */
public enum LeaningGround {
    CO_ACCUSED,
    SAME_INVESTIGATION,
    /** The same person has a case with another state, or one that was found to be a duplicate. */
    SAME_PERSON,
    /** The person was arrested on the notice. */
    ARREST,
    /** A pathway rests on the notice. */
    PATHWAY
}
