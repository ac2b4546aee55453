package org.repatria.notifications;

import java.time.Instant;
import java.util.Map;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.edge.Json;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.consuming.ParkedListener;
import org.repatria.messaging.consuming.Parking;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.notifications.domain.alerts.Alert;
import org.repatria.notifications.domain.alerts.AlertCommand;
import org.repatria.notifications.reactions.WhenAnythingIsPublishedThenFollowTheCatalogue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Raises the alerts of this service's own parked keys at once. Told over its own topic, a consumer that cannot go on
 * would have to hear of itself.
 */
final class OwnParkings implements ParkedListener {

    private static final Actor ACTOR = Actor.system("own-parkings");

    private final Aggregates<AlertCommand, Alert> alerts;
    private final WhenAnythingIsPublishedThenFollowTheCatalogue reaction;

    OwnParkings(Aggregates<AlertCommand, Alert> alerts, WhenAnythingIsPublishedThenFollowTheCatalogue reaction) {
        this.alerts = alerts;
        this.reaction = reaction;
    }

    @Override
    public Mono<Void> parked(Parking parking, Instant at) {
        return tell("consumer.parked.v1", parking, at);
    }

    @Override
    public Mono<Void> freed(Parking parking, Instant at) {
        return tell("consumer.freed.v1", parking, at);
    }

    /** The parking goes on and so does its alert; who left out what stands with the parked records. */
    @Override
    public Mono<Void> leftOut(Parking parking, String position, String reason, Actor actor, Instant at) {
        return Mono.empty();
    }

    private Mono<Void> tell(String type, Parking parking, Instant at) {
        var json = Json.MAPPER.writeValueAsString(Map.of(
                "consumer", parking.consumer(),
                "subject", parking.subject(),
                "cause", parking.cause().name()));
        var event = PublishedRecord.of(type, parking.id() + "|" + parking.since(), 1, at, json);
        return Flux.fromIterable(reaction.alerts(event))
                .concatMap(asked -> alerts.execute(
                        CommandEnvelope.of(asked.aggregateId(), asked.command(), Occasion.of(ACTOR, at))))
                .then();
    }
}
