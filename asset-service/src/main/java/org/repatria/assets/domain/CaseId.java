package org.repatria.assets.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names one case of the case service. */
public record CaseId(String value) {

    private static final Pattern FORM = Pattern.compile("case-[a-z0-9-]+");

    public CaseId {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("no case id: " + value);
        }
    }

    /** The id that is written here, or nothing where none is. */
    public static Optional<CaseId> parse(String written) {
        return wellFormed(written) ? Optional.of(new CaseId(written)) : Optional.empty();
    }

    private static boolean wellFormed(String written) {
        return written.length() <= Limits.ID_CHARS_MAX && FORM.matcher(written).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
