package org.repatria.cases.flows.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.lists.ListContent;
import org.repatria.cases.domain.lists.ListFormat;

/** A handed-over file on disk. It is looked through as a whole before anything is made of it, then read row by row. */
public final class ListFile {

    private static final int CHUNK_BYTES = 64 * 1024;

    private final Path path;
    private final ListFormat format;
    private final CountryCode requesting;

    public ListFile(Path path, ListFormat format, CountryCode requesting) {
        this.path = path;
        this.format = format;
        this.requesting = requesting;
    }

    Path path() {
        return path;
    }

    /** Whether the file can be taken, and what it holds. */
    public sealed interface Inspection {

        /**
         * The file can be read to its end.
         *
         * @param notRead columns that are not documented
         */
        record Sound(ListContent content, List<String> notRead) implements Inspection {}

        /** The file cannot be taken. */
        record Faulty(FileFault fault) implements Inspection {}
    }

    /** Looks the file through: encoding, header, shape, number of rows, digest. */
    public Inspection inspect() {
        try {
            return sound(digestOfText());
        } catch (FaultFound found) {
            return new Inspection.Faulty(found.fault());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows from the first; only of a file that was found readable. */
    ListRows rows() {
        try {
            var text = text();
            return switch (format) {
                case CSV -> CsvRows.of(requesting, text);
                case FTM -> FtmRows.of(requesting, text);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Inspection sound(String digest) {
        try (var rows = rows()) {
            var count = 0;
            for (var batch = rows.next(Limits.BATCH_ROWS); !batch.isEmpty(); batch = rows.next(Limits.BATCH_ROWS)) {
                count += batch.size();
                if (count > Limits.ROWS_MAX) {
                    throw new FaultFound(
                            FileFault.Kind.TOO_MANY_ROWS, 0, "a list has at most " + Limits.ROWS_MAX + " rows");
                }
            }
            if (count == 0) {
                throw new FaultFound(FileFault.Kind.EMPTY, 0, "the file has no row");
            }
            return new Inspection.Sound(new ListContent(digest, format, count), rows.columnsNotRead());
        }
    }

    private Reader text() throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(path));
        bytes.mark(TextEncoding.HEAD_BYTES);
        var encoding = TextEncoding.of(bytes.readNBytes(TextEncoding.HEAD_BYTES));
        bytes.reset();
        bytes.skipNBytes(encoding.mark());
        return new InputStreamReader(bytes, strict(encoding.charset()));
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * Digests and decodes in one pass. A file that cannot be decoded is named by its line, which no reader behind a
     * decoder could tell.
     */
    private String digestOfText() throws IOException {
        var digest = sha256();
        var chars = CharBuffer.allocate(CHUNK_BYTES);
        var bytes = ByteBuffer.allocate(CHUNK_BYTES);
        var line = 1L;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            in.mark(TextEncoding.HEAD_BYTES);
            var charset =
                    TextEncoding.of(in.readNBytes(TextEncoding.HEAD_BYTES)).charset();
            in.reset();
            var decoder = strict(charset);
            var end = false;
            while (!end) {
                var read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                if (!end) {
                    digest.update(bytes.array(), bytes.position(), read);
                    bytes.position(bytes.position() + read);
                }
                bytes.flip();
                var result = decoder.decode(bytes, chars, end);
                line += newlines(chars);
                if (result.isError()) {
                    var found = new byte[bytes.remaining()];
                    bytes.get(found);
                    throw new FaultFound(
                            FileFault.Kind.NOT_UTF8,
                            line,
                            "line " + line + " is not " + charset + TextEncoding.looks(found));
                }
                bytes.compact();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static long newlines(CharBuffer chars) {
        chars.flip();
        var lines = chars.chars().filter(c -> c == '\n').count();
        chars.clear();
        return lines;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
