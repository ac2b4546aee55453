package org.repatria.cases.domain;

/** What is known of a question. {@code UNKNOWN} satisfies nothing and is no {@code NO}. */
public enum Ternary {
    YES,
    NO,
    UNKNOWN;

    public boolean isYes() {
        return this == YES;
    }

    public boolean isNo() {
        return this == NO;
    }

    public boolean isUnknown() {
        return this == UNKNOWN;
    }
}
