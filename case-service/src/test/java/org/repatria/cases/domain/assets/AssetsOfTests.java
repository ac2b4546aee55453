package org.repatria.cases.domain.assets;

import java.util.Arrays;
import java.util.List;

/** What a case knows of its assets, as its shelves would say it. */
public final class AssetsOfTests {

    private AssetsOfTests() {}

    public static KnownAssets known(long changes, LinkedAsset... assets) {
        var shelves = Arrays.stream(assets)
                .map(asset -> Shelf.of(asset.assetId()))
                .distinct()
                .sorted()
                .toList();
        return new KnownAssets(changes, shelves, AssetsByState.of(List.of(assets)));
    }
}
