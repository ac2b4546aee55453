package org.repatria.decider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Identifiers that the writer makes from what it already knows. So a retry of a creating command meets the same
 * aggregate.
 */
public final class Ids {

    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

    /** Characters after the prefix: 125 bits. So a clash is not to be expected within any number of aggregates. */
    private static final int CHARS = 25;

    private static final int BITS_PER_CHAR = 5;

    /** LIMIT: characters of an id: a prefix and a digest, with room to spare. */
    public static final int CHARS_MAX = 100;

    private Ids() {}

    /**
     * The prefix with 25 characters of Crockford's base 32 (lower case) of SHA-256 over the parts. The same parts lead
     * to the same id, on every machine and for ever.
     *
     * @param prefix the kind with its dash, such as {@code case-}
     * @param parts what makes the thing the same thing; {@code ("a", "bc")} differs from {@code ("ab", "c")}
     */
    public static String derived(String prefix, String... parts) {
        if (prefix.isBlank() || !isSafe(prefix)) {
            throw new IllegalArgumentException("not a prefix of an id: " + prefix);
        }
        if (parts.length == 0) {
            throw new IllegalArgumentException("an id needs at least one part to be derived from");
        }
        var digest = sha256();
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            // The length goes before each part: no separator could be safe in free text.
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return prefix + base32(digest);
    }

    /** Whether a text may be an aggregate's id. The signs that join ids to keys elsewhere are not allowed in one. */
    public static boolean isSafe(String id) {
        return !id.isBlank()
                && id.length() <= CHARS_MAX
                && id.chars().noneMatch(c -> c == ':' || c == '@' || c == '|' || c <= ' ');
    }

    private static String base32(MessageDigest digest) {
        var bytes = digest.digest();
        var text = new StringBuilder(CHARS);
        for (var i = 0; i < CHARS; i++) {
            var value = 0;
            for (var bit = i * BITS_PER_CHAR; bit < (i + 1) * BITS_PER_CHAR; bit++) {
                value = (value << 1) | ((bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE)) & 1);
            }
            text.append(CROCKFORD.charAt(value));
        }
        return text.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
