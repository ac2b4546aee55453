package org.repatria.assets.domain.knowncases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.CaseGround;

/**
 * A case as this service sees it: perhaps not at all yet, and with the assets that name it.
 *
 * @param facts empty until the case has appeared
 * @param assets those that name the case, in the order in which they did
 * @param grounds on what steps on assets may rest, by the state whose assets are judged by it
 */
public record KnownCase(Optional<CaseFacts> facts, List<AssetId> assets, Map<String, CaseGround> grounds) {

    /** What was kept before cases said on what steps rest has no grounds. Nothing rests on it until they do. */
    public KnownCase {
        assets = List.copyOf(assets);
        grounds = grounds == null ? Map.of() : Map.copyOf(grounds);
    }

    public KnownCase(Optional<CaseFacts> facts, List<AssetId> assets) {
        this(facts, assets, Map.of());
    }

    KnownCase with(CaseFacts said) {
        return new KnownCase(Optional.of(said), assets, grounds);
    }

    KnownCase with(List<AssetId> naming) {
        return new KnownCase(facts, naming, grounds);
    }

    KnownCase with(String state, CaseGround ground) {
        var all = new TreeMap<>(grounds);
        all.put(state, ground);
        return new KnownCase(facts, assets, all);
    }
}
