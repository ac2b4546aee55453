package org.repatria.local.supervisor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The processes of the local stack, in the order in which they are listed to people. */
public enum Component {
    KAFKA("kafka", "REPATRIA_KAFKA_PORT", 9092, "local", Health.KAFKA, 256),
    MONGO("mongo", "REPATRIA_MONGO_PORT", 27017, "local", Health.MONGO, 352),
    IDENTITY("identity", "REPATRIA_IDENTITY_PORT", 9000, "local", Health.HTTP, 64),
    CASES("case-service", "REPATRIA_CASE_PORT", 8081, "case-service", Health.HTTP, 384),
    ASSETS("asset-service", "REPATRIA_ASSET_PORT", 8082, "asset-service", Health.HTTP, 160),
    NOTIFICATIONS("notification-service", "REPATRIA_NOTIFICATION_PORT", 8083, "notification-service", Health.HTTP, 160),
    GATEWAY("gateway", "REPATRIA_GATEWAY_PORT", 8080, "gateway", Health.HTTP, 128);

    /** How a component is asked whether it is ready. */
    enum Health {
        HTTP,
        KAFKA,
        MONGO
    }

    private final String label;
    private final String portVariable;
    private final int defaultPort;
    private final String module;
    private final Health health;
    private final int heapMiB;

    Component(String label, String portVariable, int defaultPort, String module, Health health, int heapMiB) {
        this.label = label;
        this.portVariable = portVariable;
        this.defaultPort = defaultPort;
        this.module = module;
        this.health = health;
        this.heapMiB = heapMiB;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** The environment variable that moves its port. */
    public String portVariable() {
        return portVariable;
    }

    /** Its port unless the environment says otherwise. */
    public int defaultPort() {
        return defaultPort;
    }

    /** The one with this label. */
    public static Optional<Component> labelled(String label) {
        return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
    }

    /** The Maven module whose executable jar it is. */
    String module() {
        return module;
    }

    Health health() {
        return health;
    }

    /** LIMIT: heap in MiB; all processes together stay under 3 GiB. */
    int heapMiB() {
        return heapMiB;
    }

    /** Whether it is one of the four processes that this project writes. */
    public boolean isService() {
        return !List.of(KAFKA, MONGO, IDENTITY).contains(this);
    }

    /** Whether the work of the system goes through it; the identity provider gives a token now and then. */
    boolean isBusy() {
        return this != IDENTITY;
    }

    /** What must be ready before this one is started. */
    List<Component> needs() {
        return isService() ? List.of(KAFKA, MONGO) : List.of();
    }

    /** Who is stopped together, first to last. No one loses a server that it still needs to finish its work. */
    static List<List<Component>> stopOrder() {
        return List.of(
                List.of(GATEWAY), List.of(NOTIFICATIONS, ASSETS, CASES), List.of(IDENTITY, KAFKA), List.of(MONGO));
    }
}
