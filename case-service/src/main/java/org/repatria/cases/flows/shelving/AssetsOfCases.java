package org.repatria.cases.flows.shelving;

import java.util.Comparator;
import java.util.List;
import org.repatria.cases.domain.assets.LinkedAsset;
import org.repatria.cases.domain.assets.Shelf;
import org.repatria.cases.domain.assets.ShelfCommand;
import org.repatria.cases.domain.casefile.CaseFile;
import org.repatria.messaging.Aggregates;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Some of the assets of a case, one by one, for those who read the case. */
public final class AssetsOfCases {

    /** Shelves read at once: most that a case of a few assets has, and at most some two hundred kB. */
    private static final int SHELVES_AT_ONCE = 4;

    private final Aggregates<ShelfCommand, Shelf> shelves;

    public AssetsOfCases(Aggregates<ShelfCommand, Shelf> shelves) {
        this.shelves = shelves;
    }

    /** As many as are asked for, in the order of their ids. Of more than that, those of the first shelves. */
    public Mono<List<LinkedAsset>> some(CaseFile file, int limit) {
        var dossier = file.dossier();
        return Flux.concat(
                        Flux.fromIterable(dossier.assets()),
                        Flux.fromIterable(dossier.allKnownAssets().shelves())
                                .map(shelf -> new Place(file.id().value(), shelf).id())
                                .buffer(SHELVES_AT_ONCE)
                                .concatMap(shelves::readAll)
                                .flatMapIterable(shelf -> shelf.state().assets()))
                .take(limit)
                .sort(Comparator.comparing(LinkedAsset::assetId))
                .collectList();
    }
}
