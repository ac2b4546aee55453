package org.repatria.system.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.system.checker.Evidence.Command;
import org.repatria.system.checker.Evidence.Counts;
import org.repatria.system.checker.Evidence.Document;
import org.repatria.system.checker.Evidence.Entry;
import org.repatria.system.checker.Evidence.Listing;
import org.repatria.system.checker.Evidence.Parked;
import org.repatria.system.checker.Evidence.Progress;
import org.repatria.system.checker.Evidence.Publication;
import org.repatria.system.checker.Evidence.Receipt;
import org.repatria.system.checker.Evidence.TopicRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small run as a sound system leaves it. There are two cases, one of them assigned, the other with a parked event; an
 * asset linked to the first; the alerts that rose. Written down by hand, state by state.
 */
final class WholeEvidence {

    static final String ASSIGNED_CASE = "case-1";
    static final String PARKED_CASE = "case-2";
    static final String ASSET = "asset-1";
    static final String SHELF = "case-1-assets-4";
    static final String ALERT = "alert-1";
    static final String LATER_ALERT = "alert-2";

    private static final String NOON = "2014-09-01T12:00:00Z";

    final List<TopicRecord> records = new ArrayList<>();
    final List<Entry> entries = new ArrayList<>();
    final List<Document> documents = new ArrayList<>();
    final List<Command> commands = new ArrayList<>();
    final List<Parked> parked = new ArrayList<>();
    final List<Progress> progress = new ArrayList<>();
    final List<Listing> listings = new ArrayList<>();
    private final Map<String, Long> offsets = new HashMap<>();

    WholeEvidence() {
        assignedCase();
        parkedCase();
        asset();
        knownCase();
        shelf();
        alert(ALERT, ASSIGNED_CASE, true);
        alert(LATER_ALERT, PARKED_CASE, false);
        listings();
    }

    Evidence evidence() {
        return new Evidence(records, documents, entries, parked, progress, commands, listings);
    }

    /** Writes the same entry again at another place, with a sound chain. */
    void entryAgain(Family family, String id, int number) {
        var original = journal(family, id).get(number - 1);
        var last = journal(family, id).getLast();
        add(new Entry(
                family,
                id,
                last.sequence() + 1,
                Optional.of(told(family, id) + 1),
                original.text(),
                original.publication().map(p -> new Publication(published(family, id, false) + 1, p.type(), p.data())),
                last.hash(),
                ""));
        document(family, id).ifPresent(d -> replace(d, d.version(), d.state()));
    }

    List<Entry> journal(Family family, String id) {
        return entries.stream()
                .filter(e -> e.family() == family && e.aggregateId().equals(id))
                .toList();
    }

    Optional<Document> document(Family family, String id) {
        return documents.stream()
                .filter(d -> d.family() == family && d.id().equals(id))
                .findFirst();
    }

    /** The document with another state, still with the head of its journal. */
    void replace(Document old, long version, JsonNode state) {
        var last = journal(old.family(), old.id()).getLast();
        documents.set(
                documents.indexOf(old),
                new Document(
                        old.family(),
                        old.id(),
                        counts(old.family(), old.id(), version),
                        state,
                        List.of(),
                        old.receipts(),
                        last.sequence(),
                        last.hash()));
    }

    TopicRecord record(String id) {
        return records.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }

    /** The same delivery as another, at the end of its topic. */
    TopicRecord atEnd(TopicRecord like, Map<String, String> headers, Optional<String> value) {
        return new TopicRecord(like.topic(), 0, offsets.merge(like.topic(), 1L, Long::sum), like.key(), value, headers);
    }

