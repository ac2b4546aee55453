package org.repatria.cases.domain.sharing;

/** Data of a case that need more than access to the case (source: need to know). */
public enum Compartment {
    LOCATION,
    ASYLUM,
    COUNSEL,
    HEALTH
}
