package org.repatria.messaging.accessjournal.verifying;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.repatria.messaging.accessjournal.verifying.ReadLine.Kind;

/**
 * Says whether an export is whole. It checks each chain for itself first, then how the chains stand to each other and
 * to the file.
 */
public final class JournalVerifier {

    private static final String GENESIS = "GENESIS";
    private static final String ZERO = "0".repeat(64);
    private static final Pattern NUMBERED = Pattern.compile("(.+)\\.(\\d{10,15})");

    /** Whose a line is that belongs to no chain: the last one, and what stands where it should. */
    private static final String FILE = "";

    private final List<ReadLine> lines;
    private final boolean ended;
    private final String[] owners;
    private final Map<String, List<Integer>> chains = new LinkedHashMap<>();
    private final Map<String, Finding> findings = new HashMap<>();

    private JournalVerifier(List<ReadLine> lines, boolean ended) {
        this.lines = lines;
        this.ended = ended;
        this.owners = new String[lines.size()];
    }

    /** The verdict on a file. */
    public static Verdict verify(InputStream file) throws IOException {
        var read = JournalFile.read(file);
        return judge(read.lines(), read.ended());
    }

    /**
     * The verdict on lines that were read.
     *
     * @param ended whether the last line has its line break
     */
    static Verdict judge(List<ReadLine> lines, boolean ended) {
        return new JournalVerifier(lines, ended).verdict();
    }

    private Verdict verdict() {
        assign();
        chains.forEach((chain, own) -> {
            if (!chain.equals(FILE)) {
                new ChainCheck(lines, chain, own, ended).finding().ifPresent(this::add);
            }
        });
        checkOrderOfChains();
        checkThatChainsStandTogether();
        checkWhatTheyFollow();
        checkEnd();
        var sorted = findings.values().stream()
                .sorted(Comparator.comparingInt(Finding::line))
                .toList();
        var entries = lines.stream().filter(line -> line.kind() == Kind.ENTRY).count();
        return new Verdict(entries, (int) chainIds().count(), sorted, followed());
    }

    private Stream<String> chainIds() {
        return chains.keySet().stream().filter(chain -> !chain.equals(FILE));
    }

    /** The lines of a chain, by their index in the file. */
    private List<Integer> own(String chain) {
        return chains.getOrDefault(chain, List.of());
    }

    private void add(Finding finding) {
        findings.putIfAbsent(finding.chain(), finding);
    }

    /**
     * Gives each line to its chain. It goes by what the line says, or, where that cannot be believed, by where it
     * stands.
     */
    private void assign() {
        List<Integer> own = List.of();
        for (var i = 0; i < lines.size(); i++) {
            owners[i] = owner(i);
            if (i == 0 || !owners[i].equals(owners[i - 1])) {
                own = chains.computeIfAbsent(owners[i], _ -> new ArrayList<>());
            }
            own.add(i);
        }
    }

    private String owner(int at) {
        var line = lines.get(at);
        if (line.intact()) {
            return line.kind() == Kind.END ? FILE : line.chain();
        }
        var between =
                at == 0 || (lines.get(at - 1).intact() && lines.get(at - 1).kind() == Kind.CLOSE);
        return between ? nextOwner(at) : owners[at - 1];
    }

    private String nextOwner(int at) {
        for (var i = at + 1; i < lines.size(); i++) {
            if (lines.get(i).intact()) {
                return lines.get(i).kind() == Kind.END ? FILE : lines.get(i).chain();
            }
        }
        return FILE;
    }

    private void checkOrderOfChains() {
        var last = new Numbered(FILE, 0);
        for (var chain : chainIds().toList()) {
            var now = Numbered.of(chain);
            var line = own(chain).getFirst() + 1;
            if (isStranger(chain)) {
                findings.put(
                        chain, new Finding(chain, line, 0, Fault.INSERTED, "an entry of a chain that is not here"));
                continue;
            }
            if (now.number() == 0 || (last.number() > 0 && !now.series().equals(last.series()))) {
                add(new Finding(chain, line, 0, Fault.INSERTED, "the chain is not of the series of the one before"));
                continue;
            }
            if (last.number() > 0 && now.number() > last.number() + 1) {
                var expected = last.next();
                add(
                        chains.containsKey(expected)
                                ? new Finding(chain, line, 0, Fault.OUT_OF_ORDER, expected + " should come here")
                                : new Finding(expected, line, 0, Fault.MISSING, "the chain should stand here"));
            }
            if (now.number() > last.number()) {
                last = now;
            }
        }
    }

    /** A chain of which neither the beginning nor the end is here: something of another file. */
    private boolean isStranger(String chain) {
        return own(chain).stream()
                .map(lines::get)
                .noneMatch(line -> line.kind() == Kind.CHAIN || line.kind() == Kind.CLOSE || !line.intact());
    }

    private void checkThatChainsStandTogether() {
        for (var chain : chains.entrySet()) {
            var own = chain.getValue();
            for (var i = 1; i < own.size(); i++) {
                if (own.get(i) != own.get(i - 1) + 1 && !chain.getKey().equals(FILE)) {
                    interrupted(chain.getKey(), own.get(i - 1) + 1, own.get(i));
                    break;
                }
            }
        }
    }

