package org.repatria.readmodel.text;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** How a word of any script is spelt in plain Latin letters; several ways where several are usual. */
final class Romanisation {

    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFKDInstance();
    private static final Transliterator ANY_LATIN = Transliterator.getInstance("Any-Latin");
    private static final Transliterator HAN_NAMES = Transliterator.getInstance("Han-Latin/Names");
    private static final Transliterator LATIN_ASCII = Transliterator.getInstance("Latin-ASCII");

    private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z0-9]");
    private static final Pattern VOWELS = Pattern.compile("[aeiouyw]");
    private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");

    /** Letters that passports write as two (ICAO 9303, part 3, section 6). */
    private static final Map<Character, String> TWO_LETTERS =
            Map.of('ä', "ae", 'ö', "oe", 'ü', "ue", 'ø', "oe", 'å', "aa");

    /** Readings remembered of each kind: every character in use, and the usual beginnings of names. */
    private static final int READINGS_MAX = 20_000;

    private static final Map<String, List<String>> SURNAMES = new ConcurrentHashMap<>();
    private static final Map<String, List<String>> CHARACTERS = new ConcurrentHashMap<>();

    private Romanisation() {}

    static List<List<String>> spellings(String word, boolean wholeName) {
        return switch (scriptOf(word)) {
            case UScript.LATIN, UScript.COMMON -> latin(word);
            case UScript.CYRILLIC -> cyrillic(word);
            case UScript.HAN -> chinese(word, wholeName);
            case UScript.ARABIC -> arabic(word);
            default -> List.of(List.of(plain(ANY_LATIN.transliterate(word))));
        };
    }

    static boolean isVowelless(String word) {
        int script = scriptOf(word);
        return script == UScript.ARABIC || script == UScript.HEBREW;
    }

    /** What two spellings share when one of them leaves out the vowels; doubled and closely related consonants count as one. */
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

    private static int scriptOf(String word) {
        return word.codePoints()
                .map(UScript::getScript)
                .filter(script -> script != UScript.COMMON && script != UScript.INHERITED)
                .findFirst()
                .orElse(UScript.COMMON);
    }

    private static List<List<String>> latin(String word) {
        if (isPlain(word)) {
            return List.of(List.of(word));
        }
        StringBuilder doubled = new StringBuilder();
        String composed = Normalizer2.getNFCInstance().normalize(word);
        for (int i = 0; i < composed.length(); i++) {
            doubled.append(TWO_LETTERS.getOrDefault(composed.charAt(i), composed.substring(i, i + 1)));
        }
        return List.of(List.of(plain(word)), List.of(plain(doubled.toString())));
    }

    /** Syllables, and the ways in which they are joined to a surname and a given name. */
    private static List<List<String>> chinese(String word, boolean wholeName) {
        List<String> syllables = syllables(word, wholeName);
        List<List<String>> spellings = new ArrayList<>();
        if (wholeName && syllables.size() > 1) {
            spellings.add(joined(syllables, 1));
        }
        if (wholeName && syllables.size() > 2) {
            spellings.add(joined(syllables, 2));
        }
        if (!wholeName) {
            spellings.add(List.of(String.join("", syllables)));
        }
        spellings.add(List.copyOf(syllables));
        spellings.add(List.of(String.join("", syllables)));
        return spellings;
    }

    /** A surname of one or two characters may be read differently than the same characters elsewhere (单: Shan, not dan). */
    private static List<String> syllables(String word, boolean wholeName) {
        List<String> syllables = new ArrayList<>();
        int surname = wholeName ? word.offsetByCodePoints(0, Math.min(2, word.codePointCount(0, word.length()))) : 0;
        if (surname > 0) {
            syllables.addAll(reading(SURNAMES, word.substring(0, surname), HAN_NAMES));
        }
        word.substring(surname)
                .codePoints()
                .mapToObj(Character::toString)
                .forEach(character -> syllables.addAll(reading(CHARACTERS, character, ANY_LATIN)));
        return syllables;
    }

    /** Transliterating Chinese takes a tenth of a millisecond, remembering does not. */
    private static List<String> reading(
            Map<String, List<String>> known, String written, Transliterator transliterator) {
        List<String> before = known.get(written);
        if (before != null) {
            return before;
        }
        List<String> syllables = new ArrayList<>();
        for (String syllable : transliterator.transliterate(written).split(" ", -1)) {
            syllables.add(plain(syllable));
        }
        if (known.size() < READINGS_MAX) {
            known.put(written, List.copyOf(syllables));
        }
        return syllables;
    }

    private static List<String> joined(List<String> syllables, int surname) {
        return List.of(
                String.join("", syllables.subList(0, surname)),
                String.join("", syllables.subList(surname, syllables.size())));
    }

    /** The article stands apart, as in Latin spellings; letters that Arabic and Persian keyboards write differently are one. */
    private static List<List<String>> arabic(String word) {
        String one = word.replace('ى', 'ي').replace('ی', 'ي').replace('ک', 'ك').replace('ة', 'ه');
        if (one.startsWith("ال") && one.length() > 3) {
            return List.of(List.of("al", plain(ANY_LATIN.transliterate(one.substring(2)))));
        }
        return List.of(List.of(plain(ANY_LATIN.transliterate(one))));
    }

    private static List<List<String>> cyrillic(String word) {
        return List.of(
                List.of(plainOf(Cyrillic.common(word))),
                List.of(plainOf(Cyrillic.boardOnGeographicNames(word))),
                List.of(plainOf(Cyrillic.passport(word))));
    }

    private static String plainOf(String any) {
        return isPlain(any) ? any : plain(ANY_LATIN.transliterate(any));
    }

    private static String plain(String latin) {
        if (isPlain(latin)) {
            return latin;
        }
        String bare = DECOMPOSED.normalize(latin);
        if (!bare.chars().allMatch(c -> c < 128)) {
            bare = LATIN_ASCII.transliterate(bare.codePoints()
                    .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
        return NOT_PLAIN.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    }
}
