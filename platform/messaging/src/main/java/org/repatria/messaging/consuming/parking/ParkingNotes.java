package org.repatria.messaging.consuming.parking;

import java.time.Instant;
import org.repatria.decider.Actor;
import org.repatria.decider.Ids;
import org.repatria.decider.Occasion;
import org.repatria.decider.Outcome;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.StoreUnavailable;
import org.repatria.messaging.consuming.ParkedListener;
import org.repatria.messaging.consuming.Parking;
import org.repatria.messaging.consuming.parking.ParkingCommand.NoteFreed;
import org.repatria.messaging.consuming.parking.ParkingCommand.NoteLeftOut;
import org.repatria.messaging.consuming.parking.ParkingCommand.NoteParked;
import reactor.core.publisher.Mono;

/**
 * Notes what happens to parked keys in an aggregate of its own. Its events go out on the service's stream like all
 * others: {@code consumer.parked.v1}, {@code consumer.freed.v1}, {@code consumer.record-left-out.v1}.
 */
public final class ParkingNotes implements ParkedListener {

    private static final Actor CONSUMERS = Actor.system("consumers");

    private final Aggregates<ParkingCommand, ParkingState> parkings;

    public ParkingNotes(Aggregates<ParkingCommand, ParkingState> parkings) {
        this.parkings = parkings;
    }

    /**
     * The kind of aggregate that a service keeps for this.
     *
     * @param stream the service's own topic family, such as {@code case}
     */
    public static AggregateType<ParkingCommand, ParkingState, ParkingEvent> on(String stream) {
        return new AggregateType<>(
                "parking",
                "parkings",
                stream,
                ParkingState.class,
                ParkingEvent.class,
                new ParkingDecider(),
                new ParkingPublishing());
    }

    /** The aggregate that notes a key. */
    public static String idOf(String consumer, String subject) {
        return Ids.derived("parking-", consumer, subject);
    }

    @Override
    public Mono<Void> parked(Parking parking, Instant at) {
        var first = parking.waiting().isEmpty() ? "" : parking.waiting().getFirst();
        return note(
                parking,
                new NoteParked(
                        parking.consumer(), parking.subject(), parking.cause().name(), first),
                Occasion.of(CONSUMERS, at));
    }

    @Override
    public Mono<Void> freed(Parking parking, Instant at) {
        return note(parking, new NoteFreed(), Occasion.of(CONSUMERS, at));
    }

    @Override
    public Mono<Void> leftOut(Parking parking, String position, String reason, Actor actor, Instant at) {
        return note(
                parking,
                new NoteLeftOut(parking.consumer(), parking.subject(), position, reason),
                new Occasion(actor, at, reason));
    }

    private Mono<Void> note(Parking parking, ParkingCommand command, Occasion occasion) {
        var envelope = CommandEnvelope.of(idOf(parking.consumer(), parking.subject()), command, occasion);
        return parkings.execute(envelope).flatMap(outcome -> switch (outcome) {
            case Outcome.Fulfilled<ParkingState> _ -> Mono.<Void>empty();
            // All of these pass by themselves or never happen; the record is offered again and this with it.
            case Outcome.Unfulfilled<ParkingState> _ ->
                Mono.error(new StoreUnavailable(
                        "a parked key cannot be noted now", new IllegalStateException(outcome.toString())));
        });
    }
}
