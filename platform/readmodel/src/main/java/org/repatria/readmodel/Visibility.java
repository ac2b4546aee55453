package org.repatria.readmodel;

import java.util.Optional;
import java.util.Set;

/** What an actor may see of a view: everything, or the rows that carry any one of the actor's tokens. */
public final class Visibility {

    private static final Visibility EVERYTHING = new Visibility(Optional.empty());

    private final Optional<Set<String>> tokens;

    private Visibility(Optional<Set<String>> tokens) {
        this.tokens = tokens;
    }

    public static Visibility everything() {
        return EVERYTHING;
    }

    /** Rows with any of these tokens; with no token, no row. */
    public static Visibility anyOf(Set<String> tokens) {
        return new Visibility(Optional.of(Set.copyOf(tokens)));
    }

    /** The tokens, or empty for everything. */
    Optional<Set<String>> tokens() {
        return tokens;
    }
}
