package org.repatria.notifications.reactions;

import org.repatria.decider.Ids;
import org.repatria.notifications.domain.catalogue.Instruction.AlertKey;

/** Ids that follow from what an alert or a deadline is about. So the same thing always finds the same aggregate. */
public final class AlertIds {

    private AlertIds() {}

    public static String alert(AlertKey key) {
        var clock = key.clockId().orElse("");
        return key.confided()
                ? Ids.derived("alert-", key.code(), key.objectId(), clock, "confided")
                : Ids.derived("alert-", key.code(), key.objectId(), clock);
    }

    public static String deadline(AlertKey key) {
        return Ids.derived(
                "deadline-", key.code(), key.objectId(), key.clockId().orElse(""));
    }
}
