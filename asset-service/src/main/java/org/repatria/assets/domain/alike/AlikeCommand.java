package org.repatria.assets.domain.alike;

import org.repatria.assets.domain.AssetId;

/** What may be asked of a meeting of assets that are alike. */
public sealed interface AlikeCommand {

    /** Take in an asset that says the same of itself. */
    record Join(AssetId assetId) implements AlikeCommand {}
}
