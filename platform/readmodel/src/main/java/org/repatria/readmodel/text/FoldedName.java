package org.repatria.readmodel.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A name without script, accents, case and word order. Two names are the same after folding where their keys meet.
 *
 * <p>What it bridges: accents and special letters (Łukasz, Lukasz; Müller, Mueller, Muller; Əliyev, Aliyev), width and
 * case, hyphens and whatever stands for an apostrophe, the order of words, Cyrillic as the state of each language,
 * passports (ICAO Doc 9303), maps and the press write it (Дмитрий: Dmitriy, Dmitry, Dmitrii; Володимир Зеленський:
 * Volodymyr Zelenskyi, Zelensky), Chinese characters and pinyin with the readings of surnames, however the umlaut is
 * written and the given name is joined (吕布: Lu Bu, Lv Bu, Lyu Bu, Lü Bu). A system spells all words of a name:
 * spellings of two systems are never mixed in a key. A letter that no system knows stays as it is and is different from
 * all others.
 *
 * <p>What it cannot do: tell homophones apart (王伟 and 王维 are both Wang Wei: equal keys are a suspicion, never a proof);
 * read Chinese characters in Cantonese, Japanese or Korean; spell Hangul as its bearer does (김 is gim, not Kim); supply
 * the vowels that Arabic and Hebrew do not write (محمد is mhmd: a search finds Muhammad by its consonants, keys do not
 * meet); undo nicknames, translations or older romanisations (Peking, Chiang).
 */
public final class FoldedName {

    /** Characters of a name that are read: longer ones are not names. */
    private static final int CHARS_MAX = 500;

    /** Words of a name that are read. */
    private static final int WORDS_MAX = 40;

    /**
     * LIMIT: spellings of one name; a surname with four readings and an umlaut has fewer. The most usual ones are kept.
     */
    static final int SPELLINGS_MAX = 64;

    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCCasefoldInstance();

    private final List<Word> words;
    private final List<Spelling> spellings;

    private FoldedName(List<Word> words, List<Spelling> spellings) {
        this.words = words;
        this.spellings = spellings;
    }

    /** Folds a name as written. */
    public static FoldedName of(String name) {
        String read = name.length() > CHARS_MAX ? name.substring(0, CHARS_MAX) : name;
        // INVARIANT: apostrophes join before any normal form takes them apart.
        List<String> written = split(COMPATIBLE.normalize(Apostrophes.without(read))).stream()
                .limit(WORDS_MAX)
                .toList();
        List<Spelling> spellings = spellings(written);
        return new FoldedName(
                IntStream.range(0, written.size())
                        .mapToObj(i -> Word.of(
                                written.get(i),
                                spellings.stream()
                                        .map(spelling -> spelling.words().get(i))
                                        .distinct()
                                        .toList()))
                        .toList(),
                spellings);
    }

    /** The words of the name in the order written, each with its spellings. */
    public List<Word> words() {
        return words;
    }

    /**
     * The folded forms of this name, the most usual first; empty where it has no letter or digit. Keep them as a
     * keyword to find its equals.
     */
    public Set<String> keys() {
        return words.isEmpty()
                ? Set.of()
                : spellings.stream()
                        .map(spelling -> spelling.words().stream()
                                .flatMap(List::stream)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                        .collect(Collectors.collectingAndThen(
                                Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    /** Whether the two names are the same after folding; two names without any letter are not. */
    public boolean sameAs(FoldedName other) {
        return !Collections.disjoint(keys(), other.keys());
    }

    /** The first spelling in the order written: to sort by. */
    public String sortable() {
        return spellings.stream()
                .limit(1)
                .flatMap(spelling -> spelling.words().stream())
                .flatMap(List::stream)
                .collect(Collectors.joining(" "));
    }

    /**
     * Whole-name spellings: the words of each script by each of its systems. Where a name mixes scripts, each with
     * each.
     */
    private static List<Spelling> spellings(List<String> words) {
        Map<Integer, List<Integer>> placesByScript = new LinkedHashMap<>();
        for (int place = 0; place < words.size(); place++) {
            placesByScript
                    .computeIfAbsent(Romanisation.scriptOf(words.get(place)), _ -> new ArrayList<>())
                    .add(place);
        }
        List<Spelling> spellings = List.of(new Spelling(List.of()));
        List<Integer> places = new ArrayList<>();
        for (Map.Entry<Integer, List<Integer>> script : placesByScript.entrySet()) {
            places.addAll(script.getValue());
            List<String> ofScript = script.getValue().stream().map(words::get).toList();
            List<Spelling> further = Romanisation.spellings(script.getKey(), ofScript, words.size() == 1)
                    .distinct()
                    .limit(SPELLINGS_MAX)
                    .toList();
            spellings = spellings.stream()
                    .flatMap(spelling -> further.stream().map(spelling::followedBy))
                    .limit(SPELLINGS_MAX)
                    .toList();
        }
        return spellings.stream().map(spelling -> inOrder(spelling, places)).toList();
    }

    private static Spelling inOrder(Spelling byScript, List<Integer> places) {
        return new Spelling(IntStream.range(0, places.size())
                .mapToObj(place -> byScript.words().get(places.indexOf(place)))
                .toList());
    }

    /**
     * Words are runs of letters, marks and digits. Joiners join, everything else separates, and so does the border of a
     * Chinese run.
     */
    private static List<String> split(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean han = false;
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            int c = name.codePointAt(i);
            if (joins(c)) {
                continue;
            }
            boolean part = Character.isLetterOrDigit(c) || Plain.isMark(c);
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
        return words.stream().filter(FoldedName::hasLetter).toList();
    }

    private static boolean hasLetter(String word) {
        return word.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Apostrophes that a normal form made, the Arabic tatweel, and what only guides the layout. */
    private static boolean joins(int c) {
        return c == '\u0640' || Apostrophes.contain(c) || UCharacter.getType(c) == Character.FORMAT;
    }

    /**
     * One word of a name.
     *
     * @param written in its own script, case folded
     * @param spellings in Latin letters without marks, the most usual first; each is one or several parts, as where a
     *     Chinese name is spelt by syllable
     * @param consonants of a word: what remains when vowels are left out
     * @param vowelless whether its script leaves out the vowels
     */
    public record Word(String written, List<List<String>> spellings, String consonants, boolean vowelless) {

        static Word of(String written, List<List<String>> spellings) {
            return new Word(
                    written,
                    spellings,
                    Romanisation.consonants(spellings.getFirst().getLast()),
                    Romanisation.isVowelless(written));
        }
    }
}
