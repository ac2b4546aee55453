package org.repatria.readmodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.repatria.readmodel.text.FoldedName;
import org.repatria.readmodel.text.FoldedName.Word;

/**
 * How names are indexed and searched. Beginnings and near misses are indexed as terms of their own, so that a search is
 * a handful of term look-ups whatever the number of names; scanning the dictionary for prefixes and typing errors would
 * grow with it.
 */
final class Names {

    private static final String WHOLE = "_whole";
    private static final String BEGINNING = "_beginning";
    private static final String NEAR = "_near";
    private static final String WRITTEN = "_written";

    /** Letters of an indexed beginning; longer ones are rare enough to be looked up in the dictionary. */
    private static final int BEGINNING_CHARS_MAX = 10;

    /** Letters below which one wrong letter makes another name. */
    private static final int NEAR_CHARS_MIN = 4;

    /** Letters below which the first one has to be right: Yang is not Wang. */
    private static final int FIRST_LETTER_FREE_CHARS_MIN = 6;

    /** Letters of a word that are looked at for near misses: each adds a term. */
    private static final int NEAR_CHARS_MAX = 20;

    /** Consonants that make a name whatever its vowels: Muhammad and Mohammed, but not Marina and Moreno. */
    private static final int CONSONANTS_ENOUGH = 4;

    /** Parts of a word that are looked for one by one, such as the syllables of a Chinese name. No name has more. */
    private static final int PARTS_MAX = 6;

    /** LIMIT: spellings in several parts that all words of a search share. Each part is a clause in each closeness. */
    private static final int SPELLINGS_IN_PARTS_MAX = 24;

    private Names() {}

    static void index(Document document, List<FoldedName> names) {
        Set<String> whole = new LinkedHashSet<>();
        Set<String> near = new LinkedHashSet<>();
        Set<String> written = new LinkedHashSet<>();
        for (FoldedName name : names) {
            for (Word word : name.words()) {
                word.spellings().forEach(whole::addAll);
                if (!word.consonants().isEmpty()) {
                    near.add(consonants(word.vowelless(), word.consonants()));
                }
                written.addAll(writtenParts(word));
            }
        }
        Set<String> beginnings = new LinkedHashSet<>();
        for (String word : whole) {
            for (int end = 1; end <= Math.min(word.length(), BEGINNING_CHARS_MAX); end++) {
                beginnings.add(word.substring(0, end));
            }
            near.addAll(nearMisses(word));
        }
        add(document, WHOLE, whole);
        add(document, BEGINNING, beginnings);
        add(document, NEAR, near);
        add(document, WRITTEN, written);
    }

    /** Matches have a score: 3 written alike, 2 whole words, 1 beginnings, 0 similar. */
    static Query query(FoldedName name) {
        List<Word> words = name.words();
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no letter to search for");
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(all(words, Closeness.SIMILAR), Occur.FILTER);
        query.add(new ConstantScoreQuery(all(words, Closeness.BEGINNING)), Occur.SHOULD);
        query.add(new ConstantScoreQuery(all(words, Closeness.WHOLE)), Occur.SHOULD);
        query.add(new ConstantScoreQuery(writtenAlike(words)), Occur.SHOULD);
        return query.build();
    }

    private enum Closeness {
        WHOLE,
        BEGINNING,
        SIMILAR
    }

