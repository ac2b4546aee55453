package org.repatria.messaging.accessjournal.verifying;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.repatria.messaging.accessjournal.verifying.ReadLine.Kind;

/**
 * Walks the lines of one chain until one is not the one that should come, and says what became of it. It goes in the
 * order of the file.
 */
final class ChainCheck {

    private final List<ReadLine> lines;
    private final String chain;
    private final List<Integer> own;
    private final boolean ended;

    ChainCheck(List<ReadLine> lines, String chain, List<Integer> own, boolean ended) {
        this.lines = lines;
        this.chain = chain;
        this.own = own;
        this.ended = ended;
    }

    Optional<Finding> finding() {
        var head = "";
        for (var i = 0; i < own.size(); i++) {
            var line = line(i);
            var fits = line.intact()
                    && line.position() == i
                    && (i == 0 ? line.kind() == Kind.CHAIN : line.previousHash().equals(head))
                    && (i == 0 || line(i - 1).kind() != Kind.CLOSE);
            if (!fits) {
                return Optional.of(broken(i, head));
            }
            head = line.hash();
        }
        return line(own.size() - 1).kind() == Kind.CLOSE ? Optional.empty() : Optional.of(unfinished());
    }

    private ReadLine line(int i) {
        return lines.get(own.get(i));
    }

    private Finding at(int i, Fault fault, String detail) {
        return new Finding(chain, own.get(i) + 1, i, fault, detail);
    }

    private Finding unfinished() {
        var last = own.getLast() + 1;
        return new Finding(chain, last + 1, own.size(), Fault.CUT_OFF, "the chain does not end after line " + last);
    }

    /** The i-th line is not the one that should come; all before it fit together. */
    private Finding broken(int i, String head) {
        var line = line(i);
        if (!line.intact()) {
            return damaged(i, head);
        }
        if (i > 0 && line(i - 1).kind() == Kind.CLOSE) {
            return afterTheEnd(i);
        }
        if (i > 0 && line.position() != i && line.previousHash().equals(head)) {
            return at(i, Fault.ALTERED, "it follows the line before it under another number");
        }
        if (line.position() == i) {
            return unlinked(i);
        }
        return line.position() < i ? repeated(i) : early(i);
    }

    private Finding damaged(int i, String head) {
        if (rest(i).anyMatch(later -> line(later).intact()
                && line(later).position() == i
                && (i == 0 || line(later).previousHash().equals(head)))) {
            return at(i, Fault.INSERTED, "it is no line of the chain; what should stand here comes later");
        }
        return own.get(i) == lines.size() - 1 && !ended
                ? at(i, Fault.CUT_OFF, "the file ends within this line")
                : at(i, Fault.ALTERED, "its hash is not that of its bytes");
    }

    private Finding afterTheEnd(int i) {
        var late = line(i).position();
        return late < own.size() && line((int) late).hash().equals(line(i).hash())
                ? at(i, Fault.INSERTED, "a repeat of entry " + late)
                : at(i, Fault.INSERTED, "it comes after the end of its chain");
    }

    /**
     * The right number, but it says that another line came before. One of the two was made anew, with a hash that fits.
     */
    private Finding unlinked(int i) {
        if (i == 0) {
            return at(i, Fault.ALTERED, "no entry begins a chain");
        }
        if (line(i).kind() == Kind.CLOSE ? isVouchedForByTheFile(i) : isVouchedFor(i)) {
            return at(i - 1, Fault.ALTERED, "the line after it was made after another one");
        }
        return at(i, Fault.ALTERED, "it does not follow the line before it");
    }

    private boolean isVouchedFor(int i) {
        return rest(i).anyMatch(later -> line(later).previousHash().equals(line(i).hash()));
    }

    /**
     * Whether the line that follows the chain in the file vouches for its end. The last line of the file names the hash
     * of the last chain's end, and the next chain that of the last entry.
     */
    private boolean isVouchedForByTheFile(int i) {
        var next = own.get(i) + 1;
        if (next == lines.size()) {
            return false;
        }
        var after = lines.get(next);
        return after.kind() == Kind.END
                ? after.previousHash().equals(line(i).hash())
                : after.previousHash().equals(line(i).previousHash());
    }

    /** A number that was there already: a repeat, or one of two that claim the same place. */
    private Finding repeated(int i) {
        var line = line(i);
        var first = (int) line.position();
        if (line(first).hash().equals(line.hash())) {
            return at(i, Fault.INSERTED, "a repeat of line " + (own.get(first) + 1));
        }
        return first == i - 1 && isVouchedFor(i) && !isNamedAsPrevious(first, i)
                ? at(first, Fault.INSERTED, "line " + (own.get(i) + 1) + " is the one that should stand here")
                : at(i, Fault.INSERTED, "entry " + first + " stands in line " + (own.get(first) + 1));
    }

    private boolean isNamedAsPrevious(int named, int from) {
        return rest(from)
                .anyMatch(later -> line(later).previousHash().equals(line(named).hash()));
    }

    /** A number that should come later. */
    private Finding early(int i) {
        var line = line(i);
        var expected = rest(i).filter(later -> line(later).position() == i).findFirst();
        if (expected.isEmpty()) {
            var until = line.position() - 1;
            return at(i, Fault.MISSING, until == i ? name(i) : name(i) + " to " + name(until));
        }
        var copied =
                rest(i).anyMatch(later -> line(later).intact() && line(later).position() == line.position());
        return copied
                ? at(i, Fault.INSERTED, "entry " + line.position() + " stands in its own place too")
                : at(
                        i,
                        Fault.OUT_OF_ORDER,
                        "what should stand here comes in line " + (own.get(expected.getAsInt()) + 1));
    }

    private static String name(long position) {
        return position == 0 ? "the line that begins the chain" : "entry " + position;
    }

    private IntStream rest(int i) {
        return IntStream.range(i + 1, own.size());
    }
}
