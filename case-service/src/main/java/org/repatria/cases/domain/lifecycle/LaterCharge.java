package org.repatria.cases.domain.lifecycle;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A charge that the requesting state lays after surrender. Specialty asks the host state's consent for it (UNMT art.
 * 14).
 */
public record LaterCharge(String id, String title, LocalDate laidOn, Optional<Outcome> outcome) {

    /** How the question of consent ended. */
    public enum Outcome {
        CONSENTED,
        CONSENT_REFUSED,
        DROPPED
    }

    boolean isOpen() {
        return outcome.isEmpty();
    }

    /** Consent, once given or dropped, is final; after a refusal the charge may still be dropped. */
    boolean mayBecome(Outcome next) {
        return isOpen() || (outcome.filter(Outcome.CONSENT_REFUSED::equals).isPresent() && next == Outcome.DROPPED);
    }

    LaterCharge decided(Outcome next) {
        return new LaterCharge(id, title, laidOn, Optional.of(next));
    }
}
