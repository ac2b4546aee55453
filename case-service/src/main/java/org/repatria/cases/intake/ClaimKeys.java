package org.repatria.cases.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.repatria.cases.domain.BirthDate;
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

    /** One key with what it proves. */
    record Certain(String key, DuplicateGround ground) {}

    /**
     * The keys of a subject in a relation; the same person sought by another state is another case.
     *
     * @param folding the forms in which spellings and scripts of one name meet
     */
    static ClaimKeys of(Relation relation, Subject subject, Function<String, Set<String>> folding) {
        var between = relation.requesting() + "|" + relation.requested();
        var documents = new LinkedHashSet<String>();
        for (var document : subject.documents()) {
            var number = document.number().toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
            if (!number.isEmpty()) {
                documents.add(digest("doc|" + between + "|" + document.country() + "|" + number));
            }
        }
        var full = subject.birthDate().filter(BirthDate::isFull);
        var namesAndDates = new LinkedHashSet<String>();
        var names = new LinkedHashSet<String>();
        for (var name : subject.names().all()) {
            for (var folded : folding.apply(name)) {
                names.add(digest("name|" + between + "|" + folded));
                full.ifPresent(born -> namesAndDates.add(digest("born|" + between + "|" + folded + "|" + born)));
            }
        }
        var certain = new ArrayList<Certain>();
        // RACE: everybody claims in this order and stops at the first loss, so that no two rows can each lose to the
        // other.
        documents.stream().sorted().forEach(key -> certain.add(new Certain(key, DuplicateGround.DOCUMENT_NUMBER)));
        namesAndDates.stream()
                .sorted()
                .forEach(key -> certain.add(new Certain(key, DuplicateGround.NAME_AND_BIRTH_DATE)));
        return new ClaimKeys(certain, List.copyOf(names));
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
