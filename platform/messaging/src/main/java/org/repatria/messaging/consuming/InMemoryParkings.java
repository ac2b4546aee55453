package org.repatria.messaging.consuming;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Parkings in memory, for tests of what stands on them. */
public final class InMemoryParkings implements Parkings {

    private final ConcurrentSkipListMap<String, Parking> byId = new ConcurrentSkipListMap<>();
    private final Map<String, RawRecord> records = new ConcurrentHashMap<>();

    @Override
    public Optional<Parking> find(String consumer, String subject) {
        return Optional.ofNullable(byId.get(consumer + "|" + subject));
    }

    @Override
    public boolean open(Parking parking) {
        return byId.putIfAbsent(parking.id(), parking) == null;
    }

    @Override
    public boolean replace(Parking read, Parking next) {
        var replaced = new AtomicBoolean();
        byId.computeIfPresent(read.id(), (_, now) -> {
            replaced.set(now.version() == read.version());
            return replaced.get() ? next : now;
        });
        return replaced.get();
    }

    @Override
    public boolean close(Parking read) {
        var closed = new AtomicBoolean();
        byId.computeIfPresent(read.id(), (_, now) -> {
            closed.set(now.version() == read.version());
            return closed.get() ? null : now;
        });
        return closed.get();
    }

    @Override
    public List<Parking> after(String id, int limit) {
        return byId.tailMap(id, false).values().stream().limit(limit).toList();
    }

    @Override
    public void keep(String consumer, RawRecord record) {
        records.putIfAbsent(key(consumer, record.subject(), record.position()), record);
    }

    @Override
    public Optional<RawRecord> record(String consumer, String subject, String position) {
        return Optional.ofNullable(records.get(key(consumer, subject, position)));
    }

    @Override
    public void drop(String consumer, String subject, String position) {
        records.remove(key(consumer, subject, position));
    }

    private static String key(String consumer, String subject, String position) {
        return consumer + "|" + subject + "|" + position;
    }
}
