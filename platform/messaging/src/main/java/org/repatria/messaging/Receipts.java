package org.repatria.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an aggregate remembers of the commands and events that changed it. So a repeat changes nothing.
 *
 * @param commands the last {@value Limits#RECEIPTS_MAX} of those that were told and of those that were confided, newest
 *     first
 * @param sources the last applied sequence by subject, the last {@value Limits#SOURCES_MAX} heard of, newest last
 */
public record Receipts(List<CommandReceipt> commands, Map<String, Long> sources) {

    private static final Receipts NONE = new Receipts(List.of(), Map.of());

    /**
     * One executed command and the versions it led to.
     *
     * @param key digest of the caller's key
     * @param fingerprint digest of what was asked
     * @param confided whether it led to nothing that is told
     */
    public record CommandReceipt(Digest key, Digest fingerprint, long version, long told, boolean confided) {

        public static CommandReceipt of(
                CommandEnvelope.CommandId id, AggregateStore.Versions versions, boolean confided) {
            return new CommandReceipt(
                    Digest.of(id.key()), Digest.of(id.fingerprint()), versions.version(), versions.told(), confided);
        }

        /** Whether the same was asked under this key. */
        boolean isOfSame(CommandEnvelope.CommandId id) {
            return fingerprint.equals(Digest.of(id.fingerprint()));
        }

        long version(History known) {
            return switch (known) {
                case FULL -> version;
                case TOLD -> told;
            };
        }
    }

    /** The first half of a text's SHA-256. It is written with each command; no two texts share it. */
    public record Digest(long high, long low) {

        static Digest of(String text) {
            var whole = ByteBuffer.wrap(Hashes.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
            return new Digest(whole.getLong(), whole.getLong());
        }
    }

    /** Nothing was executed yet. */
    public static Receipts none() {
        return NONE;
    }

    Optional<CommandReceipt> of(CommandEnvelope.CommandId id) {
        var key = Digest.of(id.key());
        return commands.stream().filter(r -> r.key().equals(key)).findFirst();
    }

    boolean seen(CommandEnvelope.Cause cause) {
        return cause.sequence() <= sources.getOrDefault(cause.subject(), 0L);
    }

    Receipts with(
            Optional<CommandEnvelope.CommandId> id,
            Optional<CommandEnvelope.Cause> cause,
            AggregateStore.Versions versions,
            boolean confided) {
        var newCommands = id.map(known -> with(CommandReceipt.of(known, versions, confided)))
                .orElse(commands);
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

    /** What is confided pushes out no receipt of what is told: a repeat would find out that something was. */
    private List<CommandReceipt> with(CommandReceipt newest) {
        var longer = new ArrayList<CommandReceipt>(commands.size() + 1);
        longer.add(newest);
        var room = Limits.RECEIPTS_MAX - 1;
        for (var older : commands) {
            if (older.confided() != newest.confided() || room-- > 0) {
                longer.add(older);
            }
        }
        return List.copyOf(longer);
    }
}
