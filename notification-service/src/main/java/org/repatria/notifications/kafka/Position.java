package org.repatria.notifications.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A place in the topics of alerts: the next offset of each partition. As text it is the event id, and every instance
 * reads it alike.
 *
 * @param next by partition
 */
record Position(List<Long> next) {

    private static final int RADIX = 36;

    /** LIMIT: offsets of more than 12 digits in base 36 are none that a topic reaches. */
    private static final String TEXT = "[0-9a-z]{1,12}(\\.[0-9a-z]{1,12})*";

    Position {
        next = List.copyOf(next);
    }

    /** Reads an event id; empty when it is none of a topic with this many partitions. */
    static Optional<Position> parse(String text, int partitions) {
        if (text.length() > 13 * partitions || !text.matches(TEXT)) {
            return Optional.empty();
        }
        var next = new ArrayList<Long>();
        for (var part : text.split("\\.", -1)) {
            next.add(Long.parseLong(part, RADIX));
        }
        return next.size() == partitions ? Optional.of(new Position(next)) : Optional.empty();
    }

    /** This place once the record at an offset was read. */
    Position after(int partition, long offset) {
        var moved = new ArrayList<>(next);
        moved.set(partition, Math.max(next.get(partition), offset + 1));
        return new Position(moved);
    }

    /** Whether a record stands at or after this place. */
    boolean isUpTo(int partition, long offset) {
        return offset >= next.get(partition);
    }

    /** The later of two places in each partition. */
    Position orLater(Position other) {
        return new Position(IntStream.range(0, next.size())
                .mapToObj(partition -> Math.max(next.get(partition), other.next.get(partition)))
                .toList());
    }

    boolean isBefore(Position other) {
        for (var partition = 0; partition < next.size(); partition++) {
            if (next.get(partition) < other.next.get(partition)) {
                return true;
            }
        }
        return false;
    }

    /** How many records lie between here and there. */
    long distanceTo(Position there) {
        var distance = 0L;
        for (var partition = 0; partition < next.size(); partition++) {
            distance += Math.max(0, there.next.get(partition) - next.get(partition));
        }
        return distance;
    }

    @Override
    public String toString() {
        return next.stream().map(offset -> Long.toString(offset, RADIX)).collect(Collectors.joining("."));
    }
}
