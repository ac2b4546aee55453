package org.repatria.assets.reactions;

import java.util.List;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.knowncases.KnownCaseCommand;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.ForgetAsset;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.messaging.consuming.Reaction;

/** An asset that no longer names a case is not told of it any more. */
public final class WhenAssetIsUnlinkedThenForgetIt implements Reaction<KnownCaseCommand> {

    @Override
    public List<CommandFor<KnownCaseCommand>> to(PublishedRecord event) {
        var link = event.as(Link.class);
        return List.of(new CommandFor<>(link.caseId(), new ForgetAsset(new AssetId(event.subject()))));
    }

    /** What is read of the event. */
    record Link(String caseId) {}
}
