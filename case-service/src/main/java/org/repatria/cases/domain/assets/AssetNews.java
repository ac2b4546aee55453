package org.repatria.cases.domain.assets;

import java.time.Instant;
import java.util.Optional;

/** What a case hears of an asset that names it. */
public sealed interface AssetNews {

    /** The id of the asset. */
    String assetId();

    /** When it came about. */
    Instant at();

    /**
     * It stands so.
     *
     * @param holder the state whose file the asset is; a case of other states takes no note of it
     * @param inPlaceOf the asset that was split, where this is the part that stands where it stood
     */
    record Stands(LinkedAsset asset, String holder, Optional<String> inPlaceOf, Instant at) implements AssetNews {
        @Override
        public String assetId() {
            return asset.assetId();
        }
    }

    /** It no longer names the case. */
    record Unlinked(String assetId, Instant at) implements AssetNews {}

    /**
     * It was split. The case forgets it once it knows the part that stands where it stood, so that it looks at one of
     * them at every moment.
     *
     * @param rest the part that stands there
     */
    record Split(String assetId, String rest, Instant at) implements AssetNews {}
}
