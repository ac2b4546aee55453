package org.repatria.cases.domain.assets;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What can have happened to a shelf. */
public sealed interface ShelfEvent {

    /** It began, with what the case had kept itself. */
    record ShelfSetUp(Set<String> states, List<LinkedAsset> assets) implements ShelfEvent {}

    /** An asset that names the case stands otherwise than before. */
    record AssetNoted(LinkedAsset asset) implements ShelfEvent {}

    /** An asset no longer counts for the case, as another one stands in its place. */
    record AssetForgotten(String assetId) implements ShelfEvent {}

    /** An asset no longer names the case. */
    record AssetUnlinked(String assetId, Instant at) implements ShelfEvent {}
}
