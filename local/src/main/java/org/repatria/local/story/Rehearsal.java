package org.repatria.local.story;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.repatria.local.story.Caller.Payload;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Ports;
import org.repatria.local.supervisor.StackFailed;
import org.repatria.local.supervisor.StackSettings;
import tools.jackson.databind.JsonNode;

/**
 * Uses a system as it is used every day, so that its processes learn what is busy.
 *
 * <p>The main job comes first, then a time in which several clients read, page and give commands, through the gateway
 * and past it. What is rare stays out: all that was compiled here is compiled soon after a start, and delays what is
 * busy.
 */
public final class Rehearsal {

    private static final String HEAD = "hana.head";
    private static final String SUPERVISOR = "sara.supervisor";
    private static final String[] OFFICERS = {"carl.officer", "hedda.officer"};
    private static final List<String> READINGS =
            List.of("/v1/cases?limit=20", "/v1/assets?limit=20", "/v1/alerts?limit=20", "/v1/cases?q=orla&limit=20");

    private final Target target;

    private Rehearsal(Target target) {
        this.target = target;
    }

    /** Plays against the system whose ports the environment names. */
    public static void main() throws InterruptedException, StackFailed, StepFailed, WrongStory {
        PrintStream log = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Rehearsal rehearsal = new Rehearsal(Demo.target(Ports.from(System.getenv())));
        // A story that does not hold on a machine this slow has been heard all the same.
        StoryRunner.run(StackSettings.projectRoot().resolve("demo").resolve("main-job.yaml"), rehearsal.target, log);
        rehearsal.repeatTheEveryday(log);
    }

    private void repeatTheEveryday(PrintStream log) throws InterruptedException, StepFailed {
        List<String> cases = caseIds();
        long until = System.nanoTime() + Limits.REHEARSAL.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> clients = new ArrayList<>();
            for (int client = 0; client < Limits.REHEARSAL_CLIENTS; client++) {
                List<String> own = everyNth(cases, client);
                clients.add(threads.submit(() -> callsOfOneClient(own, until)));
            }
            long calls = 0;
            for (Future<Long> client : clients) {
                calls += client.get();
            }
            log.println(calls + " calls");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client of the rehearsal could not go on", e.getCause());
        }
    }

    private List<String> caseIds() throws InterruptedException, StepFailed {
        try (Caller caller = new Caller(target)) {
            Answer page = caller.call(
                    target.baseUrl(),
                    HEAD,
                    "GET",
                    "/v1/cases?limit=" + Limits.REHEARSAL_CASES,
                    Map.of(),
                    Payload.none());
            return page.body()
                    .path("items")
                    .valueStream()
                    .map(row -> row.path("id").asString())
                    .toList();
        }
    }

    private static List<String> everyNth(List<String> all, int from) {
        List<String> some = new ArrayList<>();
        for (int at = from; at < all.size(); at += Limits.REHEARSAL_CLIENTS) {
            some.add(all.get(at));
        }
        return some;
    }

    /** Each client has cases of its own, so that no command meets a version that another has changed. */
    private long callsOfOneClient(List<String> cases, long until) throws InterruptedException, StepFailed {
        long calls = 0;
        try (Caller caller = new Caller(target)) {
            for (int turn = 0; System.nanoTime() - until < 0; turn++) {
                URI base = turn % 2 == 0 ? target.baseUrl() : cases();
                String id = cases.get(turn % cases.size());
                JsonNode known = read(caller, base, "/v1/cases/" + id);
                caller.call(
                        base,
                        SUPERVISOR,
                        "POST",
                        "/v1/cases/" + id + "/assignment",
                        Map.of(
                                "Idempotency-Key",
                                UUID.randomUUID().toString(),
                                "If-Match",
                                "\"" + known.path("version").asLong() + "\""),
                        Payload.text(
                                "{\"assignee\": \"" + OFFICERS[turn / cases.size() % OFFICERS.length] + "\"}",
                                "application/json"));
                read(caller, target.baseUrl(), READINGS.get(turn % READINGS.size()));
                calls += 3;
            }
        }
        return calls;
    }

    private static JsonNode read(Caller caller, URI base, String path) throws InterruptedException, StepFailed {
        return caller.call(base, HEAD, "GET", path, Map.of(), Payload.none()).body();
    }

    private URI cases() {
        return target.serviceUrls().getOrDefault(Component.CASES.label(), target.baseUrl());
    }
}
