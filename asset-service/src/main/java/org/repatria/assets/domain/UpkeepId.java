package org.repatria.assets.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names one thing that is due inside its asset. */
public record UpkeepId(String value) {

    private static final Pattern FORM = Pattern.compile("upkeep-[a-z0-9-]+");

    public UpkeepId {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("no upkeep id: " + value);
        }
    }

    /** The id that is written here, or nothing where none is. */
    public static Optional<UpkeepId> parse(String written) {
        return wellFormed(written) ? Optional.of(new UpkeepId(written)) : Optional.empty();
    }

    private static boolean wellFormed(String written) {
        return written.length() <= Limits.ID_CHARS_MAX && FORM.matcher(written).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
