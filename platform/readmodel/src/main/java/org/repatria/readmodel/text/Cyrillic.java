package org.repatria.readmodel.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names in Cyrillic letters as their own states, passports, maps and the world's press write them. Nobody knows the
 * language of a name, so every system reads the name whose alphabet has all its letters.
 */
final class Cyrillic {

    private static final String RUSSIAN_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    private static final String UKRAINIAN_LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя";
    private static final String BELARUSIAN_LETTERS = "абвгґдеёжзійклмнопрстуўфхцчшыьэюя";
    private static final String BULGARIAN_LETTERS = "абвгдежзийклмнопрстуфхцчшщъьюя";
    private static final String SERBIAN_LETTERS = "абвгдђежзијклљмнњопрстћуфхцчџш";
    private static final String MACEDONIAN_LETTERS = "абвгдѓежзѕијклљмнњопрстќуфхцчџш";
    private static final String AZERBAIJANI_LETTERS = "абвгғдеәжзиыјкҝлмноөпрстуүфхһчҹш";
    private static final String KAZAKH_LETTERS = RUSSIAN_LETTERS + "әғқңөұүһі";
    private static final String KYRGYZ_LETTERS = RUSSIAN_LETTERS + "ңөү";
    private static final String UZBEK_LETTERS = RUSSIAN_LETTERS + "ўқғҳ";
    private static final String TAJIK_LETTERS = RUSSIAN_LETTERS + "ғӣқӯҳҷ";
    private static final String TURKMEN_LETTERS = RUSSIAN_LETTERS + "җңөүә";
    private static final String MONGOLIAN_LETTERS = RUSSIAN_LETTERS + "өү";
    private static final String TATAR_LETTERS = RUSSIAN_LETTERS + "әөүҗңһҙҫғҡ";

    /** Letters that nearly all systems write alike; each system names only what it writes otherwise. */
    private static final String SHARED = """
            а a б b в v г g ґ g д d е e ё e ж zh з z и i і i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц \
            ts ч ch ш sh щ shch \
            ъ - ы y ь - э e ю yu я ya є ye ї yi ў u ђ dj ѓ gj ѕ dz ј j љ lj њ nj ћ c ќ kj џ dz ә a ғ gh қ q ң ng ө o \
            ұ u ү u һ h ҝ g ҹ j \
            ҳ h ҷ j ӣ i ӯ u җ j ҙ z ҫ s ҡ k""";

