package org.repatria.cases.reactions;

import java.util.List;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.NoteAsset;
import org.repatria.cases.domain.casefile.LinkedAsset;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.messaging.consuming.Reaction;

/**
 * A case knows which assets name it and how they stand: it cannot end while money is open. An asset that does not say
 * whose file it is is nobody's here.
 */
public final class WhenAssetChangesThenNoteItOnItsCases implements Reaction<CaseCommand> {

    /** The asset has met the case; one that it only names is told of later. */
    private static final String KNOWN = "KNOWN";

    @Override
    public List<CommandFor<CaseCommand>> to(PublishedRecord event) {
        var snapshot = event.as(Snapshot.class);
        var mark = new LinkedAsset(event.subject(), event.sequence(), snapshot.state());
        return snapshot.cases().stream()
                .filter(link -> link.standing().equals(KNOWN))
                .flatMap(link -> event.states().stream()
                        .map(holder ->
                                new CommandFor<CaseCommand>(link.caseId(), new NoteAsset(mark, holder, event.time()))))
                .toList();
    }

    /** What is read of the snapshot. */
    record Snapshot(String state, List<Link> cases) {}

    /** A case that the asset names. */
    record Link(String caseId, String standing) {}
}
