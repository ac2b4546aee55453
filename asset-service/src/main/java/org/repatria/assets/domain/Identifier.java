package org.repatria.assets.domain;

import org.repatria.assets.domain.identifiers.Checked;
import org.repatria.assets.domain.identifiers.Scheme;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;

/** One number by which an asset is told apart, in its numbering system. */
public record Identifier(
        Scheme scheme,
        @Printed @Size(max = Scheme.CHARS_MAX) String value) {

    Checked check() {
        return scheme.check(value);
    }

    /** Enough of the identifier to recognise it, too little to use it: the last four characters at most. */
    public String masked() {
        var shown = Math.min(MASK_SHOWS_MAX, value.length() / 3);
        return "*".repeat(value.length() - shown) + value.substring(value.length() - shown);
    }

    /** Characters of an identifier that may be seen outside. */
    private static final int MASK_SHOWS_MAX = 4;
}
