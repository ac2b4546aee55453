package org.repatria.system.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.repatria.system.checker.Evidence.Entry;
import org.repatria.system.checker.Evidence.Publication;
import org.repatria.system.checker.Evidence.TopicRecord;

/** The topics beside the journals: every publication is there, once or repeated as it was, in order, and nothing else is. */
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
        index.events().keySet().forEach(this::contents);
        index.events().keySet().forEach(this::order);
        index.journals().values().forEach(journal -> journal.forEach(this::arrived));
        index.documents().values().forEach(this::snapshot);
        phantomSnapshots();
    }

    private void contents(String key) {
        var publications = new HashMap<String, Publication>();
        for (var entry : index.publishedJournal(key)) {
            entry.publication().ifPresent(p -> publications.put(key + ":" + p.sequence(), p));
        }
        var seen = new HashMap<String, TopicRecord>();
        for (var record : index.events().getOrDefault(key, List.of())) {
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

    private void same(TopicRecord record, Publication publication) {
        findings.addUnless(
                record.value().equals(Optional.of(publication.data()))
                        && record.type().equals(publication.type())
                        && record.sequence() == publication.sequence(),
                Rule.FORK,
                record.id(),
                "says something else on the topic than in the journal");
    }

    private void order(String key) {
        var last = 0L;
        var seen = new HashSet<Long>();
        for (var record : index.firstEvents(key)) {
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
        if (entry.publication().isEmpty() || entry.family().events().isEmpty()) {
            return;
        }
        var id = entry.aggregateId() + ":" + entry.publication().get().sequence();
        var topic = entry.family().events().get();
        var there = index.events().getOrDefault(entry.aggregateId(), List.of()).stream()
                .anyMatch(r -> r.topic().equals(topic) && r.id().equals(id));
        findings.addUnless(there, Rule.LOST, id, "was journalled and is not on " + topic);
    }

    private void snapshot(Evidence.Document document) {
        if (document.family().snapshots().isEmpty()) {
            return;
        }
        var all = index.snapshots().getOrDefault(document.id(), List.of());
        if (all.isEmpty()) {
            findings.add(Rule.LOST, document.id(), "has no snapshot on its topic");
            return;
        }
        var contents = new HashMap<String, TopicRecord>();
        for (var record : all) {
            var other = contents.putIfAbsent(record.id(), record);
            findings.addUnless(
                    other == null || other.content().equals(record.content()),
                    Rule.FORK,
                    record.id(),
                    "is on the topic with two contents");
        }
        var newest = all.getLast();
        findings.addUnless(
                newest.sequence() >= document.version(),
                Rule.LOST,
                document.id(),
                "the newest snapshot has version " + newest.sequence() + ", the document " + document.version());
        findings.addUnless(
                newest.sequence() <= document.version(),
                Rule.PHANTOM,
                document.id(),
                "the newest snapshot has version " + newest.sequence() + ", the document " + document.version());
        if (newest.sequence() == document.version() && newest.value().isPresent()) {
            Recount.contradiction(document, Trees.read(newest.value().get()))
                    .ifPresent(what -> findings.add(Rule.FOLD, document.id(), "the newest snapshot: " + what));
        }
    }

    private void phantomSnapshots() {
        index.snapshots().forEach((key, records) -> {
            var known = index.hasPublishedDocument(key);
            findings.addUnless(
                    known || records.getLast().value().isEmpty(), Rule.PHANTOM, key, "has a snapshot and no document");
        });
    }
}
