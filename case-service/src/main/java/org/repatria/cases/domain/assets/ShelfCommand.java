package org.repatria.cases.domain.assets;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What may be asked of a shelf. Nothing is refused: these are news, and nobody could do anything about it. */
public sealed interface ShelfCommand {

    /**
     * Begin, before anything is put on it.
     *
     * @param states the two states of the case
     * @param assets what the case kept itself, before its assets had shelves
     */
    record SetUpShelf(Set<String> states, List<LinkedAsset> assets) implements ShelfCommand {}

    /** Take note of how an asset stands that is on the file of a state. */
    record NoteAsset(LinkedAsset asset, String holder) implements ShelfCommand {}

    /** Forget an asset in whose place another one stands. */
    record ForgetAsset(String assetId) implements ShelfCommand {}

    /** Take note that an asset no longer names the case. */
    record UnlinkAsset(String assetId, Instant at) implements ShelfCommand {}
}
