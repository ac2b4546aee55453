package org.repatria.cases.domain.safeguards;

import java.util.Optional;
import org.repatria.clocks.Happened;

/**
 * An order or interim measure that something is not to be done. It comes from a court, a treaty body or another
 * authority.
 *
 * @param scope what is not to be done
 * @param body such as {@code ECtHR}
 * @param document the order as received; empty while only announced, since a stay announced is a stay
 * @param lift empty while it has not been lifted
 */
public record Stay(
        String id,
        Scope scope,
        String body,
        String measure,
        Happened receivedOn,
        Optional<String> document,
        Signature recorded,
        Optional<Lift> lift) {

    /** What is not to be done while a stay is in force. */
    public enum Scope {
        /** The person is not to be moved. */
        MOVEMENT,
        /** What is on file is neither archived nor erased: a legal hold. */
        DATA
    }

    /** That the body itself has ended the stay, with its document. */
    public record Lift(Happened on, String document, Signature recorded) {}

    /** Where only days are known, the days of receipt and of lifting are both days with a stay. */
    public boolean isInForceOn(Happened moment) {
        return Moments.isNotAfter(receivedOn, moment)
                && lift.filter(ended -> isOver(ended.on(), moment)).isEmpty();
    }

    private static boolean isOver(Happened ended, Happened moment) {
        return Moments.isNotAfter(ended, moment) && !Moments.isNotAfter(moment, ended);
    }

    Stay lifted(Lift ended) {
        return new Stay(id, scope, body, measure, receivedOn, document, recorded, Optional.of(ended));
    }
}
