package org.repatria.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;
import org.repatria.servers.FreePorts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rival program as a process of its own, on the Kafka and the MongoDB of a stack. */
final class Modulith implements AutoCloseable {

    /** Where its events go. */
    static final String TOPIC = "bench.modulith";

    private static final String MAIN = "org.repatria.bench.modulith.ModulithApplication";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final Path log;
    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Limits.CALL_MAX)
            .build();

    private Modulith(Process process, Path log, URI base) {
        this.process = process;
        this.log = log;
        this.base = base;
    }

    /**
     * With which flags our case-service runs, so that the rival has the same. A start-up cache is of one program and is
     * left out.
     */
    static List<String> flagsOfOurs(Stack stack) throws IOException {
        var arguments = ProcessHandle.of(stack.pid(Component.CASES))
                .flatMap(process -> process.info().arguments())
                .orElseThrow(() -> new IOException("this system does not tell with which flags our service runs"));
        return flags(arguments);
    }

    static List<String> flags(String[] arguments) {
        return Arrays.stream(arguments)
                .takeWhile(argument -> !argument.equals("-cp"))
                .filter(argument -> !argument.startsWith("-XX:AOT"))
                .toList();
    }

    /** Starts it and waits until it answers. */
    static Modulith started(Stack servers, List<String> flags) throws IOException, InterruptedException {
        var module = servers.settings().root().resolve(Path.of("bench", "rival-modulith", "target"));
        var log = servers.settings().home().logs().resolve("modulith.log");
        var port = FreePorts.claim(0);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", module.resolve("classes") + ":" + Files.readString(module.resolve("classpath"))));
        command.add(MAIN);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment()
                .putAll(Map.of(
                        "BENCH_PORT", "" + port,
                        "BENCH_KAFKA", servers.kafka(),
                        "BENCH_MONGO", servers.mongo("modulith")));
        var modulith = new Modulith(builder.start(), log, URI.create("http://127.0.0.1:" + port));
        Runtime.getRuntime().addShutdownHook(new Thread(modulith.process::destroyForcibly, "stop-modulith"));
        try {
            modulith.awaitHealthy();
            return modulith;
        } catch (IOException | InterruptedException e) {
            modulith.close();
            throw e;
        }
    }

    private void awaitHealthy() throws IOException, InterruptedException {
        Until.holds("the rival answers", Limits.READY_MAX, () -> {
            if (!process.isAlive()) {
                throw new IOException("the rival ended; see " + log);
            }
            try {
                send(request("/health", Limits.CALL_MAX).GET().build());
                return true;
            } catch (IOException e) {
                return false;
            }
        });
    }

    void open(String id) throws IOException, InterruptedException {
        send(request("/cases/" + id, Limits.CALL_MAX)
                .PUT(BodyPublishers.noBody())
                .build());
    }

    CasePool.Assigning assigning() {
        return (id, version, officer) -> send(request("/cases/" + id + "/assignment", Limits.CALL_MAX)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + version + "\"")
                        .POST(BodyPublishers.ofString("{\"assignee\": \"" + officer + "\"}"))
                        .build())
                .path("version")
                .asLong();
    }

    /** Has everything sent that is left in the registry; returns when all of it was handed over. */
    void resubmit() throws IOException, InterruptedException {
        send(request("/resubmission", Limits.CATCH_UP_MAX)
                .POST(BodyPublishers.noBody())
                .build());
    }

    /** What tells an event of a case from the others of the same case. */
    static String number(byte[] event) {
        return JSON.readTree(event).path("version").asString();
    }

    Stream<ProcessHandle> process() {
        return Stream.of(process.toHandle());
    }

    private HttpRequest.Builder request(String path, Duration bound) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(bound);
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(request.method() + " " + request.uri() + ": " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    /** Ends it at once: what is under way stays in the registry, as after any other kill. */
    @Override
    public void close() {
        http.shutdownNow();
        process.destroyForcibly();
        try {
            process.waitFor(Limits.END_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
