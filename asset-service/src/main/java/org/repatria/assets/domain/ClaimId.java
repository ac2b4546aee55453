package org.repatria.assets.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names one claim inside its asset. */
public record ClaimId(String value) {

    private static final Pattern FORM = Pattern.compile("claim-[a-z0-9-]+");

    public ClaimId {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("no claim id: " + value);
        }
    }

    /** The id that is written here, or nothing where none is. */
    public static Optional<ClaimId> parse(String written) {
        return wellFormed(written) ? Optional.of(new ClaimId(written)) : Optional.empty();
    }

    private static boolean wellFormed(String written) {
        return written.length() <= Limits.ID_CHARS_MAX && FORM.matcher(written).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
