package org.repatria.readmodel.text;

import com.ibm.icu.text.UnicodeSet;

/**
 * The apostrophe and what is typed, printed or copied in its place. They are one class, which joins the letters around
 * it.
 */
final class Apostrophes {

    /**
     * The signs that are read as an apostrophe. They are apostrophes, quotation marks and primes that stand for one,
     * modifier letters of glottal sounds and soft signs, spacing accents, and the apostrophes of Armenian, Greek,
     * Hebrew and N'Ko. INVARIANT: asked before any normal form, which makes a space of U+00B4 and of U+1FBD.
     */
    private static final UnicodeSet CLASS = new UnicodeSet("[\\u0027\\u0060\\u00B4"
                    + "\\u02B9-\\u02BF\\u02C8\\u02CA\\u02CB\\u02EE\\u02F4\\u0374\\u0384\\u0559\\u055A\\u05F3\\u05F4\\u07F4\\u07F5"
                    + "\\u1FBD\\u1FBF\\u1FEF\\u1FFD\\u1FFE\\u2018-\\u201B\\u2032-\\u2037\\u2057\\u275B\\u275C\\u275F"
                    + "\\uA78B\\uA78C\\uFF07\\uFF40]")
            .freeze();

    private Apostrophes() {}

    static boolean contain(int c) {
        return CLASS.contains(c);
    }

    /** The text without any of them. */
    static String without(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        text.codePoints().filter(c -> !contain(c)).forEach(bare::appendCodePoint);
        return bare.toString();
    }
}
