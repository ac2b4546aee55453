package org.repatria.assets.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names one step inside its asset, taken or waiting for a second person. */
public record StepId(String value) {

    private static final Pattern FORM = Pattern.compile("step-[a-z0-9-]+");

    public StepId {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("no step id: " + value);
        }
    }

    /** The id that is written here, or nothing where none is. */
    public static Optional<StepId> parse(String written) {
        return wellFormed(written) ? Optional.of(new StepId(written)) : Optional.empty();
    }

    private static boolean wellFormed(String written) {
        return written.length() <= Limits.ID_CHARS_MAX && FORM.matcher(written).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
