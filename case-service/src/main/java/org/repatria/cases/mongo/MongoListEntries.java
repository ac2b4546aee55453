package org.repatria.cases.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.ListId;
import org.repatria.cases.domain.lists.DuplicateGround;
import org.repatria.cases.domain.lists.EntryOutcome;
import org.repatria.cases.domain.lists.HoldReason;
import org.repatria.cases.domain.lists.ListRow.PersonRow;
import org.repatria.cases.domain.lists.RejectReason;
import org.repatria.cases.flows.intake.ListEntries;
import org.repatria.cases.flows.intake.ListEntry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Entries as documents {@code {_id: listId:row}}, so that a page is a handful of known ids. */
final class MongoListEntries implements ListEntries {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MongoCollection<Document> entries;

    MongoListEntries(MongoDatabase database) {
        this.entries = database.getCollection("list_entries");
    }

    @Override
    public Mono<Void> add(ListId listId, List<ListEntry> added) {
        if (added.isEmpty()) {
            return Mono.empty();
        }
        var documents = added.stream().map(entry -> document(listId, entry)).toList();
        return Mono.from(entries.insertMany(documents, new InsertManyOptions().ordered(false)))
                .then()
                // A repeat of a batch after a crash finds its entries there.
                .onErrorResume(
                        MongoBulkWriteException.class,
                        e -> MongoIdentityClaims.onlyDuplicates(e) ? Mono.empty() : Mono.error(e))
                .onErrorMap(MongoStores::asUnavailable);
    }

    @Override
    public Mono<Void> settle(ListId listId, ListEntry entry) {
        return Mono.from(entries.replaceOne(
                        and(eq("_id", id(listId, entry.row())), eq("outcome", "HELD")), document(listId, entry)))
                .then()
                .onErrorMap(MongoStores::asUnavailable);
    }

    @Override
    public Mono<List<ListEntry>> rows(ListId listId, int fromRow, int toRow) {
        var ids = IntStream.rangeClosed(fromRow, toRow)
                .mapToObj(row -> id(listId, row))
                .toList();
        return Flux.from(entries.find(in("_id", ids)))
                .map(MongoListEntries::entry)
                .collectSortedList(Comparator.comparingInt(ListEntry::row))
                .onErrorMap(MongoStores::asUnavailable);
    }

    private static String id(ListId listId, int row) {
        return "%s:%06d".formatted(listId, row);
    }

    private static Document document(ListId listId, ListEntry entry) {
        var document = new Document("_id", id(listId, entry.row()))
                .append("row", entry.row())
                .append("line", entry.line());
        entry.name().ifPresent(name -> document.append("name", name));
        entry.person().ifPresent(person -> document.append("person", JSON.writeValueAsString(person)));
        return switch (entry.outcome()) {
            case EntryOutcome.Opened o ->
                document.append("outcome", "OPENED").append("caseId", o.caseId().value());
            case EntryOutcome.Held h ->
                document.append("outcome", "HELD")
                        .append("reasons", h.reasons().stream().map(Enum::name).toList());
            case EntryOutcome.DuplicateOf d ->
                document.append("outcome", "DUPLICATE_OF")
                        .append("caseId", d.caseId().value())
                        .append("ground", d.ground().name());
            case EntryOutcome.Rejected r ->
                document.append("outcome", "REJECTED")
                        .append("field", r.field())
                        .append("reason", r.reason().name());
        };
    }

    private static ListEntry entry(Document document) {
        var outcome = switch (document.getString("outcome")) {
            case "OPENED" -> new EntryOutcome.Opened(new CaseId(document.getString("caseId")));
            case "HELD" ->
                new EntryOutcome.Held(document.getList("reasons", String.class).stream()
                        .map(HoldReason::valueOf)
                        .toList());
            case "DUPLICATE_OF" ->
                new EntryOutcome.DuplicateOf(
                        new CaseId(document.getString("caseId")),
                        DuplicateGround.valueOf(document.getString("ground")));
            case "REJECTED" ->
                new EntryOutcome.Rejected(
                        document.getString("field"), RejectReason.valueOf(document.getString("reason")));
            default -> throw new IllegalStateException("an entry with an unknown outcome");
        };
        return new ListEntry(
                document.getInteger("row"),
                document.getInteger("line"),
                Optional.ofNullable(document.getString("name")),
                outcome,
                Optional.ofNullable(document.getString("person"))
                        .map(person -> JSON.readValue(person, PersonRow.class)));
    }
}