    private void assignedCase() {
        say(Family.CASE, ASSIGNED_CASE, "CaseOpened", opened(ASSIGNED_CASE), command("k1"), "case.opened.v1", """
                {"caseId": "case-1", "openedAt": "2014-09-01T12:00:00Z"}""");
        say(Family.CASE, ASSIGNED_CASE, "CaseAssigned", """
                {"caseId": "case-1", "assignee": "carl", "at": "2014-09-01T12:00:00Z"}""", command("k2"), "case.assigned.v1", """
                {"caseId": "case-1", "assignee": "carl"}""");
        Dossiers.EVENTS.forEach(e -> say(Family.CASE, ASSIGNED_CASE, e.type(), e.data(), command("k2"), "", ""));
        keep(Family.CASE, ASSIGNED_CASE, 2, """
                {"type": "Underway", "stage": "ACCEPTED", "file": %s}""".formatted(
                        file(ASSIGNED_CASE, ", \"assignee\": \"carl\"", Dossiers.STATE)));
        answered("k1", "openCase", ASSIGNED_CASE, 1);
        answered("k2", "assignCase", ASSIGNED_CASE, 2);
        snapshot(Family.CASE, ASSIGNED_CASE, 2, """
                {"id": "case-1", "version": 2, "state": "ACCEPTED", "assignee": "carl", "openedAt": "2014-09-01T12:00:00Z",
                 "suspectedDuplicates": []}""");
        reached("alerts-from-cases", ASSIGNED_CASE, 2);
    }

    private void parkedCase() {
        say(Family.CASE, PARKED_CASE, "CaseOpened", opened(PARKED_CASE), command("k3"), "case.opened.v1", """
                {"caseId": "case-2", "openedAt": "2014-09-01T12:00:00Z"}""");
        say(Family.CASE, PARKED_CASE, "CaseAssigned", """
                {"caseId": "case-2", "assignee": "ana", "at": "2014-09-01T12:00:00Z"}""", command("k4"), "case.assigned.v1", """
                {"caseId": "case-2", "assignee": "ana"}""");
        say(Family.CASE, PARKED_CASE, "CasePutOnHold", """
                {"caseId": "case-2", "from": "DRAFT", "reason": "waits", "reviewOn": "2014-10-01",
                 "at": "2014-09-01T12:00:00Z"}""", command("k5"), "case.put-on-hold.v1", """
                {"caseId": "case-2", "from": "DRAFT"}""");
        confide(Family.CASE, PARKED_CASE, "CaseAssigned", """
                {"caseId": "case-2", "assignee": "ana", "at": "2014-09-01T12:00:00Z"}""", command("k20"), "case.kept.v1", """
                {"caseId": "case-2", "kept": "from the other state"}""");
        keep(Family.CASE, PARKED_CASE, 4, """
                {"type": "OnHold", "comesBackTo": "DRAFT", "reason": "waits", "reviewOn": "2014-10-01",
                 "file": %s}""".formatted(file(PARKED_CASE, ", \"assignee\": \"ana\"", Dossiers.EMPTY)));
        answered("k3", "openCase", PARKED_CASE, 1);
        answered("k4", "assignCase", PARKED_CASE, 2);
        answered("k5", "holdCase", PARKED_CASE, 3);
        answered("k20", "assignCase", PARKED_CASE, 4);
        confidedSnapshot(PARKED_CASE, 4, 3);
        snapshot(Family.CASE, PARKED_CASE, 3, """
                {"id": "case-2", "version": 3, "state": "NOT_AVAILABLE", "assignee": "ana", "openedAt": "2014-09-01T12:00:00Z",
                 "suspectedDuplicates": []}""");
        parked.add(new Parked(
                "alerts-from-cases",
                PARKED_CASE,
                List.of(record("case-2:2").position(), record("case-2:3").position())));
        reached("alerts-from-cases", PARKED_CASE, 1);
    }

