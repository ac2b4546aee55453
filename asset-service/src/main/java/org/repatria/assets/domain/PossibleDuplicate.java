package org.repatria.assets.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Another asset that may be the same one.
 *
 * @param by in what they are alike, in the order of {@link Likeness}
 * @param since when it was found
 * @param keptApart that a person looked at both and found them to be two; empty while nobody has decided
 */
public record PossibleDuplicate(AssetId other, List<Likeness> by, Instant since, Optional<KeptApart> keptApart) {

    public PossibleDuplicate {
        by = List.copyOf(by);
    }

    /**
     * How a person told the two apart.
     *
     * @param reason in an officer's words; never leaves the service
     */
    public record KeptApart(String reason, Instant at) {}

    boolean isUndecided() {
        return keptApart.isEmpty();
    }

    /** Alike in more than before, which asks for another look. */
    PossibleDuplicate foundBy(List<Likeness> more, Instant at) {
        var all = new TreeSet<>(by);
        all.addAll(more);
        return new PossibleDuplicate(other, new ArrayList<>(all), at, Optional.empty());
    }

    PossibleDuplicate keptApart(KeptApart how) {
        return new PossibleDuplicate(other, by, since, Optional.of(how));
    }
}
