package org.repatria.messaging.accessjournal;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.repatria.decider.Actor;
import org.repatria.messaging.accessjournal.AccessEntry.Accessed;
import org.repatria.messaging.accessjournal.verifying.JournalVerifier;
import org.repatria.messaging.accessjournal.verifying.Verdict;
import reactor.core.scheduler.Schedulers;

/** Entries for tests, and journals that hold them. */
public final class Accesses {

    public static final Instant NOON = Instant.parse("2014-09-01T12:00:00Z");
    public static final Actor CARL = new Actor("carl.officer", Set.of("CO", "SU"), "XH-CA");
    static final Actor RITA = new Actor("rita.officer", Set.of("CO"), "XR-CA");
    static final Actor OPS = new Actor("ops.integrator", Set.of("SI"), "operations");

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final Duration READ_MAX = Duration.ofSeconds(30);

    private Accesses() {}

    public static AccessEntry read(Actor actor, String caseId) {
        return new AccessEntry(
                NOON,
                AccessKind.CONSULTATION,
                "readCase",
                Optional.of(actor),
                "to prepare the hearing",
                Optional.of(new Accessed("cases", caseId)),
                List.of(),
                200,
                Optional.empty(),
                TRACE);
    }

    static AccessEntry refused(Actor actor, String caseId) {
        return new AccessEntry(
                NOON,
                AccessKind.REFUSAL,
                "readCase",
                Optional.of(actor),
                "",
                Optional.of(new Accessed("cases", caseId)),
                List.of(),
                404,
                Optional.of("NOT_FOUND"),
                TRACE);
    }

    static AccessEntry nameless() {
        return new AccessEntry(
                NOON,
                AccessKind.REFUSAL,
                "findCases",
                Optional.empty(),
                "",
                Optional.empty(),
                List.of("q", "limit"),
                401,
                Optional.of("UNAUTHENTICATED"),
                TRACE);
    }

    public static AccessJournal journal(AccessBatches batches) {
        return new AccessJournal(batches, "case-service", Schedulers.parallel(), new SimpleMeterRegistry());
    }

    /** A process that leaves these entries and ends. */
    public static void leave(AccessBatches batches, List<AccessEntry> entries) {
        try (var journal = journal(batches)) {
            entries.forEach(entry -> journal.take().orElseThrow().leave(entry));
        }
    }

    public static String export(AccessBatches batches, String state) {
        return String.join(
                "", journal(batches).reading().export(state, 1).collectList().block(READ_MAX));
    }

    public static Verdict verified(String export) {
        try {
            return JournalVerifier.verify(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AccessReading.Page page(
            AccessBatches batches, AccessReading.Wanted wanted, Optional<AccessReading.Position> from, int limit) {
        return journal(batches).reading().page("XH", wanted, from, limit).block(READ_MAX);
    }
}
