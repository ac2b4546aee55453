package org.repatria.assets.reactions;

import java.util.List;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.SettleDuplicates;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.messaging.consuming.Reaction;

/** Does what follows for other assets once more, in case whoever set it off was cut off before that. */
public final class WhenAssetMayBeTwoThenSettleIt implements Reaction<AssetCommand> {

    @Override
    public List<CommandFor<AssetCommand>> to(PublishedRecord event) {
        return List.of(new CommandFor<>(event.subject(), new SettleDuplicates()));
    }
}
