package org.repatria.cases.domain.facts;

import static org.repatria.cases.domain.CaseReason.*;

import java.time.LocalDate;
import java.util.List;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;

/** What may be asked of the facts of a file. */
@RefusedFor(CASE_CLOSED)
public sealed interface FactsCommand {

    /** Answers to questions; all are taken or none. */
    @RefusedFor(FACTS_NOT_USABLE)
    record RecordFacts(@Size(min = 1, max = 50) List<Statement> facts) implements FactsCommand {
        public RecordFacts {
            facts = List.copyOf(facts);
        }
    }

    /** An offence; one with the same id is replaced. */
    @RefusedFor(OFFENCE_NOT_USABLE)
    record RecordOffence(Offence offence) implements FactsCommand {}

    /** An answer before it is on file. */
    record Statement(
            FactName name,
            @Printed @Size(min = 1, max = 40) String value,
            FactKind kind,
            @Size(min = 1, max = 500) String source,
            LocalDate asOf) {}
}
