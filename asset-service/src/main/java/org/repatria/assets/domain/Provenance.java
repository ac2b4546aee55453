package org.repatria.assets.domain;

import static org.repatria.assets.domain.Limits.PARAGRAPH_CHARS_MAX;

import java.util.Optional;
import org.repatria.decider.Refusal;
import org.repatria.decider.input.Size;

/**
 * From where somebody knows one fact, and how far that source is trusted.
 *
 * @param source in an officer's words; never leaves the service
 */
public record Provenance(@Size(max = PARAGRAPH_CHARS_MAX) String source, Confidence confidence) {

    Provenance inFull() {
        return new Provenance(source.strip(), confidence);
    }

    /** What cannot be kept of it. */
    Optional<Refusal> flaw(String field) {
        return Texts.paragraph(field + "/source", source);
    }
}
