package org.repatria.messaging.consuming;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Understands a record as a CloudEvent in binary mode, or says in a sentence why it cannot. */
final class EventReader {

    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,20}");

    /** What became of the attempt to read. */
    sealed interface Reading {}

    record Understood(PublishedRecord event) implements Reading {}

    record NotUnderstood(String detail) implements Reading {}

    private EventReader() {}

    /** The type alone; it decides whether the rest needs to be understood. */
    static Optional<String> type(RawRecord raw) {
        return raw.header("ce_type").filter(t -> !t.isBlank());
    }

    /** The sequence alone: the place of a record among those of its subject. */
    static Optional<Long> sequence(RawRecord raw) {
        try {
            return raw.header("ce_sequence")
                    .filter(s -> SEQUENCE.matcher(s).matches())
                    .map(Long::parseLong)
                    .filter(n -> n > 0);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** The sequence of a record that is about its key. */
    static Optional<Long> placeOf(RawRecord raw) {
        return raw.header("ce_subject").equals(Optional.of(raw.subject())) ? sequence(raw) : Optional.empty();
    }

    /** Reads a snapshot, or the erasure of a subject. */
    static Reading readSnapshot(RawRecord raw) {
        return raw.value().isPresent() ? read(raw) : readTombstone(raw);
    }

    /** Reads an event or a snapshot. */
    static Reading read(RawRecord raw) {
        if (raw.value().isEmpty()) {
            return new NotUnderstood("there is no value");
        }
        if (raw.value().get().length > ConsumingLimits.VALUE_BYTES_MAX) {
            return new NotUnderstood("the value has " + raw.value().get().length + " bytes, more than "
                    + ConsumingLimits.VALUE_BYTES_MAX);
        }
        if (!raw.header("ce_specversion").equals(Optional.of("1.0"))) {
            return new NotUnderstood("header ce_specversion is not 1.0");
        }
        var contentType = raw.header("content-type");
        if (contentType.isPresent() && !contentType.get().startsWith("application/json")) {
            return new NotUnderstood("header content-type is not application/json");
        }
        for (var name : new String[] {"ce_id", "ce_type", "ce_source", "ce_subject"}) {
            if (raw.header(name).filter(v -> !v.isBlank()).isEmpty()) {
                return new NotUnderstood("header " + name + " is missing or malformed");
            }
        }
        var sequence = sequence(raw);
        if (sequence.isEmpty()) {
            return new NotUnderstood("header ce_sequence is missing or no positive number");
        }
        var time = time(raw);
        if (time.isEmpty()) {
            return new NotUnderstood("header ce_time is missing or no RFC 3339 time");
        }
        var subject = raw.header("ce_subject").orElseThrow();
        if (!subject.equals(raw.subject())) {
            return new NotUnderstood("the key is not the ce_subject");
        }
        JsonNode data;
        try {
            data = Json.read(raw.value().get());
        } catch (JacksonException e) {
            // The value may be personal, so the parser's own message, which quotes it, stays out.
            return new NotUnderstood("the value is no JSON: " + e.getClass().getSimpleName());
        }
        if (!data.isObject()) {
            return new NotUnderstood("the value is no JSON object");
        }
        return new Understood(event(raw, sequence.get(), time.get(), data));
    }

    /** Reads the erasure of a subject; a tombstone needs nothing but its key. */
    private static Reading readTombstone(RawRecord raw) {
        if (raw.key().isEmpty()) {
            return new NotUnderstood("a tombstone without a key");
        }
        return new Understood(event(raw, sequence(raw).orElse(0L), time(raw).orElse(Instant.EPOCH), Json.MISSING));
    }

    private static PublishedRecord event(RawRecord raw, long sequence, Instant time, JsonNode data) {
        return new PublishedRecord(
                raw.header("ce_id").orElse(raw.position()),
                raw.header("ce_type").orElse(""),
                raw.header("ce_source").orElse(""),
                raw.subject(),
                sequence,
                time,
                states(raw),
                raw.header("traceparent"),
                data);
    }

    private static Set<String> states(RawRecord raw) {
        return raw.header("ce_states")
                .map(states -> Set.copyOf(Arrays.asList(states.split(","))))
                .orElse(Set.of());
    }

    private static Optional<Instant> time(RawRecord raw) {
        try {
            return raw.header("ce_time").map(t -> OffsetDateTime.parse(t).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
