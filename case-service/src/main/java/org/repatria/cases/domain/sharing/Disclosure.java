package org.repatria.cases.domain.sharing;

import java.time.LocalDate;
import java.util.List;
import org.repatria.cases.domain.safeguards.Signature;

/**
 * Data of a case that left it.
 *
 * @param recipients authorities, such as {@code XR-CA}
 * @param signature who disclosed it, with the purpose
 * @param reliedOn the entries of the checks that let it pass
 */
public record Disclosure(
        String id,
        List<String> recipients,
        List<Content> content,
        LocalDate on,
        Signature signature,
        List<String> reliedOn) {

    public Disclosure {
        recipients = List.copyOf(recipients);
        content = List.copyOf(content);
        reliedOn = List.copyOf(reliedOn);
    }
}
