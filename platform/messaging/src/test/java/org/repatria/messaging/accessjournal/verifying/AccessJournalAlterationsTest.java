package org.repatria.messaging.accessjournal.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.messaging.Hashes;
import org.repatria.messaging.accessjournal.AccessEntry;
import org.repatria.messaging.accessjournal.AccessEntry.Accessed;
import org.repatria.messaging.accessjournal.AccessKind;
import org.repatria.messaging.accessjournal.Accesses;
import org.repatria.messaging.accessjournal.InMemoryAccessBatches;

/**
 * An export of 100,000 entries, altered 1,000 times at random. The verifier finds each alteration and names what was
 * done and where. All lines are judged each time. What a line's own bytes tell, its hash among them, is read once,
 * since it depends on nothing else; a line that an alteration touches is read again. One alteration of each kind goes
 * through the file as well.
 */
class AccessJournalAlterationsTest {

    private static final int PROCESSES = 20;
    private static final int ENTRIES_EACH = 5_000;
    private static final int ALTERATIONS = 1_000;
    private static final long SEED = 20140901;
    private static final List<AccessKind> KINDS = List.of(AccessKind.values());
    private static final List<Tampering> TAMPERINGS = List.of(Tampering.values());

    private static final List<Line> WRITTEN = new ArrayList<>();

    /** What can be done to an export. */
    private enum Tampering {
        CHANGE_A_BYTE,
        CHANGE_A_FIELD,
        CHANGE_A_FIELD_AND_ITS_HASH,
        BREAK_A_LINE,
        DROP_AN_ENTRY,
        DROP_SEVERAL,
        SWAP_TWO,
        MOVE_ONE,
        REPEAT_ONE,
        INSERT_ONE_OF_ANOTHER_CHAIN,
        INSERT_AN_INVENTED_ONE,
        INSERT_NONSENSE,
        CUT_THE_END,
        CUT_WITHIN_A_LINE,
        CHANGE_A_BEGINNING,
        CHANGE_AN_ENDING,
        CHANGE_THE_LAST_LINE,
        DROP_A_BEGINNING,
        DROP_AN_ENDING,
        DROP_A_CHAIN,
        SWAP_TWO_CHAINS
    }

    /** The bytes of a line, and what the verifier reads in them. */
    private static final class Line {
        private final byte[] bytes;
        private final ReadLine read;

        Line(byte[] bytes, ReadLine read) {
            this.bytes = bytes;
            this.read = read;
        }

        static Line of(byte[] bytes) {
            return new Line(bytes, ReadLine.of(bytes));
        }

        byte[] bytes() {
            return bytes;
        }

        ReadLine read() {
            return read;
        }
    }

    /** An altered export, and what must be said of it. */
    private record Altered(List<Line> lines, boolean ended, Fault fault, int line) {
        Verdict verdict() {
            return JournalVerifier.judge(lines.stream().map(Line::read).toList(), ended);
        }
    }

    @BeforeAll
    static void export() {
        var random = new Random(SEED);
        var batches = new InMemoryAccessBatches();
        for (var process = 0; process < PROCESSES; process++) {
            var entries = new ArrayList<AccessEntry>();
            for (var i = 0; i < ENTRIES_EACH; i++) {
                entries.add(entry(random, process * ENTRIES_EACH + i));
            }
            Accesses.leave(batches, entries);
        }
        Accesses.export(batches, "XH")
                .lines()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .forEach(bytes -> {
                    var read = ReadLine.of(bytes);
                    WRITTEN.add(new Line(
                            bytes,
                            WRITTEN.isEmpty()
                                    ? read
                                    : read.sharing(WRITTEN.getLast().read())));
                });
    }

    private static AccessEntry entry(Random random, int second) {
        var kind = KINDS.get(random.nextInt(KINDS.size()));
        var refused = kind == AccessKind.REFUSAL;
        return new AccessEntry(
                Instant.parse("2014-09-01T00:00:00Z").plusSeconds(second),
                kind,
                random.nextBoolean() ? "readCase" : "readLocation",
                Optional.of(new Actor("officer." + random.nextInt(40), Set.of("CO"), "XH-CA")),
                random.nextInt(3) == 0 ? "za\u017c\u00f3\u0142\u0107 \u6cd5\u9662 \"" + random.nextInt() : "",
                Optional.of(new Accessed("cases", "case-" + random.nextInt(5_000))),
                List.of(),
                refused ? 404 : 200,
                refused ? Optional.of("NOT_FOUND") : Optional.empty(),
                "%032x".formatted(random.nextLong()));
    }

