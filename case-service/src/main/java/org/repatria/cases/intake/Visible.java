package org.repatria.cases.intake;

/** What of a cell a person can see: blanks, joiners and marks of direction around a value are no part of it. */
final class Visible {

    /** Letters by their category that are printed as nothing: the Hangul fillers and the blank of Braille. */
    private static final String FILLERS = "\u115F\u1160\u3164\uFFA0\u2800";

    private Visible() {}

    /** The text between its first and its last visible character; empty where nothing can be seen. */
    static String trimmed(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && !isVisible(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && !isVisible(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    /** The first characters of a text, and never half of one. */
    static String cut(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(charsMax - 1)) ? charsMax - 1 : charsMax);
    }

    /** Lone surrogates survive JSON escapes and break every later writer; control characters break logs. */
    static boolean isPrintable(String text) {
        return text.codePoints().allMatch(Visible::isPrintable);
    }

    static String printable(String text) {
        var printable = new StringBuilder();
        text.codePoints().filter(Visible::isPrintable).forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean isPrintable(int c) {
        return (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                && (!Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t');
    }

    private static boolean isVisible(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.FORMAT
                && !Character.isISOControl(c)
                && FILLERS.indexOf(c) < 0;
    }
}
