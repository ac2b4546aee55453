package org.repatria.cases.flows.intake;

import java.util.List;
import org.repatria.cases.domain.lists.CaseList;
import org.repatria.cases.domain.lists.ListCommand;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.JournalEntry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists whose process ends just before it writes for the n-th time. */
final class ListsThatDie implements Aggregates<ListCommand, CaseList> {

    private final Aggregates<ListCommand, CaseList> lists;
    private int writesLeft;

    ListsThatDie(Aggregates<ListCommand, CaseList> lists, int writesLeft) {
        this.lists = lists;
        this.writesLeft = writesLeft;
    }

    @Override
    public Mono<Outcome<CaseList>> execute(CommandEnvelope<ListCommand> envelope) {
        if (writesLeft-- == 0) {
            throw new IllegalStateException("the process ends");
        }
        return lists.execute(envelope);
    }

    @Override
    public Mono<List<Outcome<CaseList>>> executeAll(List<CommandEnvelope<ListCommand>> envelopes) {
        return lists.executeAll(envelopes);
    }

    @Override
    public Mono<Current<CaseList>> read(String aggregateId) {
        return lists.read(aggregateId);
    }

    @Override
    public Flux<Current<CaseList>> readAll(List<String> aggregateIds) {
        return lists.readAll(aggregateIds);
    }

    @Override
    public Flux<JournalEntry> journal(String aggregateId, long afterSequence, int limit) {
        return lists.journal(aggregateId, afterSequence, limit);
    }

    @Override
    public Flux<JournalEntry> toldJournal(String aggregateId, long afterTold, int limit) {
        return lists.toldJournal(aggregateId, afterTold, limit);
    }

    @Override
    public Mono<JournalVerification> verify(String aggregateId) {
        return lists.verify(aggregateId);
    }
}
