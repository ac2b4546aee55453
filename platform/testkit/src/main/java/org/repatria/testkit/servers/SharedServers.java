package org.repatria.testkit.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.repatria.servers.KafkaBroker;
import org.repatria.servers.MongoServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The one Kafka and the one MongoDB-protocol server of this JVM. They are started on first use and stopped when the JVM
 * ends. They are the embedded ones, or the real ones in containers when {@code REPATRIA_TEST_REAL=1} and Docker
 * answers; the log says which.
 */
public final class SharedServers {

    private static final Logger LOG = LoggerFactory.getLogger(SharedServers.class);
    private static final String KAFKA_IMAGE = "apache/kafka:4.2.1";
    private static final String MONGO_IMAGE = "mongo:8.0";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static @Nullable String kafka;
    private static @Nullable String mongo;
    private static @Nullable Boolean real;

    private SharedServers() {}

    /** Bootstrap servers of the shared Kafka. Topics are the test's own business. */
    public static synchronized String kafka() {
        var started = kafka;
        if (started == null) {
            started = isReal() ? realKafka() : embedded("kafka", d -> KafkaBroker.start(d, 0), KafkaBroker::bootstrap);
            LOG.warn("tests use {} Kafka at {}", isReal() ? "real" : "embedded", started);
            kafka = started;
        }
        return started;
    }

    /** Connection string of the shared store, without a database. */
    public static synchronized String mongo() {
        var started = mongo;
        if (started == null) {
            started = isReal() ? realMongo() : embedded("mongo", d -> MongoServer.start(d, 0), MongoServer::uri);
            LOG.warn("tests use {} MongoDB at {}", isReal() ? "real" : "embedded", started);
            mongo = started;
        }
        return started;
    }

    /** A store of the caller's own: the shared server with a database name that nobody else has. */
    public static MongoForTests freshMongo(String hint) {
        var database = (hint.length() > 24 ? hint.substring(0, 24) : hint) + "_" + DATABASES.incrementAndGet();
        return new MongoForTests(mongo() + "/" + database, database);
    }

    /** Whether the servers are the real ones, for the few tests that only they can pass. */
    public static synchronized boolean isReal() {
        var known = real;
        if (known == null) {
            known = "1".equals(System.getenv("REPATRIA_TEST_REAL"))
                    && DockerClientFactory.instance().isDockerAvailable();
            real = known;
        }
        return known;
    }

    private static String realKafka() {
        var container = new KafkaContainer(KAFKA_IMAGE).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.start();
        return container.getBootstrapServers();
    }

    private static String realMongo() {
        var container = new MongoDBContainer(MONGO_IMAGE);
        container.start();
        return container.getConnectionString();
    }

    private static <S extends AutoCloseable> String embedded(
            String name, Function<Path, S> start, Function<S, String> address) {
        try {
            var directory = Files.createTempDirectory("repatria-" + name);
            var server = start.apply(directory);
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop-" + name).unstarted(() -> end(server, directory)));
            return address.apply(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(AutoCloseable server, Path directory) {
        try (server) {
            LOG.debug("stopping {}", server);
        } catch (Exception e) {
            LOG.warn("stopping failed", e);
        }
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> {
                if (!file.delete()) {
                    file.deleteOnExit();
                }
            });
        } catch (IOException e) {
            LOG.warn("cannot clean up {}", directory, e);
        }
    }
}
