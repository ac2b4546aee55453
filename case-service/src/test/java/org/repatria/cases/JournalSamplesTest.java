package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.repatria.cases.domain.amendments.AmendmentEvent;
import org.repatria.cases.domain.amendments.AmendmentRegister;
import org.repatria.cases.domain.amendments.AmendmentsOfTests;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseEvent;
import org.repatria.cases.domain.casefile.Cases;
import org.repatria.cases.domain.lists.CaseList;
import org.repatria.cases.domain.lists.ListEvent;
import org.repatria.cases.domain.lists.Lists;
import org.repatria.decider.Actor;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.Publishing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the journal writes of every domain event is committed here. The journal is kept for ever, so a change of these
 * files means that what was written before can no longer be told from what is written now: add optional fields only.
 */
final class JournalSamplesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SAMPLES = Path.of("src/test/resources/journal");

    static Stream<CaseEvent> caseEvents() {
        return Stream.concat(Cases.EVERY_EVENT.stream(), Cases.DOSSIER_EVENTS.stream());
    }

    static Stream<ListEvent> listEvents() {
        return Stream.of(
                Lists.RECEIVED,
                Lists.FIRST_THREE,
                Lists.HANDED_OVER,
                Lists.CLOCK_STARTED,
                Lists.ACKNOWLEDGED,
                Lists.RELEASE_PROPOSED,
                Lists.RELEASE_APPROVED,
                Lists.RELEASED);
    }

    static Stream<AmendmentEvent> amendmentEvents() {
        return Stream.of(AmendmentsOfTests.PROPOSED, AmendmentsOfTests.APPROVED, AmendmentsOfTests.WITHDRAWN);
    }

    @ParameterizedTest
    @MethodSource("caseEvents")
    void a_case_event_is_written_as_it_always_was(CaseEvent event) {
        assertThat(written("case", Case.class, CaseEvent.class, new Case.Unopened(), event))
                .isEqualTo(sample(event.getClass()));
    }

    @ParameterizedTest
    @MethodSource("listEvents")
    void a_list_event_is_written_as_it_always_was(ListEvent event) {
        assertThat(written("list", CaseList.class, ListEvent.class, new CaseList.Unknown(), event))
                .isEqualTo(sample(event.getClass()));
    }

    @ParameterizedTest
    @MethodSource("amendmentEvents")
    void an_event_of_an_amendment_is_written_as_it_always_was(AmendmentEvent event) {
        assertThat(written(
                        "amendments", AmendmentRegister.class, AmendmentEvent.class, AmendmentRegister.none(), event))
                .isEqualTo(sample(event.getClass()));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void every_kind_of_event_has_a_sample(Class<?> kind) {
        assertThat(SAMPLES.resolve(kind.getSimpleName() + ".json")).exists();
    }

    static Stream<Class<?>> everyKind() {
        return Stream.of(CaseEvent.class, ListEvent.class, AmendmentEvent.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()));
    }

    private static JsonNode sample(Class<?> kind) {
        try {
            return JSON.readTree(
                    Files.readString(SAMPLES.resolve(kind.getSimpleName() + ".json"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The event as the platform's journal holds it, through an aggregate to which exactly this happens. */
    private static <S, E> JsonNode written(String name, Class<S> states, Class<E> events, S state, E event) {
        var aggregates = AggregatesFactory.inMemory()
                .of(new AggregateType<String, S, E>(
                        name, name, name, states, events, new Happening<>(state, event), new Silent<>()));
        aggregates
                .execute(CommandEnvelope.of(name + "-1", "happen", Occasion.of(Actor.system("test"), Instant.EPOCH)))
                .block();
        var entry = Optional.ofNullable(aggregates.journal(name + "-1", 0, 1).blockFirst())
                .orElseThrow();
        var whole = JSON.readTree(entry.entry());
        var kept = new TreeMap<String, JsonNode>();
        kept.put("type", whole.path("type"));
        kept.put("data", whole.path("data"));
        return JSON.valueToTree(kept);
    }

    /** A decider to which one event happens. */
    private record Happening<S, E>(S state, E event) implements Decider<String, S, E> {
        @Override
        public S initial() {
            return state;
        }

        @Override
        public Decision<E> decide(String command, S before, Occasion occasion) {
            return Decision.acceptAll(List.of(event));
        }

        @Override
        public S evolve(S before, E happened) {
            return before;
        }
    }

    /** Publishes nothing. */
    private record Silent<S, E>() implements Publishing<S, E> {
        @Override
        public Announcement event(String aggregateId, E event, S after) {
            return Announcement.told();
        }

        @Override
        public Optional<Published> snapshot(String aggregateId, S state) {
            return Optional.empty();
        }
    }
}
