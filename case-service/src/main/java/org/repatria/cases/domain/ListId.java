package org.repatria.cases.domain;

import java.util.regex.Pattern;

/** Names one list that a requesting state handed over. It is derived from the two states and the list's reference. */
public record ListId(String value) {

    private static final Pattern SHAPE = Pattern.compile("list-[0-9a-z]{1,40}");

    public ListId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a list id");
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
