package org.repatria.messaging.accessjournal.verifying;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of an export.
 *
 * @param ended whether the last line has its line break
 */
record JournalFile(List<ReadLine> lines, boolean ended) {

    /** Bytes of a line at most: ours have some hundred. A file without line breaks must not fill the memory. */
    private static final int LINE_BYTES_MAX = 256 * 1024;

    /** Bytes taken from the file at once. */
    private static final int PART_BYTES = 64 * 1024;

    /** Lines of a file at most: several times what one export can have. Each is some hundred bytes in memory. */
    private static final int LINES_MAX = 5_000_000;

    static JournalFile read(InputStream in) throws IOException {
        var lines = new ArrayList<ReadLine>();
        var line = new ByteArrayOutputStream();
        var part = new byte[PART_BYTES];
        for (var length = in.read(part); length >= 0; length = in.read(part)) {
            var from = 0;
            for (var i = 0; i < length; i++) {
                if (part[i] == '\n') {
                    line.write(part, from, i - from);
                    add(lines, line);
                    from = i + 1;
                }
            }
            line.write(part, from, length - from);
            if (line.size() > LINE_BYTES_MAX) {
                throw new IOException("line " + (lines.size() + 1) + " is longer than " + LINE_BYTES_MAX + " bytes");
            }
        }
        var ended = line.size() == 0;
        if (!ended) {
            add(lines, line);
        }
        return new JournalFile(lines, ended);
    }

    private static void add(List<ReadLine> lines, ByteArrayOutputStream line) throws IOException {
        if (lines.size() == LINES_MAX) {
            throw new IOException("the file has more than " + LINES_MAX + " lines");
        }
        var read = ReadLine.of(line.toByteArray());
        lines.add(lines.isEmpty() ? read : read.sharing(lines.getLast()));
        line.reset();
    }
}
