package org.repatria.readmodel;

/**
 * One field to sort by. Rows without a value come last either way; a keyword with several values sorts by its least, a
 * text by its folded form.
 *
 * @param field keyword, text, date, instant or number
 * @param descending greatest first
 */
public record Order(String field, boolean descending) {

    public static Order ascending(String field) {
        return new Order(field, false);
    }

    public static Order descending(String field) {
        return new Order(field, true);
    }

    /** {@code openedAt} or {@code -openedAt}, as in a query parameter. */
    public static Order parse(String text) {
        return text.startsWith("-") ? descending(text.substring(1)) : ascending(text);
    }
}
