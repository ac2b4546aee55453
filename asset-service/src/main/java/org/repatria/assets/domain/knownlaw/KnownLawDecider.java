package org.repatria.assets.domain.knownlaw;

import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import org.repatria.assets.domain.knownlaw.KnownLawCommand.NoteAmendment;
import org.repatria.assets.domain.knownlaw.KnownLawEvent.AmendmentNoted;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;

/** Keeps every amendment once. In which order they came does not matter: each says since when it is known. */
public final class KnownLawDecider implements Decider<KnownLawCommand, KnownLaw, KnownLawEvent> {

    @Override
    public KnownLaw initial() {
        return new KnownLaw(List.of());
    }

    @Override
    public Decision<KnownLawEvent> decide(KnownLawCommand command, KnownLaw state, Occasion occasion) {
        return switch (command) {
            case NoteAmendment c when state.knows(c.amendment().id()) -> nothingToDo();
            case NoteAmendment _
            when state.amendments().size() >= KnownLaw.AMENDMENTS_MAX -> refuse(KnownLawReason.AMENDMENTS_MAX_REACHED);
            case NoteAmendment c -> accept(new AmendmentNoted(c.amendment()));
        };
    }

    @Override
    public KnownLaw evolve(KnownLaw state, KnownLawEvent event) {
        return switch (event) {
            case AmendmentNoted e -> {
                var longer = new ArrayList<>(state.amendments());
                longer.add(e.amendment());
                yield new KnownLaw(longer);
            }
        };
    }
}
