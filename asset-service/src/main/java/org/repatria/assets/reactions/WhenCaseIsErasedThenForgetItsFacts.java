package org.repatria.assets.reactions;

import java.util.List;
import org.repatria.assets.domain.CaseId;
import org.repatria.assets.domain.knowncases.KnownCaseCommand;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.EraseFacts;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.messaging.consuming.Reaction;

/** Erases the copy of what was erased where it lived. Lists that share the topic with cases are none of ours. */
public final class WhenCaseIsErasedThenForgetItsFacts implements Reaction<KnownCaseCommand> {

    @Override
    public List<CommandFor<KnownCaseCommand>> to(PublishedRecord event) {
        return CaseId.parse(event.subject()).stream()
                .<CommandFor<KnownCaseCommand>>map(caseId -> new CommandFor<>(caseId.value(), new EraseFacts()))
                .toList();
    }
}
