package org.repatria.cases.domain.assets;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Some of the assets of a case. A case with thousands of them has a few shelves, and news of one touches one shelf.
 *
 * @param states the two states of the case, whose assets alone stand here; none before the shelf is set up
 * @param assets in the order of their ids
 * @param changes counts the changes of how they stand; the higher one is the newer one
 * @param unlinked those that no longer name the case, the last one at the end: older news do not bring them back
 */
public record Shelf(Set<String> states, List<LinkedAsset> assets, long changes, List<Unlinked> unlinked) {

    /**
     * LIMIT: shelves of a case. With the most assets that a case has, 5,000, a shelf is some fifty kB, and so is the
     * sum of all shelves.
     *
     * <p>INVARIANT: never changed. Each asset would be looked for on another shelf than the one it stands on.
     */
    public static final int SHELVES = 16;

    /** LIMIT: assets on one shelf: three times what a case with the most assets has on each. */
    static final int ASSETS_MAX = 1_000;

    /** LIMIT: the last ones that were unlinked. Their news come within seconds of one another, whatever the order. */
    static final int UNLINKED_MAX = 100;

    public Shelf {
        states = Set.copyOf(states);
        assets = List.copyOf(assets);
        unlinked = List.copyOf(unlinked);
    }

    /** An asset that no longer names the case, and since when. */
    public record Unlinked(String assetId, Instant at) {}

    public static Shelf none() {
        return new Shelf(Set.of(), List.of(), 0, List.of());
    }

    /** The shelf that an asset stands on, in every process and for ever. The language says what this sum is. */
    public static int of(String assetId) {
        return Math.floorMod(assetId.hashCode(), SHELVES);
    }

    public boolean isSetUp() {
        return !states.isEmpty();
    }

    public boolean has(String assetId) {
        return asset(assetId).isPresent();
    }

    Optional<LinkedAsset> asset(String assetId) {
        return assets.stream().filter(asset -> asset.assetId().equals(assetId)).findFirst();
    }

    Optional<Unlinked> unlinked(String assetId) {
        return unlinked.stream().filter(it -> it.assetId().equals(assetId)).findFirst();
    }

    /** How those on it stand. */
    public AssetsByState byState() {
        return AssetsByState.of(assets);
    }

    Shelf setUp(Set<String> statesOfCase, List<LinkedAsset> taken) {
        return new Shelf(statesOfCase, List.of(), changes, unlinked).with(taken.stream());
    }

    Shelf noting(LinkedAsset asset) {
        return with(Stream.concat(others(asset.assetId()), Stream.of(asset)));
    }

    Shelf forgetting(String assetId) {
        return with(others(assetId));
    }

    Shelf unlinking(String assetId, Instant at) {
        var rest = forgetting(assetId);
        var before = unlinked.stream().filter(it -> !it.assetId().equals(assetId));
        var last = Stream.concat(before, Stream.of(new Unlinked(assetId, at))).toList();
        return new Shelf(
                states, rest.assets, rest.changes, last.subList(Math.max(0, last.size() - UNLINKED_MAX), last.size()));
    }

    private Stream<LinkedAsset> others(String assetId) {
        return assets.stream().filter(asset -> !asset.assetId().equals(assetId));
    }

    private Shelf with(Stream<LinkedAsset> standing) {
        var next = standing.sorted(Comparator.comparing(LinkedAsset::assetId)).toList();
        return new Shelf(states, next, AssetsByState.of(next).equals(byState()) ? changes : changes + 1, unlinked);
    }
}
