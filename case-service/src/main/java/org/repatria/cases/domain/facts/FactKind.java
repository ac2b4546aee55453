package org.repatria.cases.domain.facts;

/** What kind of statement a recorded fact is (source: Directive (EU) 2016/680, art. 7). */
public enum FactKind {
    FACT,
    /** Somebody has weighed it. */
    ASSESSMENT,
    /** One side says so and nobody has weighed it. It counts as UNKNOWN wherever something is barred or permitted. */
    ALLEGATION;

    public boolean establishes() {
        return this != ALLEGATION;
    }
}
