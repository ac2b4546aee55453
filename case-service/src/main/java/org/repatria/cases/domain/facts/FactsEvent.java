package org.repatria.cases.domain.facts;

import java.time.Instant;
import java.util.List;

/** What can have happened to the facts of a file. */
public sealed interface FactsEvent {

    /** Answers came on file. */
    record FactsRecorded(List<Fact> facts) implements FactsEvent {
        public FactsRecorded {
            facts = List.copyOf(facts);
        }
    }

    /** An offence came on file, or came anew in place of the one with the same id. */
    record OffenceRecorded(Offence offence, String by, Instant at) implements FactsEvent {}
}
