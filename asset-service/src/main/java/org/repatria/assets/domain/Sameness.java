package org.repatria.assets.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is known of whether an asset is the same as others.
 *
 * @param possible assets of its state that may be the same one, in the order in which they were found
 */
public record Sameness(List<PossibleDuplicate> possible) {

    static final Sameness NOTHING_KNOWN = new Sameness(List.of());

    public Sameness {
        possible = possible == null ? List.of() : List.copyOf(possible);
    }

    public Optional<PossibleDuplicate> with(AssetId other) {
        return possible.stream().filter(it -> it.other().equals(other)).findFirst();
    }

    /** Those on which nobody has decided yet. */
    public List<PossibleDuplicate> undecided() {
        return possible.stream().filter(PossibleDuplicate::isUndecided).toList();
    }

    Sameness found(PossibleDuplicate found) {
        if (with(found.other()).isPresent()) {
            return changing(found.other(), was -> was.foundBy(found.by(), found.since()));
        }
        var longer = new ArrayList<>(possible);
        longer.add(found);
        return new Sameness(longer);
    }

    Sameness keptApart(AssetId other, PossibleDuplicate.KeptApart how) {
        return changing(other, was -> was.keptApart(how));
    }

    private Sameness changing(AssetId other, UnaryOperator<PossibleDuplicate> change) {
        return new Sameness(possible.stream()
                .map(it -> it.other().equals(other) ? change.apply(it) : it)
                .toList());
    }
}
