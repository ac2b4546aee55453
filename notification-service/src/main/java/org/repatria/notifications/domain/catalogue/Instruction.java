package org.repatria.notifications.domain.catalogue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            Optional<String> name,
            Optional<String> caseId,
            Set<String> states,
            LocalDate dueOn,
            ZoneId zone,
            List<Integer> leads)
            implements Instruction {}

    /** A deadline to be watched no longer. */
    record Unwatch(AlertKey alert, String reason) implements Instruction {}

    /**
     * Two occasions with the same key are one alert.
     *
     * @param confided whether only the state that holds the file knows of it. INVARIANT: what both know and what one
     *     keeps to itself are never one alert: its count, its times and its end would tell the other state what it must
     *     not learn
     */
    record AlertKey(String code, String objectId, Optional<String> clockId, boolean confided) {

        /** Of what is not kept from anybody. */
        public AlertKey(String code, String objectId, Optional<String> clockId) {
            this(code, objectId, clockId, false);
        }

        /** The alert that a notice belongs to. */
        public static AlertKey of(Notice notice) {
            return new AlertKey(notice.code(), notice.objectId(), notice.clockId(), notice.confided());
        }

        /** The same matter, as far as one state keeps it to itself. */
        public AlertKey asConfided() {
            return new AlertKey(code, objectId, clockId, true);
        }
    }
}