    @Test
    void what_nobody_altered_is_whole() throws IOException {
        var verdict = JournalVerifier.verify(new ByteArrayInputStream(file(WRITTEN, true)));

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.entries()).isEqualTo((long) PROCESSES * ENTRIES_EACH);
        assertThat(verdict.chains()).isEqualTo(PROCESSES);
    }

    @Test
    void a_thousand_random_alterations_are_all_found_and_named() {
        var random = new Random(SEED);
        var wrong = new ArrayList<String>();
        Map<Tampering, Integer> done = new EnumMap<>(Tampering.class);
        for (var i = 0; i < ALTERATIONS; i++) {
            var how = TAMPERINGS.get(i % TAMPERINGS.size());
            var altered = alter(how, random);
            done.merge(how, 1, Integer::sum);
            var verdict = altered.verdict();
            if (!isNamed(verdict, altered)) {
                wrong.add(i + " " + how + ": should be " + altered.fault() + " in line " + altered.line() + ", is "
                        + verdict.findings());
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(done).hasSize(TAMPERINGS.size());
    }

    @Test
    void the_file_itself_gives_the_same_verdict_as_its_lines() throws IOException {
        var random = new Random(SEED + 1);
        for (var how : TAMPERINGS) {
            var altered = alter(how, random);

            assertThat(JournalVerifier.verify(new ByteArrayInputStream(file(altered.lines(), altered.ended()))))
                    .isEqualTo(altered.verdict())
                    .matches(verdict -> isNamed(verdict, altered), how + " is named");
        }
    }

    /**
     * The first finding says it. At most one other follows from it, such as a beginning that became part of a broken
     * line.
     */
    private static boolean isNamed(Verdict verdict, Altered altered) {
        return !verdict.whole()
                && verdict.findings().size() <= 2
                && verdict.findings().getFirst().fault() == altered.fault()
                && verdict.findings().getFirst().line() == altered.line();
    }

    private static Altered alter(Tampering how, Random random) {
        return switch (how) {
            case CHANGE_A_BYTE -> changed(anyEntry(random), random);
            case CHANGE_A_FIELD -> {
                var at = anyEntry(random);
                yield replaced(at, field(random, WRITTEN.get(at).bytes()));
            }
            case CHANGE_A_FIELD_AND_ITS_HASH -> {
                var at = anyEntry(random);
                yield replaced(at, rehashed(field(random, WRITTEN.get(at).bytes())));
            }
            case BREAK_A_LINE -> {
                var at = anyEntry(random);
                var split = 1 + random.nextInt(WRITTEN.get(at).bytes().length - 1);
                yield edited(Fault.ALTERED, at, lines -> {
                    var whole = lines.remove(at).bytes();
                    lines.add(at, Line.of(Arrays.copyOfRange(whole, split, whole.length)));
                    lines.add(at, Line.of(Arrays.copyOf(whole, split)));
                });
            }
            case DROP_AN_ENTRY -> {
                var at = anyEntry(random);
                yield edited(Fault.MISSING, at, lines -> lines.remove(at));
            }
            case DROP_SEVERAL -> {
                var at = start(random.nextInt(PROCESSES)) + 1 + random.nextInt(ENTRIES_EACH - 100);
                var count = 2 + random.nextInt(90);
                yield edited(
                        Fault.MISSING,
                        at,
                        lines -> lines.subList(at, at + count).clear());
            }
            case SWAP_TWO -> {
                var chain = random.nextInt(PROCESSES);
                var one = start(chain) + 1 + random.nextInt(ENTRIES_EACH - 1);
                var other = one + 1 + random.nextInt(start(chain) + ENTRIES_EACH - one);
                yield edited(Fault.OUT_OF_ORDER, one, lines -> Collections.swap(lines, one, other));
            }
            case MOVE_ONE -> {
                var chain = random.nextInt(PROCESSES);
                var from = start(chain) + 1 + random.nextInt(ENTRIES_EACH - 1);
                var to = from + 1 + random.nextInt(start(chain) + ENTRIES_EACH - from);
                yield random.nextBoolean()
                        ? edited(Fault.OUT_OF_ORDER, from, lines -> lines.add(to, lines.remove(from)))
                        : edited(Fault.OUT_OF_ORDER, from, lines -> lines.add(from, lines.remove(to)));
            }
            case REPEAT_ONE -> {
                var chain = random.nextInt(PROCESSES);
                var copied = start(chain) + 1 + random.nextInt(ENTRIES_EACH);
                var to = start(chain) + 1 + random.nextInt(ENTRIES_EACH);
                // A copy right before its original is the same file as one right after it.
                var named = to == copied ? to + 1 : to;
                yield edited(Fault.INSERTED, named, lines -> lines.add(to, lines.get(copied)));
            }
            case INSERT_ONE_OF_ANOTHER_CHAIN -> {
                var chain = random.nextInt(PROCESSES);
                var other = (chain + 1 + random.nextInt(PROCESSES - 1)) % PROCESSES;
                var copied = start(other) + 1 + random.nextInt(ENTRIES_EACH);
                var to = start(chain) + 1 + random.nextInt(ENTRIES_EACH);
                yield edited(Fault.INSERTED, to, lines -> lines.add(to, lines.get(copied)));
            }
            case INSERT_AN_INVENTED_ONE -> {
                var at = anyEntry(random);
                yield edited(
                        Fault.INSERTED,
                        at,
                        lines -> lines.add(
                                at, Line.of(rehashed(field(random, lines.get(at).bytes())))));
            }
            case INSERT_NONSENSE -> {
                var at = anyEntry(random);
                yield edited(
                        Fault.INSERTED,
                        at,
                        lines -> lines.add(at, Line.of("{\"line\":\"entry\"}".getBytes(StandardCharsets.UTF_8))));
            }
            case CUT_THE_END -> {
                var at = 1 + random.nextInt(WRITTEN.size() - 1);
                yield edited(
                        Fault.CUT_OFF,
                        at,
                        lines -> lines.subList(at, lines.size()).clear());
            }
            case CUT_WITHIN_A_LINE -> {
                var at = anyEntry(random);
                var left = 1 + random.nextInt(WRITTEN.get(at).bytes().length - 1);
                var cut = edited(Fault.CUT_OFF, at, lines -> {
                    lines.subList(at + 1, lines.size()).clear();
                    lines.set(at, Line.of(Arrays.copyOf(lines.get(at).bytes(), left)));
                });
                yield new Altered(cut.lines(), false, Fault.CUT_OFF, cut.line());
            }
            case CHANGE_A_BEGINNING -> changed(start(random.nextInt(PROCESSES)), random);
            case CHANGE_AN_ENDING -> changed(start(random.nextInt(PROCESSES)) + ENTRIES_EACH + 1, random);
            case CHANGE_THE_LAST_LINE -> changed(WRITTEN.size() - 1, random);
            case DROP_A_BEGINNING -> {
                var at = start(random.nextInt(PROCESSES));
                yield edited(Fault.MISSING, at, lines -> lines.remove(at));
            }
            case DROP_AN_ENDING -> {
                var at = start(random.nextInt(PROCESSES)) + ENTRIES_EACH + 1;
                yield edited(Fault.CUT_OFF, at, lines -> lines.remove(at));
            }
            case DROP_A_CHAIN -> {
                // Without the first one it is an export that begins later, which is not wrong.
                var at = start(1 + random.nextInt(PROCESSES - 1));
                yield edited(
                        Fault.MISSING,
                        at,
                        lines -> lines.subList(at, at + ENTRIES_EACH + 2).clear());
            }
            case SWAP_TWO_CHAINS -> {
                var at = start(1 + random.nextInt(PROCESSES - 2));
                yield edited(
                        Fault.OUT_OF_ORDER,
                        at,
                        lines -> Collections.rotate(lines.subList(at, at + 2 * (ENTRIES_EACH + 2)), ENTRIES_EACH + 2));
            }
        };
    }

    /** The index of the line that begins a chain. */
    private static int start(int chain) {
        return chain * (ENTRIES_EACH + 2);
    }

    private static int anyEntry(Random random) {
        return start(random.nextInt(PROCESSES)) + 1 + random.nextInt(ENTRIES_EACH);
    }

    /** Another byte at a random place of a line. */
    private static Altered changed(int at, Random random) {
        var bytes = WRITTEN.get(at).bytes().clone();
        var place = random.nextInt(bytes.length);
        bytes[place] = (byte) (bytes[place] + 1 + random.nextInt(255));
        // A line break in the middle of a line makes two of it, as it does in the file.
        if (bytes[place] == '\n') {
            bytes[place] = ' ';
        }
        return replaced(at, bytes);
    }

    private static Altered replaced(int at, byte[] line) {
        return edited(Fault.ALTERED, at, lines -> lines.set(at, Line.of(line)));
    }

    /** The same entry with something else in one field. */
    private static byte[] field(Random random, byte[] line) {
        var text = new String(line, StandardCharsets.UTF_8);
        var other = switch (random.nextInt(5)) {
            case 0 -> text.replaceFirst("\"id\":\"officer\\.\\d+\"", "\"id\":\"officer.99\"");
            case 1 -> text.replaceFirst("\"id\":\"case-\\d+\"", "\"id\":\"case-9999\"");
            case 2 -> text.replaceFirst("\"at\":\"2014", "\"at\":\"2015");
            case 3 -> text.replaceFirst("\"authority\":\"XH-CA\"", "\"authority\":\"XR-CA\"");
            default -> text.replaceFirst("\"status\":\\d+", "\"status\":304");
        };
        return other.getBytes(StandardCharsets.UTF_8);
    }

    /** The line with the hash that its bytes have, as somebody would write it who knows the format. */
    private static byte[] rehashed(byte[] line) {
        var text = new String(line, StandardCharsets.UTF_8);
        var hashed = text.substring(0, text.lastIndexOf(",\"hash\":\""));
        return (hashed + ",\"hash\":\"" + Hashes.ofText(hashed) + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static Altered edited(Fault fault, int at, Consumer<List<Line>> edit) {
        var lines = new ArrayList<>(WRITTEN);
        edit.accept(lines);
        return new Altered(lines, true, fault, at + 1);
    }

    private static byte[] file(List<Line> lines, boolean ended) {
        var out = new ByteArrayOutputStream();
        for (var i = 0; i < lines.size(); i++) {
            out.writeBytes(lines.get(i).bytes());
            if (ended || i < lines.size() - 1) {
                out.write('\n');
            }
        }
        return out.toByteArray();
    }
}
