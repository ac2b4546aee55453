package org.repatria.messaging.accessjournal.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.messaging.Hashes;
import org.repatria.messaging.accessjournal.Accesses;
import org.repatria.messaging.accessjournal.InMemoryAccessBatches;

/** The command as an auditor meets it, and the example of the handbook. */
class VerifyJournalTest {

    private static final Path HANDBOOK = Path.of("..", "..", "docs", "access-journal.md");

    @TempDir
    private Path directory;

    /** What the command says of a file with this content, after its exit code. */
    private List<String> said(String content) throws IOException {
        var file = Files.writeString(directory.resolve("export.ndjson"), content);
        return said(new String[] {file.toString()});
    }

    private static List<String> said(String[] arguments) {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        var exit = VerifyJournal.run(arguments, print, print);
        return Stream.concat(
                        Stream.of("exit " + exit),
                        out.toString(StandardCharsets.UTF_8).lines())
                .toList();
    }

    private static String example() throws IOException {
        var page = Files.readString(HANDBOOK);
        var start = page.indexOf("```ndjson\n") + "```ndjson\n".length();
        return page.substring(start, page.indexOf("```", start));
    }

    @Test
    void the_example_of_the_handbook_is_whole() throws IOException {
        assertThat(said(example())).containsExactly("exit 0", "whole: 3 entries in 1 chain");
    }

    @Test
    void its_hashes_are_what_the_handbook_says_that_a_hash_is() throws IOException {
        assertThat(example().lines()).hasSize(6).allSatisfy(line -> {
            var bytes = line.length() - 75;
            assertThat(line.substring(bytes))
                    .isEqualTo(",\"hash\":\"" + Hashes.ofText(line.substring(0, bytes)) + "\"}");
        });
    }

    @Test
    void an_altered_example_is_named_by_line_and_sequence() throws IOException {
        assertThat(said(example().replace("\"status\":403", "\"status\":200")))
                .containsExactly(
                        "exit 1",
                        "line 3, chain case-service.XH.0000000001, sequence 2: altered: its hash is not "
                                + "that of its bytes");
    }

    @Test
    void an_export_that_begins_later_says_what_it_follows() throws IOException {
        var batches = new InMemoryAccessBatches();
        Accesses.leave(batches, List.of(Accesses.read(Accesses.CARL, "case-1")));
        Accesses.leave(batches, List.of(Accesses.read(Accesses.CARL, "case-1")));
        var later = String.join(
                "",
                Accesses.journal(batches)
                        .reading()
                        .export("XH", 2)
                        .collectList()
                        .block());

        assertThat(said(later))
                .containsExactly(
                        "exit 0",
                        "whole: 1 entry in 1 chain",
                        "the first chain follows case-service.XH.0000000001, which is not in this file");
    }

    @Test
    void an_export_of_nothing_is_whole() throws IOException {
        assertThat(said(Accesses.export(new InMemoryAccessBatches(), "XH")))
                .containsExactly("exit 0", "whole: 0 entries in 0 chains");
    }

    @Test
    void an_empty_file_is_no_export() throws IOException {
        assertThat(said("")).containsExactly("exit 1", "line 1: cut off: the last line of the export is missing");
    }

    @Test
    void what_cannot_be_read_is_said() {
        assertThat(said(new String[] {directory.resolve("none").toString()}))
                .first()
                .isEqualTo("exit 2");
        assertThat(said(new String[] {})).first().isEqualTo("exit 2");
    }

    @Test
    void a_chain_that_was_cut_and_closed_again_is_named_by_the_one_that_follows_it() throws IOException {
        var batches = new InMemoryAccessBatches();
        Accesses.leave(batches, List.of(Accesses.read(Accesses.CARL, "case-1")));
        Accesses.leave(batches, List.of(Accesses.read(Accesses.CARL, "case-2")));
        var lines = Accesses.export(batches, "XH").lines().toList();
        var cut = lines.get(0) + "\n" + rehashed(lines.get(2).replace("\"entries\":1", "\"entries\":0"), lines.get(0))
                + "\n" + String.join("\n", lines.subList(3, lines.size())) + "\n";

        assertThat(said(cut))
                .containsExactly(
                        "exit 1",
                        "line 2, chain case-service.XH.0000000001, sequence 1: cut off:"
                                + " case-service.XH.0000000002 follows its entry 1, it has 0");
    }

    /** A line as somebody would write it who knows the format. */
    private static String rehashed(String line, String before) {
        var head = before.substring(before.length() - 66, before.length() - 2);
        var hashed = line.substring(0, line.length() - 75 - 65) + head + "\"";
        return hashed + ",\"hash\":\"" + Hashes.ofText(hashed) + "\"}";
    }
}
