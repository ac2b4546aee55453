package org.repatria.messaging.accessjournal;

import java.util.List;

/**
 * What is written at once: consecutive lines of a chain, exactly as they are exported.
 *
 * @param number of the batch in its chain; 0 is the chain's first line alone
 * @param lastSequence of the last entry in it
 * @param head the hash of the last line
 */
public record AccessBatch(String chain, long number, long lastSequence, String head, List<String> lines) {

    public AccessBatch {
        lines = List.copyOf(lines);
    }
}
