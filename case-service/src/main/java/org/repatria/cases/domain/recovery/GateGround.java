package org.repatria.cases.domain.recovery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.law.Gate;

/**
 * The latest days on which a gate is met, and what it lacks today.
 *
 * @param from the first of these days; empty where the gate is met on none
 * @param through the last of these days, by the first check to end; empty where none ends by itself
 * @param missing codes of the checks that stand in the way today; empty while it is met
 */
public record GateGround(Gate gate, Optional<LocalDate> from, Optional<LocalDate> through, List<String> missing) {

    public GateGround {
        missing = List.copyOf(missing);
    }
}
