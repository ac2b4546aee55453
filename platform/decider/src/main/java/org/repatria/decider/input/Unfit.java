package org.repatria.decider.input;

/** Thrown by a record that callers write, where its components do not go together. */
public final class Unfit extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String code;

    /**
     * @param field of the record, such as {@code on}; empty for the record as a whole
     * @param code which rule, UPPER_SNAKE
     * @param rule in words, never the value
     */
    public Unfit(String field, String code, String rule) {
        super(rule);
        this.field = field;
        this.code = code;
    }

    public String field() {
        return field;
    }

    public String code() {
        return code;
    }
}
