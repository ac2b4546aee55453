package org.repatria.assets.reactions;

import java.util.List;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.NoteKeptApart;
import org.repatria.messaging.consuming.CommandFor;

/** A person finds two assets to be two at one of them; the other learns of it. */
public final class WhenAssetsAreKeptApartThenTellTheOther {

    private WhenAssetsAreKeptApartThenTellTheOther() {}

    public static List<CommandFor<AssetCommand>> to(Registered asset) {
        return asset.sameness().possible().stream()
                .flatMap(it -> it.keptApart().stream()
                        .map(how ->
                                new CommandFor<AssetCommand>(it.other().value(), new NoteKeptApart(asset.id(), how))))
                .toList();
    }
}
