package org.repatria.messaging.consuming;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One parked key of one consumer: why it stands still and which records wait, in order.
 *
 * @param detail the cause in a sentence; for operators only
 * @param since when the first record was parked
 * @param waiting positions ({@code topic-partition-offset}) of the records, first come first
 * @param announced whether the {@link ParkedListener} has heard of it
 * @param version changes with every write, so that of two writers one sees the other
 */
public record Parking(
        String consumer,
        String subject,
        ParkCause cause,
        String detail,
        Instant since,
        List<String> waiting,
        boolean announced,
        long version) {

    public Parking {
        waiting = List.copyOf(waiting);
        if (detail.length() > ConsumingLimits.DETAIL_CHARS_MAX) {
            detail = detail.substring(0, ConsumingLimits.DETAIL_CHARS_MAX);
        }
    }

    /** The name of a parked key: names hold no {@code |}. */
    public String id() {
        return consumer + "|" + subject;
    }

    /** How many records wait. */
    public int count() {
        return waiting.size();
    }

    static Parking opened(String consumer, String subject, ParkCause cause, String detail, Instant at, String first) {
        return new Parking(consumer, subject, cause, detail, at, List.of(first), false, 1);
    }

    Parking and(String position) {
        var longer = new ArrayList<>(waiting);
        longer.add(position);
        return new Parking(consumer, subject, cause, detail, since, longer, announced, version + 1);
    }

    Parking without(String position) {
        var shorter = waiting.stream().filter(p -> !p.equals(position)).toList();
        return new Parking(consumer, subject, cause, detail, since, shorter, announced, version + 1);
    }

    Parking because(ParkCause newCause, String newDetail) {
        return new Parking(consumer, subject, newCause, newDetail, since, waiting, announced, version + 1);
    }

    Parking announced(boolean now) {
        return new Parking(consumer, subject, cause, detail, since, waiting, now, version + 1);
    }
}
