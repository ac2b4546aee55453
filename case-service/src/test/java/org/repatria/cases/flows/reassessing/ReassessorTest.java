package org.repatria.cases.flows.reassessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.amendments.AmendmentRegister.Approved;
import org.repatria.cases.domain.amendments.AmendmentRegister.Change;
import org.repatria.cases.domain.amendments.AmendmentsOfTests;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.AssessCase;
import org.repatria.cases.domain.casefile.CaseCommand.OpenCase;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.casefile.Cases;
import org.repatria.cases.domain.law.ReferenceKind;
import org.repatria.cases.domain.reassessment.Reassessment;
import org.repatria.cases.domain.reassessment.ReassessmentCommand;
import org.repatria.cases.domain.reassessment.ReassessmentDecider;
import org.repatria.cases.domain.reassessment.ReassessmentEvent;
import org.repatria.cases.domain.strategy.Effect;
import org.repatria.cases.domain.strategy.Way;
import org.repatria.cases.law.References;
import org.repatria.cases.publishing.CasePublishing;
import org.repatria.cases.publishing.ReassessmentPublishing;
import org.repatria.cases.queries.CaseViewDefinitions;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.edge.Json;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.JournalEntry;
import org.repatria.readmodel.MemoryView;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

final class ReassessorTest {

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final Instant MORNING = AmendmentsOfTests.MORNING;
    private static final Instant NOON = AmendmentsOfTests.NOON;
    private static final Instant LONG_AGO = MORNING.minusSeconds(86_400);
    private static final Approved CONCLUDED = approved("amendment-0", treaty("IN_FORCE", ""), LONG_AGO);
    private static final Approved SUSPENDED = approved("amendment-1", treaty("SUSPENDED", "2020-07-28"), NOON);
    private static final Approved LATER_SUSPENDED = approved("amendment-1", treaty("SUSPENDED", "2020-08-10"), NOON);
    private static final Actor LENA = new Actor("lena.legal", Set.of("LO"), "XE-CA");
    private static final References REFERENCES = References.shipped();

    private final AggregatesFactory aggregates = AggregatesFactory.inMemory();
    private final Aggregates<CaseCommand, Case> cases =
            aggregates.of(CasePublishing.type(new CaseDecider(REFERENCES::at)));
    private final Aggregates<ReassessmentCommand, Reassessment> register = aggregates.of(new AggregateType<>(
            "reassessment",
            "reassessments",
            "case",
            Reassessment.class,
            ReassessmentEvent.class,
            new ReassessmentDecider(),
            new ReassessmentPublishing()));
    private final MemoryView view = MemoryView.of(CaseViewDefinitions.cases());
    private final Shown shown = new Shown(new AssessedRows(view));
    private final Hands clock = new Hands();
    private final Reassessor one = reassessor();

    @BeforeEach
    void in_the_morning_there_is_a_treaty_between_xr_and_xh() {
        REFERENCES.learn(List.of(CONCLUDED));
        clock.now = MORNING;
        one.look().block(BOUND);
    }

    private Reassessor reassessor() {
        return new Reassessor(
                register,
                cases,
                shown,
                REFERENCES,
                clock,
                new SimpleMeterRegistry(),
                new Pace(Duration.ofSeconds(-1), 50, 0));
    }

    private static Approved approved(String id, Change change, Instant at) {
        return new Approved(id, change, AmendmentsOfTests.LENA, AmendmentsOfTests.SUSAN, at);
    }

    private static Change treaty(String status, String suspendedFrom) {
        var row = new HashMap<>(Map.of(
                "party", "XR",
                "counterparty", "XH",
                "instrument", "EXTRADITION",
                "title", "Extradition treaty",
                "signed", "2016-03-01",
                "inForce", "2017-01-01",
                "status", status,
                "source", "Note verbale",
                "confidence", "VERIFIED"));
        if (!suspendedFrom.isEmpty()) {
            row.put("suspendedFrom", suspendedFrom);
            row.put("suspendedBy", "XH");
        }
        return new Change(ReferenceKind.RELATIONS, "REL-XR-XH-EXT", row);
    }

