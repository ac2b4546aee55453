package org.repatria.assets.domain;

/** How far a source is trusted. */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH
}
