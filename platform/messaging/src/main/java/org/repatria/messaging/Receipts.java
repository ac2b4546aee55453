package org.repatria.messaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an aggregate remembers of the commands and events that changed it, so that a repeat changes nothing.
 *
 * @param commands the last {@value Limits#RECEIPTS_MAX}, newest first
 * @param sources the last applied sequence by subject, the last {@value Limits#SOURCES_MAX} heard of, newest last
 */
public record Receipts(List<CommandReceipt> commands, Map<String, Long> sources) {

    private static final Receipts NONE = new Receipts(List.of(), Map.of());

    /** One executed command and the version it led to. */
    public record CommandReceipt(String key, String fingerprint, long version) {}

    /** Nothing was executed yet. */
    public static Receipts none() {
        return NONE;
    }

    Optional<CommandReceipt> of(CommandEnvelope.CommandId id) {
        return commands.stream().filter(r -> r.key().equals(id.key())).findFirst();
    }

    boolean seen(CommandEnvelope.Cause cause) {
        return cause.sequence() <= sources.getOrDefault(cause.subject(), 0L);
    }

    Receipts with(Optional<CommandEnvelope.CommandId> id, Optional<CommandEnvelope.Cause> cause, long version) {
        var newCommands = commands;
        if (id.isPresent()) {
            var longer = new ArrayList<CommandReceipt>(commands.size() + 1);
            longer.add(new CommandReceipt(id.get().key(), id.get().fingerprint(), version));
            longer.addAll(commands.subList(0, Math.min(commands.size(), Limits.RECEIPTS_MAX - 1)));
            newCommands = List.copyOf(longer);
        }
        var newSources = sources;
        if (cause.isPresent()) {
            var longer = new LinkedHashMap<>(sources);
            longer.remove(cause.get().subject());
            longer.put(cause.get().subject(), cause.get().sequence());
            if (longer.size() > Limits.SOURCES_MAX) {
                longer.pollFirstEntry();
            }
            newSources = longer;
        }
        return new Receipts(newCommands, newSources);
    }
}
