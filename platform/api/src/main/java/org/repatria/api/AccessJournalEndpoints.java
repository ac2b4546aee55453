package org.repatria.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.repatria.decider.input.Max;
import org.repatria.decider.input.Min;
import org.repatria.decider.input.Size;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.edge.Json;
import org.repatria.edge.Limits;
import org.repatria.edge.Reading;
import org.repatria.messaging.accessjournal.AccessEntry;
import org.repatria.messaging.accessjournal.AccessKind;
import org.repatria.messaging.accessjournal.AccessReading;
import org.repatria.messaging.accessjournal.AccessReading.Position;
import org.repatria.messaging.accessjournal.AccessReading.Wanted;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What auditors read of who read: the same two routes in every service. Each sees the actors of the own state only. */
public final class AccessJournalEndpoints {

    private static final String PATH = "/v1/operations/access-journal";
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,10})-(\\d{1,10})-(\\d{1,10})");

    private AccessJournalEndpoints() {}

    public static Api of(AccessReading reading) {
        return Api.of(
                "access journal",
                "Who read or was refused what, for the auditors of the state that the reader acted for.",
                Endpoint.get(PATH, "accessJournal", "Who read or was refused what, the latest first")
                        .query(Filter.class)
                        .paged()
                        .answers(Entries.class, Entries.EXAMPLE)
                        .handle(call -> page(reading, call)),
                Endpoint.get(PATH + "/export", "exportAccessJournal", "Whole chains as a file that can be verified")
                        .query(From.class)
                        .reads(Reading.DISCLOSURE)
                        .answers(
                                MediaType.APPLICATION_NDJSON,
                                EXPORT,
                                "One JSON object a line, see docs/access-journal.md")
                        .handle(call -> export(reading, call)));
    }

    private static Mono<ServerResponse> page(AccessReading reading, Call call) {
        var page = call.page();
        var filter = call.query(Filter.class);
        var from = page.cursor().map(AccessJournalEndpoints::position);
        return reading.page(state(call), new Wanted(filter.actor(), filter.object(), filter.kind()), from, page.limit())
                .flatMap(found -> {
                    var next = found.next().map(at -> at.chain() + "-" + at.batch() + "-" + at.index());
                    var items =
                            found.lines().stream().map(Json.MAPPER::readTree).toList();
                    return Answers.page(call, new Entries(items, next), next);
                });
    }

    private static Position position(String cursor) {
        var match = CURSOR.matcher(cursor);
        if (!match.matches()) {
            throw Call.badCursor();
        }
        return new Position(Long.parseLong(match.group(1)), Long.parseLong(match.group(2)), (int)
                Math.min(Long.parseLong(match.group(3)), Integer.MAX_VALUE));
    }

    private static Mono<ServerResponse> export(AccessReading reading, Call call) {
        var lines = reading.export(state(call), call.query(From.class).from().orElse(1));
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"access-journal.ndjson\"")
                .body(lines.map(text -> text.getBytes(StandardCharsets.UTF_8)), byte[].class);
    }

    private static String state(Call call) {
        return AccessEntry.stateOf(call.actor().authority());
    }

    private static final String ZEROS = "0".repeat(64);

    private static final String EXPORT = """
            {"line":"end","chains":0,"entries":0,"previousHash":"%s","hash":"67ea4f52b796902930261a225b6c4947875a6e6626cfd2b09b977ac5084a7b56"}""".formatted(ZEROS);

    /**
     * Which entries are wanted.
     *
     * @param actor the id of who read
     * @param object the id of what was read
     */
    record Filter(
            Optional<@Size(min = 1, max = Limits.SUBJECT_CHARS_MAX) String> actor,
            Optional<@Size(min = 1, max = Limits.ID_CHARS_MAX) String> object,
            Optional<AccessKind> kind) {}

    /**
     * Where an export begins.
     *
     * @param from the number of its first chain
     */
    record From(Optional<@Min(1) @Max(1_000_000_000) Integer> from) {}

    /**
     * A page of the journal; one with a next page may be short, or empty, where few entries match.
     *
     * @param items as they stand in an export
     */
    record Entries(List<JsonNode> items, Optional<String> next) {
        static final String EXAMPLE = """
                {"items": [{"line": "entry", "chain": "case-service.XH.0000000001", "sequence": 1,
                 "at": "2014-09-01T12:00:00Z", "kind": "CONSULTATION", "operation": "readCase",
                 "actor": {"id": "carl.officer", "roles": ["CO"], "authority": "XH-CA"}, \
                "purpose": "to prepare the hearing",
                 "object": {"kind": "cases", "id": "case-0f3kq8v5m2n7p1r4s6t9w0x2y"}, "status": 200,
                 "trace": "0af7651916cd43dd8448eb211c80319c",
                 "previousHash": "%s", "hash": "%s"}]}""".formatted(ZEROS, ZEROS);
    }
}
