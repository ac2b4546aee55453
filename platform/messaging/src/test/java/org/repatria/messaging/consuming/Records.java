package org.repatria.messaging.consuming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Kafka records as a producer would make them, whole or broken. */
final class Records {

    static final String TOPIC = "repatria.case.events";

    private static long nextOffset;

    private Records() {}

    static RawRecord event(String type, String subject, long sequence, String json) {
        return raw(subject, json, headers(type, subject, sequence));
    }

    static RawRecord raw(String key, String value, Map<String, byte[]> headers) {
        return new RawRecord(
                TOPIC, 3, nextOffset++, Optional.of(key.getBytes(UTF_8)), Optional.of(value.getBytes(UTF_8)), headers);
    }

    static RawRecord tombstone(String key) {
        return new RawRecord(TOPIC, 3, nextOffset++, Optional.of(key.getBytes(UTF_8)), Optional.empty(), Map.of());
    }

    static RawRecord withoutKey(String value) {
        return new RawRecord(TOPIC, 3, nextOffset++, Optional.empty(), Optional.of(value.getBytes(UTF_8)), Map.of());
    }

    static Map<String, byte[]> headers(String type, String subject, long sequence) {
        var headers = new LinkedHashMap<String, byte[]>();
        headers.put("ce_specversion", "1.0".getBytes(UTF_8));
        headers.put("ce_id", (subject + ":" + sequence).getBytes(UTF_8));
        headers.put("ce_type", type.getBytes(UTF_8));
        headers.put("ce_source", "/repatria/case".getBytes(UTF_8));
        headers.put("ce_subject", subject.getBytes(UTF_8));
        headers.put("ce_time", "2014-09-01T09:00:00Z".getBytes(UTF_8));
        headers.put("ce_sequence", "%020d".formatted(sequence).getBytes(UTF_8));
        headers.put("content-type", "application/json".getBytes(UTF_8));
        return headers;
    }

    static Map<String, byte[]> without(String name, Map<String, byte[]> headers) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(name);
        return fewer;
    }

    static Map<String, byte[]> with(String name, String value, Map<String, byte[]> headers) {
        var other = new LinkedHashMap<>(headers);
        other.put(name, value.getBytes(UTF_8));
        return other;
    }
}
