package org.repatria.messaging.consuming;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.repatria.messaging.consuming.Verdict.Applied;
import org.repatria.messaging.consuming.Verdict.Duplicate;
import org.repatria.messaging.consuming.Verdict.Failed;
import org.repatria.messaging.consuming.Verdict.Unknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the records of one consumer from Kafka, many at once where they are plainly in order. Each is applied, passed
 * over or parked when {@link #take} returns, and must be offered again when it throws.
 */
final class RecordConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(RecordConsumer.class);

    private final Consumption consumption;
    private final Applying applying;
    private final ApplyingTogether applyingTogether;
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
            ApplyingTogether applyingTogether,
            Parkings parkings,
            ParkedListener listener,
            ConsumingMeters meters,
            Clock clock) {
        this.consumption = consumption;
        this.applying = applying;
        this.applyingTogether = applyingTogether;
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

    /**
     * Forgets which keys are parked, and how far subjects are. Another instance may have had these partitions since.
     */
    void forget() {
        known = false;
        applyingTogether.forget();
    }

    /**
     * Takes records, those of one subject in their order.
     *
     * @throws NotTaken names the first that has to be offered again; all before it are done
     */
    void take(List<RawRecord> raws) {
        var done = new boolean[raws.size()];
        try {
            learn();
            passOverOthers(raws, done);
            takeTogether(raws, done);
            for (var i = 0; i < done.length; i++) {
                if (!done[i]) {
                    take(raws.get(i));
                    done[i] = true;
                }
            }
        } catch (RuntimeException e) {
            throw new NotTaken(firstNotDone(done), e);
        }
    }

    private static int firstNotDone(boolean[] done) {
        var first = 0;
        while (done[first]) {
            first++;
        }
        return first;
    }

    private void passOverOthers(List<RawRecord> raws, boolean[] done) {
        for (var i = 0; i < done.length; i++) {
            done[i] = !consumption.hears(raws.get(i).subject());
        }
    }

    /**
     * Takes what can be taken together, in rounds. Nothing of a subject goes on before what came earlier is done. A
     * subject that needs a closer look is left from there on.
     */
    private void takeTogether(List<RawRecord> raws, boolean[] done) {
        var open = bySubject(raws, done);
        while (!open.isEmpty()) {
            var verdicts = applyingTogether.apply(open.stream()
                    .map(waiting -> waiting.stream().map(raws::get).toList())
                    .toList());
            for (var i = 0; i < verdicts.size(); i++) {
                var waiting = open.get(i);
                for (var verdict : verdicts.get(i)) {
                    done[waiting.removeFirst()] = true;
                    count(verdict);
                }
                if (verdicts.get(i).isEmpty()) {
                    waiting.clear();
                }
            }
            open.removeIf(Deque::isEmpty);
        }
        passOverOlderSnapshots(raws, done);
    }

    /**
     * Where the records of each subject stand, without parked subjects. Of snapshots the newest alone, which says it
     * all.
     */
    private List<Deque<Integer>> bySubject(List<RawRecord> raws, boolean[] done) {
        var open = new LinkedHashMap<String, Deque<Integer>>();
        for (var i = 0; i < raws.size(); i++) {
            var subject = raws.get(i).subject();
            if (!done[i] && !parkedSubjects.contains(subject)) {
                var ofSubject = open.computeIfAbsent(subject, _ -> new ArrayDeque<>());
                if (consumption.kind() == Consumption.Kind.SNAPSHOTS) {
                    ofSubject.clear();
                }
                ofSubject.add(i);
            }
        }
        return new ArrayList<>(open.values());
    }

    /**
     * Passes over a snapshot once a later one of its subject is applied. It needs no look: the topic itself may have
     * dropped it.
     */
    private void passOverOlderSnapshots(List<RawRecord> raws, boolean[] done) {
        if (consumption.kind() != Consumption.Kind.SNAPSHOTS) {
            return;
        }
        var applied = new HashSet<String>();
        for (var i = done.length - 1; i >= 0; i--) {
            var subject = raws.get(i).subject();
            if (done[i]) {
                applied.add(subject);
            } else if (applied.contains(subject)) {
                done[i] = true;
                meters.superseded(consumption.name());
            }
        }
    }

    private void take(RawRecord raw) {
        var subject = raw.subject();
        if (parkedSubjects.contains(subject) && waitsBehind(raw, subject)) {
            return;
        }
        var verdict = applying.apply(raw);
        if (verdict instanceof Failed failed) {
            park(raw, subject, failed);
        } else {
            count(verdict);
        }
    }

    private void count(Verdict verdict) {
        switch (verdict) {
            case Applied _ -> meters.applied(consumption.name());
            case Duplicate _ -> meters.duplicate(consumption.name());
            case Unknown _ -> meters.unknown(consumption.name());
            case Failed failed -> throw new IllegalStateException("a failed record is parked, not counted: " + failed);
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
