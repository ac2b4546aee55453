package org.repatria.assets.domain.knowncases;

import org.repatria.decider.Reason;

/** Why a known case takes no more. */
public enum KnownCaseReason implements Reason {
    /** As many assets as one case may have already name it. */
    ASSETS_PER_CASE_MAX_REACHED;

    @Override
    public Kind kind() {
        return Kind.CONFLICTING;
    }

    @Override
    public String title() {
        return "The case has as many assets as it can have";
    }
}
