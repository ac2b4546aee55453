package org.repatria.system.checker;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Everything that a run has left behind, as plain data.
 *
 * @param records what is on the topics, each partition in its order
 * @param commands what the clients sent and heard
 * @param listings each list of the API, paged through to its end, with the figures of its first page
 */
public record Evidence(
        List<TopicRecord> records,
        List<Document> documents,
        List<Entry> entries,
        List<Parked> parked,
        List<Progress> progress,
        List<Command> commands,
        List<Listing> listings) {

    public Evidence {
        records = List.copyOf(records);
        documents = List.copyOf(documents);
        entries = List.copyOf(entries);
        parked = List.copyOf(parked);
        progress = List.copyOf(progress);
        commands = List.copyOf(commands);
        listings = List.copyOf(listings);
    }

    /**
     * A record of a topic.
     *
     * @param value empty for a tombstone
     * @param headers the last of each name
     */
    public record TopicRecord(
            String topic, int partition, long offset, String key, Optional<String> value, Map<String, String> headers) {

        public TopicRecord {
            headers = Map.copyOf(headers);
        }

        String id() {
            return headers.getOrDefault("ce_id", "");
        }

        String type() {
            return headers.getOrDefault("ce_type", "");
        }

        /** The event's place among those of its subject; 0 where the record does not say. */
        long sequence() {
            var text = headers.getOrDefault("ce_sequence", "");
            return text.matches("\\d{1,20}") ? new BigDecimal(text).longValue() : 0;
        }

        String position() {
            return topic + "-" + partition + "-" + offset;
        }

        /** What must be the same in every delivery of one event. */
        String content() {
            return key + "\n" + type() + "\n" + sequence() + "\n" + value.orElse("");
        }
    }

    /** What goes out for an entry of a journal. */
    public record Publication(long sequence, String type, String data) {}

    /**
     * An entry of a journal.
     *
     * @param told its number among those that both states are told; empty for one that is confided
     * @param text the private entry, exactly as it was hashed
     */
    public record Entry(
            Family family,
            String aggregateId,
            long sequence,
            Optional<Long> told,
            String text,
            Optional<Publication> publication,
            String previousHash,
            String hash) {

        boolean confided() {
            return told.isEmpty();
        }
    }

    /**
     * A command that an aggregate remembers.
     *
     * @param digest the first half of the SHA-256 of its key, in hexadecimal digits
     * @param told the version that it led to for who is told less
     */
    public record Receipt(String digest, long version, long told) {

        static String digest(String key) {
            return JournalRules.sha256(key).substring(0, 32);
        }
    }

    /**
     * How far an aggregate has counted.
     *
     * @param version commands that led to something
     * @param told those of them that told something
     * @param toldEntries entries that are told
     * @param published publications that are told
     * @param publishedConfided publications that are confided
     */
    public record Counts(long version, long told, long toldEntries, long published, long publishedConfided) {}

    /** An aggregate's document. */
    public record Document(
            Family family,
            String id,
            Counts counts,
            JsonNode state,
            List<Entry> outbox,
            List<Receipt> receipts,
            long headSequence,
            String headHash) {

        public Document {
            outbox = List.copyOf(outbox);
            receipts = List.copyOf(receipts);
        }

        Document withState(JsonNode other) {
            return new Document(family, id, counts, other, outbox, receipts, headSequence, headHash);
        }

        long version() {
            return counts.version();
        }
    }

    /**
     * A key that a consumer has set aside.
     *
     * @param waiting positions of the records that wait, first come first
     */
    public record Parked(String consumer, String subject, List<String> waiting) {
        public Parked {
            waiting = List.copyOf(waiting);
        }
    }

    /** How far a consumer is with a subject. */
    public record Progress(String consumer, String subject, long sequence) {}

    /**
     * A command of a client.
     *
     * @param key the Idempotency-Key, used for this command only
     * @param status 0 when no answer ever came
     * @param aggregateId whom it changed; empty when it was refused or never answered
     * @param version the version that the answer named
     * @param changed whether the answer says that something changed
     */
    public record Command(
            String key, String kind, int status, Optional<String> aggregateId, long version, boolean changed) {

        boolean fulfilled() {
            return status >= 200 && status < 300;
        }

        boolean refused() {
            return status >= 400;
        }
    }

    /**
     * A list of the API, whole.
     *
     * @param facets rows by facet and value
     * @param sums amounts by sum and currency
     */
    public record Listing(
            Family family,
            String path,
            List<JsonNode> items,
            long total,
            Map<String, Map<String, Long>> facets,
            Map<String, Map<String, BigDecimal>> sums) {
        public Listing {
            items = List.copyOf(items);
        }
    }
}
