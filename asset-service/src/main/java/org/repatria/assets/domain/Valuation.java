package org.repatria.assets.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an asset was found to be worth once; never changed, only followed by another.
 *
 * @param number 1, 2, 3 within the asset
 * @param valuedOn the day for which the value holds
 * @param method how it was found, such as comparable sales
 * @param valuer who found it
 * @param basis whether liens are taken off
 * @param recordedAt when it became known here
 * @param liens what is taken off in a net value
 */
public record Valuation(
        int number,
        Kind kind,
        Money value,
        LocalDate valuedOn,
        String method,
        String valuer,
        Basis basis,
        Instant recordedAt,
        List<InterestId> liens) {

    public Valuation {
        liens = List.copyOf(liens);
    }

    /** Kinds of value that are never added to one another. */
    public enum Kind {
        ESTIMATE_DESK,
        REGISTERED_PRICE,
        MARKET_APPRAISAL,
        FORCED_SALE,
        FACE,
        MARK_TO_MARKET,
        INSURED,
        REALISED
    }

    /** Whether a value counts what secured creditors would take. */
    public enum Basis {
        GROSS,
        NET
    }

    Valuation numbered(int other) {
        return new Valuation(other, kind, value, valuedOn, method, valuer, basis, recordedAt, liens);
    }

    /** The same where interests go by other ids. */
    Valuation naming(UnaryOperator<InterestId> names) {
        return new Valuation(
                number,
                kind,
                value,
                valuedOn,
                method,
                valuer,
                basis,
                recordedAt,
                liens.stream().map(names).toList());
    }

    /** The same finding of another value. */
    Valuation of(Money other) {
        return new Valuation(number, kind, other, valuedOn, method, valuer, basis, recordedAt, liens);
    }

    /** Whether both state the same thing, whenever they were recorded. */
    boolean statesSameAs(Valuation other) {
        return kind == other.kind
                && value.equals(other.value)
                && valuedOn.equals(other.valuedOn)
                && method.equals(other.method)
                && valuer.equals(other.valuer)
                && basis == other.basis
                && liens.equals(other.liens);
    }
}
