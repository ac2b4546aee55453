package org.repatria.cases.domain.sharing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.repatria.cases.domain.safeguards.Signature;

/**
 * That data once disclosed were wrong, and who has been told.
 *
 * @param content what was wrong; of every kind where none is named
 * @param notified each recipient once
 */
public record Correction(String id, LocalDate on, Set<Content> content, List<String> notified, Signature signature) {

    public Correction {
        content = Set.copyOf(content);
        notified = List.copyOf(notified);
    }

    Correction telling(String recipient) {
        var more = new ArrayList<>(notified);
        more.add(recipient);
        return new Correction(id, on, content, more, signature);
    }
}
