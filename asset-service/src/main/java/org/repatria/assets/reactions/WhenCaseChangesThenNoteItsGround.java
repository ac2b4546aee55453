package org.repatria.assets.reactions;

import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.CaseGround;
import org.repatria.assets.domain.knowncases.KnownCaseCommand;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.NoteGround;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.messaging.consuming.Reaction;

/** Takes from the whole snapshot of a case on what steps on assets of the host state rest. */
public final class WhenCaseChangesThenNoteItsGround implements Reaction<KnownCaseCommand> {

    /** A case that has never said on what steps rest says nothing that could be noted. */
    @Override
    public List<CommandFor<KnownCaseCommand>> to(PublishedRecord event) {
        var whole = event.as(Snapshot.class).all();
        return whole.recovery().stream()
                .map(said ->
                        new CommandFor<KnownCaseCommand>(event.subject(), new NoteGround(whole.requestedState(), said)))
                .toList();
    }

    /** What is read of the snapshot. */
    record Snapshot(Whole all) {}

    /** What is read of all that the host state knows. */
    record Whole(String requestedState, Optional<CaseGround> recovery) {}
}
