package org.repatria.assets.domain.knownlaw;

import java.util.List;
import org.repatria.clocks.Amendment;

/**
 * The amendments that clocks of assets are counted by. They are a copy of those in the register of the case service.
 *
 * @param amendments in the order in which they became known here
 */
public record KnownLaw(List<Amendment> amendments) {

    /** There is one, as there is one register. */
    public static final String ID = "amendments";

    /** LIMIT: as many as the register takes. At some hundred bytes each, a document bears several times as many. */
    static final int AMENDMENTS_MAX = 5_000;

    public KnownLaw {
        amendments = List.copyOf(amendments);
    }

    boolean knows(String amendmentId) {
        return amendments.stream().anyMatch(it -> it.id().equals(amendmentId));
    }
}
