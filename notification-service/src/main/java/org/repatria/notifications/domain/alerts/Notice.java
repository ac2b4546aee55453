package org.repatria.notifications.domain.alerts;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an alert tells: the finished text, for whom, about what.
 *
 * @param code entry of the alert catalogue, such as {@code AL-03}
 * @param objectType kind of the object it is about, such as {@code asset}
 * @param objectId the object's id
 * @param clockId the clock within the object, such as a restraint order; empty where the object has only one
 * @param caseId the case that the object belongs to, where known
 * @param recipients role codes that are asked to act
 * @param particulars what the title tells besides its fixed words, by name, such as {@code object}; for whoever says it
 *     in another language
 * @param dueOn last day for the remedy, where there is one
 * @param states whose matter it is, such as {@code XH} and {@code XR}; none where it is no matter of certain states
 * @param confided whether only the state that holds the file knows of it
 */
public record Notice(
        String code,
        Severity severity,
        String objectType,
        String objectId,
        Optional<String> clockId,
        Optional<String> caseId,
        Set<String> recipients,
        String title,
        Map<String, String> particulars,
        String remedy,
        Optional<LocalDate> dueOn,
        Set<String> states,
        boolean confided) {

    public Notice {
        recipients = Set.copyOf(recipients);
        particulars = Collections.unmodifiableMap(new TreeMap<>(particulars));
        states = Set.copyOf(states);
    }
}
