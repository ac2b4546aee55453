package org.repatria.assets.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names one entry on an interest, whatever it is an interest in. */
public record InterestId(String value) {

    private static final Pattern FORM = Pattern.compile("interest-[a-z0-9-]+");

    public InterestId {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("no interest id: " + value);
        }
    }

    /** The id that is written here, or nothing where none is. */
    public static Optional<InterestId> parse(String written) {
        return wellFormed(written) ? Optional.of(new InterestId(written)) : Optional.empty();
    }

    private static boolean wellFormed(String written) {
        return written.length() <= Limits.ID_CHARS_MAX && FORM.matcher(written).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
