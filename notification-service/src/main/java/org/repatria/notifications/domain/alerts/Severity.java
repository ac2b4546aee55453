package org.repatria.notifications.domain.alerts;

/** How soon a person must look, from the domain's catalogue. */
public enum Severity {
    LOW(1),
    MEDIUM(2),
    HIGH(3),
    CRITICAL(4);

    private final int urgency;

    Severity(int urgency) {
        this.urgency = urgency;
    }

    /** Greater is sooner; for sorting. */
    public int urgency() {
        return urgency;
    }
}