    private void asset() {
        say(Family.ASSET, ASSET, "AssetRegistered", """
                {"assetId": "asset-1", "kind": "CASH", "description": "notes", "identifiers": [], "location": {"country": "XH"},
                 "source": "search", "confidence": "HIGH", "authority": "XH-CA", "at": "2014-09-01T12:00:00Z"}""", command("k6"), "asset.registered.v1", "{}");
        say(Family.ASSET, ASSET, "CaseNamed", """
                {"caseId": "case-1", "at": "2014-09-01T12:00:00Z"}""", command("k7"), "asset.case-awaited.v1", "{}");
        say(Family.ASSET, ASSET, "CaseLinked", """
                {"caseId": "case-1", "at": "2014-09-01T12:00:00Z"}""", cause(ASSET, 2), "asset.linked.v1", "{}");
        say(Family.ASSET, ASSET, "CaseGroundNoted", """
                {"caseId": "case-1", "ground": {"number": 2, "gates": []}, "at": "2014-09-01T12:00:00Z"}""", cause("case-1@snapshot", 2), "", "");
        keep(Family.ASSET, ASSET, 4, """
                {"type": "Registered", "id": "asset-1", "kind": "CASH", "description": "notes", "identifiers": [],
                 "location": {"country": "XH"}, "source": "search", "confidence": "HIGH", "authority": "XH-CA",
                 "registeredAt": "2014-09-01T12:00:00Z", "valuations": [], "orders": [], "interests": [], "findings": [],
                 "waiting": [], "clocks": {"clocks": [], "happenings": [], "started": 0, "confided": 0},
                 "clocksOfClaims": {"clocks": [], "happenings": [], "started": 0, "confided": 0},
                 "registerEntries": [], "hearings": [], "upkeep": [], "corrections": [], "sameness": {"possible": [], "taken": []}, "claims": [],
                 "places": {"all": [{"id": "place-1", "location": {"country": "XH"},
                                     "provenance": {"source": "search", "confidence": "HIGH"},
                                     "recordedAt": "2014-09-01T12:00:00Z"}]},
                 "links": [{"caseId": "case-1", "standing": "KNOWN", "linkedAt": "2014-09-01T12:00:00Z",
                            "ground": {"number": 2, "gates": []}}]}""");
        answered("k6", "registerAsset", ASSET, 1);
        answered("k7", "linkCase", ASSET, 2);
        snapshot(Family.ASSET, ASSET, 4, """
                {"id": "asset-1", "version": 4, "state": "IDENTIFIED", "kind": "CASH", "reached": [],
                 "cases": [{"caseId": "case-1", "standing": "KNOWN", "linkedAt": "2014-09-01T12:00:00Z"}]}""");
        reached("alerts-from-assets", ASSET, 3);
    }

    private void knownCase() {
        say(Family.KNOWN_CASE, ASSIGNED_CASE, "FactsNoted", """
                {"facts": {"version": 2, "closed": false}}""", cause("case-1@snapshot", 2), "", "");
        say(Family.KNOWN_CASE, ASSIGNED_CASE, "CaseAwaited", "{\"assetId\": \"asset-1\"}", cause(ASSET, 2), "", "");
        keep(Family.KNOWN_CASE, ASSIGNED_CASE, 2, """
                {"facts": {"version": 2, "closed": false}, "assets": ["asset-1"], "grounds": {}}""");
    }

    private void shelf() {
        say(Family.SHELF, SHELF, "ShelfSetUp", """
                {"states": ["XH", "XR"], "assets": []}""", cause("asset-1@snapshot", 4), "", "");
        say(Family.SHELF, SHELF, "AssetNoted", """
                {"asset": {"assetId": "asset-1", "state": "IDENTIFIED", "version": 4,
                 "namedAt": "2014-09-01T12:00:00Z"}}""", cause("asset-1@snapshot", 4), "", "");
        keep(Family.SHELF, SHELF, 2, """
                {"states": ["XH", "XR"], "assets": [{"assetId": "asset-1", "state": "IDENTIFIED", "version": 4,
                 "namedAt": "2014-09-01T12:00:00Z"}], "changes": 1,
                 "unlinked": []}""");
        var said = """
                {"shelf": 4, "changes": 1, "byState": {"states": [{"state": "IDENTIFIED", "count": 1, "first": ["asset-1"]}]}}""";
        say(
                Family.INVENTORY,
                ASSIGNED_CASE,
                "ShelfNoted",
                "{\"said\": " + said + "}",
                cause("asset-1@snapshot", 4),
                "",
                "");
        keep(Family.INVENTORY, ASSIGNED_CASE, 1, """
                {"shelves": [%s], "known": {"changes": 1, "shelves": [4],
                 "byState": {"states": [{"state": "IDENTIFIED", "count": 1, "first": ["asset-1"]}]}}}""".formatted(said));
    }

