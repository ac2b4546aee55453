package org.repatria.cases.publishing;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.repatria.cases.domain.amendments.AmendmentDecider;
import org.repatria.cases.domain.amendments.AmendmentEvent;
import org.repatria.cases.domain.amendments.AmendmentsOfTests;
import org.repatria.edge.Json;
import org.repatria.testkit.contracts.PublishedTypesContract;

final class ReferenceContractTest extends PublishedTypesContract {

    @Override
    protected Collection<String> publishedTypes() {
        return List.of("reference.clock-rule-changed.v1", "reference.relation-changed.v1", "reference.amended.v1");
    }

    @Override
    protected Collection<Sample> samples() {
        var decider = new AmendmentDecider();
        var publishing = new AmendmentPublishing();
        var state = decider.initial();
        var samples = Stream.<Sample>builder();
        for (AmendmentEvent event : AmendmentsOfTests.EVERY_EVENT) {
            state = decider.evolve(state, event);
            publishing
                    .event("amendments", event, state)
                    .published()
                    .map(published -> new Sample(published.type(), Json.MAPPER.writeValueAsString(published.data())))
                    .ifPresent(samples);
        }
        return samples.build().toList();
    }

    @Override
    protected Collection<String> prefixes() {
        return List.of("reference.");
    }
}
