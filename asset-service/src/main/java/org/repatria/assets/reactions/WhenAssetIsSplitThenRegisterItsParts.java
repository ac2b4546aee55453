package org.repatria.assets.reactions;

import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.RegisterPart;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.Split.Side;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.messaging.consuming.Reaction;

/** An asset of which a part was awarded has two assets in its place. What they begin with is read at the asset. */
public final class WhenAssetIsSplitThenRegisterItsParts implements Reaction<AssetCommand> {

    @Override
    public List<CommandFor<AssetCommand>> to(PublishedRecord event) {
        var split = event.as(Split.class);
        var whole = new AssetId(event.subject());
        // The rest comes first: where its case looks for what was there, it is found.
        return List.of(
                new CommandFor<>(split.rest(), new RegisterPart(whole, Side.REST, Optional.empty())),
                new CommandFor<>(split.awarded(), new RegisterPart(whole, Side.AWARDED, Optional.empty())));
    }

    /** What is read of the event. */
    record Split(String awarded, String rest) {}
}
