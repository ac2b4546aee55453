package org.repatria.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka node from jars that is broker and controller at once. An acknowledged record survives the death of the
 * process, though not the loss of power. Topics must be created explicitly.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    /** The same for every data directory. There is only ever one node, and a moved directory stays readable. */
    private static final String CLUSTER = "UmVwYXRyaWFMb2NhbEs";

    private static final String NODE = "1";

    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the node on the data under a directory and answers once this returns.
     *
     * @param directory where the data lives; created and formatted when empty
     * @param port port on the loopback interface, 0 for any free one
     * @throws PortTaken when somebody else listens there; nothing was started
     */
    public static KafkaBroker start(Path directory, int port) {
        var ports = FreePorts.claim(port, 0);
        var data = directory.toAbsolutePath();
        format(data);
        var server =
                new KafkaRaftServer(new KafkaConfig(settings(data, ports.getFirst(), ports.getLast())), Time.SYSTEM);
        server.startup();
        var broker = new KafkaBroker(server, ports.getFirst());
        try {
            broker.awaitAnswer();
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    private static void format(Path data) {
        try {
            Files.createDirectories(data);
            var formatter = new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(CLUSTER)
                    .setNodeId(Integer.parseInt(NODE))
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(data.toString())
                    .addDirectory(data.toString())
                    .setIgnoreFormatted(true);
            formatter.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot format " + data, e);
        }
    }

    private static Map<String, Object> settings(Path data, int port, int controllerPort) {
        var settings = new HashMap<String, Object>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE);
        settings.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", data.toString());
        settings.put("metadata.log.dir", data.toString());

        // One node: everything the broker keeps for itself has one replica.
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        // Fifty partitions, the default, cost start-up time and file handles that one machine's groups never need.
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");

        // A consumer that subscribes early must not create a topic of one partition.
        settings.put("auto.create.topics.enable", "false");
        // A broker that was killed may register again once its old session has ended: twelve seconds by default.
        settings.put("broker.session.timeout.ms", "1000");
        settings.put("broker.heartbeat.interval.ms", "250");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.min.session.timeout.ms", "1000");
        // The cleaner's buffer of 128 MB is for clusters.
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20));
        return settings;
    }

    private void awaitAnswer() {
        var wait = Math.toIntExact(Limits.READY_MAX.toMillis());
        try (var admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                wait,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                wait))) {
            var nodes = admin.describeCluster().nodes().get(wait, TimeUnit.MILLISECONDS);
            if (nodes.isEmpty()) {
                throw new IllegalStateException("Kafka on port " + port + " answers without a node");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka on port " + port, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka on port " + port + " does not answer", e);
        }
    }

    public int port() {
        return port;
    }

    /** What clients call their bootstrap servers. */
    public String bootstrap() {
        return HOST + ":" + port;
    }

    /** Stops cleanly: the next start needs no recovery. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
