package org.repatria.local.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How each component is started: its command line and its environment. */
final class Launching {

    /** A process that does little, or nobody knows what, is soonest ready with it. */
    static final String QUICK_COMPILER_ALONE = "-XX:TieredStopAtLevel=1";

    /** What a JVM writes before it ends because of its cache. */
    private static final String CACHE_UNUSABLE = "[error][aot]";

    private final StackSettings settings;
    private final Applications applications;
    private final StartupCaches caches;
    private final Path java;

    Launching(StackSettings settings, Applications applications, StartupCaches caches, Path java) {
        this.settings = settings;
        this.applications = applications;
        this.caches = caches;
        this.java = java;
    }

    Process start(Component component) throws IOException {
        List<String> command = new ArrayList<>(shielded());
        command.addAll(command(java, component, applications, caches.use(component)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(settings.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        settings.home().log(component).toFile()));
        builder.environment().putAll(environment(component, settings));
        builder.environment().putAll(settings.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /**
     * Takes the cache away that a JVM did not start with. It ends where the objects of its cache do not fit into its
     * first heap, whatever it is told to do about caches that it cannot use.
     */
    boolean hasDroppedCache(Component component) throws IOException {
        return LogTail.of(settings.home().log(component)).stream().anyMatch(line -> line.contains(CACHE_UNUSABLE))
                && caches.isDropped(component);
    }

    // Ctrl-C in a terminal reaches every process of the group at once. A signal that is ignored when a JVM starts stays
    // ignored, so the
    // components end only when the supervisor asks them to, in the right order.
    private static List<String> shielded() {
        return List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");
    }

    static List<String> command(Path java, Component component, Applications applications, List<String> cacheFlags) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(flags(component));
        command.addAll(cacheFlags);
        command.add("-cp");
        command.add(applications.jar(component).toString());
        command.addAll(program(component));
        return command;
    }

    // Serial collection: the smallest and the quickest to start, and heaps of this size are collected in milliseconds.
    // The address space for classes and code is bounded too, or seven JVMs would grow beyond what a laptop spares.
    // Where commands are decided much is in hand that is soon done with. Half of that heap is for the young: else they
    // grow old, and are collected in a third of a second instead of some milliseconds.
    static List<String> flags(Component component) {
        List<String> flags = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-Xms64m",
                "-Xmx" + component.heapMiB() + "m",
                "-Xss512k",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (component == Component.CASES) {
            flags.addAll(List.of("-XX:NewRatio=1", "-XX:SurvivorRatio=4"));
        }
        return flags;
    }

    /** The program that uses a system in training as it is used every day. */
    static List<String> rehearsal(Path java, Applications applications, Path root) {
        return List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-Drepatria.root=" + root,
                "-cp",
                applications.jar(Component.IDENTITY).toString(),
                "org.repatria.local.Local",
                "rehearse");
    }

    private static List<String> program(Component component) {
        return switch (component) {
            case KAFKA -> List.of("org.repatria.servers.KafkaMain");
            case MONGO -> List.of("org.repatria.servers.MongoMain");
            case IDENTITY -> List.of("org.repatria.local.Local", "identity");
            case CASES -> List.of("org.repatria.cases.CaseServiceApplication");
            case ASSETS -> List.of("org.repatria.assets.AssetServiceApplication");
            case NOTIFICATIONS -> List.of("org.repatria.notifications.NotificationServiceApplication");
            case GATEWAY -> List.of("org.repatria.gateway.GatewayApplication");
        };
    }

    static Map<String, String> environment(Component component, StackSettings settings) {
        Ports ports = settings.ports();
        Path data = settings.home().data();
        Map<String, String> environment = new LinkedHashMap<>();
        for (Component each : Component.values()) {
            environment.put(each.portVariable(), "" + ports.of(each));
        }
        environment.put("REPATRIA_HOME", settings.home().directory().toString());
        environment.put("REPATRIA_ISSUER", "http://" + ports.address(Component.IDENTITY));
        environment.put("REPATRIA_KAFKA", ports.address(Component.KAFKA));
        environment.put("REPATRIA_KAFKA_DATA", data.resolve("kafka").toString());
        environment.put("REPATRIA_MONGO_DATA", data.resolve("mongo").toString());
        if (component.isService()) {
            environment.put("SERVER_PORT", "" + ports.of(component));
            environment.put("SERVER_ADDRESS", "127.0.0.1");
            environment.put("SPRING_PROFILES_ACTIVE", "local");
            environment.put("REPATRIA_MONGO_URI", mongoUri(ports, databaseOf(component)));
            environment.put(
                    "REPATRIA_VIEW_DIR",
                    data.resolve("views").resolve(component.label()).toString());
            environment.put(
                    "REPATRIA_CLOCK_FILE",
                    data.resolve("clocks").resolve(component.label()).toString());
            environment.put("REPATRIA_OFFICERS", "http://" + ports.address(Component.IDENTITY) + "/officers.json");
            environment.put("REPATRIA_CASE_URL", "http://" + ports.address(Component.CASES));
            environment.put("REPATRIA_ASSET_URL", "http://" + ports.address(Component.ASSETS));
            environment.put("REPATRIA_NOTIFICATION_URL", "http://" + ports.address(Component.NOTIFICATIONS));
        }
        return environment;
    }

    static String mongoUri(Ports ports, String database) {
        return "mongodb://" + ports.address(Component.MONGO) + "/" + database;
    }

    private static String databaseOf(Component component) {
        return switch (component) {
            case CASES -> "cases";
            case ASSETS -> "assets";
            case NOTIFICATIONS -> "notifications";
            case GATEWAY, KAFKA, MONGO, IDENTITY -> "unused";
        };
    }

    /** The JVM that runs this supervisor also runs the components. */
    static Path java() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return Files.exists(java) ? java : Path.of("java");
    }
}
