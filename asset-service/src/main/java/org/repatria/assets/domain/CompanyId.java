package org.repatria.assets.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names one company, as the authority of one state knows it. */
public record CompanyId(String value) {

    private static final Pattern FORM = Pattern.compile("company-[a-z0-9-]+");

    public CompanyId {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("no company id: " + value);
        }
    }

    /** The id that is written here, or nothing where none is. */
    public static Optional<CompanyId> parse(String written) {
        return wellFormed(written) ? Optional.of(new CompanyId(written)) : Optional.empty();
    }

    private static boolean wellFormed(String written) {
        return written.length() <= Limits.ID_CHARS_MAX && FORM.matcher(written).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
