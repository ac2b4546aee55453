package org.repatria.messaging.consuming;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record before anybody has understood it.
 *
 * @param key empty where the producer gave none
 * @param value empty for a tombstone
 * @param headers the last of each name
 */
public record RawRecord(
        String topic,
        int partition,
        long offset,
        Optional<byte[]> key,
        Optional<byte[]> value,
        Map<String, byte[]> headers) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final int NAME_DIGEST_CHARS = 32;
    private static final Set<String> HEADERS = Set.of(
            "ce_specversion",
            "ce_id",
            "ce_type",
            "ce_source",
            "ce_subject",
            "ce_time",
            "ce_dataschema",
            "ce_sequence",
            "ce_states",
            "ce_told",
            "content-type",
            "traceparent");

    /**
     * Takes what we may need of a record. Headers that mean nothing to us and the end of an oversized value stay
     * behind.
     */
    static RawRecord of(ConsumerRecord<byte @Nullable [], byte @Nullable []> kafka) {
        var headers = new LinkedHashMap<String, byte[]>();
        for (var header : kafka.headers()) {
            if (header.value() != null && HEADERS.contains(header.key())) {
                headers.put(header.key(), atMost(ConsumingLimits.HEADER_CHARS_MAX, header.value()));
            }
        }
        return new RawRecord(
                kafka.topic(),
                kafka.partition(),
                kafka.offset(),
                Optional.ofNullable(kafka.key()),
                Optional.ofNullable(kafka.value()).map(value -> atMost(ConsumingLimits.VALUE_BYTES_MAX, value)),
                headers);
    }

    /** One byte more than allowed, so that what is too long stays too long. */
    private static byte[] atMost(int bytesMax, byte[] bytes) {
        return bytes.length <= bytesMax ? bytes : Arrays.copyOf(bytes, bytesMax + 1);
    }

    /** Where the record stands in Kafka, as a name without signs that join names elsewhere. */
    public String position() {
        return topic + "-" + partition + "-" + offset;
    }

    /**
     * Whom the record is about, by its key: what is parked together and applied in order. A key that is no id gets a
     * name that is; a record without a key stands alone.
     */
    public String subject() {
        if (key.isEmpty()) {
            return header("ce_subject").filter(s -> ID.matcher(s).matches()).orElse(position());
        }
        var text = new String(key.get(), StandardCharsets.UTF_8);
        return ID.matcher(text).matches()
                ? text
                : "key-" + hex(sha256().digest(key.get())).substring(0, NAME_DIGEST_CHARS);
    }

    /** The header as text; empty where it is missing, too long, or no UTF-8. */
    Optional<String> header(String name) {
        var bytes = headers.get(name);
        if (bytes == null || bytes.length > ConsumingLimits.HEADER_CHARS_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /** What the record says, in 32 hex characters: two different events never share it. */
    String digest() {
        var digest = sha256();
        digest.update(header("ce_type").orElse("").getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        value.ifPresent(digest::update);
        return hex(digest.digest()).substring(0, NAME_DIGEST_CHARS);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
