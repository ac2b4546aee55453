package org.repatria.messaging.consuming;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.repatria.messaging.consuming.Verdict.Applied;
import org.repatria.messaging.consuming.Verdict.Duplicate;
import org.repatria.messaging.consuming.Verdict.Failed;
import org.repatria.messaging.consuming.Verdict.Unknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the records of one consumer from Kafka: each is applied, passed over or parked when {@link #take} returns, and must
 * be offered again when it throws.
 */
final class RecordConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(RecordConsumer.class);

    private final Consumption consumption;
    private final Applying applying;
    private final Parkings parkings;
    private final ParkedListener listener;
    private final ConsumingMeters meters;
    private final Clock clock;

    /** Keys that may be parked. One too many costs a read; one too few cannot be, see {@link #forget}. */
    private final Set<String> parkedSubjects = ConcurrentHashMap.newKeySet();

    private volatile boolean known;

    RecordConsumer(
            Consumption consumption,
            Applying applying,
            Parkings parkings,
            ParkedListener listener,
            ConsumingMeters meters,
            Clock clock) {
        this.consumption = consumption;
        this.applying = applying;
        this.parkings = parkings;
        this.listener = listener;
        this.meters = meters;
        this.clock = clock;
        meters.watchParked(consumption.name(), parkedSubjects);
    }

    Consumption consumption() {
        return consumption;
    }

    Applying applying() {
        return applying;
    }

    /** Forgets which keys are parked: another instance may have had these partitions since. */
    void forget() {
        known = false;
    }

    void take(RawRecord raw) {
        learn();
        var subject = raw.subject();
        if (parkedSubjects.contains(subject) && waitsBehind(raw, subject)) {
            return;
        }
        switch (applying.apply(raw)) {
            case Applied _ -> meters.applied(consumption.name());
            case Duplicate _ -> meters.duplicate(consumption.name());
            case Unknown _ -> meters.unknown(consumption.name());
            case Failed failed -> park(raw, subject, failed);
        }
    }

    private void learn() {
        if (known) {
            return;
        }
        // Set before reading: a change of partitions during the reading must lead to another one.
        known = true;
        try {
            var fresh = ConcurrentHashMap.<String>newKeySet();
            var after = consumption.name() + "|";
            while (true) {
                var page = parkings.after(after, ConsumingLimits.PAGE_MAX);
                page.stream()
                        .filter(p -> p.consumer().equals(consumption.name()))
                        .map(Parking::subject)
                        .forEach(fresh::add);
                if (page.size() < ConsumingLimits.PAGE_MAX
                        || !page.getLast().consumer().equals(consumption.name())) {
                    break;
                }
                after = page.getLast().id();
            }
            parkedSubjects.addAll(fresh);
            parkedSubjects.retainAll(fresh);
        } catch (RuntimeException e) {
            known = false;
            throw e;
        }
    }

    /** Puts a record behind those that wait already; false when the key is free again. */
    private boolean waitsBehind(RawRecord raw, String subject) {
        while (true) {
            var parking = parkings.find(consumption.name(), subject);
            if (parking.isEmpty()) {
                parkedSubjects.remove(subject);
                return false;
            }
            if (append(parking.get(), raw)) {
                return true;
            }
            // RACE: a redrive or another instance wrote the parking; look again.
        }
    }

    private boolean append(Parking parking, RawRecord raw) {
        if (!parking.waiting().contains(raw.position())) {
            if (parking.count() >= ConsumingLimits.WAITING_PER_KEY_MAX) {
                throw new ParkingFull(parking.id() + " has " + parking.count() + " waiting records");
            }
            parkings.keep(consumption.name(), raw);
            var longer = parking.and(raw.position());
            if (!parkings.replace(parking, longer)) {
                return false;
            }
            meters.parked(consumption.name(), "BEHIND");
            parking = longer;
        }
        return announce(parking);
    }

    private void park(RawRecord raw, String subject, Failed failed) {
        if (parkedSubjects.size() >= ConsumingLimits.PARKED_KEYS_MAX) {
            throw new ParkingFull(consumption.name() + " has " + parkedSubjects.size() + " parked keys");
        }
        parkedSubjects.add(subject);
        var opened = Parking.opened(
                consumption.name(), subject, failed.cause(), failed.detail(), clock.instant(), raw.position());
        while (true) {
            var parking = parkings.find(consumption.name(), subject);
            if (parking.isPresent()) {
                if (append(parking.get(), raw)) {
                    return;
                }
            } else {
                parkings.keep(consumption.name(), raw);
                if (parkings.open(opened)) {
                    LOG.warn("{} parked {} ({}) at {}", consumption.name(), subject, failed.cause(), raw.position());
                    meters.parked(consumption.name(), failed.cause().name());
                }
                // Announced in the next round, as a crash in between would have it.
            }
        }
    }

    /** Tells the listener once; false when somebody else wrote the parking meanwhile. */
    private boolean announce(Parking parking) {
        if (parking.announced()) {
            return true;
        }
        Applying.await(listener.parked(parking, clock.instant()), ConsumingLimits.COMMANDS_WAIT_MAX);
        return parkings.replace(parking, parking.announced(true));
    }
}
