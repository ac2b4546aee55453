package org.repatria.assets.domain.knowncases;

/** Why a known case says no. */
public enum KnownCaseRefusal {
    /** As many assets as one case may have already name it. */
    ASSETS_PER_CASE_MAX_REACHED
}
