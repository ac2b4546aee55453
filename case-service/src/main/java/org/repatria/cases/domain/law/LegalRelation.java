package org.repatria.cases.domain.law;

import java.time.LocalDate;
import java.util.Optional;
import org.repatria.cases.domain.CountryCode;
import org.repatria.clocks.Validity;

/**
 * What one instrument between two states says, as far as one source knows.
 *
 * <p>What else stands in its row is shown as it is written; no case is decided by it.
 *
 * @param counterparty empty for a convention that many states are party to
 */
public record LegalRelation(
        String id,
        int version,
        CountryCode party,
        Optional<CountryCode> counterparty,
        InstrumentType instrument,
        Optional<LocalDate> signed,
        Optional<LocalDate> inForce,
        Status status,
        Optional<LocalDate> suspendedFrom,
        String source,
        Validity validity) {

    /** What kind of instrument it is. */
    public enum InstrumentType {
        EXTRADITION,
        MLA_CRIM,
        ASSET_SHARING,
        SFO_HK,
        TSP,
        CONVENTION
    }

    /** Where an instrument stands. */
    public enum Status {
        IN_FORCE,
        SIGNED_NOT_IN_FORCE,
        SUSPENDED,
        TERMINATED,
        NONE,
        UNKNOWN,
        /** Sources contradict each other: shown, never averaged, never relied on. */
        CONFLICT
    }

    /** Where the instrument stood on a day, as far as the dates of this row tell. */
    public Status statusOn(LocalDate day) {
        if (status == Status.SUSPENDED && suspendedFrom.filter(day::isBefore).isPresent()) {
            return notYetInForce(day) ? Status.SIGNED_NOT_IN_FORCE : Status.IN_FORCE;
        }
        return status == Status.IN_FORCE && notYetInForce(day) ? Status.SIGNED_NOT_IN_FORCE : status;
    }

    private boolean notYetInForce(LocalDate day) {
        return inForce.filter(day::isBefore).isPresent();
    }

    public boolean isBetween(CountryCode one, CountryCode other) {
        return counterparty
                .filter(c -> (party.equals(one) && c.equals(other)) || (party.equals(other) && c.equals(one)))
                .isPresent();
    }
}
