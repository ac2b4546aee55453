package org.repatria.cases.domain.sharing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.repatria.cases.domain.safeguards.Signature;

/**
 * That data once disclosed were wrong, and who has been told.
 *
 * @param notified each recipient once
 */
public record Correction(String id, LocalDate on, List<String> notified, Signature signature) {

    public Correction {
        notified = List.copyOf(notified);
    }

    Correction telling(String recipient) {
        var more = new ArrayList<>(notified);
        more.add(recipient);
        return new Correction(id, on, more, signature);
    }
}
