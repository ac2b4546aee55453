package org.repatria.notifications.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.notifications.domain.alerts.Alert;
import org.repatria.notifications.domain.alerts.AlertCommand;
import org.repatria.notifications.domain.alerts.AlertDecider;
import org.repatria.notifications.domain.alerts.AlertEvent;
import org.repatria.notifications.domain.catalogue.Instruction.AlertKey;
import org.repatria.notifications.domain.deadlines.Deadline;
import org.repatria.notifications.domain.deadlines.Deadline.Terms;
import org.repatria.notifications.domain.deadlines.DeadlineCommand;
import org.repatria.notifications.domain.deadlines.DeadlineCommand.WatchDeadline;
import org.repatria.notifications.domain.deadlines.DeadlineDecider;
import org.repatria.notifications.domain.deadlines.DeadlineEvent;
import org.repatria.notifications.law.CatalogueFile;
import org.repatria.notifications.publishing.AlertPublishing;
import org.repatria.notifications.publishing.DeadlinePublishing;
import org.repatria.notifications.reactions.AlertIds;
import reactor.core.publisher.Mono;

class DeadlineClockTest {

    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final ZoneId COURT = ZoneId.of("America/New_York");
    private static final AlertKey KEY = new AlertKey("AL-03", "asset-1", Optional.of("order-1"));
    private static final String ALERT = AlertIds.alert(KEY);
    private static final String DEADLINE = AlertIds.deadline(KEY);
    private static final Instant ORDERED = Instant.parse("2015-03-16T15:00:00Z");

    private final AggregatesFactory factory = AggregatesFactory.inMemory();
    private final Aggregates<AlertCommand, Alert> alerts = factory.of(new AggregateType<>(
            "alert", "alerts", "alert", Alert.class, AlertEvent.class, new AlertDecider(), new AlertPublishing()));
    private final Aggregates<DeadlineCommand, Deadline> deadlines = factory.of(new AggregateType<>(
            "deadline",
            "deadlines",
            "alert",
            Deadline.class,
            DeadlineEvent.class,
            new DeadlineDecider(),
            new DeadlinePublishing()));

    private void watch() {
        var terms = new Terms(
                DEADLINE,
                "AL-03",
                "asset",
                "asset-1",
                "order-1",
                Optional.empty(),
                Optional.empty(),
                Set.of("XH"),
                LocalDate.parse("2015-06-14"),
                COURT,
                List.of(30, 14, 7, 3, 1));
        deadlines
                .execute(CommandEnvelope.of(
                        DEADLINE, new WatchDeadline(terms, ORDERED), Occasion.of(Actor.system("test"), ORDERED)))
                .block(BOUND);
    }

    /** A clock of an instance that knows no more than the store: what a restart leaves. */
    private DeadlineClock clockAt(String day) {
        var now = LocalDate.parse(day).atTime(9, 0).atZone(COURT).toInstant();
        return new DeadlineClock(
                alerts,
                deadlines,
                (_, _) -> Mono.just(List.of(DEADLINE)),
                CatalogueFile.shipped(),
                InstantSource.fixed(now).withZone(ZoneOffset.UTC));
    }

    private Optional<Alert.Open> alert() {
        return alerts.read(ALERT).blockOptional(BOUND).map(current -> (Alert.Open) current.state());
    }

    @Nested
    class Looking {

        @Test
        void nothing_rises_before_the_first_lead() {
            watch();
            clockAt("2015-05-14").look().block(BOUND);
            assertThat(alert()).isEmpty();
        }

        @Test
        void each_lead_rises_once_however_often_and_wherever_it_is_looked_for() {
            watch();
            for (var day : List.of("2015-05-15", "2015-05-15", "2015-05-20", "2015-05-31", "2015-05-31")) {
                clockAt(day).look().block(BOUND);
            }
            var open = alert().orElseThrow();
            assertThat(open.occurrences().count()).isEqualTo(2);
            assertThat(open.notice().title())
                    .isEqualTo("The restraint of the asset asset-1 ends on 2015-06-14, in 14 days or less.");
            assertThat(open.notice().particulars())
                    .isEqualTo(Map.of("object", "asset-1", "due", "2015-06-14", "lead", "14"));
            assertThat(open.notice().states())
                    .as("of the state that holds the asset")
                    .containsExactly("XH");
        }

        @Test
        void a_crash_after_the_alert_and_before_the_note_repeats_nothing() {
            watch();
            var first = clockAt("2015-05-15");
            var forgetful = new DeadlineClock(
                    alerts,
                    forgettingNotes(),
                    (_, _) -> Mono.just(List.of(DEADLINE)),
                    CatalogueFile.shipped(),
                    Clock.fixed(Instant.parse("2015-05-15T13:00:00Z"), ZoneOffset.UTC));
            forgetful.look().block(BOUND);
            assertThat(alert().orElseThrow().occurrences().count()).isEqualTo(1);
            first.look().block(BOUND);
            assertThat(alert().orElseThrow().occurrences().count()).isEqualTo(1);
            assertThat(((Deadline.Watched) Objects.requireNonNull(
                                            deadlines.read(DEADLINE).block(BOUND))
                                    .state())
                            .warned())
                    .containsExactly(30);
        }

        /** The deadlines of a process that dies before its write. */
        private Aggregates<DeadlineCommand, Deadline> forgettingNotes() {
            return new DyingAggregates<>(deadlines);
        }
    }
}
