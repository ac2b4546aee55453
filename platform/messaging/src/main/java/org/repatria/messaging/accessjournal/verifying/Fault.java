package org.repatria.messaging.accessjournal.verifying;

/** What can be wrong with a line of an export. */
public enum Fault {
    ALTERED("altered"),
    MISSING("missing"),
    OUT_OF_ORDER("out of order"),
    INSERTED("inserted"),
    CUT_OFF("cut off");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
