package org.repatria.assets.domain.alike;

import org.repatria.assets.domain.AssetId;

/** What can have happened to a meeting of assets that are alike. */
public sealed interface AlikeEvent {

    /** An asset came that says the same of itself. */
    record AssetJoined(AssetId assetId) implements AlikeEvent {}
}
