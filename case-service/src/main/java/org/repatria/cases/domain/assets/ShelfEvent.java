package org.repatria.cases.domain.assets;

import java.util.List;
import java.util.Set;

/** What can have happened to a shelf. */
public sealed interface ShelfEvent {

    /** It began, with what the case had kept itself. */
    record ShelfSetUp(Set<String> states, List<LinkedAsset> assets) implements ShelfEvent {}

    /** An asset that names the case stands otherwise than before. */
    record AssetNoted(LinkedAsset asset) implements ShelfEvent {}

    /** An asset no longer counts for the case. */
    record AssetForgotten(String assetId) implements ShelfEvent {}
}
