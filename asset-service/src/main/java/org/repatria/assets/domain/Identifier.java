package org.repatria.assets.domain;

import java.util.Optional;
import org.repatria.assets.domain.identifiers.Checked;
import org.repatria.assets.domain.identifiers.Scheme;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;

/**
 * One number by which an asset is told apart, in its numbering system.
 *
 * @param provenance from where this number is known; where nothing is said, from where the asset itself is
 */
public record Identifier(
        Scheme scheme,
        @Printed @Size(max = Scheme.CHARS_MAX) String value,
        Optional<Provenance> provenance) {

    Checked check() {
        return scheme.check(value);
    }

    /** Whether both are one number, whoever says so. */
    boolean isSameAs(Identifier other) {
        return scheme == other.scheme && value.equals(other.value);
    }

    /** The same, with where it is known from said in any case. */
    public Identifier or(Provenance ofTheWhole) {
        return new Identifier(scheme, value, provenance.or(() -> Optional.of(ofTheWhole)));
    }

    /** Enough of the identifier to recognise it, too little to use it: the last four characters at most. */
    public String masked() {
        var shown = Math.min(MASK_SHOWS_MAX, value.length() / 3);
        return "*".repeat(value.length() - shown) + value.substring(value.length() - shown);
    }

    /** Characters of an identifier that may be seen outside. */
    private static final int MASK_SHOWS_MAX = 4;
}
