package org.repatria.cases.reactions;

import java.util.List;
import org.repatria.cases.domain.assets.AssetNews;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.messaging.consuming.Reaction;

/** An asset that no longer names a case does not keep the case open. */
public final class WhenAssetIsUnlinkedThenForgetIt implements Reaction<AssetNews> {

    @Override
    public List<CommandFor<AssetNews>> to(PublishedRecord event) {
        var link = event.as(Link.class);
        return List.of(new CommandFor<>(link.caseId(), new AssetNews.Unlinked(event.subject(), event.time())));
    }

    /** What is read of the event. */
    record Link(String caseId) {}
}
