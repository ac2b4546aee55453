package org.repatria.cases.reactions;

import java.util.List;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.ForgetAsset;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.messaging.consuming.Reaction;

/** An asset that no longer names a case does not keep the case open. */
public final class WhenAssetIsUnlinkedThenForgetIt implements Reaction<CaseCommand> {

    @Override
    public List<CommandFor<CaseCommand>> to(PublishedRecord event) {
        var link = event.as(Link.class);
        return List.of(new CommandFor<>(link.caseId(), new ForgetAsset(event.subject(), event.time())));
    }

    /** What is read of the event. */
    record Link(String caseId) {}
}
