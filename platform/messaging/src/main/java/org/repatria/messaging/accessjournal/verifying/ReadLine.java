package org.repatria.messaging.accessjournal.verifying;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * One line of an export as far as its bytes tell. It has what it says that it is, and whether its bytes fit its hash.
 *
 * @param position in its chain: 0 begins it, entries have their sequence, the line that ends it comes after the last
 * @param intact whether its hash is that of its bytes, and it can be read
 * @param hash what it says its hash is; empty where it says nothing
 * @param previousHash what it says the hash of the line before is; empty where it says nothing
 * @param follows of the line that begins a chain: which one it follows
 * @param count of the line that begins a chain: the sequence it follows; of the last line: the number of chains
 */
public record ReadLine(
        Kind kind,
        String chain,
        long position,
        boolean intact,
        String hash,
        String previousHash,
        String follows,
        long count) {

    /** What a line can be. */
    public enum Kind {
        CHAIN,
        ENTRY,
        CLOSE,
        END,
        UNREADABLE
    }

    private static final int HASH_CHARS = 64;
    private static final String HASH_NAME = ",\"hash\":\"";
    private static final String LINE_END = "\"}";
    private static final String PREVIOUS_NAME = ",\"previousHash\":\"";

    /** The bytes of a line after those that its hash covers. */
    private static final int UNHASHED = HASH_NAME.length() + HASH_CHARS + LINE_END.length();

    private static final int TAIL = PREVIOUS_NAME.length() + HASH_CHARS + 1 + UNHASHED;

    private static final String ID = "([^\"\\\\]{1,200})";
    private static final String NUMBER = "(0|[1-9]\\d{0,14})";
    private static final Pattern ENTRY =
            Pattern.compile("\\{\"line\":\"entry\",\"chain\":\"" + ID + "\",\"sequence\":" + NUMBER + ",");
    private static final Pattern CHAIN = Pattern.compile("\\{\"line\":\"chain\",\"format\":1,\"chain\":\"" + ID
            + "\",\"service\":\"" + ID + "\",\"state\":\"" + ID + "\",\"started\":\"" + ID
            + "\",\"follows\":\\{\"chain\":\"" + ID + "\",\"sequence\":" + NUMBER + "}");
    private static final Pattern CLOSE =
            Pattern.compile("\\{\"line\":\"close\",\"chain\":\"" + ID + "\",\"entries\":" + NUMBER);
    private static final Pattern END = Pattern.compile(
            "\\{\"line\":\"end\",\"chains\":" + NUMBER + ",\"entries\":" + NUMBER + "(,\"next\":\"" + ID + "\")?");

    /** Reads a line without its line break. */
    static ReadLine of(byte[] bytes) {
        // One character a byte: what is looked for is ASCII, and whatever else is there is only hashed.
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var hash = hexAt(text, text.length() - LINE_END.length() - HASH_CHARS);
        var previous = hexAt(text, text.length() - UNHASHED - 1 - HASH_CHARS);
        var framed = text.length() > TAIL
                && text.endsWith(LINE_END)
                && text.startsWith(HASH_NAME, text.length() - UNHASHED)
                && text.startsWith("\"", text.length() - UNHASHED - 1)
                && text.startsWith(PREVIOUS_NAME, text.length() - TAIL);
        var intact = framed && hash.equals(sha256(bytes, bytes.length - UNHASHED));
        return kinds(text, intact, hash, previous);
    }

    private static ReadLine kinds(String text, boolean intact, String hash, String previous) {
        var entry = ENTRY.matcher(text);
        if (entry.lookingAt()) {
            return new ReadLine(
                    Kind.ENTRY, entry.group(1), Long.parseLong(entry.group(2)), intact, hash, previous, "", 0);
        }
        var chain = CHAIN.matcher(text);
        if (chain.lookingAt()) {
            var follows = Long.parseLong(chain.group(6));
            return new ReadLine(Kind.CHAIN, chain.group(1), 0, intact, hash, previous, chain.group(5), follows);
        }
        var close = CLOSE.matcher(text);
        if (close.lookingAt()) {
            var position = Long.parseLong(close.group(2)) + 1;
            return new ReadLine(Kind.CLOSE, close.group(1), position, intact, hash, previous, "", 0);
        }
        var end = END.matcher(text);
        if (end.lookingAt()) {
            return new ReadLine(
                    Kind.END,
                    "",
                    Long.parseLong(end.group(2)),
                    intact,
                    hash,
                    previous,
                    "",
                    Long.parseLong(end.group(1)));
        }
        return new ReadLine(Kind.UNREADABLE, "", 0, false, hash, previous, "", 0);
    }

    /** The same with the texts that it shares with the line before taken from there. A file has millions of them. */
    ReadLine sharing(ReadLine before) {
        return new ReadLine(
                kind,
                chain.equals(before.chain) ? before.chain : chain,
                position,
                intact,
                hash,
                previousHash.equals(before.hash) ? before.hash : previousHash,
                follows,
                count);
    }

    private static String hexAt(String text, int start) {
        return start < 0 || start + HASH_CHARS > text.length() ? "" : text.substring(start, start + HASH_CHARS);
    }

    private static String sha256(byte[] bytes, int length) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
