package org.repatria.assets.flows;

import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.Identifier;
import org.repatria.assets.domain.Likeness;
import org.repatria.assets.domain.identifiers.Scheme;

/**
 * Under which keys an asset meets others. There is one for each identifier, and one for what it is and in which words
 * at each place where it is or was.
 *
 * <p>INVARIANT: the state whose file the asset is begins every key, so that assets of two states never meet. A key is a
 * digest of an identifier, and like the identifier it stays in the store of this service.
 */
final class AlikeKeys {

    /** NFKC with full case folding, and without characters that show nothing (Unicode, section 3.13). */
    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();

    /** Whatever is neither letter, mark nor digit parts words. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private static final Set<Scheme> FORMLESS = EnumSet.of(
            Scheme.ACCOUNT_NUMBER,
            Scheme.LAND_REGISTER,
            Scheme.REGISTER_NUMBER,
            Scheme.SERIAL_NUMBER,
            Scheme.SECURITIES_ACCOUNT,
            Scheme.PARCEL,
            Scheme.POLICY_NUMBER);

    /** Ends a part, and is in none of them. */
    private static final String PART_ENDS = "\u001f";

    /** Characters of a key's digest: 160 bits, which no two texts share by chance. */
    private static final int DIGEST_CHARS = 40;

    private AlikeKeys() {}

    /** In what an asset is like the others that it meets, by key. */
    static Map<String, Likeness> of(Registered asset) {
        var keys = new TreeMap<String, Likeness>();
        // A part says the same of itself as the rest and as the whole, and is neither.
        if (asset.partOf().isPresent()) {
            return keys;
        }
        for (var identifier : asset.identifiers()) {
            if (!identifier.scheme().namesOneThing()) {
                continue;
            }
            keys.put(
                    key(List.of(asset.state(), identifier.scheme().name(), compared(identifier))),
                    Likeness.of(identifier.scheme()));
        }
        var words = words(asset.description());
        if (words.isEmpty()) {
            return keys;
        }
        for (var stay : asset.places().inOrder()) {
            keys.put(
                    key(List.of(
                            asset.state(),
                            Likeness.DESCRIPTION.name(),
                            asset.kind().name(),
                            stay.location().country(),
                            stay.location().jurisdiction(),
                            String.join(" ", words))),
                    Likeness.DESCRIPTION);
        }
        return keys;
    }

    /** Numberings without a common form are compared by letters and digits. Registers part them as they like. */
    private static String compared(Identifier identifier) {
        return FORMLESS.contains(identifier.scheme())
                ? BETWEEN_WORDS.matcher(FOLDED.normalize(identifier.value())).replaceAll("")
                : identifier.value();
    }

    /** The words of a description, each once and sorted. Who describes a thing puts them as they come. */
    private static Set<String> words(String description) {
        var words = new TreeSet<>(List.of(BETWEEN_WORDS.split(FOLDED.normalize(description))));
        words.remove("");
        return words;
    }

    private static String key(List<String> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join(PART_ENDS, parts).getBytes(StandardCharsets.UTF_8));
            return "alike-" + HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
