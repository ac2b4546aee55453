package org.repatria.readmodel.text;

import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How names in Latin letters are written where there is only the alphabet from a to z. One custom holds for the whole
 * name.
 */
final class Latin {

    private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();
    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();

    /** The schwa of Azerbaijani is an a abroad (Əliyev, Aliyev). Machine-readable documents write an e as well. */
    private static final Map<Character, String> BARE = Map.of('ə', "a");

    /** Letters that passports write as two (ICAO Doc 9303-3, section 6, table A). */
    private static final Map<Character, String> PASSPORTS =
            Map.of('ä', "ae", 'ö', "oe", 'ü', "ue", 'ø', "oe", 'å', "aa", 'ə', "e");

    /** Azerbaijani as the foreign press writes it: Qarabağ, Garabagh; Xəlilov, Khalilov; Ceyhun, Jeyhun. */
    private static final Map<Character, String> AZERBAIJANI_ABROAD =
            Map.of('ə', "a", 'q', "g", 'x', "kh", 'c', "j", 'ç', "ch", 'ş', "sh", 'ğ', "gh", 'j', "zh");

    /** Serbian and Croatian passports write Đ as two letters: Đorđević, Djordjevic. */
    private static final Map<Character, String> DJ = Map.of('đ', "dj");

    /** Syllables; V stands for the U with diaeresis, which follows nothing but L and N. */
    private static final Pattern PINYIN =
            Pattern.compile("([ln]ve?|(zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?(iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan"
                    + "|an|ai|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiou]))+");

    private static final Pattern PINYIN_UMLAUT = Pattern.compile(".*[ln]v.*");
    private static final Pattern TYPED_V = Pattern.compile("[ln]v.*|.*[ln]v");
    private static final Pattern TYPED_YU = Pattern.compile("([ln])yu(.*)");

    private Latin() {}

    static Stream<Spelling> spellings(List<String> words) {
        if (words.stream().noneMatch(Latin::isSpecial)) {
            return Stream.of(Spelling.ofWhole(words));
        }
        Stream<Spelling> usual = Stream.of(spelt(words, BARE), spelt(words, PASSPORTS));
        return Stream.of(
                        usual,
                        where(words, 'ə', AZERBAIJANI_ABROAD),
                        where(words, 'đ', DJ),
                        Stream.of("u", "v", "yu").map(umlaut -> chinese(words, umlaut)))
                .flatMap(spellings -> spellings);
    }

    private static boolean isSpecial(String word) {
        return !Plain.is(word)
                || TYPED_V.matcher(word).matches()
                || TYPED_YU.matcher(word).matches();
    }

    private static Stream<Spelling> where(List<String> words, char letter, Map<Character, String> custom) {
        return words.stream().anyMatch(word -> word.indexOf(letter) >= 0)
                ? Stream.of(spelt(words, custom))
                : Stream.empty();
    }

    private static Spelling spelt(List<String> words, Map<Character, String> custom) {
        return whole(words, word -> replaced(word, custom));
    }

    private static Spelling whole(List<String> words, UnaryOperator<String> custom) {
        return Spelling.ofWhole(
                words.stream().map(word -> Plain.of(custom.apply(word))).toList());
    }

    private static String replaced(String word, Map<Character, String> custom) {
        String composed = COMPOSED.normalize(word);
        StringBuilder latin = new StringBuilder();
        for (int i = 0; i < composed.length(); i++) {
            latin.append(custom.getOrDefault(composed.charAt(i), composed.substring(i, i + 1)));
        }
        return latin.toString();
    }

    /** Pinyin writes U with diaeresis after L and N. Passports write YU (2012), keyboards V, and many just U. */
    private static Spelling chinese(List<String> words, String umlaut) {
        return whole(words, word -> {
            String typed = typed(word);
            boolean pinyin = PINYIN.matcher(typed).matches()
                    && PINYIN_UMLAUT.matcher(typed).matches();
            return pinyin ? typed.replaceAll("([ln])v", "$1" + umlaut) : replaced(word, BARE);
        });
    }

    /**
     * The word with V for the U with diaeresis, as it is typed. V and YU inside a word that is not Chinese stay what
     * they are.
     */
    private static String typed(String word) {
        String decomposed = DECOMPOSED.normalize(word);
        if (decomposed.contains("u\u0308")) {
            return Plain.of(decomposed.replace("u\u0308", "v"));
        }
        return TYPED_YU.matcher(Plain.of(word)).replaceFirst("$1v$2");
    }
}
