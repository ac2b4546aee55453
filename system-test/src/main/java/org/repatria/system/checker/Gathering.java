package org.repatria.system.checker;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.repatria.system.checker.Evidence.Command;
import org.repatria.system.checker.Evidence.Entry;
import org.repatria.system.checker.Evidence.Listing;
import org.repatria.system.checker.Evidence.Parked;
import org.repatria.system.checker.Evidence.Progress;
import org.repatria.system.checker.Evidence.Publication;
import org.repatria.system.checker.Evidence.Receipt;
import org.repatria.system.checker.Evidence.TopicRecord;
import org.repatria.system.client.Caller;
import org.repatria.system.client.Reply;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/**
 * Takes the evidence from a running system. It reads topics with a plain consumer, documents with a plain driver, lists
 * over HTTP.
 */
public final class Gathering {

    /** Every topic of the system. */
    public static final List<String> TOPICS = List.of(
            "repatria.case.events",
            "repatria.case.snapshots",
            "repatria.asset.events",
            "repatria.asset.snapshots",
            "repatria.alert.events",
            "repatria.alert.snapshots");

    /** The topics of the services of the house: there where a kind keeps anything from the other state. */
    public static final List<String> CONFIDED_TOPICS = List.of(
            "repatria.case.confided-events",
            "repatria.case.confided-snapshots",
            "repatria.alert.confided-events",
            "repatria.alert.confided-snapshots");

    /** LIMIT: a read of everything a run leaves behind; only a server that is away takes longer. */
    private static final Duration READ_MAX = Duration.ofMinutes(2);

    private static final Duration POLL = Duration.ofMillis(500);

    private static final JsonWriterSettings PLAIN = JsonWriterSettings.builder()
            .outputMode(JsonMode.RELAXED)
            .int64Converter((value, writer) -> writer.writeNumber(value.toString()))
            .build();

    private final String kafka;
    private final Stores stores;
    private final Caller caller;

    public Gathering(String kafka, Stores stores, Caller caller) {
        this.kafka = kafka;
        this.stores = stores;
        this.caller = caller;
    }

    /** Everything as it stands; the system must be quiet. */
    public Evidence of(List<Command> commands) throws IOException, InterruptedException {
        var documents = new ArrayList<Evidence.Document>();
        var entries = new ArrayList<Entry>();
        for (var family : Family.values()) {
            for (var document : all(family.database(), family.collection())) {
                if (!document.getString("_id").startsWith("pending:")) {
                    documents.add(document(family, document));
                }
            }
            all(family.database(), family.journal()).forEach(d -> entries.add(entry(family, d)));
        }
        var parked = new ArrayList<Parked>();
        var progress = new ArrayList<Progress>();
        for (var database : List.of("cases", "assets", "notifications")) {
            all(database, "parked")
                    .forEach(d -> parked.add(new Parked(
                            d.getString("consumer"), d.getString("subject"), d.getList("waiting", String.class))));
            all(database, "consumer_progress").forEach(d -> progress.add(progress(d)));
        }
        return new Evidence(records(), documents, entries, parked, progress, commands, listings());
    }

    private List<Document> all(String database, String collection) {
        return Optional.ofNullable(Flux.from(stores.database(database)
                                .getCollection(collection)
                                .find())
                        .collectList()
                        .block(READ_MAX))
                .orElse(List.of());
    }

    private static Evidence.Document document(Family family, Document d) {
        var head = d.get("journalHead", Document.class);
        var receipts = d.get("receipts", Document.class);
        return new Evidence.Document(
                family,
                d.getString("_id"),
                counts(d, number(head.get("sequence"))),
                Trees.read(d.get("state", Document.class).toJson(PLAIN)),
                d.getList("outbox", Document.class, List.of()).stream()
                        .map(e -> entry(family, e))
                        .toList(),
                receipts(receipts.get("commands", Binary.class).getData()),
                number(head.get("sequence")),
                head.getString("hash"));
    }

    /** Each is 49 bytes: digests of the key and of what was asked, the two versions, and whom it was told. */
    private static List<Receipt> receipts(byte[] packed) {
        var receipts = new ArrayList<Receipt>();
        for (var bytes = ByteBuffer.wrap(packed); bytes.hasRemaining(); bytes.get()) {
            var digest = new byte[16];
            bytes.get(digest).position(bytes.position() + 16);
            receipts.add(new Receipt(HexFormat.of().formatHex(digest), bytes.getLong(), bytes.getLong()));
        }
        return receipts;
    }

