package org.repatria.cases.domain.lists;

/** What makes it certain enough that two rows mean one person. */
public enum DuplicateGround {
    DOCUMENT_NUMBER,
    NAME_AND_BIRTH_DATE
}
