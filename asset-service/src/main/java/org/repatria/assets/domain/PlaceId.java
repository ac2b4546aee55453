package org.repatria.assets.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names one entry on where an asset is. */
public record PlaceId(String value) {

    private static final Pattern FORM = Pattern.compile("place-[a-z0-9-]+");

    public PlaceId {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("no place id: " + value);
        }
    }

    /** The id that is written here, or nothing where none is. */
    public static Optional<PlaceId> parse(String written) {
        return wellFormed(written) ? Optional.of(new PlaceId(written)) : Optional.empty();
    }

    private static boolean wellFormed(String written) {
        return written.length() <= Limits.ID_CHARS_MAX && FORM.matcher(written).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
