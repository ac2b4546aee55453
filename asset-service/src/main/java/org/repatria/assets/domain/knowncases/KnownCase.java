package org.repatria.assets.domain.knowncases;

import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.AssetId;

/**
 * A case as this service sees it: perhaps not at all yet, and with the assets that name it.
 *
 * @param facts empty until the case has appeared
 * @param assets those that name the case, in the order in which they did
 */
public record KnownCase(Optional<CaseFacts> facts, List<AssetId> assets) {

    public KnownCase {
        assets = List.copyOf(assets);
    }
}
