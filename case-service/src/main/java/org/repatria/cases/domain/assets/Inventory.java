package org.repatria.cases.domain.assets;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The shelves of a case with how the assets on each stand, and the sum of it.
 *
 * @param shelves in the order of their numbers
 * @param known the sum, as the case is told of it
 */
public record Inventory(List<ShelfNote> shelves, KnownAssets known) {

    public Inventory {
        shelves = List.copyOf(shelves);
    }

    static Inventory none() {
        return new Inventory(List.of(), KnownAssets.none());
    }

    /**
     * What a shelf last said.
     *
     * @param changes the number of the shelf's change with which it said so
     */
    public record ShelfNote(int shelf, long changes, AssetsByState byState) {}

    Optional<ShelfNote> of(int shelf) {
        return shelves.stream().filter(note -> note.shelf() == shelf).findFirst();
    }

    Inventory noting(ShelfNote said) {
        var next = Stream.concat(shelves.stream().filter(note -> note.shelf() != said.shelf()), Stream.of(said))
                .sorted(Comparator.comparingInt(ShelfNote::shelf))
                .toList();
        var sum = new KnownAssets(
                known.changes(),
                next.stream().map(ShelfNote::shelf).toList(),
                AssetsByState.together(next.stream().map(ShelfNote::byState)));
        return new Inventory(
                next, sum.equals(known) ? known : new KnownAssets(known.changes() + 1, sum.shelves(), sum.byState()));
    }
}