    private void alert(String id, String caseId, boolean vanished) {
        var notice = """
                {"code": "RP-02", "severity": "LOW", "objectType": "case", "objectId": "%s"}""".formatted(caseId);
        say(
                Family.ALERT,
                id,
                "AlertRaised",
                """
                {"alertId": "%s", "notice": %s, "occurrence": "%s:1", "at": "2014-09-01T12:00:00Z"}""".formatted(id, notice, caseId),
                cause(caseId, 1),
                "alert.raised.v1",
                "{}");
        var occurrences = "{\"count\": 1, \"latest\": [\"" + caseId + ":1\"]}";
        if (vanished) {
            say(
                    Family.ALERT,
                    id,
                    "AlertConditionVanished",
                    """
                    {"alertId": "%s", "evidence": "%s:2", "at": "2014-09-01T12:00:00Z"}""".formatted(id, caseId),
                    cause(caseId, 2),
                    "alert.resolved.v1",
                    "{}");
            keep(Family.ALERT, id, 2, """
                    {"type": "Resolved", "id": "%s", "notice": %s, "occurrences": %s, "raisedAt": "2014-09-01T12:00:00Z",
                     "resolution": "CONDITION_VANISHED", "by": "system", "act": "%s:2", "at": "2014-09-01T12:00:00Z"}""".formatted(id, notice, occurrences, caseId));
        } else {
            keep(Family.ALERT, id, 1, """
                    {"type": "Open", "id": "%s", "notice": %s, "occurrences": %s, "raisedAt": "2014-09-01T12:00:00Z"}""".formatted(id, notice, occurrences));
        }
        var version = vanished ? 2 : 1;
        snapshot(Family.ALERT, id, version, """
                {"id": "%s", "version": %d, "status": "%s", "occurrences": 1}""".formatted(id, version, vanished ? "RESOLVED" : "OPEN"));
    }

    private void listings() {
        listings.add(listing(
                Family.CASE,
                "/v1/cases",
                Map.of("state", Map.of("ACCEPTED", 1L, "ON_HOLD", 1L), "assignee", Map.of("carl", 1L, "ana", 1L))));
        listings.add(listing(Family.ASSET, "/v1/assets", Map.of("state", Map.of("IDENTIFIED", 1L))));
        listings.add(listing(
                Family.ALERT,
                "/v1/alerts",
                Map.of("status", Map.of("RESOLVED", 1L, "OPEN", 1L), "code", Map.of("RP-02", 2L))));
    }

    private Listing listing(Family family, String path, Map<String, Map<String, Long>> facets) {
        var items = documents.stream()
                .filter(d -> d.family() == family)
                .map(this::row)
                .toList();
        return new Listing(family, path, items, items.size(), facets, Map.of());
    }

    /** As the snapshot says it; where a case stands the reader, of the state that keeps it, sees in full. */
    private JsonNode row(Document document) {
        var snapshot = records.stream()
                .filter(r -> r.topic().endsWith(".snapshots") && r.key().equals(document.id()))
                .reduce((_, last) -> last)
                .orElseThrow();
        var row = (ObjectNode) Trees.read(snapshot.value().orElseThrow());
        return document.family() == Family.CASE ? row.put("state", Recount.stage(document.state())) : row;
    }

    private static String opened(String id) {
        return """
                {"caseId": "%s", "relation": {"requesting": "XR", "requested": "XH"}, "subject": {"nationalities": ["XR"]},
                 "allegation": {"kind": "RS_ALLEGATION"}, "origin": {"source": "letter"}, "at": "2014-09-01T12:00:00Z"}""".formatted(id);
    }

    private static String file(String id, String more, String dossier) {
        return """
                {"id": "%s", "relation": {"requesting": "XR", "requested": "XH"}, "subject": {"nationalities": ["XR"]},
                 "allegation": {"kind": "RS_ALLEGATION"}, "origin": {"source": "letter"}, "openedAt": "2014-09-01T12:00:00Z",
                 "suspectedDuplicates": []%s, "dossier": %s}""".formatted(id, more, dossier);
    }

    private static String command(String key) {
        return "\"commandId\": {\"key\": \"carl|POST /v1|" + key + "\", \"fingerprint\": \"f\"}";
    }

