package org.repatria.notifications;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.repatria.decider.Actor;
import org.repatria.decider.Ids;
import org.repatria.decider.Occasion;
import org.repatria.edge.Json;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.Publishing.Published;
import org.repatria.notifications.domain.alerts.Alert;
import org.repatria.notifications.domain.alerts.AlertCommand;
import org.repatria.notifications.domain.alerts.AlertCommand.AcknowledgeAlert;
import org.repatria.notifications.domain.alerts.AlertCommand.RaiseAlert;
import org.repatria.notifications.domain.alerts.AlertCommand.ResolveAlert;
import org.repatria.notifications.domain.alerts.Notice;
import org.repatria.notifications.domain.alerts.Severity;
import org.repatria.notifications.domain.deadlines.Deadline;
import org.repatria.notifications.publishing.AlertPublishing;
import org.repatria.notifications.publishing.DeadlinePublishing;
import org.repatria.testkit.contracts.PublishedTypesContract;
import tools.jackson.databind.node.ObjectNode;

/**
 * One alert lives through everything that can happen to it. What it publishes on the way is held against the contracts.
 */
class AlertContractTest extends PublishedTypesContract {

    private static final Instant NOON = Instant.parse("2015-05-15T12:00:00Z");
    private static final Actor LENA = new Actor("lena.legal", Set.of("LO"), "XH-CA");
    private static final String ALERT = Ids.derived("alert-", "contract");
    private static final Notice NOTICE = new Notice(
            "AL-03",
            Severity.CRITICAL,
            "asset",
            "asset-1",
            Optional.of("order-1"),
            Optional.of("case-1"),
            Set.of("LO", "AM"),
            "The restraint of the house ends.",
            Map.of("object", "the house"),
            "File for an extension.",
            Optional.of(LocalDate.parse("2015-06-14")),
            Set.of("XH"),
            false);

    @Override
    protected Collection<String> publishedTypes() {
        return Set.of(
                "alert.raised.v1",
                "alert.renewed.v1",
                "alert.acknowledged.v1",
                "alert.resolved.v1",
                "alert.snapshot.v1",
                "alert.confided-snapshot.v1",
                "deadline.snapshot.v1");
    }

    @Override
    protected Collection<String> prefixes() {
        return List.of("alert.", "deadline.");
    }

    @Override
    protected Collection<Sample> samples() {
        var alerts = AggregatesFactory.inMemory().of(NotificationServiceWiring.ALERTS);
        var samples = new ArrayList<Sample>();
        for (var command : List.<AlertCommand>of(
                new RaiseAlert(ALERT, NOTICE, "T-30", NOON),
                new RaiseAlert(ALERT, NOTICE, "T-14", NOON),
                new AcknowledgeAlert(),
                new ResolveAlert("filed"))) {
            alerts.execute(envelope(command)).block(Duration.ofSeconds(10));
            var current = Objects.requireNonNull(alerts.read(ALERT).block(Duration.ofSeconds(10)));
            samples.add(sample(
                    ALERT,
                    current.version(),
                    new AlertPublishing().snapshot(ALERT, current.state()).orElseThrow()));
            samples.add(confided(current.version(), current.state()));
        }
        alerts.journal(ALERT, 0, 100)
                .toIterable()
                .forEach(entry -> entry.publication().ifPresent(p -> samples.add(new Sample(p.type(), p.data()))));
        samples.add(deadline());
        return samples;
    }

    private static Sample confided(long version, Alert state) {
        var published = new AlertPublishing().confidedSnapshot(ALERT, state).orElseThrow();
        ObjectNode json = Json.MAPPER.valueToTree(published.data());
        json.put("id", ALERT).put("version", version).put("told", version);
        return new Sample(published.type(), json.toString());
    }

    private static Sample deadline() {
        var id = Ids.derived("deadline-", "contract");
        var terms = new Deadline.Terms(
                id,
                "AL-03",
                "asset",
                "asset-1",
                "order-1",
                Optional.empty(),
                Optional.empty(),
                Set.of("XH"),
                LocalDate.parse("2015-06-14"),
                ZoneId.of("America/New_York"),
                List.of(30, 14));
        return sample(
                id,
                1,
                new DeadlinePublishing()
                        .snapshot(id, new Deadline.Watched(terms, List.of(), Optional.empty()))
                        .orElseThrow());
    }

    private static Sample sample(String id, long version, Published published) {
        ObjectNode json = Json.MAPPER.valueToTree(published.data());
        json.put("id", id).put("version", version);
        return new Sample(published.type(), json.toString());
    }

    private static CommandEnvelope<AlertCommand> envelope(AlertCommand command) {
        return CommandEnvelope.of(ALERT, command, Occasion.of(LENA, NOON));
    }
}
