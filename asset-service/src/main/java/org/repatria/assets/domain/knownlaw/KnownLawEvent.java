package org.repatria.assets.domain.knownlaw;

import org.repatria.clocks.Amendment;

/** What can have happened to the known law. */
public sealed interface KnownLawEvent {

    /** A row became known that is another one now. */
    record AmendmentNoted(Amendment amendment) implements KnownLawEvent {}
}
