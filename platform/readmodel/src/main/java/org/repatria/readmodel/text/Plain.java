package org.repatria.readmodel.text;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/**
 * Letters from a to z and digits, as far as a text can be brought to them. What cannot stays as it is, and so stays
 * different.
 */
final class Plain {

    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFKDInstance();
    private static final Transliterator ANY_LATIN = Transliterator.getInstance("Any-Latin");
    private static final Transliterator LATIN_ASCII = Transliterator.getInstance("Latin-ASCII");

    private Plain() {}

    /** A text of any script by the general transliteration. */
    static String ofAny(String text) {
        if (is(text)) {
            return text;
        }
        String plain = of(ANY_LATIN.transliterate(text));
        return plain.isEmpty() ? text : plain;
    }

    /**
     * A text in Latin letters without its accents. INVARIANT: no letter is dropped; a name minus a letter is another
     * name.
     */
    static String of(String latin) {
        if (is(latin)) {
            return latin;
        }
        String bare = withoutAccents(DECOMPOSED.normalize(latin));
        if (!bare.chars().allMatch(c -> c < 128)) {
            bare = LATIN_ASCII.transliterate(bare);
        }
        StringBuilder plain = new StringBuilder(bare.length());
        bare.toLowerCase(Locale.ROOT).codePoints().filter(Plain::counts).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Whether there is nothing to bring: letters from a to z and digits only. */
    static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /**
     * The text without accents of Latin letters. A vowel sign of a script that could not be transliterated is as good
     * as a letter.
     */
    private static String withoutAccents(String decomposed) {
        StringBuilder bare = new StringBuilder(decomposed.length());
        int script = UScript.LATIN;
        for (int i = 0; i < decomposed.length(); i += Character.charCount(decomposed.codePointAt(i))) {
            int c = decomposed.codePointAt(i);
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
            if (!mark) {
                script = UScript.getScript(c);
            }
            if (!mark || (script != UScript.LATIN && script != UScript.COMMON)) {
                bare.appendCodePoint(c);
            }
        }
        return bare.toString();
    }

    private static boolean counts(int c) {
        return (Character.isLetterOrDigit(c) || isMark(c)) && !Apostrophes.contain(c);
    }

    static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
