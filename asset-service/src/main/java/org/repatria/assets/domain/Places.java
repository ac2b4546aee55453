package org.repatria.assets.domain;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where an asset is, and where it was. On every day it is at one place: the one to which it came last.
 *
 * @param all entries in the order in which they were recorded, corrected ones included; never empty
 */
public record Places(List<Stay> all) {

    public Places {
        all = List.copyOf(all);
    }

    /** The place with which an asset is registered; nobody says since when it is there. */
    static Places registered(AssetId assetId, Location location, Provenance provenance, Instant at) {
        var id = new PlaceId("place-" + assetId.value().substring("asset-".length()));
        return new Places(List.of(new Stay(id, location, Optional.empty(), provenance, at, Optional.empty())));
    }

    /** Entries that count, by their days. */
    public List<Stay> inOrder() {
        return all.stream()
                .filter(Stay::counts)
                .sorted(comparing(it -> it.from().orElse(LocalDate.MIN)))
                .toList();
    }

    /** Where the asset is as far as is known. */
    public Location now() {
        return inOrder().getLast().location();
    }

    /** Where it was on a day. Of days before the first that is known nothing else is known than that first place. */
    Location on(LocalDate day) {
        var known = inOrder();
        return known.stream()
                .filter(it -> it.from().filter(day::isBefore).isEmpty())
                .reduce((_, later) -> later)
                .orElse(known.getFirst())
                .location();
    }

    /** The last day at a place; empty where the asset still is there, as far as is known. */
    public Optional<LocalDate> until(Stay stay) {
        return inOrder().stream()
                .flatMap(it -> it.from().stream())
                .filter(day -> day.isAfter(stay.from().orElse(LocalDate.MIN)))
                .min(Comparator.naturalOrder())
                .filter(_ -> stay.counts())
                .map(day -> day.minusDays(1));
    }

    Optional<Stay> stay(PlaceId id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    Places with(Stay stay) {
        var longer = new ArrayList<>(all);
        longer.add(stay);
        return new Places(longer);
    }

    Places corrected(PlaceId id, Stay.Correction how, Stay successor) {
        return new Places(all.stream()
                        .map(it -> it.id().equals(id) ? it.corrected(how) : it)
                        .toList())
                .with(successor);
    }
}
