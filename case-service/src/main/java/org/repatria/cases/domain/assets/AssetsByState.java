package org.repatria.cases.domain.assets;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How the assets of a case stand, state by state. It has as many entries as there are states, however many assets.
 *
 * @param states those in which any asset stands, in the order of their names
 */
public record AssetsByState(List<AssetsInState> states) {

    public AssetsByState {
        states = List.copyOf(states);
    }

    public static AssetsByState none() {
        return new AssetsByState(List.of());
    }

    public static AssetsByState of(Collection<LinkedAsset> assets) {
        return sum(assets.stream().map(LinkedAsset::alone));
    }

    /** All that stand anywhere. None may stand in two places. */
    static AssetsByState together(Stream<AssetsByState> places) {
        return sum(places.flatMap(place -> place.states.stream()));
    }

    private static AssetsByState sum(Stream<AssetsInState> some) {
        return new AssetsByState(
                some.collect(groupingBy(AssetsInState::state, TreeMap::new, toList())).values().stream()
                        .map(AssetsInState::together)
                        .toList());
    }

    public int count() {
        return states.stream().mapToInt(AssetsInState::count).sum();
    }

    public List<String> names() {
        return states.stream().map(AssetsInState::state).toList();
    }
}
