package org.repatria.messaging.accessjournal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.repatria.messaging.accessjournal.Line.Follows;

/** The open end of one chain. It makes each batch out of the entries that come and the line that came before. */
final class Chain {

    private final ChainId id;
    private final AccessBatch first;
    private AccessBatch last;

    private Chain(ChainId id, AccessBatch first) {
        this.id = id;
        this.first = first;
        this.last = first;
    }

    static Chain begin(ChainId id, Instant started, Follows follows) {
        var line = Line.chain(id, started, follows);
        return new Chain(id, new AccessBatch(id.toString(), 0, 0, line.hash(), List.of(line.text())));
    }

    ChainId id() {
        return id;
    }

    /** The batch that begins it. */
    AccessBatch first() {
        return first;
    }

    /** Makes the next batch, the latest from now on. */
    AccessBatch next(List<AccessEntry> entries) {
        var lines = new ArrayList<String>(entries.size());
        var head = last.head();
        var sequence = last.lastSequence();
        for (var entry : entries) {
            var line = Line.entry(last.chain(), ++sequence, entry, head);
            lines.add(line.text());
            head = line.hash();
        }
        last = new AccessBatch(last.chain(), last.number() + 1, sequence, head, lines);
        return last;
    }

    boolean hasRoomFor(int entries) {
        return last.lastSequence() + entries <= AccessLimits.CHAIN_ENTRIES_MAX;
    }
}
