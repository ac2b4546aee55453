package org.repatria.system.checker;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.repatria.system.checker.Evidence.Document;
import org.repatria.system.checker.Evidence.Entry;
import org.repatria.system.checker.Index.Ref;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Each journal by itself and beside its document. No hole, no fork, a whole chain, and a state that follows from it.
 */
final class JournalRules {

    private static final String GENESIS = "0".repeat(64);

    private final Index index;
    private final Findings findings;

    JournalRules(Index index, Findings findings) {
        this.index = index;
        this.findings = findings;
    }

    void check() {
        for (var document : index.documents().values()) {
            check(document, index.journal(new Ref(document.family(), document.id())));
        }
        index.journals().forEach((ref, entries) -> {
            if (!index.documents().containsKey(ref)) {
                findings.add(Rule.PHANTOM, ref.id(), "has a journal of " + entries.size() + " and no document");
            }
        });
        commandsAcrossJournals();
    }

    private void check(Document document, List<Entry> journal) {
        var id = document.id();
        findings.addUnless(
                document.outbox().isEmpty(),
                Rule.LOST,
                id,
                document.outbox().size() + " entries still wait in the outbox");
        var all = new ArrayList<>(journal);
        forks(id, journal, document.outbox());
        document.outbox().stream()
                .filter(waiting -> journal.stream().noneMatch(e -> e.sequence() == waiting.sequence()))
                .forEach(all::add);
        all.sort(comparingLong(Entry::sequence));
        sequence(document, all);
        publications(document, all);
        chain(document, all);
        commands(document, all);
        fold(document, all);
    }

    private void forks(String id, List<Entry> journal, List<Entry> outbox) {
        var bySequence = new HashMap<Long, Entry>();
        for (var entry : journal) {
            var other = bySequence.putIfAbsent(entry.sequence(), entry);
            findings.addUnless(other == null, Rule.FORK, id, "entry " + entry.sequence() + " is in the journal twice");
        }
        for (var waiting : outbox) {
            var written = bySequence.get(waiting.sequence());
            findings.addUnless(
                    written == null || written.hash().equals(waiting.hash()),
                    Rule.FORK,
                    id,
                    "entry " + waiting.sequence() + " is another one in the outbox");
        }
    }

    private void sequence(Document document, List<Entry> entries) {
        var expected = 1L;
        for (var entry : entries) {
            if (entry.sequence() > expected) {
                findings.add(Rule.GAP, document.id(), "journal entry " + expected + " is missing");
            }
            expected = entry.sequence() + 1;
        }
        if (expected - 1 < document.headSequence()) {
            findings.add(
                    Rule.LOST,
                    document.id(),
                    "the document knows " + document.headSequence() + " entries, the journal has " + (expected - 1));
        }
        findings.addUnless(
                expected - 1 <= document.headSequence(),
                Rule.PHANTOM,
                document.id(),
                "the journal goes on to " + (expected - 1) + " after the document's last entry "
                        + document.headSequence());
    }

    private void publications(Document document, List<Entry> entries) {
        count(
                document,
                "publication",
                document.counts().published(),
                entries.stream()
                        .filter(e -> !e.confided())
                        .flatMap(e -> e.publication().stream())
                        .map(Evidence.Publication::sequence)
                        .toList());
        count(
                document,
                "confided publication",
                document.counts().publishedConfided(),
                entries.stream()
                        .filter(Entry::confided)
                        .flatMap(e -> e.publication().stream())
                        .map(Evidence.Publication::sequence)
                        .toList());
        count(
                document,
                "told entry",
                document.counts().toldEntries(),
                entries.stream().flatMap(e -> e.told().stream()).toList());
    }

    private void count(Document document, String what, long counted, List<Long> numbers) {
        var expected = 1L;
        for (var number : numbers) {
            findings.addUnless(
                    number == expected,
                    Rule.GAP,
                    document.id(),
                    what + " " + number + " comes where " + expected + " is due");
            expected = number + 1;
        }
        findings.addUnless(
                expected - 1 == counted,
                Rule.GAP,
                document.id(),
                what + ": the document counts " + counted + ", the journal " + (expected - 1));
    }

    private void chain(Document document, List<Entry> entries) {
        var head = GENESIS;
        for (var entry : entries) {
            findings.addUnless(
                    entry.previousHash().equals(head),
                    Rule.CHAIN,
                    document.id(),
                    "entry " + entry.sequence() + " does not follow the one before it");
            findings.addUnless(
                    entry.hash().equals(hash(entry)),
                    Rule.CHAIN,
                    document.id(),
                    "entry " + entry.sequence() + " is not what was hashed");
            head = entry.hash();
        }
        findings.addUnless(
                document.headHash().equals(head), Rule.CHAIN, document.id(), "the document knows another last hash");
    }

    static String hash(Entry entry) {
        var data = entry.publication().map(Evidence.Publication::data).orElse("");
        return sha256(
                entry.previousHash() + "\n" + entry.text() + "\n" + data + (entry.confided() ? "\nconfided" : ""));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * One command, one place in one journal. Its entries stand together, were made at one time and say different
     * things.
     */
    private void commands(Document document, List<Entry> entries) {
        var byOrigin = entries.stream()
                .filter(e -> index.origin(e).isPresent())
                .collect(groupingBy(e -> index.origin(e).orElseThrow()));
        byOrigin.forEach((origin, some) -> {
            var together = some.getLast().sequence() - some.getFirst().sequence() == some.size() - 1;
            findings.addUnless(together, Rule.DOUBLE_EFFECT, document.id(), origin + " had its effect in two places");
            var times =
                    some.stream().map(e -> index.entry(e).path("at")).distinct().count();
            findings.addUnless(
                    times == 1, Rule.DOUBLE_EFFECT, document.id(), origin + " was executed " + times + " times");
            var contents = some.stream()
                    .map(e -> index.entry(e).path("type") + " " + index.entry(e).path("data"))
                    .distinct()
                    .count();
            findings.addUnless(
                    contents == some.size(), Rule.DOUBLE_EFFECT, document.id(), origin + " had the same effect twice");
        });
        var onlyClients = entries.stream().allMatch(e -> index.commandKey(e).isPresent());
        findings.addUnless(
                !onlyClients || byOrigin.size() == document.version(),
                Rule.FOLD,
                document.id(),
                "version " + document.version() + " after " + byOrigin.size() + " commands");
    }

    private void fold(Document document, List<Entry> entries) {
        var state = Folds.initial(document.family());
        for (var entry : entries) {
            try {
                JsonNode text = index.entry(entry);
                state = Folds.after(document.family(), state, text.path("type").asString(), text.path("data"));
            } catch (Folds.Unfoldable | JacksonException e) {
                findings.add(Rule.FOLD, document.id(), "entry " + entry.sequence() + ": " + e.getMessage());
                return;
            }
        }
        Trees.difference(state, document.state())
                .ifPresent(difference -> findings.add(Rule.FOLD, document.id(), "the document's state " + difference));
    }

    /** The same command in two journals. Intake of a list writes to many, and carries no command there. */
    private void commandsAcrossJournals() {
        var owners = new HashMap<String, String>();
        for (Map.Entry<Ref, List<Entry>> journal : index.journals().entrySet()) {
            journal.getValue().stream()
                    .flatMap(e -> index.commandKey(e).stream())
                    .distinct()
                    .forEach(key -> {
                        var other = owners.putIfAbsent(key, journal.getKey().id());
                        findings.addUnless(
                                other == null,
                                Rule.DOUBLE_EFFECT,
                                journal.getKey().id(),
                                "command " + key + " had its effect on " + other + " too");
                    });
        }
    }
}
