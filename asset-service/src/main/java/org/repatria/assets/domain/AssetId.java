package org.repatria.assets.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names one asset. */
public record AssetId(String value) {

    private static final Pattern FORM = Pattern.compile("asset-[a-z0-9-]+");

    public AssetId {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("no asset id: " + value);
        }
    }

    /** The id that is written here, or nothing where none is. */
    public static Optional<AssetId> parse(String written) {
        return wellFormed(written) ? Optional.of(new AssetId(written)) : Optional.empty();
    }

    private static boolean wellFormed(String written) {
        return written.length() <= Limits.ID_CHARS_MAX && FORM.matcher(written).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
