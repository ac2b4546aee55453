package org.repatria.assets.domain;

import java.util.Optional;
import org.repatria.decider.input.Pattern;
import org.repatria.decider.input.Size;

/** Names one case of the case service. */
public record CaseId(
        @Size(max = Limits.ID_CHARS_MAX) @Pattern(regexp = CaseId.FORM, message = "must be the id of a case")
        String value) {

    static final String FORM = "case-[a-z0-9-]+";

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
        return written.length() <= Limits.ID_CHARS_MAX && written.matches(FORM);
    }

    @Override
    public String toString() {
        return value;
    }
}
