package org.repatria.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.repatria.edge.Answers;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.edge.GeneralProblem;
import org.repatria.edge.Json;
import org.repatria.edge.Problem;
import org.repatria.edge.ProblemRaised;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.Aggregates.JournalVerification;
import org.repatria.messaging.History;
import org.repatria.messaging.JournalEntry;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The private history of an aggregate and the proof that nobody edited it. Two routes serve any kind of aggregate. */
public final class JournalEndpoints {

    private final Aggregates<?, ?> aggregates;

    private JournalEndpoints(Aggregates<?, ?> aggregates) {
        this.aggregates = aggregates;
    }

    /**
     * {@code GET <path>/journal} and {@code GET <path>/journal/verification}.
     *
     * @param path of the object, ending in its id variable, such as {@code /v1/cases/{id}}
     * @param noun starts the operation ids, such as {@code case}
     * @param door says for those who may see the object that the call names what of its history is for them, and fails
     *     with the problem for others
     */
    public static List<Endpoint> of(
            String path, String noun, Aggregates<?, ?> aggregates, Function<Call, Mono<Reader>> door) {
        var journal = new JournalEndpoints(aggregates);
        var variable = path.substring(path.lastIndexOf('{') + 1, path.lastIndexOf('}'));
        return List.of(
                Endpoint.get(path + "/journal", noun + "Journal", "The history, oldest first")
                        .paged()
                        .answers(Journal.class, Journal.EXAMPLE)
                        .handle(call ->
                                door.apply(call).flatMap(reader -> journal.entries(call, call.id(variable), reader))),
                Endpoint.get(
                                path + "/journal/verification",
                                noun + "JournalVerification",
                                "Recomputes the hash chain of the history")
                        .answers(Verification.class, Verification.EXAMPLE)
                        .handle(call -> door.apply(call)
                                .flatMap(reader -> journal.verification(call, call.id(variable), reader.history()))));
    }

    /** What is answered where there is no such object, for doors that must say the same. */
    public static ProblemRaised nothingThere() {
        return Problem.of(GeneralProblem.NOT_FOUND, "No object has this id.").raised();
    }

    private Mono<ServerResponse> entries(Call call, String id, Reader reader) {
        var page = call.page();
        var after = page.cursor().map(JournalEndpoints::sequence).orElse(0L);
        return read(id, reader.history(), after, page.limit() + 1)
                .map(entry -> shown(entry, reader))
                .collectList()
                .flatMap(entries -> {
                    if (entries.isEmpty() && after == 0) {
                        return Mono.error(nothingThere());
                    }
                    var shown = entries.subList(0, Math.min(entries.size(), page.limit()));
                    var next = entries.size() > page.limit()
                            ? Optional.of(Long.toString(shown.getLast().sequence()))
                            : Optional.<String>empty();
                    return Answers.page(call, new Journal(shown, next), next);
                });
    }

    private Flux<JournalEntry> read(String id, History history, long after, int limit) {
        return switch (history) {
            case FULL -> aggregates.journal(id, after, limit);
            case TOLD -> aggregates.toldJournal(id, after, limit);
        };
    }

    private static Entry shown(JournalEntry entry, Reader reader) {
        var shown = switch (reader.history()) {
            case FULL -> Entry.full(entry);
            case TOLD -> Entry.told(entry);
        };
        if (shown.entry() instanceof ObjectNode content) {
            reader.redaction().redact(content);
        }
        return shown;
    }

    private Mono<ServerResponse> verification(Call call, String id, History history) {
        return aggregates
                .verify(id)
                .filter(found -> entries(found, history) > 0 || !found.whole())
                .flatMap(found -> Answers.json(call, Verification.of(found, history)))
                .switchIfEmpty(Mono.error(JournalEndpoints::nothingThere));
    }

    private static long entries(JournalVerification found, History history) {
        return switch (history) {
            case FULL -> found.entries();
            case TOLD -> found.told();
        };
    }

