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

    static final List<String> OFFICERS = List.of(Programs.OFFICER, "hedda.officer");

    private final BlockingQueue<Known> idle;

    private record Known(String id, long version, int turn) {}

    private CasePool(BlockingQueue<Known> idle) {
        this.idle = idle;
    }

    /** Assigns a case of one version to an officer and gives the version it has then. */
    @FunctionalInterface
    interface Assigning {
        long assign(String id, long version, String officer) throws IOException, InterruptedException;
    }

    /** By our API at an address. */
    static Assigning at(URI base, Programs programs) {
        return (id, version, officer) -> {
            var body = "{\"assignee\": \"" + officer + "\"}";
            var path = "/v1/cases/" + id + "/assignment";
            return programs.command(base, Programs.SUPERVISOR, path, OptionalLong.of(version), body)
                    .json()
                    .path("version")
                    .asLong();
        };
    }

    /** Cases that were just opened. */
    static CasePool ofNew(List<String> ids) {
        var idle = new ArrayBlockingQueue<Known>(ids.size());
        ids.forEach(id -> idle.add(new Known(id, 1, 0)));
        return new CasePool(idle);
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
        return new CasePool(idle);
    }

    /** Assigns some case to the other officer. One read, one write, one published event. */
    Action assign(Assigning by) {
        return Action.timed(() -> idle.add(next(borrow(), by)));
    }

    /** The same, and writes down of which case it was answered. */
    Action assignAndNote(Assigning by, Ledger ledger) {
        return Action.timed(() -> {
            var next = next(borrow(), by);
            ledger.answered(next.id());
            idle.add(next);
        });
    }

    /** Assigns some case and waits for its event; the latency counts from the answer. */
    Action assignAndSee(Assigning by, Sightings sightings) {
        return _ -> {
            var known = borrow();
            var seen = sightings.expect(known.id());
            var next = next(known, by);
            var answered = System.nanoTime();
            var latency = seen.await() - answered;
            idle.add(next);
            return Math.max(0, latency);
        };
    }

    private static Known next(Known known, Assigning by) throws IOException, InterruptedException {
        var officer = OFFICERS.get(known.turn() % OFFICERS.size());
        return new Known(known.id(), by.assign(known.id(), known.version(), officer), known.turn() + 1);
    }

    private Known borrow() throws IOException, InterruptedException {
        var known = idle.poll(Limits.BORROW_MAX.toMillis(), TimeUnit.MILLISECONDS);
        if (known == null) {
            throw new IOException("no case is free");
        }
        return known;
    }
}
