package org.repatria.messaging.consuming;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a consumer is with one subject.
 *
 * @param sequence the last one that is done
 * @param digests what the last ones said, newest first, at most {@value ConsumingLimits#DIGESTS_MAX}
 */
public record Progress(long sequence, List<String> digests) {

    /** Nothing is done yet. */
    public static final Progress NONE = new Progress(0, List.of());

    public Progress {
        digests = List.copyOf(digests);
    }

    /** The place after another event. */
    Progress at(long next, String digest) {
        var longer = new ArrayList<String>();
        longer.add(digest);
        if (next == sequence + 1) {
            longer.addAll(digests.subList(0, Math.min(digests.size(), ConsumingLimits.DIGESTS_MAX - 1)));
        }
        return new Progress(next, longer);
    }

    /** Whether something else was applied at that sequence; what is long ago is not remembered. */
    boolean contradicts(long earlier, String digest) {
        var back = sequence - earlier;
        return back >= 0 && back < digests.size() && !digests.get((int) back).equals(digest);
    }
}
