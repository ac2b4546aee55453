package org.repatria.readmodel;

import com.ibm.icu.util.VersionInfo;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Lucene index of a view. Written by one thread, searched by any. Rows become searchable with {@link #refresh()}
 * and survive with {@link #commit(Position)}.
 */
final class ViewIndex implements Closeable {

    /** The version of a row that was deleted: nothing that waits for it need wait longer. */
    static final long DELETED = Long.MAX_VALUE;

    private static final Logger LOG = LoggerFactory.getLogger(ViewIndex.class);
    private static final String SHAPE = "shape";
    private static final long ABSENT = -1;

    /** Megabytes of rows held before a segment is written. The view is one of several in a process of some hundred. */
    private static final double BUFFER_MB = 32;

    /** Segments of about one size before they are merged; a search asks each of them for each word. */
    private static final double SEGMENTS_PER_TIER = 4;

    /**
     * Megabytes of a segment, and of all of them together, that are kept in memory until a commit. That is some seconds
     * of changes.
     */
    private static final double SMALL_SEGMENT_MB = 2;

    private static final double SMALL_SEGMENTS_MB = 16;

    private final ViewDefinition definition;
    private final Optional<Path> path;
    private final String shape;
    private final Map<String, Long> unseen = new HashMap<>();
    private volatile Opened opened;

    private ViewIndex(ViewDefinition definition, Optional<Path> path) throws IOException {
        this.definition = definition;
        this.path = path;
        this.shape = fingerprint(definition);
        this.opened = path.isPresent() ? onDisk(path.get()) : opened(new ByteBuffersDirectory());
    }

    static ViewIndex inMemory(ViewDefinition definition) throws IOException {
        return new ViewIndex(definition, Optional.empty());
    }

    /**
     * Opens what is there, if it is whole and of this definition; otherwise starts empty. A damaged index is moved
     * aside.
     *
     * @throws IllegalStateException where another process has it open
     */
    static ViewIndex onDisk(ViewDefinition definition, Path path) throws IOException {
        return new ViewIndex(definition, Optional.of(path));
    }

    /** Takes the row unless its version or a later one is there already. */
    boolean put(Row row, byte[] snapshot) throws IOException {
        return put(row, Documents.allOf(definition, row, snapshot));
    }

    boolean put(Row row, List<Document> documents) throws IOException {
        if (row.version <= version(row.id)) {
            return false;
        }
        opened.writer.updateDocuments(new Term(Documents.ID, row.id), documents);
        unseen.put(row.id, row.version);
        return true;
    }

    void delete(String id) throws IOException {
        opened.writer.deleteDocuments(new Term(Documents.ID, id));
        unseen.put(id, DELETED);
    }

    /** Whether rows were put or deleted that are not searchable yet. */
    boolean hasUnseen() {
        return !unseen.isEmpty();
    }

    int unseen() {
        return unseen.size();
    }

    /** Makes searchable what was put and deleted, and says what that was. */
    Map<String, Long> refresh() throws IOException {
        opened.manager.maybeRefreshBlocking();
        Map<String, Long> seen = Map.copyOf(unseen);
        unseen.clear();
        return seen;
    }

    /** Where the last commit stands. */
    Position position() {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> committed = opened.writer.getLiveCommitData();
        if (committed != null) {
            committed.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return Position.ofCommitData(data);
    }

    /** Makes durable, together, the rows and where in the topic they stand. */
    void commit(Position position) throws IOException {
        Map<String, String> data = new TreeMap<>(position.toCommitData());
        data.put(SHAPE, shape);
        opened.writer.setLiveCommitData(data.entrySet());
        opened.writer.commit();
    }

    /** Forgets every row, to be filled again. */
    void clear() throws IOException {
        opened.writer.deleteAll();
        unseen.clear();
        commit(Position.NONE);
        opened.manager.maybeRefreshBlocking();
    }

    /** Whether writing has failed for good, as on a full or damaged disk. */
    boolean isBroken() {
        return !opened.writer.isOpen();
    }

    /** Opens again what the last commit left; searches go on meanwhile. */
    void reopen() throws IOException {
        Opened broken = opened;
        unseen.clear();
        broken.close();
        opened = path.isPresent() ? onDisk(path.get()) : broken;
    }

    long rows() {
        try {
            return search(searcher -> (long) searcher.getIndexReader().numDocs());
        } catch (IOException | AlreadyClosedException _) {
            return 0;
        }
    }

    /** The searchable version of a row, negative where there is none. */
    long searchableVersion(String id) throws IOException {
        return search(searcher -> searchableVersion(searcher, id));
    }

    /** Something done with a searcher that holds still meanwhile. */
    @FunctionalInterface
    interface Search<T extends @Nullable Object> {
        T in(IndexSearcher searcher) throws IOException;
    }

    <T extends @Nullable Object> T search(Search<T> search) throws IOException {
        Opened now = opened;
        IndexSearcher searcher;
        try {
            searcher = now.manager.acquire();
        } catch (AlreadyClosedException closed) {
            if (now == opened) {
                throw closed;
            }
            return search(search);
        }
        try {
            return search.in(searcher);
        } finally {
            now.manager.release(searcher);
        }
    }

    /** What is searchable at this moment, held for as long as it takes; whoever is done with it lets it go. */
    IndexReader held() throws IOException {
        return search(searcher -> {
            searcher.getIndexReader().incRef();
            return searcher.getIndexReader();
        });
    }

    @Override
    public void close() throws IOException {
        opened.close();
    }

    private long version(String id) throws IOException {
        Long waiting = unseen.get(id);
        if (waiting != null) {
            return waiting == DELETED ? ABSENT : waiting;
        }
        return searchableVersion(id);
    }

    private static long searchableVersion(IndexSearcher searcher, String id) throws IOException {
        BytesRef term = new BytesRef(id);
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            LeafReader reader = leaf.reader();
            Terms ids = reader.terms(Documents.ID);
            if (ids == null) {
                continue;
            }
            TermsEnum terms = ids.iterator();
            if (!terms.seekExact(term)) {
                continue;
            }
            PostingsEnum postings = terms.postings(null, PostingsEnum.NONE);
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                NumericDocValues versions = reader.getNumericDocValues(Documents.VERSION);
                if ((reader.getLiveDocs() == null || reader.getLiveDocs().get(doc))
                        && versions != null
                        && versions.advanceExact(doc)) {
                    return versions.longValue();
                }
            }
        }
        return ABSENT;
    }

    private Opened onDisk(Path directory) throws IOException {
        Files.createDirectories(directory);
        try {
            return opened(nearRealTime(directory));
        } catch (LockObtainFailedException e) {
            throw new IllegalStateException(
                    "another process has the view open: " + definition.name()
                            + "; give each instance a directory of its own",
                    e);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | FileNotFoundException
                | NoSuchFileException
                | IllegalArgumentException e) {
            LOG.warn(
                    "view {}: the index cannot be read and is rebuilt; the old one is kept beside it",
                    definition.name(),
                    e);
            moveAside(directory);
            Files.createDirectories(directory);
            return opened(nearRealTime(directory));
        }
    }

    /** What a refresh writes is small and soon merged: it stays in memory until a commit. */
    private static Directory nearRealTime(Path directory) throws IOException {
        return new NRTCachingDirectory(FSDirectory.open(directory), SMALL_SEGMENT_MB, SMALL_SEGMENTS_MB);
    }

    private Opened opened(Directory directory) throws IOException {
        try {
            IndexWriterConfig config = new IndexWriterConfig()
                    .setRAMBufferSizeMB(BUFFER_MB)
                    .setMaxFullFlushMergeWaitMillis(0)
                    .setUseCompoundFile(false)
                    .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER))
                    .setCommitOnClose(false)
                    .setIndexSort(Documents.ORDER)
                    .setParentField(Documents.LAST_OF_ROW)
                    .setOpenMode(
                            isWholeAndOurs(directory)
                                    ? IndexWriterConfig.OpenMode.APPEND
                                    : IndexWriterConfig.OpenMode.CREATE);
            IndexWriter writer = new IndexWriter(directory, config);
            return new Opened(directory, writer, new SearcherManager(writer, new SearcherFactory()));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Reads every file once: damage is found now, not in the middle of a search. */
    private boolean isWholeAndOurs(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return false;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            if (!shape.equals(reader.getIndexCommit().getUserData().get(SHAPE))) {
                LOG.info("view {}: its definition has changed, it is rebuilt", definition.name());
                return false;
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return true;
        }
    }

    /** Keeps the latest damaged index only: it is there to be looked at, not to fill the disk. */
    private static void moveAside(Path directory) throws IOException {
        Path aside = directory.resolveSibling(directory.getFileName() + ".damaged");
        if (Files.exists(aside)) {
            try (Stream<Path> old = Files.walk(aside)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        try {
            Files.move(directory, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            throw new IOException("cannot move a damaged index aside: " + directory, e);
        }
    }

    private static String fingerprint(ViewDefinition definition) {
        String all = definition.shape() + "|" + Documents.FORMAT + "|" + VersionInfo.ICU_VERSION;
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is open together and closed together. */
    private static final class Opened implements Closeable {
        private final Directory directory;
        private final IndexWriter writer;
        private final SearcherManager manager;

        Opened(Directory directory, IndexWriter writer, SearcherManager manager) {
            this.directory = directory;
            this.writer = writer;
            this.manager = manager;
        }

        @Override
        public void close() throws IOException {
            manager.close();
            writer.close();
            directory.close();
        }
    }
}
