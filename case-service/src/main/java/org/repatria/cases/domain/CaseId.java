package org.repatria.cases.domain;

import java.util.regex.Pattern;

/** Names one case; made by the writer, so that a repeat meets the same case. */
public record CaseId(String value) {

    private static final Pattern SHAPE = Pattern.compile("case-[0-9a-z]{1,40}");

    public CaseId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a case id");
        }
    }

    public static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
