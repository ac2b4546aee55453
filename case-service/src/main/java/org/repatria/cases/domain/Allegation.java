package org.repatria.cases.domain;

import java.util.Optional;

/**
 * What the requesting state alleges.
 *
 * @param offenceSummary who, what, when, where, in a few sentences
 * @param authority the body of the requesting state that makes the allegation
 * @param amount what is said to have been taken
 * @param kind kept beside the words, so that nobody mistakes them for a finding
 */
public record Allegation(
        Optional<String> offenceSummary, Optional<String> authority, Optional<Money> amount, AssertionKind kind) {

    public static Allegation byRequestingState(
            Optional<String> offenceSummary, Optional<String> authority, Optional<Money> amount) {
        return new Allegation(offenceSummary, authority, amount, AssertionKind.RS_ALLEGATION);
    }
}
