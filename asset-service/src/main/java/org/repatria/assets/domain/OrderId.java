package org.repatria.assets.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names one court order inside its asset. */
public record OrderId(String value) {

    private static final Pattern FORM = Pattern.compile("order-[a-z0-9-]+");

    public OrderId {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("no order id: " + value);
        }
    }

    /** The id that is written here, or nothing where none is. */
    public static Optional<OrderId> parse(String written) {
        return wellFormed(written) ? Optional.of(new OrderId(written)) : Optional.empty();
    }

    private static boolean wellFormed(String written) {
        return written.length() <= Limits.ID_CHARS_MAX && FORM.matcher(written).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
