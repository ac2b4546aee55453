package org.repatria.cases.domain.lists;

/** What makes it certain enough that two rows mean one person. */
public enum DuplicateGround {
    /** The same kind and number of document, issued by the same state. */
    DOCUMENT_NUMBER,
    /** The same name as written and the same full birth date; a spelling that is only alike is a suspicion. */
    NAME_AND_BIRTH_DATE
}
