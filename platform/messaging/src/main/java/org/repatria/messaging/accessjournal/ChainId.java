package org.repatria.messaging.accessjournal;

import java.util.Locale;

/**
 * Which chain: the number-th of a service for the actors of one state. A process begins its own.
 *
 * @param number from 1, without holes
 */
public record ChainId(String service, String state, long number) {

    /** What the first chain follows. */
    static final String GENESIS = "GENESIS";

    ChainId next() {
        return new ChainId(service, state, number + 1);
    }

    ChainId before() {
        return new ChainId(service, state, number - 1);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s.%s.%010d", service, state, number);
    }
}
