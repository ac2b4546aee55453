package org.repatria.cases.flows.intake;

import java.util.List;
import org.repatria.cases.domain.lists.CaseList;
import org.repatria.cases.domain.lists.ListCommand;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesOver;
import org.repatria.messaging.CommandEnvelope;
import reactor.core.publisher.Mono;

/** Lists whose process ends just before it writes for the n-th time. */
final class ListsThatDie extends AggregatesOver<ListCommand, CaseList> {

    private final Aggregates<ListCommand, CaseList> lists;
    private int writesLeft;

    ListsThatDie(Aggregates<ListCommand, CaseList> lists, int writesLeft) {
        super(lists);
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
}
