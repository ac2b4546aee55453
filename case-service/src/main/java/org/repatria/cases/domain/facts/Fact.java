package org.repatria.cases.domain.facts;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One answer to one question of the file; never changed, only followed by another.
 *
 * @param value one of the words of its name
 * @param source what it rests on, such as a document or an interview
 * @param asOf the day of which it speaks
 * @param assessor who recorded it
 */
public record Fact(
        FactName name,
        String value,
        FactKind kind,
        String source,
        LocalDate asOf,
        String assessor,
        Instant recordedAt) {

    boolean saysTheSameAs(Fact other) {
        return name == other.name
                && value.equals(other.value)
                && kind == other.kind
                && source.equals(other.source)
                && asOf.equals(other.asOf);
    }
}
