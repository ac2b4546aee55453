package org.repatria.notifications;

import java.time.Clock;
import org.repatria.edge.ClockListener;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.Ticker;
import org.repatria.messaging.Topics;
import org.repatria.messaging.consuming.ConsumingWiring;
import org.repatria.messaging.consuming.Consumption;
import org.repatria.messaging.consuming.ParkedListener;
import org.repatria.notifications.domain.alerts.Alert;
import org.repatria.notifications.domain.alerts.AlertCommand;
import org.repatria.notifications.domain.alerts.AlertDecider;
import org.repatria.notifications.domain.alerts.AlertEvent;
import org.repatria.notifications.domain.catalogue.Catalogue;
import org.repatria.notifications.domain.deadlines.Deadline;
import org.repatria.notifications.domain.deadlines.DeadlineCommand;
import org.repatria.notifications.domain.deadlines.DeadlineDecider;
import org.repatria.notifications.domain.deadlines.DeadlineEvent;
import org.repatria.notifications.flows.DeadlineClock;
import org.repatria.notifications.law.CatalogueFile;
import org.repatria.notifications.publishing.AlertPublishing;
import org.repatria.notifications.publishing.DeadlinePublishing;
import org.repatria.notifications.queries.DueDeadlines;
import org.repatria.notifications.reactions.WhenAnythingIsPublishedThenFollowTheCatalogue;
import org.repatria.notifications.reactions.WhenAnythingIsPublishedThenFollowTheCatalogue.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Joins the rings. */
@Configuration(proxyBeanMethods = false)
@Import(ConsumingWiring.class)
class NotificationServiceWiring {

    static final AggregateType<AlertCommand, Alert, AlertEvent> ALERTS = new AggregateType<>(
            "alert", "alerts", "alert", Alert.class, AlertEvent.class, new AlertDecider(), new AlertPublishing());

    static final AggregateType<DeadlineCommand, Deadline, DeadlineEvent> DEADLINES = new AggregateType<>(
            "deadline",
            "deadlines",
            "alert",
            Deadline.class,
            DeadlineEvent.class,
            new DeadlineDecider(),
            new DeadlinePublishing());

    @Bean
    Aggregates<AlertCommand, Alert> alerts(AggregatesFactory factory) {
        return factory.of(ALERTS);
    }

    @Bean
    Aggregates<DeadlineCommand, Deadline> deadlines(AggregatesFactory factory) {
        return factory.of(DEADLINES);
    }

    @Bean
    Catalogue catalogue() {
        return CatalogueFile.shipped();
    }

    @Bean
    Consumption alertsFromCases(
            Catalogue catalogue,
            Aggregates<AlertCommand, Alert> alerts,
            Aggregates<DeadlineCommand, Deadline> deadlines) {
        return followingTheCatalogue(
                "alerts-from-cases", Topics.events("case"), Topic.TOLD, catalogue, alerts, deadlines);
    }

    @Bean
    Consumption alertsFromConfidedCases(
            Catalogue catalogue,
            Aggregates<AlertCommand, Alert> alerts,
            Aggregates<DeadlineCommand, Deadline> deadlines) {
        return followingTheCatalogue(
                "alerts-from-confided-cases",
                Topics.confidedEvents("case"),
                Topic.CONFIDED,
                catalogue,
                alerts,
                deadlines);
    }

    @Bean
    Consumption alertsFromAssets(
            Catalogue catalogue,
            Aggregates<AlertCommand, Alert> alerts,
            Aggregates<DeadlineCommand, Deadline> deadlines) {
        return followingTheCatalogue(
                "alerts-from-assets", Topics.events("asset"), Topic.OPEN, catalogue, alerts, deadlines);
    }

    @Bean
    ParkedListener ownParkings(Catalogue catalogue, Aggregates<AlertCommand, Alert> alerts) {
        return new OwnParkings(alerts, new WhenAnythingIsPublishedThenFollowTheCatalogue(catalogue, Topic.OPEN));
    }

    @Bean
    DeadlineClock deadlineClock(
            Aggregates<AlertCommand, Alert> alerts,
            Aggregates<DeadlineCommand, Deadline> deadlines,
            DueDeadlines due,
            Catalogue catalogue,
            Clock clock) {
        return new DeadlineClock(alerts, deadlines, due, catalogue, clock);
    }

    @Bean(destroyMethod = "close")
    Ticker deadlineTicker(DeadlineClock deadlineClock) {
        return Ticker.start("deadlines", Limits.DEADLINE_LOOK_INTERVAL, deadlineClock::look);
    }

    @Bean
    ClockListener onClockMoved(Ticker deadlineTicker) {
        return deadlineTicker::nudge;
    }

    static Consumption followingTheCatalogue(
            String name,
            String topic,
            Topic kind,
            Catalogue catalogue,
            Aggregates<AlertCommand, Alert> alerts,
            Aggregates<DeadlineCommand, Deadline> deadlines) {
        var reaction = new WhenAnythingIsPublishedThenFollowTheCatalogue(catalogue, kind);
        var consumption = Consumption.named(name).events(topic);
        for (var type : catalogue.types().stream().sorted().toList()) {
            consumption = consumption.on(type, alerts, reaction::alerts).on(type, deadlines, reaction::deadlines);
        }
        return consumption;
    }
}
