package org.repatria.assets.domain.knownlaw;

import static org.repatria.assets.domain.knownlaw.KnownLawReason.*;

import org.repatria.clocks.Amendment;

/** What may be asked of the known law. */
public sealed interface KnownLawCommand {

    /** Take note that a row is another one now. */
    @RefusedFor(AMENDMENTS_MAX_REACHED)
    record NoteAmendment(Amendment amendment) implements KnownLawCommand {}
}
