package org.repatria.policy;

/** How a question of access ends. */
public enum Verdict {
    ALLOWED,
    /** The actor may know of it, but not do this to it. */
    FORBIDDEN,
    /** To this actor there is no such thing. */
    UNSEEN,
    /** The actor may on request only, and has to say why. */
    PURPOSE_REQUIRED
}
