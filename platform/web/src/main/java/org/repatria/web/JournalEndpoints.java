package org.repatria.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.JournalEntry;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The private history of an aggregate and the proof that nobody edited it: two routes for any kind of aggregate. */
public final class JournalEndpoints {

    private final Aggregates<?, ?, ?, ?> aggregates;

    private JournalEndpoints(Aggregates<?, ?, ?, ?> aggregates) {
        this.aggregates = aggregates;
    }

    /**
     * {@code GET <path>/journal} and {@code GET <path>/journal/verification}.
     *
     * @param path of the object, ending in its id variable, such as {@code /v1/cases/{id}}
     * @param noun starts the operation ids, such as {@code case}
     */
    public static List<Endpoint> of(String path, String noun, Aggregates<?, ?, ?, ?> aggregates) {
        return of(path, noun, aggregates, _ -> Mono.just(Redaction.NONE));
    }

    /**
     * The same for objects that not everyone with the role may see, or not all of.
     *
     * @param door says for those who may see the object that the call names what of its history is not for them, and fails
     *     with the problem for others
     */
    public static List<Endpoint> of(
            String path, String noun, Aggregates<?, ?, ?, ?> aggregates, Function<Call, Mono<Redaction>> door) {
        var journal = new JournalEndpoints(aggregates);
        var variable = path.substring(path.lastIndexOf('{') + 1, path.lastIndexOf('}'));
        return List.of(
                Endpoint.get(path + "/journal", noun + "Journal", "The history, oldest first")
                        .paged()
                        .answers(Journal.class, Journal.EXAMPLE)
                        .handle(call -> door.apply(call)
                                .flatMap(redaction -> journal.entries(call, call.id(variable), redaction))),
                Endpoint.get(
                                path + "/journal/verification",
                                noun + "JournalVerification",
                                "Recomputes the hash chain of the history")
                        .answers(Verification.class, Verification.EXAMPLE)
                        .handle(call -> door.apply(call).flatMap(_ -> journal.verification(call, call.id(variable)))));
    }

    /** What is answered where there is no such object, for doors that must say the same. */
    public static ProblemRaised nothingThere() {
        return Problem.of(GeneralProblem.NOT_FOUND, "No object has this id.").raised();
    }

    private Mono<ServerResponse> entries(Call call, String id, Redaction redaction) {
        var page = call.page();
        var after = page.cursor().map(JournalEndpoints::sequence).orElse(0L);
        return aggregates.journal(id, after, page.limit() + 1).collectList().flatMap(entries -> {
            if (entries.isEmpty() && after == 0) {
                return Mono.error(nothingThere());
            }
            var shown = entries.stream()
                    .limit(page.limit())
                    .map(entry -> shown(Entry.of(entry), redaction))
                    .toList();
            var next = entries.size() > page.limit()
                    ? Optional.of(Long.toString(shown.getLast().sequence()))
                    : Optional.<String>empty();
            return Answers.page(call, new Journal(shown, next), next);
        });
    }

    private static Entry shown(Entry entry, Redaction redaction) {
        if (entry.entry() instanceof ObjectNode content) {
            redaction.redact(content);
        }
        return entry;
    }

    private Mono<ServerResponse> verification(Call call, String id) {
        return aggregates
                .verify(id)
                .filter(found -> found.entries() > 0 || !found.whole())
                .flatMap(found -> Answers.json(
                        call,
                        new Verification(
                                found.whole(), found.entries(), found.head(), found.brokenAt(), found.detail())))
                .switchIfEmpty(Mono.error(JournalEndpoints::nothingThere));
    }

    private static long sequence(String cursor) {
        if (!cursor.matches("\\d{1,18}")) {
            throw Call.badCursor();
        }
        return Long.parseLong(cursor);
    }

    /** Takes out of an entry what is not for a reader; that the entry is there is shown with its hashes. */
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

    /** One event with what chains it to the one before. */
    record Entry(long sequence, JsonNode entry, Optional<Published> published, String previousHash, String hash) {
        static Entry of(JournalEntry entry) {
            return new Entry(
                    entry.sequence(),
                    Json.MAPPER.readTree(entry.entry()),
                    entry.publication().map(it -> new Published(it.sequence(), it.type())),
                    entry.previousHash(),
                    entry.hash());
        }
    }

    /** Under which number and name an event went out. */
    record Published(long sequence, String type) {}

    /** Whether a history is whole. */
    record Verification(boolean whole, long entries, String head, Optional<Long> brokenAt, String detail) {
        static final String EXAMPLE = """
                {"whole": true, "entries": 3, "head": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                 "detail": "3 entries, all in order"}""";
    }
}
