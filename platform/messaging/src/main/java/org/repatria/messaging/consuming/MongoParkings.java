package org.repatria.messaging.consuming;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import reactor.core.publisher.Flux;

/**
 * Parkings in {@code parked} and their records in {@code parked_records}. The first holds only what is parked now, so
 * reading through it costs what there is to see; everything else goes by {@code _id}.
 */
public final class MongoParkings implements Parkings {

    private final MongoCollection<Document> parked;
    private final MongoCollection<Document> records;
    private volatile boolean prepared;

    public MongoParkings(MongoDatabase database) {
        var durable = WriteConcern.MAJORITY.withJournal(true);
        this.parked = database.getCollection("parked").withWriteConcern(durable);
        this.records = database.getCollection("parked_records").withWriteConcern(durable);
    }

    @Override
    public Optional<Parking> find(String consumer, String subject) {
        prepare();
        return MongoAnswers.first(parked.find(new Document("_id", consumer + "|" + subject)))
                .map(MongoParkings::parking);
    }

    @Override
    public boolean open(Parking parking) {
        prepare();
        return MongoAnswers.inserted(parked.insertOne(fields(parking).append("_id", parking.id())));
    }

    @Override
    public boolean replace(Parking read, Parking next) {
        prepare();
        return MongoAnswers.only(parked.updateOne(asRead(read), new Document("$set", fields(next))))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean close(Parking read) {
        prepare();
        return MongoAnswers.only(parked.deleteOne(asRead(read))).getDeletedCount() == 1;
    }

    @Override
    public List<Parking> after(String id, int limit) {
        prepare();
        return MongoAnswers.first(Flux.from(parked.find(new Document("_id", new Document("$gt", id)))
                                .sort(new Document("_id", 1))
                                .limit(limit))
                        .map(MongoParkings::parking)
                        .collectList())
                .orElse(List.of());
    }

    @Override
    public void keep(String consumer, RawRecord raw) {
        prepare();
        var headers = raw.headers().entrySet().stream()
                .map(h -> new Document("name", h.getKey()).append("value", new Binary(h.getValue())))
                .toList();
        MongoAnswers.inserted(records.insertOne(new Document("_id", recordId(consumer, raw.subject(), raw.position()))
                .append("topic", raw.topic())
                .append("partition", raw.partition())
                .append("offset", raw.offset())
                .append("key", raw.key().map(Binary::new).orElse(null))
                .append("value", raw.value().map(Binary::new).orElse(null))
                .append("headers", headers)));
    }

    @Override
    public Optional<RawRecord> record(String consumer, String subject, String position) {
        prepare();
        return MongoAnswers.first(records.find(new Document("_id", recordId(consumer, subject, position))))
                .map(MongoParkings::raw);
    }

    @Override
    public void drop(String consumer, String subject, String position) {
        prepare();
        MongoAnswers.first(records.deleteOne(new Document("_id", recordId(consumer, subject, position))));
    }

    private void prepare() {
        if (!prepared) {
            MongoAnswers.first(
                    parked.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true)));
            prepared = true;
        }
    }

    private static Document asRead(Parking read) {
        return new Document("_id", read.id()).append("version", read.version());
    }

    private static Document fields(Parking parking) {
        return new Document("consumer", parking.consumer())
                .append("subject", parking.subject())
                .append("cause", parking.cause().name())
                .append("detail", parking.detail())
                .append("since", parking.since().toString())
                .append("waiting", new ArrayList<>(parking.waiting()))
                .append("announced", parking.announced())
                .append("version", parking.version());
    }

    private static Parking parking(Document d) {
        return new Parking(
                d.getString("consumer"),
                d.getString("subject"),
                ParkCause.valueOf(d.getString("cause")),
                d.getString("detail"),
                Instant.parse(d.getString("since")),
                d.getList("waiting", String.class),
                d.getBoolean("announced"),
                d.getLong("version"));
    }

    private static RawRecord raw(Document d) {
        var headers = new LinkedHashMap<String, byte[]>();
        for (var header : d.getList("headers", Document.class)) {
            headers.put(
                    header.getString("name"), header.get("value", Binary.class).getData());
        }
        return new RawRecord(
                d.getString("topic"),
                d.getInteger("partition"),
                d.getLong("offset"),
                Optional.ofNullable(d.get("key", Binary.class)).map(Binary::getData),
                Optional.ofNullable(d.get("value", Binary.class)).map(Binary::getData),
                headers);
    }

    private static String recordId(String consumer, String subject, String position) {
        return consumer + "|" + subject + "|" + position;
    }
}
