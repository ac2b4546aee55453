package org.repatria.bench;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Cases that commands are spread over. Each has one command at a time, so that none is refused as stale.
 *
 * <p>A case whose command failed is not used again: nobody knows its version then.
 */
final class CasePool {

    private static final String[] OFFICERS = {"carl.officer", "hedda.officer"};

    private final Programs programs;
    private final BlockingQueue<Known> idle;

    private record Known(String id, long version, int turn) {}

    private CasePool(Programs programs, BlockingQueue<Known> idle) {
        this.programs = programs;
        this.idle = idle;
    }

    static CasePool of(List<String> ids, Programs programs, URI base) throws IOException, InterruptedException {
        var idle = new ArrayBlockingQueue<Known>(ids.size());
        for (var id : ids) {
            var version = programs.get(base, Programs.HEAD, "/v1/cases/" + id)
                    .json()
                    .path("version")
                    .asLong();
            idle.add(new Known(id, version, 0));
        }
        return new CasePool(programs, idle);
    }

    /** Assigns some case to the other officer. One read, one write, one published event. */
    Action assignAt(URI base) {
        return Action.timed(() -> idle.add(assign(borrow(), base)));
    }

    /** Assigns some case and waits for its event; the latency counts from the answer. */
    Action assignAndSee(URI base, Sightings sightings) {
        return _ -> {
            var known = borrow();
            var seen = sightings.expect(known.id());
            var next = assign(known, base);
            var answered = System.nanoTime();
            var latency = seen.await() - answered;
            idle.add(next);
            return Math.max(0, latency);
        };
    }

    private Known assign(Known known, URI base) throws IOException, InterruptedException {
        var body = "{\"assignee\": \"" + OFFICERS[known.turn() % OFFICERS.length] + "\"}";
        var path = "/v1/cases/" + known.id() + "/assignment";
        var reply = programs.command(base, Programs.SUPERVISOR, path, OptionalLong.of(known.version()), body);
        return new Known(known.id(), reply.json().path("version").asLong(), known.turn() + 1);
    }

    private Known borrow() throws IOException, InterruptedException {
        var known = idle.poll(Limits.BORROW_MAX.toMillis(), TimeUnit.MILLISECONDS);
        if (known == null) {
            throw new IOException("no case is free");
        }
        return known;
    }
}
