package org.repatria.cases.flows.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Subject;
import org.repatria.cases.domain.lists.DuplicateGround;

/**
 * What a subject claims, as digests: no name and no number stands in the claims themselves.
 *
 * @param certain keys of which one held by another case makes a duplicate, in the one order in which everybody claims
 * @param doubtful keys of which one held by another case is worth a second look
 */
record ClaimKeys(List<Certain> certain, List<String> doubtful) {

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\p{IsWhite_Space}\\p{Z}]+");

    /** Zeros, one character again and again, and words such as UNKNOWN stand where there is no number. */
    private static final Pattern PLACEHOLDER = Pattern.compile("(.)\\1*|[^1-9]*");

    /** One key with what it proves. */
    record Certain(String key, DuplicateGround ground) {}

    /**
     * The keys of a subject in a relation; the same person sought by another state is another case.
     *
     * <p>INVARIANT: what is certain ends without a case and without a person's eye. That takes the same document of the
     * same state, or the name as written with the full birth date; whatever is only alike, such as two spellings of a
     * name, is doubtful.
     *
     * @param folding the forms in which spellings and scripts of one name meet
     */
    static ClaimKeys of(Relation relation, Subject subject, Function<String, Set<String>> folding) {
        var between = relation.requesting() + "|" + relation.requested();
        var documents = new TreeSet<String>();
        var doubtful = new LinkedHashSet<String>();
        for (var document : subject.documents()) {
            var number = asPrinted(document.number());
            if (!PLACEHOLDER.matcher(number).matches()) {
                var kind = asWritten(document.kind());
                documents.add(digest("document|" + between + "|" + document.country() + "|" + kind + "|" + number));
                doubtful.add(digest("doc|" + between + "|" + document.country() + "|" + number));
            }
        }
        var certain = new ArrayList<Certain>();
        // RACE: everybody claims in this order and stops at the first loss, so that no two rows can each lose to the
        // other.
        documents.forEach(key -> certain.add(new Certain(key, DuplicateGround.DOCUMENT_NUMBER)));
        var name = asWritten(subject.names().primary());
        subject.birthDate()
                .filter(born -> born.isFull() && !name.isEmpty())
                .map(born -> digest("written|" + between + "|" + name + "|" + born))
                .ifPresent(key -> certain.add(new Certain(key, DuplicateGround.NAME_AND_BIRTH_DATE)));
        subject.names().all().stream()
                .flatMap(each -> folding.apply(each).stream())
                .limit(Limits.FOLDED_NAMES_MAX)
                .forEach(folded -> doubtful.add(digest("name|" + between + "|" + folded)));
        return new ClaimKeys(certain, List.copyOf(doubtful));
    }

    /** The text itself: only how it is composed, its case and its white space make no difference. */
    private static String asWritten(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(
                WHITE_SPACE.matcher(composed).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }

    /** Letters and digits of a number; a digit is the same in whatever script. */
    private static String asPrinted(String number) {
        var printed = new StringBuilder();
        number.toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(printed::appendCodePoint);
        return printed.toString();
    }

    private static String digest(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