    private static Query all(List<Word> words, Closeness closeness) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            all.add(
                    word(words.get(i), i == words.size() - 1, closeness, SPELLINGS_IN_PARTS_MAX / words.size()),
                    Occur.FILTER);
        }
        return all.build();
    }

    private static Query word(Word word, boolean last, Closeness closeness, int inPartsMax) {
        BooleanQuery.Builder anySpelling = new BooleanQuery.Builder();
        List<String> whole = word.spellings().stream()
                .filter(spelling -> spelling.size() == 1)
                .map(List::getFirst)
                .toList();
        if (!whole.isEmpty()) {
            anySpelling.add(anyOf(whole, last, closeness), Occur.SHOULD);
        }
        word.spellings().stream()
                .filter(spelling -> spelling.size() > 1 && spelling.size() <= PARTS_MAX)
                .limit(inPartsMax)
                .forEach(spelling ->
                        anySpelling.add(inParts(spelling, word.vowelless(), last, closeness), Occur.SHOULD));
        if (closeness == Closeness.SIMILAR && !word.consonants().isEmpty()) {
            anySpelling.add(term(NEAR, consonants(!word.vowelless(), word.consonants())), Occur.SHOULD);
        }
        if (closeness == Closeness.SIMILAR && word.consonants().length() >= CONSONANTS_ENOUGH) {
            anySpelling.add(term(NEAR, consonants(word.vowelless(), word.consonants())), Occur.SHOULD);
        }
        return anySpelling.build();
    }

    private static Query inParts(List<String> spelling, boolean vowelless, boolean last, Closeness closeness) {
        BooleanQuery.Builder allParts = new BooleanQuery.Builder();
        for (int i = 0; i < spelling.size(); i++) {
            boolean lastPart = i == spelling.size() - 1;
            if (closeness == Closeness.SIMILAR && vowelless && !lastPart) {
                continue;
            }
            allParts.add(anyOf(List.of(spelling.get(i)), last && lastPart, closeness), Occur.FILTER);
        }
        return allParts.build();
    }

    private static Query anyOf(List<String> parts, boolean maybeUnfinished, Closeness closeness) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(anyTerm(WHOLE, parts), Occur.SHOULD);
        if (maybeUnfinished && closeness != Closeness.WHOLE) {
            parts.forEach(part -> any.add(beginning(part), Occur.SHOULD));
        }
        if (closeness == Closeness.SIMILAR) {
            any.add(
                    anyTerm(
                            NEAR,
                            parts.stream()
                                    .flatMap(part -> nearMisses(part).stream())
                                    .toList()),
                    Occur.SHOULD);
        }
        return any.build();
    }

    private static Query beginning(String part) {
        return part.length() <= BEGINNING_CHARS_MAX ? term(BEGINNING, part) : new PrefixQuery(new Term(WHOLE, part));
    }

    private static Query writtenAlike(List<Word> words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Word word : words) {
            writtenParts(word).forEach(part -> all.add(term(WRITTEN, part), Occur.FILTER));
        }
        return all.build();
    }

    /**
     * The word as written. Of a word in a script without case-like variants and spaces, such as Chinese, each
     * character.
     */
    private static List<String> writtenParts(Word word) {
        boolean ideographic = word.written().codePoints().allMatch(Character::isIdeographic);
        return ideographic
                ? word.written().codePoints().mapToObj(Character::toString).toList()
                : List.of(word.written());
    }

    /**
     * The word and what remains when one letter is left out. Two words share one of these when they differ by one
     * letter left out, added, replaced or swapped with its neighbour (or, rarely, by one letter moved further).
     */
    private static Collection<String> nearMisses(String word) {
        if (word.length() < NEAR_CHARS_MIN || word.length() > NEAR_CHARS_MAX) {
            return List.of();
        }
        List<String> near = new ArrayList<>(word.length() + 1);
        near.add(word);
        int from = word.length() < FIRST_LETTER_FREE_CHARS_MIN ? 1 : 0;
        for (int i = from; i < word.length(); i++) {
            if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
                near.add(word.substring(0, i) + word.substring(i + 1));
            }
        }
        return near;
    }

    private static String consonants(boolean vowelless, String consonants) {
        return (vowelless ? "without:" : "with:") + consonants;
    }

    /** One clause however many spellings there are: Lucene takes no more than 1,024 of them in a query. */
    private static Query anyTerm(String field, Collection<String> texts) {
        return texts.size() == 1
                ? term(field, texts.iterator().next())
                : new TermInSetQuery(field, texts.stream().map(Names::bytes).toList());
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, bytes(text)));
    }

    private static void add(Document document, String field, Set<String> terms) {
        terms.forEach(term -> document.add(new StringField(field, bytes(term), Field.Store.NO)));
    }

    /** A word can be as long as a name; a term had better not. */
    private static BytesRef bytes(String text) {
        return new BytesRef(text.length() > 100 ? text.substring(0, 100) : text);
    }
}