    /** What an older document does not count was told. */
    private static Evidence.Counts counts(Document d, long entries) {
        var told = Optional.ofNullable(d.get("told", Document.class)).orElseGet(Document::new);
        return new Evidence.Counts(
                number(d.get("version")),
                number(told.getOrDefault("version", d.get("version"))),
                number(told.getOrDefault("entries", entries)),
                number(d.get("published")),
                number(d.get("publishedConfided")));
    }

    private static Entry entry(Family family, Document d) {
        return new Entry(
                family,
                d.getString("aggregateId"),
                number(d.get("sequence")),
                d.getBoolean("confided", false)
                        ? Optional.empty()
                        : Optional.of(number(d.getOrDefault("told", d.get("sequence")))),
                d.getString("entry"),
                Optional.ofNullable(d.get("publication", Document.class))
                        .map(p -> new Publication(number(p.get("sequence")), p.getString("type"), p.getString("data"))),
                d.getString("previousHash"),
                d.getString("hash"));
    }

    private static Progress progress(Document d) {
        var id = d.getString("_id");
        var bar = id.indexOf('|');
        return new Progress(id.substring(0, bar), id.substring(bar + 1), number(d.get("sequence")));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number n ? n.longValue() : 0;
    }

    /** All records of all topics up to where they end now. */
    public List<TopicRecord> records() {
        var settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (var consumer =
                new KafkaConsumer<byte[], byte[]>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = Stream.concat(
                            TOPICS.stream(), CONFIDED_TOPICS.stream().filter(consumer.listTopics()::containsKey))
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<TopicRecord>();
            var until = System.nanoTime() + READ_MAX.toNanos();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("the topics could not be read to their ends within " + READ_MAX);
                }
                consumer.poll(POLL).forEach(r -> records.add(record(r)));
            }
            return records;
        }
    }

    private static TopicRecord record(ConsumerRecord<byte[], byte[]> kafka) {
        var headers = new HashMap<String, String>();
        for (var header : kafka.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new TopicRecord(
                kafka.topic(),
                kafka.partition(),
                kafka.offset(),
                Optional.ofNullable(kafka.key())
                        .map(key -> new String(key, StandardCharsets.UTF_8))
                        .orElse(""),
                Optional.ofNullable(kafka.value()).map(value -> new String(value, StandardCharsets.UTF_8)),
                headers);
    }

    /** Every list of the API, as the head of the authority sees it. */
    public List<Listing> listings() throws IOException, InterruptedException {
        return Arrays.asList(
                listing(Family.CASE, "/v1/cases", "facets=true"),
                listing(Family.LIST, "/v1/lists", ""),
                listing(Family.ASSET, "/v1/assets", "figures=true"),
                listing(Family.ALERT, "/v1/alerts", "facets=true"));
    }

    private Listing listing(Family family, String path, String query) throws IOException, InterruptedException {
        var items = new ArrayList<JsonNode>();
        var first = page(path + "?limit=100&" + query);
        var page = first;
        while (true) {
            page.json().path("items").forEach(items::add);
            var next = next(page);
            if (next.isEmpty()) {
                break;
            }
            page = page(next.get());
        }
        return new Listing(
                family,
                path,
                items,
                first.json().at("/total/count").asLong(),
                facets(first.json().path("facets")),
                sums(first.json().path("sums")));
    }

    private Reply page(String path) throws IOException, InterruptedException {
        var reply = caller.get("hana.head", path);
        if (reply.status() != 200) {
            throw new IOException(path + " was answered with " + reply);
        }
        return reply;
    }

    private static Optional<String> next(Reply reply) {
        return reply.header("Link")
                .filter(link -> link.contains("rel=\"next\""))
                .map(link -> link.substring(link.indexOf('<') + 1, link.indexOf('>')));
    }

    private static Map<String, Map<String, Long>> facets(JsonNode json) {
        var facets = new LinkedHashMap<String, Map<String, Long>>();
        for (var name : json.propertyNames()) {
            var counts = new TreeMap<String, Long>();
            json.path(name)
                    .path("values")
                    .forEach(v -> counts.put(
                            v.path("value").asString(), v.path("rows").asLong()));
            facets.put(name, counts);
        }
        return facets;
    }

    private static Map<String, Map<String, BigDecimal>> sums(JsonNode json) {
        var sums = new LinkedHashMap<String, Map<String, BigDecimal>>();
        for (var name : json.propertyNames()) {
            var amounts = new TreeMap<String, BigDecimal>();
            var byCurrency = json.path(name).path("amounts");
            for (var currency : byCurrency.propertyNames()) {
                amounts.put(currency, new BigDecimal(byCurrency.path(currency).asString()));
            }
            sums.put(name, amounts);
        }
        return sums;
    }
}