    /** In the order of use: the first that fits is what a name is sorted by. */
    private static final List<Custom> CUSTOMS = List.of(
            // Russian: the press in its ways, maps (BGN/PCGN 1947), passports (ICAO Doc 9303-3, section 6, table B,
            // since 2014; GOST R
            // 52535.1-2006, 2010 to 2014; in French until 1997), libraries (ISO 9).
            custom(RUSSIAN_LETTERS, "ий$ y ый$ y ия$ ia"),
            custom(RUSSIAN_LETTERS, "ий$ y ый$ y ия$ ia ^е ye >е ye ё yo"),
            custom(RUSSIAN_LETTERS, "ий$ y ый$ y ия$ ia кс x"),
            custom(RUSSIAN_LETTERS, "ий$ y ый$ y ия$ ia кс x й i"),
            custom(RUSSIAN_LETTERS, "^е ye >е ye ё ye"),
            custom(RUSSIAN_LETTERS, "й i ю iu я ia ъ ie"),
            custom(RUSSIAN_LETTERS, "й i ю iu я ia ц tc"),
            custom(RUSSIAN_LETTERS, "у ou ж j ч tch ш ch щ chtch ю iou я ia й i ий$ i ин$ ine"),
            custom(RUSSIAN_LETTERS, "ж z х h ц c ч c ш s щ sc й j ю ju я ja"),
            // Ukrainian: passports and maps (resolution 55 of the Cabinet, 27 January 2010), ICAO without its rule for
            // first letters, the press,
            // maps before (BGN/PCGN 1965).
            custom(UKRAINIAN_LETTERS, "г h и y й i ^й y є ie ^є ye ї i ^ї yi ю iu ^ю yu я ia ^я ya зг zgh"),
            custom(UKRAINIAN_LETTERS, "г h и y й i є ie ї i ю iu я ia"),
            custom(UKRAINIAN_LETTERS, "г h и y ий$ y ія$ ia ьо yo"),
            custom(UKRAINIAN_LETTERS, "г h и y"),
            // Belarusian: ICAO, passports, the press, maps (instruction of 2007).
            custom(BELARUSIAN_LETTERS, "г h ё io й i ю iu я ia"),
            custom(BELARUSIAN_LETTERS, "г h ^е ye >е ye ё io ^ё yo >ё yo й i ю iu ^ю yu >ю yu я ia ^я ya >я ya"),
            custom(BELARUSIAN_LETTERS, "г h ^е ye >е ye ё yo"),
            custom(
                    BELARUSIAN_LETTERS,
                    "г h ж z х ch ц c ч c ш s й j е ie ^е je >е je ё io ^ё jo >ё jo ю iu ^ю ju >ю ju я ia ^я ja >я ja"),
            // Bulgarian: the Transliteration Act of 2009, ICAO.
            custom(BULGARIAN_LETTERS, "х h щ sht ъ a ь y ия$ ia"),
            custom(BULGARIAN_LETTERS, "щ sht ъ ie й i ю iu я ia"),
            // Serbian: the Latin letters of the language, Đ as two or one, ICAO.
            custom(SERBIAN_LETTERS, "ж z х h ц c ч c ш s"),
            custom(SERBIAN_LETTERS, "ж z х h ц c ч c ш s ђ d"),
            custom(SERBIAN_LETTERS, "г h ж z х h ц c ч c ш s ђ d"),
            // Macedonian: ICAO, and with the accents left out.
            custom(MACEDONIAN_LETTERS, "х h ц c џ dj"),
            custom(MACEDONIAN_LETTERS, "х h ц c џ dz ж z ч c ш s ѓ g ќ k"),
            // Azerbaijani in the letters of before 1991: the Latin letters of today, with A or E for the schwa, and as
            // the press abroad.
            custom(AZERBAIJANI_LETTERS, "г q ғ g ж j ы i ј y х x ч c ҹ c ш s"),
            custom(AZERBAIJANI_LETTERS, "г q ғ g ә e ж j ы i ј y х x ч c ҹ c ш s"),
            custom(AZERBAIJANI_LETTERS, "ј y"),
            // Kazakh: passports, ICAO for the letters that it has, maps (BGN/PCGN 1979), the press, the Latin letters
            // of 2021.
            custom(KAZAKH_LETTERS, "ғ g қ k ң n"),
            custom(KAZAKH_LETTERS, "ғ g қ k ң n й i ю iu я ia ъ ie"),
            custom(KAZAKH_LETTERS, "^е ye >е ye ё yo"),
            custom(KAZAKH_LETTERS, "ғ g қ k ң n ж j ^е ye >е ye ё yo ий$ y"),
            custom(KAZAKH_LETTERS, "ғ g ң n ж j й i х h ш s ы y і i ю iu я ia"),
            // Kyrgyz: Ж is J.
            custom(KYRGYZ_LETTERS, "ж j ё yo"),
            custom(KYRGYZ_LETTERS, "ж j ң n ё yo й i"),
            // Uzbek: the Latin letters of 1995, and as abroad.
            custom(UZBEK_LETTERS, "ў o ғ g х x ж j ^е ye >е ye ё yo"),
            custom(UZBEK_LETTERS, "ў u ғ g қ k ж j ^е ye >е ye ё yo"),
            // Tajik: maps, and with the accents left out.
            custom(TAJIK_LETTERS, "^е ye >е ye ё yo"),
            custom(TAJIK_LETTERS, "ғ g қ k ё yo"),
            // Turkmen: the Latin letters of 1993, and as abroad.
            custom(TURKMEN_LETTERS, "в w ж j җ j ң n х h ч c ш s ^е ye >е ye ё yo"),
            custom(TURKMEN_LETTERS, "ж zh ң n ^е ye >е ye ё yo"),
            // Mongolian: MNS 5217:2012, and with the accents left out.
            custom(MONGOLIAN_LETTERS, "ө u ж j й i ^е ye >е ye ё yo"),
            custom(MONGOLIAN_LETTERS, "ж j х h ^е ye >е ye ё yo"),
            // Tatar and Bashkir.
            custom(TATAR_LETTERS, "ң n ғ g"));