    private void interrupted(String chain, int from, int to) {
        for (var i = from; i < to; i++) {
            if (findings.containsKey(owners[i]) || findings.containsKey(chain)) {
                return;
            }
        }
        var position = lines.get(to).position();
        add(new Finding(
                chain, from + 1, position, Fault.OUT_OF_ORDER, "what should stand here comes in line " + (to + 1)));
    }

    private void checkWhatTheyFollow() {
        for (var chain : chainIds().toList()) {
            var own = own(chain);
            var first = lines.get(own.getFirst());
            var number = Numbered.of(chain);
            if (findings.containsKey(chain)) {
                continue;
            }
            var before = number.before();
            if (number.number() == 1) {
                if (!first.follows().equals(GENESIS) || !first.previousHash().equals(ZERO)) {
                    add(new Finding(chain, own.getFirst() + 1, 0, Fault.ALTERED, "the first chain follows nothing"));
                }
            } else if (!first.follows().equals(before)) {
                add(new Finding(chain, own.getFirst() + 1, 0, Fault.ALTERED, "it does not follow " + before));
            } else if (chains.containsKey(before) && !findings.containsKey(before)) {
                follow(chain, first, before, own(before));
            }
        }
    }

    private void follow(String chain, ReadLine first, String before, List<Integer> linesBefore) {
        var entries = linesBefore.size() - 2;
        if (first.count() > entries) {
            add(new Finding(
                    before,
                    linesBefore.getLast() + 1,
                    entries + 1L,
                    Fault.CUT_OFF,
                    chain + " follows its entry " + first.count() + ", it has " + entries));
            return;
        }
        var followed = lines.get(linesBefore.get((int) first.count()));
        if (!followed.hash().equals(first.previousHash())) {
            var line = own(chain).getFirst() + 1;
            add(new Finding(
                    chain, line, 0, Fault.ALTERED, "it follows another entry " + first.count() + " of " + before));
        }
    }

    private void checkEnd() {
        var own = chains.getOrDefault(FILE, List.of());
        var ends = own.stream().filter(i -> lines.get(i).intact()).toList();
        if (ends.isEmpty()) {
            withoutEnd(own);
            return;
        }
        var end = ends.getFirst();
        var odd = own.stream().filter(i -> !i.equals(end)).findFirst();
        if (odd.isPresent()) {
            add(Finding.ofFile(odd.get() + 1, Fault.INSERTED, "it belongs to no chain"));
        } else if (end != lines.size() - 1) {
            if (!findings.containsKey(owners[end + 1])) {
                add(Finding.ofFile(end + 1, Fault.OUT_OF_ORDER, "the last line of an export is not the last here"));
            }
        } else if (!ended) {
            add(Finding.ofFile(end + 1, Fault.CUT_OFF, "the line break at the end is missing"));
        } else if (findings.isEmpty()) {
            compare(lines.get(end), end);
        }
    }

    private void withoutEnd(List<Integer> own) {
        if (!own.isEmpty()) {
            var line = own.getFirst() + 1;
            var fault = ended ? Fault.ALTERED : Fault.CUT_OFF;
            add(Finding.ofFile(line, fault, "the last line of the export is not what was written"));
            return;
        }
        var lastIsCut = !lines.isEmpty()
                && Optional.ofNullable(findings.get(owners[lines.size() - 1]))
                        .filter(finding -> finding.fault() == Fault.CUT_OFF)
                        .isPresent();
        if (!lastIsCut) {
            add(Finding.ofFile(lines.size() + 1, Fault.CUT_OFF, "the last line of the export is missing"));
        }
    }

    private void compare(ReadLine end, int at) {
        var seen = chainIds().count();
        var entries = lines.stream().filter(line -> line.kind() == Kind.ENTRY).count();
        var before = at == 0 ? ZERO : lines.get(at - 1).hash();
        if (end.count() > seen && !end.previousHash().equals(before)) {
            add(Finding.ofFile(at + 1, Fault.MISSING, "the export had " + end.count() + " chains, here are " + seen));
        } else if (end.count() != seen
                || end.position() != entries
                || !end.previousHash().equals(before)) {
            add(Finding.ofFile(at + 1, Fault.ALTERED, "the last line does not fit the lines before it"));
        }
    }

    private String followed() {
        return lines.stream()
                .findFirst()
                .map(ReadLine::follows)
                .filter(follows -> !follows.equals(GENESIS))
                .orElse("");
    }

    /** A chain's id in its two parts. */
    private record Numbered(String series, long number) {
        /** Number 0 for what is no id of a chain. */
        static Numbered of(String chain) {
            var match = NUMBERED.matcher(chain);
            return match.matches()
                    ? new Numbered(match.group(1), Long.parseLong(match.group(2)))
                    : new Numbered(chain, 0);
        }

        String next() {
            return of(number + 1);
        }

        String before() {
            return of(number - 1);
        }

        private String of(long other) {
            return String.format(Locale.ROOT, "%s.%010d", series, other);
        }
    }
}