    private static String cause(String subject, long sequence) {
        return "\"cause\": {\"subject\": \"" + subject + "\", \"sequence\": " + sequence + "}";
    }

    /** An event in the journal and, where it has a published type, on the topic. */
    private void say(
            Family family,
            String id,
            String type,
            String data,
            String origin,
            String publishedType,
            String publishedData) {
        happen(family, id, type, data, origin, publishedType, publishedData, Optional.of(told(family, id) + 1));
    }

    /** The same of one that the host keeps to itself. */
    private void confide(
            Family family,
            String id,
            String type,
            String data,
            String origin,
            String publishedType,
            String publishedData) {
        happen(family, id, type, data, origin, publishedType, publishedData, Optional.empty());
    }

    private void happen(
            Family family,
            String id,
            String type,
            String data,
            String origin,
            String publishedType,
            String publishedData,
            Optional<Long> told) {
        var confided = told.isEmpty();
        var journal = journal(family, id);
        var sequence = journal.size() + 1;
        var text = """
                {"aggregateId": "%s", "sequence": %d, "at": "%s", "type": "%s", "data": %s, %s}""".formatted(id, sequence, NOON, type, data, origin);
        var publication = publishedType.isEmpty()
                ? Optional.<Publication>empty()
                : Optional.of(new Publication(published(family, id, confided) + 1, publishedType, publishedData));
        add(new Entry(
                family,
                id,
                sequence,
                told,
                text,
                publication,
                journal.isEmpty() ? "0".repeat(64) : journal.getLast().hash(),
                ""));
        var topic = confided ? family.confidedEvents() : family.events();
        var mark = confided ? "confided-" : "";
        publication.ifPresent(p -> records.add(on(topic.orElseThrow(), id, id + ":" + mark + p.sequence(), p)));
    }

    private void add(Entry unhashed) {
        entries.add(new Entry(
                unhashed.family(),
                unhashed.aggregateId(),
                unhashed.sequence(),
                unhashed.told(),
                unhashed.text(),
                unhashed.publication(),
                unhashed.previousHash(),
                JournalRules.hash(unhashed)));
    }

    private long published(Family family, String id, boolean confided) {
        return journal(family, id).stream()
                .filter(e -> e.confided() == confided && e.publication().isPresent())
                .count();
    }

    private long told(Family family, String id) {
        return journal(family, id).stream().filter(e -> !e.confided()).count();
    }

    /** Each confided entry comes of a command of its own here. */
    private Counts counts(Family family, String id, long version) {
        var confided = journal(family, id).stream().filter(Entry::confided).count();
        return new Counts(
                version,
                version - confided,
                told(family, id),
                published(family, id, false),
                published(family, id, true));
    }

    private void confidedSnapshot(String id, long version, long told) {
        var json = "{\"id\": \"%s\", \"version\": %d, \"told\": %d}".formatted(id, version, told);
        records.add(on(
                "repatria.case.confided-snapshots",
                id,
                id + "@confided-" + version,
                new Publication(version, "x.confided-snapshot.v1", json)));
    }

    private TopicRecord on(String topic, String key, String ceId, Publication p) {
        return new TopicRecord(
                topic,
                0,
                offsets.merge(topic, 1L, Long::sum),
                key,
                Optional.of(p.data()),
                Map.of("ce_id", ceId, "ce_type", p.type(), "ce_sequence", "%020d".formatted(p.sequence())));
    }

    private void snapshot(Family family, String id, long version, String json) {
        var topic = family.snapshots().orElseThrow();
        records.add(on(topic, id, id + "@" + version, new Publication(version, "x.snapshot.v1", json)));
    }

    private void keep(Family family, String id, long version, String state) {
        var last = journal(family, id).getLast();
        documents.add(new Document(
                family,
                id,
                counts(family, id, version),
                Trees.read(state),
                List.of(),
                List.<Receipt>of(),
                last.sequence(),
                last.hash()));
    }

    private void answered(String key, String kind, String id, long version) {
        commands.add(new Command(key, kind, 200, Optional.of(id), version, true));
    }

    private void reached(String consumer, String subject, long sequence) {
        progress.add(new Progress(consumer, subject, sequence));
    }
}
