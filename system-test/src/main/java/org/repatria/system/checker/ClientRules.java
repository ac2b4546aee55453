package org.repatria.system.checker;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.system.checker.Evidence.Command;
import org.repatria.system.checker.Evidence.Document;
import org.repatria.system.checker.Evidence.Entry;
import org.repatria.system.checker.Evidence.Receipt;

/**
 * What the clients were told beside what is kept. Every answer is true, and nothing is there that they never asked for.
 */
final class ClientRules {

    private final Index index;
    private final Findings findings;
    private final Map<String, Command> commands;
    private final Map<String, Entry> effects = new HashMap<>();

    ClientRules(Index index, Findings findings) {
        this.index = index;
        this.findings = findings;
        this.commands = index.evidence().commands().stream().collect(toMap(Command::key, c -> c, (first, _) -> first));
        index.journals()
                .values()
                .forEach(journal ->
                        journal.forEach(e -> index.commandKey(e).ifPresent(key -> effects.putIfAbsent(key, e))));
    }

    void check() {
        commands.values().forEach(this::answered);
        effects.forEach((key, entry) -> findings.addUnless(
                commands.containsKey(key),
                Rule.PHANTOM,
                entry.aggregateId(),
                "entry " + entry.sequence() + " comes of command " + key + ", which nobody sent"));
        List.of(Family.LIST, Family.CASE, Family.ASSET)
                .forEach(family -> index.documents(family).forEach(this::askedFor));
    }

    private void answered(Command command) {
        if (command.refused()) {
            findings.addUnless(
                    !effects.containsKey(command.key()),
                    Rule.PHANTOM,
                    command.key(),
                    command.kind() + " was refused with " + command.status() + " and had an effect");
        }
        if (!command.fulfilled() || command.aggregateId().isEmpty()) {
            return;
        }
        var id = command.aggregateId().get();
        var document = List.of(Family.LIST, Family.CASE, Family.ASSET, Family.ALERT).stream()
                .flatMap(family -> index.document(family, id).stream())
                .findFirst();
        if (document.isEmpty()) {
            findings.add(Rule.LOST, id, command.kind() + " " + command.key() + " was answered; there is no document");
            return;
        }
        findings.addUnless(
                document.get().version() >= command.version(),
                Rule.LOST,
                id,
                command.kind() + " " + command.key() + " was answered with version " + command.version()
                        + ", the document has " + document.get().version());
        var effect = effects.get(command.key());
        findings.addUnless(
                !command.changed() || (effect != null && effect.aggregateId().equals(id)),
                Rule.LOST,
                id,
                command.kind() + " " + command.key() + " was answered and is not in the journal");
        Optional.ofNullable(effect)
                .flatMap(index::wholeKey)
                .ifPresent(key -> receipt(command, Receipt.digest(key), document.get()));
    }

    private void receipt(Command command, String digest, Document document) {
        // A list goes on changing after its own command, and its answer names where it ended.
        if (document.family() == Family.LIST || !command.changed()) {
            return;
        }
        document.receipts().stream()
                .filter(r -> r.digest().equals(digest))
                .forEach(r -> findings.addUnless(
                        r.version() == command.version() || r.told() == command.version(),
                        Rule.DOUBLE_EFFECT,
                        document.id(),
                        command.key() + " was answered with version " + command.version() + ", its receipt says "
                                + r.version()));
    }

    /** A client's command or a list that a client handed over stands at the beginning of each of these. */
    private void askedFor(Document document) {
        var journal = index.journal(new Index.Ref(document.family(), document.id()));
        if (journal.isEmpty()) {
            return;
        }
        var asked = index.commandKey(journal.getFirst())
                .filter(commands::containsKey)
                .isPresent();
        var listed = Trees.text(document.state().at("/file/origin/listId"))
                .filter(list -> index.document(Family.LIST, list).isPresent())
                .isPresent();
        findings.addUnless(asked || listed, Rule.PHANTOM, document.id(), "no client has asked for it");
    }
}
