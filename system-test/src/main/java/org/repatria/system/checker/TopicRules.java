package org.repatria.system.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.system.checker.Evidence.Entry;
import org.repatria.system.checker.Evidence.Publication;
import org.repatria.system.checker.Evidence.TopicRecord;

/**
 * The topics beside the journals. Every publication is there, once or repeated as it was, in order, and nothing else
 * is.
 */
final class TopicRules {

    private final Index index;
    private final Findings findings;
    private long redelivered;

    TopicRules(Index index, Findings findings) {
        this.index = index;
        this.findings = findings;
    }

    /** Identical redeliveries that were met, which "at least once" allows. */
    long redelivered() {
        return redelivered;
    }

    void check() {
        index.events().forEach((key, records) -> contents(key, records, false));
        index.events().values().forEach(this::order);
        index.confidedEvents().forEach((key, records) -> contents(key, records, true));
        index.confidedEvents().values().forEach(this::order);
        index.journals().values().forEach(journal -> journal.forEach(this::arrived));
        index.documents().values().forEach(this::snapshot);
        index.documents().values().forEach(this::confidedSnapshot);
        phantomSnapshots(index.snapshots());
        phantomSnapshots(index.confidedSnapshots());
    }

    /** What is told and what is confided are counted apart, and each is on its own topic alone. */
    private void contents(String key, List<TopicRecord> records, boolean confided) {
        var publications = new HashMap<String, Publication>();
        for (var entry : index.publishedJournal(key)) {
            if (entry.confided() == confided) {
                entry.publication().ifPresent(p -> publications.put(id(key, p, confided), p));
            }
        }
        var seen = new HashMap<String, TopicRecord>();
        for (var record : records) {
            var first = seen.putIfAbsent(record.id(), record);
            if (first != null) {
                if (first.content().equals(record.content())) {
                    redelivered++;
                } else {
                    findings.add(Rule.FORK, record.id(), "is on the topic with two contents");
                }
                continue;
            }
            var publication = publications.get(record.id());
            if (publication == null) {
                findings.add(Rule.PHANTOM, record.id(), "is on " + record.topic() + " and in no journal");
            } else {
                same(record, publication);
            }
        }
    }

    private static String id(String key, Publication publication, boolean confided) {
        return key + ":" + (confided ? "confided-" : "") + publication.sequence();
    }

    private void same(TopicRecord record, Publication publication) {
        findings.addUnless(
                record.value().equals(Optional.of(publication.data()))
                        && record.type().equals(publication.type())
                        && record.sequence() == publication.sequence(),
                Rule.FORK,
                record.id(),
                "says something else on the topic than in the journal");
    }

    private void order(List<TopicRecord> records) {
        var key = records.getFirst().key();
        var last = 0L;
        var seen = new HashSet<Long>();
        for (var record : Index.first(records)) {
            if (record.sequence() < last) {
                findings.add(Rule.REORDERED, record.id(), "comes after sequence " + last);
            }
            last = Math.max(last, record.sequence());
            seen.add(record.sequence());
        }
        for (var sequence = 1L; sequence <= last; sequence++) {
            findings.addUnless(seen.contains(sequence), Rule.GAP, key, "event " + sequence + " is not on the topic");
        }
    }

    private void arrived(Entry entry) {
        var topic = entry.confided()
                ? entry.family().confidedEvents()
                : entry.family().events();
        if (entry.publication().isEmpty() || topic.isEmpty()) {
            return;
        }
        var id = id(entry.aggregateId(), entry.publication().get(), entry.confided());
        var events = entry.confided() ? index.confidedEvents() : index.events();
        var there = events.getOrDefault(entry.aggregateId(), List.of()).stream()
                .anyMatch(r -> r.topic().equals(topic.get()) && r.id().equals(id));
        findings.addUnless(there, Rule.LOST, id, "was journalled and is not on " + topic.get());
    }

    /** The snapshot for both states goes by what was told: where nothing was there must be none. */
    private void snapshot(Evidence.Document document) {
        if (document.family().snapshots().isEmpty() || document.counts().told() == 0) {
            return;
        }
        var all = index.snapshots().getOrDefault(document.id(), List.of());
        if (all.isEmpty()) {
            findings.add(Rule.LOST, document.id(), "has no snapshot on its topic");
            return;
        }
        newest(document, all, document.counts().told());
        var newest = all.getLast();
        if (newest.sequence() == document.counts().told() && newest.value().isPresent()) {
            Recount.contradictionToTold(
                            document,
                            document.counts().told(),
                            Trees.read(newest.value().get()))
                    .ifPresent(what -> findings.add(Rule.FOLD, document.id(), "the newest snapshot: " + what));
        }
    }

    /** The full snapshot goes by everything, and says what the other state counts. */
    private void confidedSnapshot(Evidence.Document document) {
        var all = index.confidedSnapshots().getOrDefault(document.id(), List.of());
        if (document.family().snapshots().isEmpty() || all.isEmpty()) {
            return;
        }
        newest(document, all, document.version());
        all.getLast()
                .value()
                .map(Trees::read)
                .filter(json -> json.path("told").asLong() != document.counts().told())
                .ifPresent(json -> findings.add(
                        Rule.FOLD, document.id(), "the newest full snapshot: /told is " + json.path("told")));
    }

    private void newest(Evidence.Document document, List<TopicRecord> all, long version) {
        var contents = new HashMap<String, TopicRecord>();
        for (var record : all) {
            var other = contents.putIfAbsent(record.id(), record);
            findings.addUnless(
                    other == null || other.content().equals(record.content()),
                    Rule.FORK,
                    record.id(),
                    "is on the topic with two contents");
        }
        var newest = all.getLast().sequence();
        var what = "the newest snapshot has version " + newest + ", the document " + version;
        findings.addUnless(newest >= version, Rule.LOST, document.id(), what);
        findings.addUnless(newest <= version, Rule.PHANTOM, document.id(), what);
    }

    private void phantomSnapshots(Map<String, List<TopicRecord>> snapshots) {
        snapshots.forEach((key, records) -> {
            var known = index.hasPublishedDocument(key);
            findings.addUnless(
                    known || records.getLast().value().isEmpty(), Rule.PHANTOM, key, "has a snapshot and no document");
        });
    }
}
