package org.repatria.policy;

import org.repatria.decider.Reason;
import org.repatria.decider.Refusal;

/** Why the policy lets somebody not do what is asked, where they may know of it. */
public enum AccessReason implements Reason {
    FORBIDDEN("You may not do this"),
    PURPOSE_REQUIRED("Say why you ask");

    private final String title;

    AccessReason(String title) {
        this.title = title;
    }

    /**
     * The refusal that a verdict leads to.
     *
     * @param unseen for whom there is no such thing
     * @throws IllegalArgumentException for what is allowed
     */
    public static Refusal of(Verdict verdict, Reason unseen) {
        return switch (verdict) {
            case FORBIDDEN -> Refusal.of(FORBIDDEN);
            case PURPOSE_REQUIRED -> Refusal.of(PURPOSE_REQUIRED);
            case UNSEEN -> Refusal.of(unseen);
            case ALLOWED -> throw new IllegalArgumentException("what is allowed is not refused");
        };
    }

    @Override
    public Kind kind() {
        return Kind.NOT_YOURS;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean isImplied() {
        return true;
    }
}
