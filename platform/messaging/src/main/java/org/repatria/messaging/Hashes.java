package org.repatria.messaging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The hash chain of a journal. */
public final class Hashes {

    private Hashes() {}

    /** What the chain says an entry's hash must be. */
    static String ofEntry(String previousHash, String entry, Optional<String> publicationData, boolean confided) {
        var digest = sha256();
        // Who is told is part of what is proved: an entry must not pass from one history to the other unseen.
        var text = previousHash + "\n" + entry + "\n" + publicationData.orElse("") + (confided ? "\nconfided" : "");
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of a text in UTF-8, as 64 hexadecimal digits in lower case. */
    public static String ofText(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
