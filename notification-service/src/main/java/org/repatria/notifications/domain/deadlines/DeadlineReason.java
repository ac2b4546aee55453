package org.repatria.notifications.domain.deadlines;

import org.repatria.decider.Reason;

/** Why a warning is not noted. */
public enum DeadlineReason implements Reason {
    DEADLINE_NOT_WATCHED("The deadline is not watched"),
    WARNING_NOT_DUE("The warning is not due");

    private final String title;

    DeadlineReason(String title) {
        this.title = title;
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICTING;
    }

    @Override
    public String title() {
        return title;
    }
}