    private String assessed(String id, String requested) {
        open(id, requested);
        execute(id, new AssessCase("run-" + id));
        show(id);
        return id;
    }

    private String opened(String id, String requested) {
        open(id, requested);
        show(id);
        return id;
    }

    private void open(String id, String requested) {
        execute(
                id,
                new OpenCase(
                        new CaseId(id),
                        new Relation(Cases.XR, new CountryCode(requested)),
                        Cases.ORLA,
                        Optional.empty(),
                        Cases.EMBEZZLEMENT,
                        Cases.BY_HAND,
                        List.of()));
    }

    private void execute(String id, CaseCommand command) {
        cases.execute(CommandEnvelope.of(id, command, Occasion.of(LENA, MORNING)))
                .block(BOUND);
    }

    private void show(String id) {
        var current = cases.read(id).blockOptional().orElseThrow();
        var snapshot =
                new CasePublishing().confidedSnapshot(id, current.state()).orElseThrow();
        ObjectNode json = Json.MAPPER.valueToTree(snapshot.data());
        view.put(json.put("id", id).put("version", current.version()).put("told", current.told()));
    }

    private void amended(Approved... approved) {
        clock.now = NOON.plusSeconds(60);
        REFERENCES.learn(
                Stream.concat(Stream.of(CONCLUDED), Stream.of(approved)).toList());
    }

    private long version(String id) {
        return cases.read(id).blockOptional().orElseThrow().version();
    }

    private Effect extraditionOf(String id) {
        return ((Case.Opened) cases.read(id).blockOptional().orElseThrow().state())
                .file()
                .dossier()
                .run()
                .orElseThrow()
                .findings()
                .standing(Way.EXTRADITION)
                .effect();
    }

    private Reassessment now() {
        return register.read(Reassessor.REGISTER).blockOptional().orElseThrow().state();
    }

    @Nested
    class Amending {

        @Test
        void a_suspended_treaty_bars_extradition_in_the_cases_between_its_parties() {
            var concerned = assessed("case-1", "XH");
            var before = extraditionOf(concerned);
            amended(SUSPENDED);

            one.look().block(BOUND);

            assertThat(before).isEqualTo(Effect.CONDITIONAL);
            assertThat(extraditionOf(concerned)).isEqualTo(Effect.BARRED);
            assertThat(now().settled())
                    .hasValueSatisfying(law -> assertThat(law.edition()).endsWith("+2"));
            assertThat(now().round()).isEmpty();
        }

        @Test
        void the_difference_is_an_event_in_the_journal() {
            var concerned = assessed("case-1", "XH");
            amended(SUSPENDED);

            one.look().block(BOUND);

            var last = cases.journal(concerned, 0, 100)
                    .collectList()
                    .blockOptional()
                    .orElseThrow()
                    .getLast();
            assertThat(last.publication()).map(JournalEntry.Publication::type).contains("case.assessed.v1");
            assertThat(last.publication().orElseThrow().data()).contains("\"EXTRADITION\"", "\"BARRED\"");
        }

        @Test
        void cases_between_other_states_are_not_even_looked_at() {
            assessed("case-1", "XH");
            var other = assessed("case-2", "XE");
            var before = version(other);
            amended(SUSPENDED);

            one.look().block(BOUND);

            assertThat(version(other)).isEqualTo(before);
            assertThat(shown.asked).containsExactly("case-1");
        }

        @Test
        void a_case_that_was_never_assessed_stays_so() {
            var never = opened("case-1", "XH");
            assessed("case-2", "XH");
            amended(SUSPENDED);

            one.look().block(BOUND);

            assertThat(version(never)).isEqualTo(1);
        }

        @Test
        void an_amendment_that_says_nothing_new_writes_nothing_into_cases() {
            var concerned = assessed("case-1", "XH");
            var before = version(concerned);
            amended(approved("amendment-1", AmendmentsOfTests.LONGER_ARREST, NOON));

            one.look().block(BOUND);

            assertThat(version(concerned)).isEqualTo(before);
            assertThat(now().settled())
                    .hasValueSatisfying(law -> assertThat(law.edition()).endsWith("+2"));
        }

