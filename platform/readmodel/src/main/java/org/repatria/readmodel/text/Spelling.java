package org.repatria.readmodel.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Several words of a name in Latin letters, all by one system.
 *
 * @param words each as one or several parts, as where a Chinese name is spelt by syllable
 */
record Spelling(List<List<String>> words) {

    Spelling {
        words = List.copyOf(words);
    }

    /** A spelling that has one part for each word. */
    static Spelling ofWhole(List<String> words) {
        return new Spelling(words.stream().map(List::of).toList());
    }

    /** This one and the words of another after it. */
    Spelling followedBy(Spelling other) {
        List<List<String>> all = new ArrayList<>(words);
        all.addAll(other.words);
        return new Spelling(all);
    }
}
