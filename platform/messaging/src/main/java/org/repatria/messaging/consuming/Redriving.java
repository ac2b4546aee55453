package org.repatria.messaging.consuming;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.decider.Actor;
import org.repatria.messaging.consuming.Verdict.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Serves operators. It shows what is parked and redrives it through the same chain, on any instance, beside running
 * consumers.
 */
final class Redriving implements Parked {

    private static final Logger LOG = LoggerFactory.getLogger(Redriving.class);

    private final Parkings parkings;
    private final Map<String, Applying> byConsumer;
    private final ParkedListener listener;
    private final Clock clock;

    Redriving(Parkings parkings, Map<String, Applying> byConsumer, ParkedListener listener, Clock clock) {
        this.parkings = parkings;
        this.byConsumer = Map.copyOf(byConsumer);
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public Mono<Page> list(Optional<String> cursor, int limit) {
        var size = Math.clamp(limit, 1, ConsumingLimits.PAGE_MAX);
        return blocking(() -> {
            var found = parkings.after(cursor.orElse(""), size + 1);
            var page = found.subList(0, Math.min(size, found.size()));
            var next = found.size() > size ? Optional.of(page.getLast().id()) : Optional.<String>empty();
            return Optional.of(new Page(List.copyOf(page), next));
        });
    }

    @Override
    public Mono<Detail> show(String consumer, String subject) {
        return blocking(() -> parkings.find(consumer, subject).map(parking -> {
            var first = new ArrayList<Waiting>();
            for (var position : parking.waiting().stream()
                    .limit(ConsumingLimits.SHOWN_WAITING_MAX)
                    .toList()) {
                parkings.record(consumer, subject, position)
                        .map(raw -> new Waiting(
                                position,
                                EventReader.type(raw),
                                EventReader.sequence(raw),
                                raw.value().map(v -> v.length).orElse(0)))
                        .ifPresent(first::add);
            }
            return new Detail(parking, List.copyOf(first));
        }));
    }

    @Override
    public Mono<Redriven> redrive(String consumer, String subject) {
        return blocking(() -> {
            if (parkings.find(consumer, subject).isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(redriveInOrder(consumer, subject));
        });
    }

    @Override
    public Mono<LeftOut> leaveOutFirst(String consumer, String subject, String position, String reason, Actor actor) {
        if (reason.isBlank() || reason.length() > ConsumingLimits.REASON_CHARS_MAX) {
            return Mono.error(new IllegalArgumentException(
                    "a reason has 1 to " + ConsumingLimits.REASON_CHARS_MAX + " characters"));
        }
        return blocking(
                () -> parkings.find(consumer, subject).map(parking -> leaveOut(parking, position, reason, actor)));
    }

    private Redriven redriveInOrder(String consumer, String subject) {
        var applying = applying(consumer);
        var handled = 0;
        while (true) {
            var found = parkings.find(consumer, subject);
            if (found.isEmpty()) {
                return new Redriven(handled, Optional.empty());
            }
            var parking = found.get();
            if (parking.waiting().isEmpty()) {
                if (free(parking)) {
                    return new Redriven(handled, Optional.empty());
                }
                continue;
            }
            var first = parking.waiting().getFirst();
            var raw = parkings.record(consumer, subject, first);
            if (raw.isEmpty()) {
                // RACE: another redrive took it since the parking was read. If not, somebody edited the store by hand.
                if (parkings.find(consumer, subject).equals(found)) {
                    throw new IllegalStateException("the parked record " + first + " is missing");
                }
                continue;
            }
            var verdict = applying.apply(raw.get());
            var done = verdict instanceof Failed tooEarly && tooEarly.cause() == ParkCause.GAP
                    ? applyTheMissingOne(applying, parking)
                    : Optional.of(first).filter(_ -> !(verdict instanceof Failed));
            if (done.isPresent()) {
                take(parking, done.get());
                handled++;
            } else if (verdict instanceof Failed failed) {
                if (parkings.replace(parking, parking.because(failed.cause(), failed.detail()))) {
                    return new Redriven(handled, Optional.of(new Stopped(first, failed.cause(), failed.detail())));
                }
                // RACE: the consumer put another record behind; look again, it may be the one that is missing.
            }
        }
    }

    /**
     * Where the first record is too early, the one that is due may stand further behind. A refill of the topic brings
     * it.
     */
    private Optional<String> applyTheMissingOne(Applying applying, Parking parking) {
        var due = Optional.of(applying.expected(parking.subject()));
        for (var position : parking.waiting()) {
            var raw = parkings.record(parking.consumer(), parking.subject(), position);
            if (raw.isPresent() && EventReader.sequence(raw.get()).equals(due)) {
                return applying.apply(raw.get()) instanceof Failed ? Optional.empty() : Optional.of(position);
            }
        }
        return Optional.empty();
    }

    private LeftOut leaveOut(Parking parking, String position, String reason, Actor actor) {
        var applying = applying(parking.consumer());
        var raw = parkings.record(parking.consumer(), parking.subject(), position);
        if (parking.waiting().isEmpty() || !parking.waiting().getFirst().equals(position) || raw.isEmpty()) {
            return new LeftOut(false, parking.count());
        }
        await(listener.leftOut(parking, position, reason, actor, clock.instant()));
        LOG.warn("{} leaves out {} of {}", parking.consumer(), position, parking.subject());
        applying.skip(raw.get());
        var left = take(parking, position);
        while (left.isPresent() && left.get().waiting().isEmpty() && !free(left.get())) {
            left = parkings.find(parking.consumer(), parking.subject());
        }
        return new LeftOut(true, left.map(Parking::count).orElse(0));
    }

    /** Takes a record that is done off its parking; answers the parking as it is then. */
    private Optional<Parking> take(Parking read, String position) {
        Optional<Parking> parking = Optional.of(read);
        while (parking.isPresent() && parking.get().waiting().contains(position)) {
            var shorter = parking.get().without(position);
            if (parkings.replace(parking.get(), shorter)) {
                parkings.drop(read.consumer(), read.subject(), position);
                return Optional.of(shorter);
            }
            // RACE: the consumer put another record behind; look again.
            parking = parkings.find(read.consumer(), read.subject());
        }
        return parking;
    }

    /** Ends a parking where nothing waits any more; false when somebody else wrote it meanwhile. */
    private boolean free(Parking parking) {
        // INVARIANT: "not announced" is written before the listener hears of the end. Should another record be parked
        // before the parking is closed, the listener hears of a new beginning.
        var leaving = parking.announced(false);
        if (!parkings.replace(parking, leaving)) {
            return false;
        }
        await(listener.freed(leaving, clock.instant()));
        return parkings.close(leaving);
    }

    private Applying applying(String consumer) {
        var applying = byConsumer.get(consumer);
        if (applying == null) {
            throw new IllegalStateException("this service has no consumer " + consumer + " any more");
        }
        return applying;
    }

    private static void await(Mono<Void> announcement) {
        Applying.await(announcement, ConsumingLimits.COMMANDS_WAIT_MAX);
    }

    private static <T> Mono<T> blocking(java.util.concurrent.Callable<Optional<T>> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic()).flatMap(Mono::justOrEmpty);
    }
}
