package org.repatria.notifications.queries;

import org.repatria.messaging.Topics;
import org.repatria.notifications.domain.alerts.Severity;
import org.repatria.readmodel.Row;
import org.repatria.readmodel.ViewDefinition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How snapshots of alerts become rows, which are found by those whose matter the alert is. */
public final class AlertView {

    private AlertView() {}

    /** Of every alert, those included that one state keeps to itself. */
    public static ViewDefinition definition() {
        return ViewDefinition.of("alerts", Topics.confidedSnapshots("alert"), "alert.confided-snapshot.v1")
                .keyword("status", "severity", "code", "recipient", "objectType", "objectId", "caseId")
                .number("urgency")
                .instant("raisedAt")
                .date("dueOn")
                .rows(AlertView::row);
    }

    private static Row row(JsonNode snapshot) {
        var about = snapshot.path("about");
        var marks = AlertSight.of(snapshot).marks().toArray(String[]::new);
        return Row.of(snapshot)
                .keyword("status", snapshot.path("status"))
                .keyword("severity", about.path("severity"))
                .keyword("code", about.path("code"))
                .keyword("recipient", about.path("recipients"))
                .keyword("objectType", about.path("objectType"))
                .keyword("objectId", about.path("objectId"))
                .keyword("caseId", about.path("caseId"))
                .number(
                        "urgency",
                        Severity.valueOf(about.path("severity").asString()).urgency())
                .instant("raisedAt", snapshot.path("raisedAt"))
                .date("dueOn", about.path("dueOn"))
                .visibleTo(marks)
                .knownInFullTo(marks)
                .source(shown(snapshot))
                .build();
    }

    /** An alert is told as a whole or not at all: how much of it is told is no news to whoever sees it. */
    private static JsonNode shown(JsonNode snapshot) {
        var shown = (ObjectNode) snapshot.deepCopy();
        shown.remove("told");
        return shown;
    }
}
