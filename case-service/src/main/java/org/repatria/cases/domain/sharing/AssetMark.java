package org.repatria.cases.domain.sharing;

/** What is known in the case of its assets, in the order in which it comes about. */
public enum AssetMark {
    RESTRAINED,
    CONFISCATED,
    RETURNED
}
