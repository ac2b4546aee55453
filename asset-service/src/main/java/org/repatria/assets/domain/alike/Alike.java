package org.repatria.assets.domain.alike;

import java.util.List;
import org.repatria.assets.domain.AssetId;

/**
 * The assets of one state that have the same identifier, or the same kind, place and description.
 *
 * @param assets in the order in which they came
 */
public record Alike(List<AssetId> assets) {

    public Alike {
        assets = List.copyOf(assets);
    }
}
