package org.repatria.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the launchers as a real process, to be killed without a word. */
final class ServerProcess implements AutoCloseable {

    private static final int END_SECONDS_MAX = 30;

    private final Process process;
    private final String address;
    private final List<String> output;

    private ServerProcess(Process process, String address, List<String> output) {
        this.process = process;
        this.address = address;
        this.output = output;
    }

    static ServerProcess start(Class<?> launcher, Map<String, String> environment) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java, "-Xmx512m", "-cp", System.getProperty("java.class.path"), launcher.getName())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new ArrayList<String>();
        var reader = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            output.add(line);
            if (line.startsWith("ready ")) {
                Thread.ofVirtual().start(() -> reader.lines().forEach(_ -> {}));
                return new ServerProcess(process, line.substring(line.lastIndexOf(' ') + 1), output);
            }
        }
        return new ServerProcess(process, "", output);
    }

    /** What the ready line named; empty when the process ended without one. */
    String address() {
        return address;
    }

    List<String> output() {
        return output;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    void terminate() throws InterruptedException {
        process.destroy();
        awaitEnd();
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running after " + END_SECONDS_MAX + " s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
