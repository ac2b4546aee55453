package org.repatria.readmodel.text;

import java.util.Map;

/** Three usual spellings of Cyrillic letters: as the press writes names, as maps do (BGN/PCGN), as passports do (ICAO 9303). */
final class Cyrillic {

    /** Letters that all three write alike; those of other alphabets than the Russian and Ukrainian are left to the general transliteration. */
    private static final Map<Character, String> SHARED = Map.ofEntries(
            Map.entry('а', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "g"),
            Map.entry('ґ', "g"),
            Map.entry('д', "d"),
            Map.entry('ж', "zh"),
            Map.entry('з', "z"),
            Map.entry('и', "i"),
            Map.entry('і', "i"),
            Map.entry('к', "k"),
            Map.entry('л', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('о', "o"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('у', "u"),
            Map.entry('ф', "f"),
            Map.entry('х', "kh"),
            Map.entry('ц', "ts"),
            Map.entry('ч', "ch"),
            Map.entry('ш', "sh"),
            Map.entry('щ', "shch"),
            Map.entry('ы', "y"),
            Map.entry('э', "e"),
            Map.entry('є', "ie"),
            Map.entry('ь', ""));

    private static final Map<Character, String> COMMON =
            Map.of('е', "e", 'ё', "e", 'й', "y", 'ю', "yu", 'я', "ya", 'ъ', "", 'ї', "yi");
    private static final Map<Character, String> MAPS =
            Map.of('е', "e", 'ё', "ye", 'й', "y", 'ю', "yu", 'я', "ya", 'ъ', "", 'ї', "yi");
    private static final Map<Character, String> PASSPORTS =
            Map.of('е', "e", 'ё', "e", 'й', "i", 'ю', "iu", 'я', "ia", 'ъ', "ie", 'ї', "i");

    private Cyrillic() {}

    static String common(String word) {
        return spelt(word.replaceAll("(ий|ый)$", "ы").replaceAll("ия$", "иа"), COMMON);
    }

    static String boardOnGeographicNames(String word) {
        return spelt(word.replaceAll("(^|(?<=[аеёиоуыэюяйъь]))е", "ё"), MAPS);
    }

    static String passport(String word) {
        return spelt(word, PASSPORTS);
    }

    private static String spelt(String word, Map<Character, String> own) {
        StringBuilder latin = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            latin.append(own.getOrDefault(c, SHARED.getOrDefault(c, String.valueOf(c))));
        }
        return latin.toString();
    }
}
