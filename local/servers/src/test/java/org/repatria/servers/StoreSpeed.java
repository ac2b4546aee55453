package org.repatria.servers;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Prints how fast the store accepts the write of an aggregate and finds by id. A program to run by hand, not a test:
 * {@code [documents] [seconds]}.
 */
final class StoreSpeed {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> cases;
    private final int[] versions;
    private final int seconds;

    private StoreSpeed(MongoCollection<Document> cases, int documents, int seconds) {
        this.cases = cases;
        this.versions = new int[documents];
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        var documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        var directory = Files.createTempDirectory("store-speed");
        var file = directory.resolve("mongo.mv");
        var server = MongoServer.start(directory, 0);
        try (var client = MongoClients.create(server.uri())) {
            var speed = new StoreSpeed(client.getDatabase("cases").getCollection("case"), documents, seconds);
            speed.fill();
            say("filled: %d MB", megabytes(file));
            for (var clients : List.of(1, 16)) {
                say("conditional write and mark, %d clients: %s", clients, speed.repeat(clients, speed::write));
                say("find by _id, %d clients: %s", clients, speed.repeat(clients, speed::find));
            }
            say("written: %d MB", megabytes(file));
        }
        var start = System.nanoTime();
        server.close();
        say("closed in %.1f s: %d MB", (System.nanoTime() - start) / 1e9, megabytes(file));
        Files.delete(file);
        Files.delete(directory);
    }

    private static void say(String line, Object... values) {
        System.err.printf(line + "%n", values);
    }

    private static long megabytes(Path file) throws Exception {
        return Files.size(file) >> 20;
    }

    private void fill() {
        Mono.from(cases.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true)))
                .block();
        var start = System.nanoTime();
        Flux.range(0, versions.length)
                .map(i -> new Document("_id", id(i)).append("version", 0L).append("state", "s".repeat(550)))
                .buffer(500)
                .concatMap(cases::insertMany)
                .then()
                .block();
        say("filled in %.1f s", (System.nanoTime() - start) / 1e9);
    }

    /**
     * Repeats an operation with so many clients. No index is written by two clients at once: they walk through the
     * documents, far apart from each other.
     */
    private String repeat(int clients, Operation operation) {
        var done = new AtomicInteger();
        var before = servingNanos();
        var start = System.nanoTime();
        var end = start + Duration.ofSeconds(seconds).toNanos();
        Flux.range(0, clients)
                .flatMap(
                        client -> Flux.fromStream(IntStream.iterate(client, i -> i + clients)
                                        .takeWhile(_ -> System.nanoTime() < end)
                                        .boxed())
                                .concatMap(
                                        i -> {
                                            done.incrementAndGet();
                                            return operation.on((int) (i * 7919L % versions.length));
                                        },
                                        0),
                        clients)
                .then()
                .block();
        var elapsed = System.nanoTime() - start;
        return "%.0f/s, %.0f µs of the server's CPU each"
                .formatted(done.get() / (elapsed / 1e9), (servingNanos() - before) / 1e3 / done.get());
    }

    /** The part that does not depend on what else the machine is busy with. */
    private static long servingNanos() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadName().startsWith("mongo-server-worker"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    private Publisher<?> write(int i) {
        var version = versions[i]++;
        var mark = new Document("$push", new Document("marks", new Document("i", id(i)).append("v", version + 1L)));
        var unmark = new Document("$set", new Document("marks", List.of()));
        var state = new Document("version", version + 1L).append("state", "t".repeat(550));
        return cases.bulkWrite(List.of(
                // As the relay does, the marker is emptied now and then.
                new UpdateOneModel<>(
                        new Document("_id", "pending:%03d".formatted(i % 256)), i % 5 == 0 ? unmark : mark, UPSERT),
                new UpdateOneModel<>(
                        new Document("_id", id(i)).append("version", (long) version),
                        new Document("$set", state),
                        UPSERT)));
    }

    private Publisher<?> find(int i) {
        return cases.find(new Document("_id", id(i))).first();
    }

    private static String id(int i) {
        return "case-%025d".formatted(i);
    }

    private interface Operation {
        Publisher<?> on(int i);
    }
}
