package org.repatria.servers;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;

/** How both launchers behave as processes: settings in, one ready line out, a clean stop on SIGTERM. */
final class Launch {

    /** Exit code when the port is taken; the reason is on the error stream. */
    static final int EXIT_PORT_TAKEN = 3;

    /** Exit code when a setting is unreadable; the reason is on the error stream. */
    static final int EXIT_BAD_SETTING = 2;

    private Launch() {}

    /** Must run before the first logger exists. */
    static void quietLogging() {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "org/repatria/servers/launcher-logback.xml");
        }
    }

    static int port(Map<String, String> environment, String name, int otherwise) {
        var text = environment.getOrDefault(name, String.valueOf(otherwise));
        try {
            var port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers out of range.
        }
        fail(EXIT_BAD_SETTING, name + " must be a port, 0 to 65535, but is '" + text + "'");
        return otherwise;
    }

    static Path directory(Map<String, String> environment, String name, String otherwise) {
        return Path.of(environment.getOrDefault(name, otherwise));
    }

    /** Runs a server until the process is told to stop. */
    static <S extends AutoCloseable> void serve(String name, Supplier<S> start, Function<S, String> address)
            throws InterruptedException {
        final S server;
        try {
            server = start.get();
        } catch (PortTaken e) {
            fail(EXIT_PORT_TAKEN, name + ": " + e.getMessage());
            return;
        }
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("stop-" + name).unstarted(() -> close(server)));
        System.out.println("ready " + name + " " + address.apply(server));
        new CountDownLatch(1).await();
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            System.err.println("stop failed: " + e);
        }
    }

    private static void fail(int code, String reason) {
        System.err.println(reason);
        System.exit(code);
    }
}
