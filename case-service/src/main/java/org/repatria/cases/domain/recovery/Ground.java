package org.repatria.cases.domain.recovery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * On what the recovery of assets rests, to those who judge by it.
 *
 * @param number counts the changes of what is said here; the higher one is the newer one
 * @param agreedOn since when the strategy that both sides agreed names recovery without a break; empty where it does
 *     not
 * @param gates those that steps on an asset ask for; none where recovery is not agreed
 * @param returnRule the rule by which what is recovered goes back whole; empty where none says so
 */
public record Ground(int number, Optional<LocalDate> agreedOn, List<GateGround> gates, Optional<String> returnRule) {

    public Ground {
        gates = List.copyOf(gates);
    }

    static Ground none() {
        return new Ground(0, Optional.empty(), List.of(), Optional.empty());
    }

    boolean saysSameAs(Ground other) {
        return agreedOn.equals(other.agreedOn) && gates.equals(other.gates) && returnRule.equals(other.returnRule);
    }

    /** The same, counted on where it says something else than before. Before the first agreement it says nothing. */
    Ground after(Ground before) {
        var begins = before.number > 0 || agreedOn.isPresent();
        return !begins || saysSameAs(before) ? before : new Ground(before.number + 1, agreedOn, gates, returnRule);
    }
}
