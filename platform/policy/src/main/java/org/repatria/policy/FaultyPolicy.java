package org.repatria.policy;

import java.util.List;

/** A table of the policy that nobody could rely on; nothing starts with it. */
public final class FaultyPolicy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    FaultyPolicy(String file, List<String> faults) {
        super(file + ": " + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** Every fault, one sentence each. */
    public List<String> faults() {
        return faults;
    }
}
