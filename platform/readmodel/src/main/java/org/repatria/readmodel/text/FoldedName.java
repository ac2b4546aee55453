package org.repatria.readmodel.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A name without script, accents, case and word order. Two names are the same after folding where their keys meet.
 *
 * <p>What it bridges: accents and special letters (Łukasz, Lukasz; Müller, Mueller, Muller), width and case, hyphens and apostrophes, the order of
 * words, Cyrillic in three usual spellings (Дмитрий: Dmitriy, Dmitry, Dmitrii), Chinese characters and pinyin however the given name is
 * joined (王小明: Wang Xiaoming, Xiaoming Wang, Wang Xiao Ming).
 *
 * <p>What it cannot do: tell homophones apart (王伟 and 王维 are both Wang Wei: equal keys are a suspicion, never a proof); read Chinese characters in
 * Cantonese, Japanese or Korean; spell Hangul as its bearer does (김 is gim, not Kim); supply the vowels that Arabic and Hebrew do not write (محمد
 * is mhmd: a search finds Muhammad by its consonants, keys do not meet); undo nicknames, translations or older romanisations (Peking, Chiang).
 */
public final class FoldedName {

    /** Characters of a name that are read: longer ones are not names. */
    private static final int CHARS_MAX = 500;

    /** Words of a name that are read. */
    private static final int WORDS_MAX = 40;

    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCCasefoldInstance();

    private final List<Word> words;

    private FoldedName(List<Word> words) {
        this.words = words;
    }

    /** Folds a name as written. */
    public static FoldedName of(String name) {
        String read = name.length() > CHARS_MAX ? name.substring(0, CHARS_MAX) : name;
        List<String> written = split(COMPATIBLE.normalize(read));
        boolean single = written.size() == 1;
        return new FoldedName(written.stream()
                .limit(WORDS_MAX)
                .map(word -> Word.of(word, single))
                .filter(word -> !word.spellings().isEmpty())
                .toList());
    }

    /** The words of the name in the order written, each with its spellings. */
    public List<Word> words() {
        return words;
    }

    /** The folded forms of this name, at most a handful; empty where it has no letter or digit. Keep them as a keyword to find its equals. */
    public Set<String> keys() {
        int systems =
                words.stream().mapToInt(word -> word.spellings().size()).max().orElse(0);
        Set<String> keys = new TreeSet<>();
        for (int system = 0; system < systems; system++) {
            int wanted = system;
            keys.add(words.stream()
                    .flatMap(word -> word.spelling(wanted).stream())
                    .sorted()
                    .collect(Collectors.joining(" ")));
        }
        return keys;
    }

    /** Whether the two names are the same after folding; two names without any letter are not. */
    public boolean sameAs(FoldedName other) {
        return !Collections.disjoint(keys(), other.keys());
    }

    /** The first spelling in the order written: to sort by. */
    public String sortable() {
        return words.stream().flatMap(word -> word.spelling(0).stream()).collect(Collectors.joining(" "));
    }

    /** Words are runs of letters, marks and digits; apostrophes join, everything else separates, and so does the border of a Chinese run. */
    private static List<String> split(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean han = false;
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            int c = name.codePointAt(i);
            if (joins(c)) {
                continue;
            }
            boolean part = Character.isLetterOrDigit(c) || isMark(c);
            boolean nowHan = UScript.getScript(c) == UScript.HAN;
            if (!word.isEmpty() && (!part || nowHan != han)) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (part) {
                word.appendCodePoint(c);
                han = nowHan;
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean joins(int c) {
        return switch (c) {
            case '\'',
                    '`',
                    '\u2018',
                    '\u2019',
                    '\u201B',
                    '\u02B9',
                    '\u02BA',
                    '\u02BB',
                    '\u02BC',
                    '\u02BE',
                    '\u02BF',
                    '\u0640' -> true;
            default -> UCharacter.getType(c) == Character.FORMAT;
        };
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /**
     * One word of a name.
     *
     * @param written in its own script, case folded
     * @param spellings in Latin letters without marks, the most usual first; each is one or several parts, as where a Chinese name is spelt by
     *     syllable
     * @param consonants of a word: what remains when vowels are left out
     * @param vowelless whether its script leaves out the vowels
     */
    public record Word(String written, List<List<String>> spellings, String consonants, boolean vowelless) {

        static Word of(String written, boolean wholeName) {
            List<List<String>> spellings = Romanisation.spellings(written, wholeName).stream()
                    .map(spelling ->
                            spelling.stream().filter(part -> !part.isEmpty()).toList())
                    .filter(spelling -> !spelling.isEmpty())
                    .collect(Collectors.collectingAndThen(Collectors.toCollection(LinkedHashSet::new), List::copyOf));
            String consonants = spellings.isEmpty()
                    ? ""
                    : Romanisation.consonants(spellings.getFirst().getLast());
            return new Word(written, spellings, consonants, Romanisation.isVowelless(written));
        }

        /** The spelling of that system; where there are fewer systems, the last one. */
        List<String> spelling(int system) {
            return spellings.get(Math.min(system, spellings.size() - 1));
        }
    }
}