    private static long sequence(String cursor) {
        if (!cursor.matches("\\d{1,18}")) {
            throw Call.badCursor();
        }
        return Long.parseLong(cursor);
    }

    /**
     * Who reads a history, as far as it matters here: what of it is for them.
     *
     * @param history which entries there are for the reader at all, and how they are counted
     * @param redaction what of each of these is withheld
     */
    public record Reader(History history, Redaction redaction) {

        /** For who may read everything. */
        public static Reader ofEverything() {
            return new Reader(History.FULL, Redaction.NONE);
        }
    }

    /** Takes out of an entry what is not for a reader; that the entry is there is shown. */
    @FunctionalInterface
    public interface Redaction {

        /** For who may read everything. */
        Redaction NONE = _ -> {};

        void redact(ObjectNode entry);

        /** Withholds all that happened. */
        static void withhold(ObjectNode entry) {
            entry.putObject("data");
            // What led to it can name an object that is not for the reader either.
            entry.remove("cause");
            entry.put("withheld", true);
        }

        /** Withholds one field of what happened, whether it was there or not. */
        static void withholdField(ObjectNode entry, String field) {
            if (entry.path("data") instanceof ObjectNode data) {
                data.remove(field);
                entry.put("withheld", true);
            }
        }
    }

    /** A page of a history. */
    record Journal(List<Entry> items, Optional<String> next) {
        static final String EXAMPLE = """
                {"items": [{"sequence": 1, "entry": {"sequence": 1, "at": "2014-08-29T09:00:00Z", "type": "CaseOpened",
                 "data": {}, "actor": {"id": "carl.officer", "roles": ["CO"], "authority": "XH-CA"}},
                 "published": {"sequence": 1, "type": "case.opened.v1"},
                 "previousHash": "0000000000000000000000000000000000000000000000000000000000000000",
                 "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}]}""";
    }

    /**
     * One event with what chains it to the one before.
     *
     * @param sequence its number in the history that the reader knows
     * @param previousHash absent, like the hash, where the reader does not know all that the chain is made of
     */
    record Entry(
            long sequence,
            JsonNode entry,
            Optional<Published> published,
            Optional<String> previousHash,
            Optional<String> hash) {

        static Entry full(JournalEntry entry) {
            return new Entry(
                    entry.sequence(),
                    Json.MAPPER.readTree(entry.entry()),
                    published(entry),
                    Optional.of(entry.previousHash()),
                    Optional.of(entry.hash()));
        }

        /** Nothing in it counts or names what is confided. */
        static Entry told(JournalEntry entry) {
            var number = entry.told().orElseThrow();
            var whole = Json.MAPPER.readTree(entry.entry());
            var content = Json.MAPPER.createObjectNode();
            content.put("sequence", number);
            content.set("at", whole.path("at"));
            content.putObject("actor").set("authority", whole.path("actor").path("authority"));
            entry.publication().ifPresent(told -> {
                content.put("type", told.type());
                content.set("data", Json.MAPPER.readTree(told.data()));
            });
            return new Entry(number, content, published(entry), Optional.empty(), Optional.empty());
        }

        private static Optional<Published> published(JournalEntry entry) {
            return entry.publication().map(it -> new Published(it.sequence(), it.type()));
        }
    }

    /** Under which number and name an event went out. */
    record Published(long sequence, String type) {}

    /** Whether a history is whole; where and by which hashes only for who knows all that it is made of. */
    record Verification(
            boolean whole, long entries, Optional<String> head, Optional<Long> brokenAt, Optional<String> detail) {
        static final String EXAMPLE = """
                {"whole": true, "entries": 3, "head": \
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                 "detail": "3 entries, all in order"}""";

        static Verification of(JournalVerification found, History history) {
            return switch (history) {
                case FULL ->
                    new Verification(
                            found.whole(),
                            found.entries(),
                            Optional.of(found.head()),
                            found.brokenAt(),
                            Optional.of(found.detail()));
                case TOLD ->
                    new Verification(found.whole(), found.told(), Optional.empty(), Optional.empty(), Optional.empty());
            };
        }
    }
}
