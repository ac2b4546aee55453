package org.repatria.decider.text;

import java.util.function.IntPredicate;

/**
 * What a person can see of a text. A text of which nothing can be seen is blank, whatever characters it is made of.
 *
 * <p>Source for what is not seen: Unicode, general categories Z, Cc, Cf and Cs, the property
 * Default_Ignorable_Code_Point and the noncharacters; and what is a letter or symbol there but is printed as nothing.
 */
public final class VisibleText {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** Letters and symbols that are printed as nothing, besides those that Unicode lets a reader ignore. */
    private static final int[] PRINTED_AS_NOTHING = {0x2800, 0x13441, 0x13442, 0x16FE4, 0x1D159};

    /** Default_Ignorable_Code_Point as far as it is no format character: first and last of each stretch. */
    private static final int[][] IGNORABLE = {
        {0x034F, 0x034F},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x2065, 0x2065},
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFF8},
        {0xE0000, 0xE0FFF}
    };

    /**
     * Signs that end a consonant. A joiner after one changes how the letters around it are drawn, at a word's end too.
     */
    private static final int[] VIRAMAS = {
        0x094D, 0x09CD, 0x0A4D, 0x0ACD, 0x0B4D, 0x0BCD, 0x0C4D, 0x0CCD, 0x0D4D, 0x0DCA, 0x1039, 0x17D2
    };

    private VisibleText() {}

    /** Whether nothing of it can be seen. */
    public static boolean isBlank(String text) {
        return text.codePoints().noneMatch(VisibleText::isVisible);
    }

    /** Whether it has a letter that can be seen, as every name has. */
    public static boolean hasLetter(String text) {
        return text.codePoints().anyMatch(c -> Character.isLetter(c) && isVisible(c));
    }

    /** The text between its first and its last visible character; empty where nothing can be seen. */
    public static String trimmed(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && !isVisible(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && !isVisible(text.codePointBefore(to)) && !belongsToTheCharacterBefore(text, from, to)) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    /** The first characters of a text, and never half of one. */
    public static String cut(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(charsMax - 1)) ? charsMax - 1 : charsMax);
    }

    /** Whether every reader can show it, and as it is written. */
    public static boolean isReadable(String text) {
        return text.codePoints().allMatch(VisibleText::isReadable);
    }

    /** The text without what {@link #isReadable} forbids. */
    public static String readable(String text) {
        return filtered(text, VisibleText::isReadable);
    }

    /**
     * One line for a reader who must see all of it. Breaks become blanks, what turns or hides something is left out.
     */
    public static String inOneLine(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.isSpaceChar(c) ? ' ' : c)
                .filter(c -> isForEyes(c) && (c != ' ' || line.isEmpty() || line.charAt(line.length() - 1) != ' '))
                .forEach(line::appendCodePoint);
        return trimmed(line.toString());
    }

    /**
     * Whether a program that shows a text shows this too, and obeys nothing in it. Joiners stay, many scripts need
     * them.
     */
    public static boolean isForEyes(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
            case Character.FORMAT -> c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
            default -> true;
        };
    }

    /** Whether it is one line in which nothing but blanks between words is invisible. So are references printed. */
    public static boolean isPrinted(String text) {
        return text.codePoints().allMatch(c -> c == ' ' || isVisible(c));
    }

    private static String filtered(String text, IntPredicate kept) {
        var filtered = new StringBuilder();
        text.codePoints().filter(kept).forEach(filtered::appendCodePoint);
        return filtered.toString();
    }

    /**
     * Whether a character may stay in a text. Lone surrogates survive JSON escapes and break every later writer;
     * control characters break logs; overrides of the direction make a text read otherwise than it is written; tag
     * characters carry a second text that nobody sees.
     */
    private static boolean isReadable(int c) {
        return !isSurrogate(c)
                && !isNoncharacter(c)
                && (!Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t')
                && c != 0x202D
                && c != 0x202E
                && (c < 0xE0000 || c > 0xE007F);
    }

    private static boolean isVisible(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && !isSurrogate(c)
                && !isNoncharacter(c)
                && !isOneOf(PRINTED_AS_NOTHING, c)
                && !isIgnorable(c);
    }

    /**
     * Whether it is a selector of a variant of a character, or a joiner that its script needs. Malayalam and Persian
     * have such joiners.
     */
    private static boolean belongsToTheCharacterBefore(String text, int from, int to) {
        var last = text.codePointBefore(to);
        var at = to - Character.charCount(last);
        if (at <= from) {
            return false;
        }
        var before = text.codePointBefore(at);
        var selector = (last >= 0xFE00 && last <= 0xFE0F) || (last >= 0xE0100 && last <= 0xE01EF);
        var joins = Character.isLetter(before) && Character.UnicodeScript.of(before) == Character.UnicodeScript.ARABIC;
        return (selector && isVisible(before))
                || (last == ZERO_WIDTH_JOINER && (joins || isOneOf(VIRAMAS, before)))
                || (last == ZERO_WIDTH_NON_JOINER && isOneOf(VIRAMAS, before));
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static boolean isNoncharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }

    private static boolean isIgnorable(int c) {
        for (var stretch : IGNORABLE) {
            if (c >= stretch[0] && c <= stretch[1]) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneOf(int[] characters, int c) {
        for (var character : characters) {
            if (c == character) {
                return true;
            }
        }
        return false;
    }
}
