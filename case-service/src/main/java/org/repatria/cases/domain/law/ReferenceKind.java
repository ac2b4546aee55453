package org.repatria.cases.domain.law;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of rows that reference data consists of. */
public enum ReferenceKind {
    CLOCK_RULES("clock-rules"),
    SAFEGUARDS("safeguards"),
    GATES("gates"),
    RELATIONS("relations"),
    STRATEGY_RULES("strategy-rules"),
    CALENDARS("calendars"),
    PROFILES("profiles"),
    LIMITATION("limitation");

    private final String word;

    ReferenceKind(String word) {
        this.word = word;
    }

    /** As it is written in addresses and file names, such as {@code clock-rules}. */
    public String word() {
        return word;
    }

    public static Optional<ReferenceKind> parse(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
