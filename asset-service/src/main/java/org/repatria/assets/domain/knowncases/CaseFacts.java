package org.repatria.assets.domain.knowncases;

import java.util.Optional;
import java.util.Set;

/**
 * What assets need to know of a case.
 *
 * @param version the version of the case that said so
 * @param displayName how the case is called; empty where the case does not say
 * @param reference the list or file it came with; empty where the case does not say
 * @param states the two states between which it is, such as {@code XR} and {@code XH}; of one that does not say, none
 */
public record CaseFacts(
        long version, boolean closed, Optional<String> displayName, Optional<String> reference, Set<String> states) {

    /**
     * Facts kept before it was asked whose matter a case is name no state. They are nobody's until the case speaks
     * again.
     */
    public CaseFacts {
        states = states == null ? Set.of() : Set.copyOf(states);
    }

    /** Whether the case is any of the state's business. */
    public boolean concern(String state) {
        return states.contains(state);
    }

    CaseFacts erased() {
        return new CaseFacts(version, true, Optional.empty(), Optional.empty(), states);
    }

    boolean saySameAs(CaseFacts other) {
        return closed == other.closed
                && displayName.equals(other.displayName)
                && reference.equals(other.reference)
                && states.equals(other.states);
    }
}
