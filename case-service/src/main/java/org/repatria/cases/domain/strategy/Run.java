package org.repatria.cases.domain.strategy;

import java.time.Instant;
import java.util.Set;
import org.repatria.cases.domain.facts.FactName;

/**
 * One run of the engine with all that it looked at and what it found, kept as it was.
 *
 * @param id counts the runs of a case
 * @param edition of the reference data that was read
 */
public record Run(String id, Instant at, String requestedBy, EngineInput input, Findings findings, String edition) {

    /**
     * What the run comes to for who may not know the answers to some questions. They count as if nobody had given them.
     */
    public Run without(Set<FactName> questions) {
        var known = input.without(questions);
        return known.equals(input) ? this : new Run(id, at, requestedBy, known, Engine.findings(known), edition);
    }

    /** What the other state is told of the run, under an id that counts nothing that it is not told of. */
    public Run told(String toldId, Set<FactName> confided) {
        var known = input.told(confided);
        return new Run(
                toldId, at, requestedBy, known, known.equals(input) ? findings : Engine.findings(known), edition);
    }
}
