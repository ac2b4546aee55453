package org.repatria.cases.domain;

/**
 * The two states of a case: who asks, and who is asked.
 *
 * @param requesting the state that hands over the list
 * @param requested the host state, where the person or the property is thought to be
 */
public record Relation(CountryCode requesting, CountryCode requested) {

    /** Whether a state is on both sides: nobody asks itself for a person. */
    public boolean isWithOneself() {
        return requesting.equals(requested);
    }

    public boolean involves(String state) {
        return requesting.value().equals(state) || requested.value().equals(state);
    }
}