    private static final String VOWELS_AND_SIGNS = "аеёиоуыэюяіїєәөұүӣӯъьў";

    private Cyrillic() {}

    /**
     * Spellings of the Cyrillic words of a name, the most usual first. Where no alphabet has all its letters, by the
     * letters that are known.
     */
    static Stream<Spelling> spellings(List<String> words) {
        List<Custom> fitting =
                CUSTOMS.stream().filter(custom -> custom.knowsAll(words)).toList();
        return (fitting.isEmpty() ? Stream.of(CUSTOMS.getFirst()) : fitting.stream())
                .map(custom -> words.stream().map(custom::spelt).toList())
                .distinct()
                .map(spelt -> Spelling.ofWhole(spelt.stream().map(Plain::ofAny).toList()));
    }

    /**
     * A custom, written as pairs. {@code ^е} is at the beginning of a word, {@code >е} after a vowel or a sign, {@code
     * ий$} as its end, {@code -} for nothing.
     */
    private static Custom custom(String letters, String own) {
        Custom custom = new Custom();
        String[] values = (SHARED + " " + own).split(" ", -1);
        for (int i = 0; i < values.length; i += 2) {
            custom.put(values[i], values[i + 1].equals("-") ? "" : values[i + 1], letters);
        }
        return custom;
    }

    /** One way of writing the letters of an alphabet. */
    private static final class Custom {

        /**
         * The block of the alphabets above. Values lie by place, so that forty ways of writing a name take
         * microseconds.
         */
        private static final char FIRST = '\u0400';

        private static final int LETTERS = 0x100;

        private final @Nullable String[] plain = new @Nullable String[LETTERS];
        private final @Nullable String[] initial = new @Nullable String[LETTERS];
        private final @Nullable String[] afterVowel = new @Nullable String[LETTERS];
        private final Map<String, String> pairs = new HashMap<>();
        private final Map<String, String> endings = new HashMap<>();

        void put(String key, String latin, String letters) {
            if (key.startsWith("^")) {
                initial[key.charAt(1) - FIRST] = latin;
            } else if (key.startsWith(">")) {
                afterVowel[key.charAt(1) - FIRST] = latin;
            } else if (key.endsWith("$")) {
                endings.put(key.substring(0, key.length() - 1), latin);
            } else if (key.length() > 1) {
                pairs.put(key, latin);
            } else if (letters.contains(key)) {
                plain[key.charAt(0) - FIRST] = latin;
            }
        }

        boolean knowsAll(List<String> words) {
            for (String word : words) {
                for (int i = 0; i < word.length(); i++) {
                    if (in(plain, word.charAt(i)) == null) {
                        return false;
                    }
                }
            }
            return true;
        }

        String spelt(String word) {
            StringBuilder latin = new StringBuilder(word.length() * 2);
            String ending = ending(word);
            int end = word.length() - ending.length();
            int at = 0;
            while (at < end) {
                at += append(latin, word, at);
            }
            latin.append(endings.getOrDefault(ending, ""));
            return latin.isEmpty() ? word : latin.toString();
        }

        /** Endings have two letters, and are none where they are the whole word. */
        private String ending(String word) {
            String last = word.length() > 2 ? word.substring(word.length() - 2) : "";
            return endings.containsKey(last) ? last : "";
        }

        /** Appends what stands at a place and answers how many letters that were. */
        private int append(StringBuilder latin, String word, int at) {
            if (!pairs.isEmpty() && at + 1 < word.length()) {
                String pair = pairs.get(word.substring(at, at + 2));
                if (pair != null) {
                    latin.append(pair);
                    return 2;
                }
            }
            char letter = word.charAt(at);
            String value = at == 0 ? in(initial, letter) : null;
            if (at > 0 && VOWELS_AND_SIGNS.indexOf(word.charAt(at - 1)) >= 0) {
                value = in(afterVowel, letter);
            }
            if (value == null) {
                value = in(plain, letter);
            }
            latin.append(value == null ? String.valueOf(letter) : value);
            return 1;
        }

        private static @Nullable String in(@Nullable String[] values, char letter) {
            int place = letter - FIRST;
            return place >= 0 && place < LETTERS ? values[place] : null;
        }
    }
}
