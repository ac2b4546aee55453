package org.repatria.readmodel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * At which version each of some rows is shown to whom, as one moment of the index has it. The rows are looked up once
 * and the tokens once, however many actors are asked about.
 */
final class ShownVersions {

    private final List<Face> faces = new ArrayList<>();
    private final Map<String, BitSet> seenBy = new HashMap<>();
    private final Map<String, BitSet> knownInFullTo = new HashMap<>();

    /** A row, or what others are shown of it. */
    private record Face(String id, long version, long told) {}

    /** Where a row lies in one part of the index. */
    private record Found(int doc, String id) {}

    private ShownVersions() {}

    /** Of these rows, for actors who have no other tokens than these. */
    static ShownVersions of(IndexReader index, Collection<String> ids, Set<String> tokens) throws IOException {
        ShownVersions shown = new ShownVersions();
        for (LeafReaderContext leaf : index.leaves()) {
            shown.look(leaf.reader(), ids, tokens);
        }
        return shown;
    }

    /** The rows that this moment shows the actor anew, or at a later version than the one before did. */
    Map<String, Long> since(ShownVersions before, Visibility visibility) {
        Map<String, Long> later = to(visibility);
        before.to(visibility)
                .forEach((id, version) -> later.computeIfPresent(id, (_, now) -> now > version ? now : null));
        return later;
    }

    /** INVARIANT: as {@link Finder#versionShown} says of one row. */
    Map<String, Long> to(Visibility visibility) {
        BitSet seen = visibility.tokens().map(tokens -> ofAny(seenBy, tokens)).orElseGet(this::all);
        BitSet inFull =
                visibility.tokens().map(tokens -> ofAny(knownInFullTo, tokens)).orElseGet(this::all);
        Map<String, Long> versions = new HashMap<>();
        seen.stream().forEach(number -> {
            Face face = faces.get(number);
            versions.merge(face.id(), inFull.get(number) ? face.version() : face.told(), Math::max);
        });
        return versions;
    }

    private BitSet all() {
        BitSet all = new BitSet();
        all.set(0, faces.size());
        return all;
    }

    private static BitSet ofAny(Map<String, BitSet> marked, Set<String> tokens) {
        BitSet any = new BitSet();
        tokens.forEach(token -> any.or(marked.getOrDefault(token, new BitSet())));
        return any;
    }

    private void look(LeafReader part, Collection<String> ids, Set<String> tokens) throws IOException {
        Found[] found = rows(part, ids);
        if (found.length == 0) {
            return;
        }
        int first = faces.size();
        NumericDocValues versions = Objects.requireNonNull(part.getNumericDocValues(Documents.VERSION));
        NumericDocValues told = Objects.requireNonNull(part.getNumericDocValues(Documents.TOLD));
        for (Found row : found) {
            versions.advanceExact(row.doc());
            told.advanceExact(row.doc());
            faces.add(new Face(row.id(), versions.longValue(), told.longValue()));
        }
        int[] docs = Arrays.stream(found).mapToInt(Found::doc).toArray();
        mark(part.terms(Documents.VISIBILITY), tokens, docs, first, seenBy);
        mark(part.terms(Documents.KNOWN_IN_FULL), tokens, docs, first, knownInFullTo);
    }

    /** In the order in which they lie there, as everything that is looked up of them wants them. */
    private static Found[] rows(LeafReader part, Collection<String> ids) throws IOException {
        List<Found> found = new ArrayList<>();
        Terms known = part.terms(Documents.ID);
        if (known != null) {
            Bits live = part.getLiveDocs();
            TermsEnum terms = known.iterator();
            for (String id : ids) {
                if (terms.seekExact(new BytesRef(id))) {
                    PostingsEnum postings = terms.postings(null, PostingsEnum.NONE);
                    for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                        if (live == null || live.get(doc)) {
                            found.add(new Found(doc, id));
                        }
                    }
                }
            }
        }
        return found.stream().sorted(Comparator.comparingInt(Found::doc)).toArray(Found[]::new);
    }

    private static void mark(
            @Nullable Terms marks, Set<String> tokens, int[] docs, int first, Map<String, BitSet> marked)
            throws IOException {
        if (marks == null) {
            return;
        }
        TermsEnum terms = marks.iterator();
        for (String token : tokens) {
            if (terms.seekExact(new BytesRef(token))) {
                PostingsEnum postings = terms.postings(null, PostingsEnum.NONE);
                BitSet with = marked.computeIfAbsent(token, _ -> new BitSet());
                within(postings, docs).forEach(number -> with.set(first + number));
            }
        }
    }

    private static IntStream within(PostingsEnum postings, int[] docs) throws IOException {
        BitSet common = new BitSet();
        int doc = postings.nextDoc();
        for (int number = 0; number < docs.length && doc != DocIdSetIterator.NO_MORE_DOCS; number++) {
            if (doc < docs[number]) {
                doc = postings.advance(docs[number]);
            }
            if (doc == docs[number]) {
                common.set(number);
            }
        }
        return common.stream();
    }
}
