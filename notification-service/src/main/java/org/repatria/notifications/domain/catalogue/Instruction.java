package org.repatria.notifications.domain.catalogue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.repatria.notifications.domain.alerts.Notice;

/** What an event calls for, according to the catalogue. */
public sealed interface Instruction {

    /** An alert, on an occasion that counts once. */
    record Raise(Notice notice, String occurrence) implements Instruction {}

    /** The end of an alert whose condition is gone. */
    record Vanish(AlertKey alert, String evidence) implements Instruction {}

    /** A deadline to be watched. */
    record Watch(
            AlertKey alert,
            String objectType,
            Optional<String> caseId,
            LocalDate dueOn,
            ZoneId zone,
            List<Integer> leads)
            implements Instruction {}

    /** A deadline to be watched no longer. */
    record Unwatch(AlertKey alert, String reason) implements Instruction {}

    /** Two occasions with the same key are one alert. */
    record AlertKey(String code, String objectId, Optional<String> clockId) {}
}
