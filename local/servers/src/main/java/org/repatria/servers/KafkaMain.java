package org.repatria.servers;

/**
 * Runs the Kafka node as a process of its own. {@code REPATRIA_KAFKA_PORT} (9092) and {@code REPATRIA_KAFKA_DATA}
 * ({@code .local/kafka}) come from the environment; prints {@code ready kafka <address>} once it answers; SIGTERM stops
 * it cleanly; exit code 3 means that the port is taken.
 */
public final class KafkaMain {

    private KafkaMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        Launch.quietLogging();
        var environment = System.getenv();
        var port = Launch.port(environment, "REPATRIA_KAFKA_PORT", 9092);
        var directory = Launch.directory(environment, "REPATRIA_KAFKA_DATA", ".local/kafka");
        Launch.serve("kafka", () -> KafkaBroker.start(directory, port), KafkaBroker::bootstrap);
    }
}
