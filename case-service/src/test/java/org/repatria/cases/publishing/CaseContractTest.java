package org.repatria.cases.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.repatria.cases.CaseTales;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.casefile.CaseEvent;
import org.repatria.cases.domain.casefile.Cases;
import org.repatria.cases.domain.lists.ListDecider;
import org.repatria.cases.domain.lists.ListEvent;
import org.repatria.cases.domain.lists.Lists;
import org.repatria.edge.Json;
import org.repatria.messaging.Publishing.Published;
import org.repatria.testkit.contracts.PublishedTypesContract;
import tools.jackson.databind.node.ObjectNode;

final class CaseContractTest extends PublishedTypesContract {

    @Override
    protected Collection<String> publishedTypes() {
        return List.of(
                "case.opened.v1",
                "case.submitted.v1",
                "case.returned-for-info.v1",
                "case.answer-received.v1",
                "case.assigned.v1",
                "case.put-on-hold.v1",
                "case.resumed.v1",
                "case.closed.v1",
                "case.duplicate-suspected.v1",
                "case.identity-corrected.v1",
                "case.moved.v1",
                "case.facts-changed.v1",
                "case.assessed.v1",
                "case.pathway-moved.v1",
                "case.notice-moved.v1",
                "case.assurance-moved.v1",
                "case.proposal-made.v1",
                "case.proposal-ended.v1",
                "case.later-charge-changed.v1",
                "case.check-changed.v1",
                "case.stay-changed.v1",
                "case.clock-changed.v1",
                "case.checks-missing.v1",
                "case.review-required.v1",
                "case.notice-fell.v1",
                "case.glass-broken.v1",
                "case.strategy-changed.v1",
                "case.shared-status-changed.v1",
                "case.snapshot.v1",
                "case.confided-snapshot.v1",
                "list.handed-over.v1",
                "list.snapshot.v1");
    }

    @Override
    protected Collection<Sample> samples() {
        return Stream.of(
                        cases(Cases.EVERY_EVENT),
                        cases(concat(CaseTales.EVENTS, CaseTales.SELDOM)),
                        extended(),
                        lists())
                .flatMap(samples -> samples)
                .toList();
    }

    @Override
    protected Collection<String> prefixes() {
        return List.of("case.", "list.");
    }

    private static Stream<Sample> cases(List<CaseEvent> events) {
        var decider = new CaseDecider(_ -> Cases.HOUSE_RULES);
        var publishing = new CasePublishing();
        var state = decider.initial();
        var samples = Stream.<Sample>builder();
        for (CaseEvent event : events) {
            state = decider.evolve(state, event);
            publishing
                    .event(Cases.ORLAS.value(), event, state)
                    .published()
                    .map(CaseContractTest::sample)
                    .ifPresent(samples);
            publishing
                    .snapshot(Cases.ORLAS.value(), state)
                    .map(p -> snapshot(Cases.ORLAS.value(), p))
                    .ifPresent(samples);
            publishing
                    .confidedSnapshot(Cases.ORLAS.value(), state)
                    .map(p -> confided(Cases.ORLAS.value(), p))
                    .ifPresent(samples);
        }
        return samples.build();
    }

    private static Stream<Sample> extended() {
        return cases(CaseTales.EXTENDED);
    }

    @Test
    void a_clock_in_the_place_of_another_names_it() {
        var clocks = extended()
                .filter(sample -> sample.type().equals("case.clock-changed.v1"))
                .map(sample -> Json.MAPPER.readTree(sample.json()))
                .toList();
        assertThat(clocks)
                .filteredOn(clock -> clock.path("state").asString().equals("EXTENDED"))
                .singleElement()
                .satisfies(successor -> assertThat(clocks)
                        .filteredOn(clock -> clock.path("clockId").equals(successor.path("supersedes")))
                        .isNotEmpty()
                        .allMatch(clock -> clock.path("rule").equals(successor.path("rule"))));
    }

    @Test
    void whatever_is_told_of_a_case_names_the_number_of_its_file_and_nobody() {
        var numbers = extended()
                .map(sample -> Json.MAPPER.readTree(sample.json()))
                .map(json -> json.path("all").isObject() ? json.path("all") : json)
                .map(json -> json.path("fileNumber").asString(""))
                .collect(Collectors.toSet());
        assertThat(numbers).singleElement().asString().matches("[A-Z]{2}-[A-Z]{2}/\\d{4}-\\d{2}-\\d{2}/[0-9a-z-]+");
    }

    private static Stream<Sample> lists() {
        var decider = new ListDecider(_ -> Lists.RULES);
        var publishing = new ListPublishing();
        var state = decider.initial();
        var samples = Stream.<Sample>builder();
        for (ListEvent event : Lists.EVERY_EVENT) {
            state = decider.evolve(state, event);
            publishing
                    .event(Cases.RUVANIAS.value(), event, state)
                    .published()
                    .map(CaseContractTest::sample)
                    .ifPresent(samples);
            publishing
                    .snapshot(Cases.RUVANIAS.value(), state)
                    .map(p -> snapshot(Cases.RUVANIAS.value(), p))
                    .ifPresent(samples);
        }
        return samples.build();
    }

    private static List<CaseEvent> concat(List<CaseEvent> first, List<CaseEvent> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static Sample sample(Published published) {
        return new Sample(published.type(), Json.MAPPER.writeValueAsString(published.data()));
    }

    private static Sample snapshot(String id, Published published) {
        ObjectNode json = Json.MAPPER.valueToTree(published.data());
        json.put("id", id);
        json.put("version", 1);
        return new Sample(published.type(), json.toString());
    }

    private static Sample confided(String id, Published published) {
        ObjectNode json = Json.MAPPER.valueToTree(published.data());
        json.put("id", id);
        json.put("version", 1).put("told", 1);
        return new Sample(published.type(), json.toString());
    }
}
