package org.repatria.messaging.accessjournal;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Consumer;
import org.repatria.decider.Actor;
import org.repatria.messaging.Hashes;

/**
 * One line of a chain, as it is kept and exported. It is a JSON object whose last two members are the hash of the line
 * before and its own.
 *
 * @param hash SHA-256 over the bytes of the text before its last member
 * @param text without a line break
 */
record Line(String text, String hash) {

    /** What the first of all lines follows. */
    static final String ZERO = "0".repeat(64);

    private static final int FORMAT = 1;

    /** The line that begins a chain. */
    static Line chain(ChainId id, Instant started, Follows follows) {
        return new Text("chain")
                .number("format", FORMAT)
                .text("chain", id.toString())
                .text("service", id.service())
                .text("state", id.state())
                .text("started", started.toString())
                .object("follows", inner -> inner.text("chain", follows.chain()).number("sequence", follows.sequence()))
                .after(follows.hash());
    }

    /** The line of one access. */
    static Line entry(String chain, long sequence, AccessEntry entry, String previousHash) {
        var text = new Text("entry")
                .text("chain", chain)
                .number("sequence", sequence)
                .text("at", entry.at().toString())
                .text("kind", entry.kind().name())
                .text("operation", entry.operation());
        entry.actor().ifPresent(actor -> text.object("actor", inner -> actor(inner, actor)));
        if (!entry.purpose().isEmpty()) {
            text.text("purpose", entry.purpose());
        }
        entry.object()
                .ifPresent(object -> text.object(
                        "object", inner -> inner.text("kind", object.kind()).text("id", object.id())));
        if (!entry.filters().isEmpty()) {
            text.texts("filters", entry.filters());
        }
        text.number("status", entry.status());
        entry.problem().ifPresent(problem -> text.text("problem", problem));
        return text.text("trace", entry.traceId()).after(previousHash);
    }

    /** The line that ends a chain in an export: how many entries it has by then. */
    static Line close(String chain, long entries, String head) {
        return new Text("close").text("chain", chain).number("entries", entries).after(head);
    }

    /** The last line of an export. */
    static Line end(long chains, long entries, String next, String previousHash) {
        var text = new Text("end").number("chains", chains).number("entries", entries);
        if (!next.isEmpty()) {
            text.text("next", next);
        }
        return text.after(previousHash);
    }

    /** How an actor's id stands in the text of an entry, to be found there. */
    static String ofActor(String id) {
        return new Text().raw(",\"actor\":{\"id\":").quoted(id).toString();
    }

    /** How an object's id stands in the text of an entry that tells of it. */
    static String ofObject(String id) {
        return new Text().raw(",\"id\":").quoted(id).raw("}").toString();
    }

    /** How a kind stands in the text of an entry. */
    static String ofKind(AccessKind kind) {
        return new Text()
                .raw(",\"kind\":")
                .quoted(kind.name())
                .raw(",\"operation\":")
                .toString();
    }

    private static void actor(Text inner, Actor actor) {
        inner.text("id", actor.id())
                .texts("roles", actor.roles().stream().sorted().toList())
                .text("authority", actor.authority());
    }

    /**
     * What a chain follows: an entry of the one before, the last that was known when it began.
     *
     * @param hash of that entry's line; of the chain's first line where it has no entry
     */
    record Follows(String chain, long sequence, String hash) {
        static final Follows NOTHING = new Follows(ChainId.GENESIS, 0, ZERO);
    }

    /**
     * Writes a JSON object without a space and with its members in the given order. It is the one text that a line can
     * have.
     */
    private static final class Text {
        private static final int USUAL_CHARS = 640;
        private static final int FIRST_PRINTABLE = 0x20;

        private final StringBuilder out = new StringBuilder(USUAL_CHARS);

        Text() {}

        Text(String line) {
            out.append("{\"line\":\"").append(line).append('"');
        }

        Text raw(String text) {
            out.append(text);
            return this;
        }

        Text text(String name, String value) {
            return name(name).quoted(value);
        }

        Text number(String name, long value) {
            name(name).out.append(value);
            return this;
        }

        Text texts(String name, Collection<String> values) {
            name(name).out.append('[');
            var separator = "";
            for (var value : values) {
                out.append(separator);
                quoted(value);
                separator = ",";
            }
            return raw("]");
        }

        Text object(String name, Consumer<Text> members) {
            name(name).out.append('{');
            members.accept(this);
            return raw("}");
        }

        Line after(String previousHash) {
            var body = text("previousHash", previousHash).toString();
            var hash = Hashes.ofText(body);
            return new Line(body + ",\"hash\":\"" + hash + "\"}", hash);
        }

        private Text name(String name) {
            if (out.charAt(out.length() - 1) != '{') {
                out.append(',');
            }
            out.append('"').append(name).append("\":");
            return this;
        }

        Text quoted(String value) {
            out.append('"');
            for (var i = 0; i < value.length(); i++) {
                append(value, i);
            }
            out.append('"');
            return this;
        }

        private void append(String value, int at) {
            var c = value.charAt(at);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else if (Character.isSurrogate(c) && !isPaired(value, at)) {
                // Half a character has no UTF-8, and a database would not give it back.
                out.append('\ufffd');
            } else {
                out.append(c);
            }
        }

        private static boolean isPaired(String value, int at) {
            return Character.isHighSurrogate(value.charAt(at))
                    ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                    : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
        }

        @Override
        public String toString() {
            return out.toString();
        }
    }
}
