package org.repatria.cases.domain.facts;

import java.time.LocalDate;
import java.util.List;

/** What may be asked of the facts of a file. */
public sealed interface FactsCommand {

    /** Answers to questions; all are taken or none. */
    record RecordFacts(List<Statement> facts) implements FactsCommand {
        public RecordFacts {
            facts = List.copyOf(facts);
        }
    }

    /** An offence; one with the same id is replaced. */
    record RecordOffence(Offence offence) implements FactsCommand {}

    /** An answer before it is on file. */
    record Statement(FactName name, String value, FactKind kind, String source, LocalDate asOf) {}
}
