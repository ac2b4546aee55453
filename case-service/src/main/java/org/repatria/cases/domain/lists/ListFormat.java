package org.repatria.cases.domain.lists;

/** How a list is written. */
public enum ListFormat {
    CSV,
    FTM
}
