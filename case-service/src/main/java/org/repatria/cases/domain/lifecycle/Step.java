package org.repatria.cases.domain.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.repatria.clocks.Happened;

/** One move that a course has made: when it happened, when it was recorded, and by whom. */
public record Step(
        String from,
        String to,
        Happened happened,
        Instant recordedAt,
        String by,
        Optional<String> approvedBy,
        List<String> documents) {

    public Step {
        documents = List.copyOf(documents);
    }

    /** The step as it is told under other words; who made it and on what papers only where these are told. */
    Step told(String word, String next, boolean withDetails) {
        return withDetails
                ? new Step(word, next, happened, recordedAt, by, approvedBy, documents)
                : new Step(word, next, happened, recordedAt, "", Optional.empty(), List.of());
    }
}
