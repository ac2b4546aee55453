package org.repatria.cases.domain.leaning;

/**
 * How a notice fell on which others may lean; the same ends send its own case to re-review.
 *
 * <p>INVARIANT: the words are the same whatever the ground, because they reach cases with other states: that somebody
 * is a refugee is told nowhere (source: SG-21).
 */
public enum NoticeFate {
    DELETED("was refused or deleted", "CCF Statute art. 39"),
    SUSPENDED("was blocked", "CCF Statute art. 37"),
    WITHDRAWN("was withdrawn", "RPD art. 51");

    private final String words;
    private final String source;

    NoticeFate(String words, String source) {
        this.words = words;
        this.source = source;
    }

    /** Why a case that leans on the notice must be looked at again. */
    public String cause() {
        return "a notice of another case, on which this one leans, " + words;
    }

    public String source() {
        return source;
    }
}
