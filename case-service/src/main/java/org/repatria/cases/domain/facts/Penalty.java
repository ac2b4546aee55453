package org.repatria.cases.domain.facts;

/** The gravest penalty that a law threatens. */
public sealed interface Penalty {

    /** So many years at most. */
    record Years(int years) implements Penalty {}

    /** Imprisonment for life. */
    record ForLife() implements Penalty {}

    /** Death. */
    record Death() implements Penalty {}
}
