package org.repatria.cases.domain.assets;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a case was last told of its assets.
 *
 * @param changes counts the changes of what is said here; the higher one is the newer one
 * @param shelves those that it is the sum of
 */
public record KnownAssets(long changes, List<Integer> shelves, AssetsByState byState) {

    public KnownAssets {
        shelves = List.copyOf(shelves);
    }

    public static KnownAssets none() {
        return new KnownAssets(0, List.of(), AssetsByState.none());
    }

    public boolean isNewerThan(KnownAssets other) {
        return changes > other.changes;
    }

    /** Those of assets that no shelf has taken over from the case. */
    public List<LinkedAsset> notIn(List<LinkedAsset> keptInTheCase) {
        return keptInTheCase.stream()
                .filter(asset -> !shelves.contains(Shelf.of(asset.assetId())))
                .toList();
    }

    /** How all stand, with those that the case still keeps itself. */
    public AssetsByState with(List<LinkedAsset> keptInTheCase) {
        return keptInTheCase.isEmpty()
                ? byState
                : AssetsByState.together(Stream.of(byState, AssetsByState.of(keptInTheCase)));
    }
}
