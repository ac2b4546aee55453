package org.repatria.messaging.consuming;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A published event or snapshot as a reaction sees it. The reader is tolerant: it takes the fields it needs and does
 * not mind others.
 *
 * @param id {@code ce_id}, unique for ever
 * @param type explicit and versioned, such as {@code case.opened.v1}; of an erased subject whatever the tombstone says,
 *     possibly nothing
 * @param subject the aggregate that it is about
 * @param sequence 1, 2, 3 without holes per subject; of a snapshot the version; 0 for a tombstone that names none
 * @param time when it happened
 * @param states whose matter the subject is, such as {@code XH} and {@code XR}; none where the record does not say
 * @param traceparent W3C trace context
 * @param data the JSON value; a missing node for a tombstone
 */
public record PublishedRecord(
        String id,
        String type,
        String source,
        String subject,
        long sequence,
        Instant time,
        Set<String> states,
        Optional<String> traceparent,
        JsonNode data) {

    /** An event as a test of a reaction needs it. */
    public static PublishedRecord of(String type, String subject, long sequence, Instant time, String json) {
        return new PublishedRecord(
                subject + ":" + sequence,
                type,
                "/repatria/test",
                subject,
                sequence,
                time,
                Set.of(),
                Optional.empty(),
                Json.read(json));
    }

    /** The same of a subject that is the matter of certain states. */
    public PublishedRecord between(String... states) {
        return new PublishedRecord(id, type, source, subject, sequence, time, Set.of(states), traceparent, data);
    }

    /** The erasure of a subject, as a test of a reaction needs it. */
    public static PublishedRecord erased(String subject, Instant time) {
        return new PublishedRecord(
                subject + "@0", "", "/repatria/test", subject, 0, time, Set.of(), Optional.empty(), Json.MISSING);
    }

    /** Whether the subject was erased: there is no data. */
    public boolean isTombstone() {
        return data.isMissingNode();
    }

    /** The data as a record with the fields that the reader needs; unknown ones are left aside. */
    public <T> T as(Class<T> type) {
        return Json.convert(data, type);
    }
}
