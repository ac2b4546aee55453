package org.repatria.readmodel.text;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How words of any script are spelt in plain Latin letters; several ways where several are usual. */
final class Romanisation {

    private static final Transliterator GREEK = Transliterator.getInstance("Greek-Latin/UNGEGN");
    private static final Transliterator GEORGIAN = Transliterator.getInstance("Georgian-Latin/BGN");
    private static final Transliterator ARMENIAN = Transliterator.getInstance("Armenian-Latin/BGN");

    private static final Pattern VOWELS = Pattern.compile("[aeiouyw]");
    private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");

    private Romanisation() {}

    /**
     * Spellings of words of one script, the most usual first.
     *
     * @param alone whether the one word is the whole name
     */
    static Stream<Spelling> spellings(int script, List<String> words, boolean alone) {
        return switch (script) {
            case UScript.LATIN, UScript.COMMON -> Latin.spellings(words);
            case UScript.CYRILLIC -> Cyrillic.spellings(words);
            case UScript.HAN -> Chinese.spellings(words, alone);
            case UScript.ARABIC ->
                Stream.of(new Spelling(words.stream().map(Romanisation::arabic).toList()));
            // Passports of Greece follow ELOT 743; what the United Nations use is the same.
            case UScript.GREEK -> byLibrariesAnd(GREEK, words);
            // The Latin letters of the two states themselves, in which passports are written, are near to those of
            // maps.
            case UScript.GEORGIAN -> byLibrariesAnd(GEORGIAN, words);
            case UScript.ARMENIAN -> byLibrariesAnd(ARMENIAN, words);
            default -> byLibraries(words);
        };
    }

    static boolean isVowelless(String word) {
        int script = scriptOf(word);
        return script == UScript.ARABIC || script == UScript.HEBREW;
    }

    /**
     * What two spellings share when one of them leaves out the vowels. Doubled and closely related consonants count as
     * one.
     */
    static String consonants(String plain) {
        String bare = VOWELS.matcher(plain.replace("dh", "d")
                        .replace("th", "t")
                        .replace("gh", "g")
                        .replace('q', 'k')
                        .replace('c', 'k'))
                .replaceAll("");
        String single = DOUBLED.matcher(bare).replaceAll("$1");
        return single.length() > 1 && single.endsWith("h") ? single.substring(0, single.length() - 1) : single;
    }

    /** The script of a word's first letter that has one. */
    static int scriptOf(String word) {
        return word.codePoints()
                .map(UScript::getScript)
                .filter(script -> script != UScript.COMMON && script != UScript.INHERITED)
                .findFirst()
                .orElse(UScript.COMMON);
    }

    private static Stream<Spelling> byLibraries(List<String> words) {
        return Stream.of(Spelling.ofWhole(words.stream().map(Plain::ofAny).toList()));
    }

    private static Stream<Spelling> byLibrariesAnd(Transliterator own, List<String> words) {
        return Stream.concat(
                byLibraries(words),
                Stream.of(Spelling.ofWhole(words.stream()
                        .map(word -> Plain.ofAny(own.transliterate(word)))
                        .toList())));
    }

    /**
     * The article stands apart, as in Latin spellings. Letters that Arabic and Persian keyboards write differently are
     * one.
     */
    private static List<String> arabic(String word) {
        String one = word.replace('ى', 'ي').replace('ی', 'ي').replace('ک', 'ك').replace('ة', 'ه');
        return one.startsWith("ال") && one.length() > 3
                ? List.of("al", Plain.ofAny(one.substring(2)))
                : List.of(Plain.ofAny(one));
    }
}
