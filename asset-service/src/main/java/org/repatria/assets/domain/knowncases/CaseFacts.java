package org.repatria.assets.domain.knowncases;

import java.util.Optional;

/**
 * What assets need to know of a case.
 *
 * @param version the version of the case that said so
 * @param displayName how the case is called; empty where the case does not say
 * @param reference the list or file it came with; empty where the case does not say
 */
public record CaseFacts(long version, boolean closed, Optional<String> displayName, Optional<String> reference) {

    CaseFacts erased() {
        return new CaseFacts(version, true, Optional.empty(), Optional.empty());
    }

    boolean saySameAs(CaseFacts other) {
        return closed == other.closed && displayName.equals(other.displayName) && reference.equals(other.reference);
    }
}