        @Test
        void nothing_begins_before_the_view_shows_what_was_decided_before() {
            var concerned = assessed("case-1", "XH");
            amended(SUSPENDED);
            shown.isUpToDate = false;

            one.look().block(BOUND);

            assertThat(extraditionOf(concerned)).isNotEqualTo(Effect.BARRED);
            assertThat(now().round()).isEmpty();
        }
    }

    @Nested
    class Waiting {

        @Test
        void a_change_that_begins_later_is_followed_on_its_day() {
            var concerned = assessed("case-1", "XH");
            amended(LATER_SUSPENDED);
            one.look().block(BOUND);
            var atOnce = extraditionOf(concerned);

            clock.now = Instant.parse("2020-08-09T23:59:59Z");
            one.look().block(BOUND);
            var theDayBefore = extraditionOf(concerned);

            clock.now = Instant.parse("2020-08-10T00:00:00Z");
            one.look().block(BOUND);

            assertThat(List.of(atOnce, theDayBefore)).doesNotContain(Effect.BARRED);
            assertThat(extraditionOf(concerned)).isEqualTo(Effect.BARRED);
        }
    }

    @Nested
    class Dying {

        @Test
        void another_instance_goes_on_where_the_one_that_died_had_come_to() {
            for (var n = 0; n < Reassessor.PAGE_MAX + 20; n++) {
                assessed("case-%04d".formatted(n), "XH");
            }
            amended(SUSPENDED);
            shown.diesAfterPages = 1;
            assertThatThrownBy(() -> one.look().block(BOUND)).hasMessageContaining("killed");
            shown.diesAfterPages = Integer.MAX_VALUE;
            var other = reassessor();

            other.look().block(BOUND);
            var tooEarly = shown.asked.size();
            clock.now = clock.now.plus(Reassessment.SILENCE_MAX).plusSeconds(1);
            other.look().block(BOUND);

            assertThat(tooEarly).isEqualTo(Reassessor.PAGE_MAX);
            assertThat(shown.asked).hasSize(Reassessor.PAGE_MAX + 20).doesNotHaveDuplicates();
            assertThat(extraditionOf("case-0219")).isEqualTo(Effect.BARRED);
            assertThat(now().round()).isEmpty();
        }

        @Test
        void what_was_done_twice_is_written_once() {
            var concerned = assessed("case-1", "XH");
            amended(SUSPENDED);
            one.look().block(BOUND);
            var once = version(concerned);

            // Stamped with a moment that is settled already, as when two clocks differ: nobody can tell what it
            // concerns.
            amended(SUSPENDED, approved("amendment-2", AmendmentsOfTests.HOLIDAYS, NOON));
            one.look().block(BOUND);

            assertThat(shown.asked).containsExactly("case-1", "case-1");
            assertThat(version(concerned)).isEqualTo(once);
        }
    }

    /** Cases of a view that is up to date when told so, and whose reader may be killed. */
    private static final class Shown implements AssessedCases {
        private final AssessedCases rows;
        private final List<String> asked = new ArrayList<>();
        private boolean isUpToDate = true;
        private int diesAfterPages = Integer.MAX_VALUE;

        Shown(AssessedCases rows) {
            this.rows = rows;
        }

        @Override
        public boolean show(Instant published) {
            return isUpToDate;
        }

        @Override
        public Mono<Optional<List<Relation>>> relations() {
            return rows.relations();
        }

        @Override
        public Mono<Some> between(List<String> relations, Optional<String> after, int limit) {
            if (diesAfterPages-- == 0) {
                return Mono.error(new IllegalStateException("killed"));
            }
            return rows.between(relations, after, limit).doOnNext(some -> asked.addAll(some.ids()));
        }
    }

    /** A clock with hands. */
    private static final class Hands extends Clock {
        private Instant now = MORNING;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
