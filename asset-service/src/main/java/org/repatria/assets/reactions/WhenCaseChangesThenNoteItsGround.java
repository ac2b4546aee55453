package org.repatria.assets.reactions;

import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.CaseGround;
import org.repatria.assets.domain.knowncases.KnownCaseCommand;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.NoteGround;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.messaging.consuming.Reaction;

/**
 * Takes from a case's snapshot what steps on its assets may rest on. Assets of the host state are judged by everything
 * that is known, those of the requesting state by what both states know.
 */
public final class WhenCaseChangesThenNoteItsGround implements Reaction<KnownCaseCommand> {

    @Override
    public List<CommandFor<KnownCaseCommand>> to(PublishedRecord event) {
        var snapshot = event.as(Snapshot.class);
        return snapshot.all()
                .map(whole -> note(event, whole.requestedState(), whole.recovery()))
                .orElseGet(() -> snapshot.requestingState()
                        .map(state -> note(event, state, snapshot.recovery()))
                        .orElse(List.of()));
    }

    /** A case that has never said on what steps rest says nothing that could be noted. */
    private static List<CommandFor<KnownCaseCommand>> note(
            PublishedRecord event, String state, Optional<CaseGround> ground) {
        return ground.stream()
                .map(said -> new CommandFor<KnownCaseCommand>(event.subject(), new NoteGround(state, said)))
                .toList();
    }

    /** What is read of the snapshot that both states know, or of the whole one. */
    record Snapshot(Optional<String> requestingState, Optional<CaseGround> recovery, Optional<Whole> all) {}

    /** What is read of all that the host state knows. */
    record Whole(String requestedState, Optional<CaseGround> recovery) {}
}
