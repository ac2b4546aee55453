package org.repatria.cases;

import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.casefile.CaseEvent;
import org.repatria.cases.domain.casefile.Cases;
import org.repatria.cases.publishing.CasePublishing;
import org.repatria.decider.Actor;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.CommandEnvelope;

/** A case to which events have happened, as it comes back from where it was stored. */
final class Reloaded implements Decider<List<CaseEvent>, Case, CaseEvent> {

    private final CaseDecider cases = new CaseDecider(_ -> Cases.HOUSE_RULES);

    static Case of(List<CaseEvent> events) {
        var aggregates = AggregatesFactory.inMemory().of(CasePublishing.type(new Reloaded()));
        return Optional.ofNullable(aggregates
                        .execute(CommandEnvelope.of(
                                Cases.ORLAS.value(), events, Occasion.of(Actor.system("test"), Cases.NOON)))
                        .then(aggregates.read(Cases.ORLAS.value()))
                        .block())
                .orElseThrow()
                .state();
    }

    @Override
    public Case initial() {
        return cases.initial();
    }

    @Override
    public Decision<CaseEvent> decide(List<CaseEvent> happened, Case state, Occasion occasion) {
        return Decision.acceptAll(happened);
    }

    @Override
    public Case evolve(Case state, CaseEvent event) {
        return cases.evolve(state, event);
    }
}
