package org.repatria.assets.reactions;

import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.GiveBack;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.NoteAnswer;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.TakeIn;
import org.repatria.assets.domain.AssetEvent;
import org.repatria.assets.domain.AssetEvent.MergingBegan;
import org.repatria.assets.domain.AssetEvent.SeparationBegan;
import org.repatria.assets.domain.AssetEvent.StepProposed;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.Merger;
import org.repatria.assets.domain.Proposal.Step;
import org.repatria.messaging.consuming.CommandFor;

/** An asset that is to be one with another, or two again, asks that one, and hears what it answered. */
public final class WhenAssetIsMergedThenAskTheOther {

    private WhenAssetIsMergedThenAskTheOther() {}

    /** What an asset asks that stands in the middle of it. */
    public static List<CommandFor<AssetCommand>> to(Registered asset) {
        return asset.sameness().mergedInto().stream()
                .flatMap(it -> asked(it, asset).stream())
                .toList();
    }

    private static Optional<CommandFor<AssetCommand>> asked(Merger merger, Registered asset) {
        return switch (merger.phase()) {
            case BEGUN -> Optional.of(ask(merger.into(), TakeIn.of(asset, merger.number())));
            case SEPARATING -> Optional.of(ask(merger.into(), new GiveBack(asset.id(), merger.number())));
            case MERGED, ENDED -> Optional.empty();
        };
    }

    /** What an asset would ask after these events. A merging that waits for a second person is looked at as well. */
    public static List<CommandFor<AssetCommand>> wouldAsk(List<AssetEvent> events, Registered asset) {
        return events.stream()
                .flatMap(event -> switch (event) {
                    case MergingBegan e -> List.of(ask(e.into(), TakeIn.of(asset, e.number()))).stream();
                    case SeparationBegan e -> List.of(ask(e.into(), new GiveBack(asset.id(), e.number()))).stream();
                    case StepProposed(var proposal)
                    when proposal.step() instanceof Step.OfMerger(var _, var into, var _) ->
                        List.of(ask(into, TakeIn.of(asset, 0))).stream();
                    case AssetEvent _ -> List.<CommandFor<AssetCommand>>of().stream();
                })
                .toList();
    }

    /** What the asset is told of the answer; nothing where there is none yet. */
    public static List<CommandFor<AssetCommand>> answer(Registered asset, Registered kept) {
        return kept.sameness().takenFrom(asset.id()).stream()
                .map(it -> ask(asset.id(), new NoteAnswer(kept.id(), it)))
                .toList();
    }

    private static CommandFor<AssetCommand> ask(AssetId whom, AssetCommand command) {
        return new CommandFor<>(whom.value(), command);
    }
}
