package org.repatria.assets.reactions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.repatria.assets.domain.CaseGround;
import org.repatria.assets.domain.knowncases.CaseFacts;
import org.repatria.assets.domain.knowncases.KnownCaseCommand;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.NoteFacts;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.NoteGround;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.messaging.consuming.Reaction;

/**
 * Takes from a case's snapshot what assets need. That is whether it is closed, how it is called, its list, its two
 * states, and on what steps on assets of the requesting state rest.
 */
public final class WhenCaseChangesThenNoteItsFacts implements Reaction<KnownCaseCommand> {

    private static final Set<String> CLOSED_STATES = Set.of("CLOSED", "ARCHIVED", "ERASED_STUB");

    @Override
    public List<CommandFor<KnownCaseCommand>> to(PublishedRecord event) {
        var snapshot = event.as(Snapshot.class);
        var facts = new CaseFacts(
                event.sequence(),
                CLOSED_STATES.contains(snapshot.state()),
                snapshot.person().flatMap(Person::name),
                snapshot.listId(),
                event.states());
        return List.of(new CommandFor<>(event.subject(), new NoteFacts(facts, snapshot.ground())));
    }

    /** What is read of the snapshot. */
    record Snapshot(
            String state,
            Optional<Person> person,
            Optional<String> listId,
            Optional<String> requestingState,
            Optional<CaseGround> recovery) {

        /** Assets of the requesting state are judged by what both states know. */
        Optional<NoteGround> ground() {
            return requestingState.flatMap(whose -> recovery.map(said -> new NoteGround(whose, said)));
        }
    }

    /** What is read of the person sought. */
    record Person(Optional<String> name) {}
}
