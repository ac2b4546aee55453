package org.repatria.assets.reactions;

import java.util.List;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.knowncases.KnownCaseCommand;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.AwaitCase;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.messaging.consuming.Reaction;

/** An asset that names a case waits at that case, known or not. */
public final class WhenAssetNamesACaseThenAwaitIt implements Reaction<KnownCaseCommand> {

    @Override
    public List<CommandFor<KnownCaseCommand>> to(PublishedRecord event) {
        var link = event.as(Link.class);
        return List.of(new CommandFor<>(link.caseId(), new AwaitCase(new AssetId(event.subject()))));
    }

    /** What is read of the event. */
    record Link(String caseId) {}
}
