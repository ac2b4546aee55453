package org.repatria.notifications.queries;

import java.util.List;
import java.util.Set;
import org.repatria.notifications.domain.alerts.AlertAccess;
import org.repatria.policy.Subject;
import tools.jackson.databind.JsonNode;

/** Whose matter an alert is, read from what is published of it. */
public final class AlertSight {

    private AlertSight() {}

    /** What the policy is asked about, of an event or a snapshot of an alert. */
    public static Subject of(JsonNode published) {
        var about = published.path("about");
        return AlertAccess.subject(
                about.path("objectType").asString(""),
                texts(about.path("recipients")),
                Set.copyOf(texts(about.path("states"))));
    }

    private static List<String> texts(JsonNode node) {
        return node.valueStream().map(JsonNode::asString).distinct().toList();
    }
}
