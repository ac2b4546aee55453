package org.repatria.assets.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is known of whether an asset is the same as others.
 *
 * @param possible assets of its state that may be the same one, in the order in which they were found
 * @param merger that it is one with another, or was
 * @param taken what it answered others that were to be one with it, the last answer to each
 */
public record Sameness(List<PossibleDuplicate> possible, Optional<Merger> merger, List<TakenIn> taken) {

    static final Sameness NOTHING_KNOWN = new Sameness(List.of(), Optional.empty(), List.of());

    public Sameness {
        possible = possible == null ? List.of() : List.copyOf(possible);
        taken = taken == null ? List.of() : List.copyOf(taken);
    }

    /** The asset that stands for this one, at which nothing changes meanwhile. */
    public Optional<Merger> mergedInto() {
        return merger.filter(Merger::holds);
    }

    public boolean isMerged() {
        return mergedInto().isPresent();
    }

    /** What was answered last to another one. */
    public Optional<TakenIn> takenFrom(AssetId other) {
        return taken.stream().filter(it -> it.from().equals(other)).findFirst();
    }

    /** The others for which this asset stands. */
    public List<TakenIn> takenIn() {
        return taken.stream().filter(TakenIn::isHere).toList();
    }

    public Optional<PossibleDuplicate> with(AssetId other) {
        return possible.stream().filter(it -> it.other().equals(other)).findFirst();
    }

    /** Those on which nobody has decided yet. */
    public List<PossibleDuplicate> undecided() {
        return possible.stream()
                .filter(it -> it.isUndecided()
                        && takenFrom(it.other()).filter(TakenIn::isHere).isEmpty())
                .toList();
    }

    Sameness found(PossibleDuplicate found) {
        if (with(found.other()).isPresent()) {
            return changing(found.other(), was -> was.foundBy(found.by(), found.since()));
        }
        var longer = new ArrayList<>(possible);
        longer.add(found);
        return new Sameness(longer, merger, taken);
    }

    Sameness keptApart(AssetId other, PossibleDuplicate.KeptApart how) {
        return changing(other, was -> was.keptApart(how));
    }

    private Sameness changing(AssetId other, UnaryOperator<PossibleDuplicate> change) {
        return new Sameness(
                possible.stream()
                        .map(it -> it.other().equals(other) ? change.apply(it) : it)
                        .toList(),
                merger,
                taken);
    }

    Sameness merging(Merger now) {
        return new Sameness(possible, Optional.of(now), taken);
    }

    Sameness answered(TakenIn answer) {
        var answers = new ArrayList<>(taken);
        answers.removeIf(it -> it.from().equals(answer.from()));
        answers.add(answer);
        return new Sameness(possible, merger, answers);
    }
}
