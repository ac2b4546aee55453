package org.repatria.cases.domain.assets;

import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;

import org.repatria.cases.domain.assets.ShelfCommand.ForgetAsset;
import org.repatria.cases.domain.assets.ShelfCommand.NoteAsset;
import org.repatria.cases.domain.assets.ShelfCommand.SetUpShelf;
import org.repatria.cases.domain.assets.ShelfCommand.UnlinkAsset;
import org.repatria.cases.domain.assets.ShelfEvent.AssetForgotten;
import org.repatria.cases.domain.assets.ShelfEvent.AssetNoted;
import org.repatria.cases.domain.assets.ShelfEvent.AssetUnlinked;
import org.repatria.cases.domain.assets.ShelfEvent.ShelfSetUp;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;

/** Keeps how each asset stands. Late and repeated news change nothing, and neither do those of other states. */
public final class ShelfDecider implements Decider<ShelfCommand, Shelf, ShelfEvent> {

    @Override
    public Shelf initial() {
        return Shelf.none();
    }

    @Override
    public Decision<ShelfEvent> decide(ShelfCommand command, Shelf state, Occasion occasion) {
        return switch (command) {
            case SetUpShelf _ when state.isSetUp() -> nothingToDo();
            case SetUpShelf c -> accept(new ShelfSetUp(c.states(), c.assets()));
            case NoteAsset c
            when state.states().contains(c.holder()) && isNews(c.asset(), state) -> accept(new AssetNoted(c.asset()));
            case NoteAsset _ -> nothingToDo();
            case ForgetAsset c when state.has(c.assetId()) -> accept(new AssetForgotten(c.assetId()));
            case ForgetAsset _ -> nothingToDo();
            case UnlinkAsset c when isNews(c, state) -> accept(new AssetUnlinked(c.assetId(), c.at()));
            case UnlinkAsset _ -> nothingToDo();
        };
    }

    @Override
    public Shelf evolve(Shelf state, ShelfEvent event) {
        return switch (event) {
            case ShelfSetUp e -> state.setUp(e.states(), e.assets());
            case AssetNoted e -> state.noting(e.asset());
            case AssetForgotten e -> state.forgetting(e.assetId());
            case AssetUnlinked e -> state.unlinking(e.assetId(), e.at());
        };
    }

    private static boolean isNews(LinkedAsset asset, Shelf state) {
        return state.asset(asset.assetId())
                .map(known -> known.isOutdatedBy(asset))
                .orElse(state.unlinked(asset.assetId())
                                .filter(last -> !asset.isNamedAfter(last.at()))
                                .isEmpty()
                        && state.assets().size() < Shelf.ASSETS_MAX);
    }

    /** Not where the asset has named the case again since, nor where as much is known. */
    private static boolean isNews(UnlinkAsset unlinking, Shelf state) {
        return state.asset(unlinking.assetId())
                .map(known -> !known.isNamedAfter(unlinking.at()))
                .orElse(state.isSetUp()
                        && state.unlinked(unlinking.assetId())
                                .filter(last -> !last.at().isBefore(unlinking.at()))
                                .isEmpty());
    }
}
