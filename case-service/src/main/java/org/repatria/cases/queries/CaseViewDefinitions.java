package org.repatria.cases.queries;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.clocks.ClockRule;
import org.repatria.readmodel.Row;
import org.repatria.readmodel.ViewDefinition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How snapshots become rows; who sees a row is decided by {@link CaseAccess}. */
public final class CaseViewDefinitions {

    private static final String LISTS = "repatria.case.snapshots";

    /** In full, and as the other state is told: each of the two states finds the case by what it may know. */
    private static final String CASES = "repatria.case.confided-snapshots";

    /** INVARIANT: begins each mark of the state that holds the file, and none of the other one's. */
    private static final String HOST = "requested:";

    private CaseViewDefinitions() {}

    public static ViewDefinition cases() {
        return ViewDefinition.of("cases", CASES, "case.confided-snapshot.v1")
                .keyword(
                        "state",
                        "requestingState",
                        "requestedState",
                        "assignee",
                        "listId",
                        "nationality",
                        "outcome",
                        "possibleDuplicateOf",
                        "pathway",
                        "pathwayState",
                        "missingCheck",
                        "waitsFor",
                        "relation",
                        "reviewRequired",
                        "sharedWord",
                        "restsOnLaw")
                .text("name")
                .instant("openedAt", "closedAt", "nextClockAt", "assessedAt")
                .date(
                        "handedOverOn",
                        "answerDueOn",
                        "reviewOn",
                        "nextLastDay",
                        "lastDay",
                        "hardLastDay",
                        "checkLastDay")
                .number("listRow")
                .money("amountAlleged")
                .rows(CaseViewDefinitions::caseRow);
    }

    public static ViewDefinition lists() {
        return ViewDefinition.of("lists", LISTS, "list.snapshot.v1")
                .keyword("state", "requestingState", "requestedState", "reference")
                .date("handedOverOn", "acknowledgementDueOn", "acknowledgedOn")
                .instant("receivedAt", "nextClockAt")
                .rows(CaseViewDefinitions::listRow);
    }

    private static Row caseRow(JsonNode record) {
        var version = record.path("version").longValue();
        var told = record.path("told").longValue();
        var shared = face(record, "shared", told);
        var all = face(record, "all", version).put("told", told);
        var ofHost = marks(all).filter(mark -> mark.startsWith(HOST)).toArray(String[]::new);
        var row = caseFace(all);
        if (all.hasNonNull("assessedAt")) {
            row.keyword("restsOnLaw", "ASSESSED");
        }
        if (limitationIsWatched(all)) {
            row.keyword("restsOnLaw", "LIMITATION");
        }
        record.path("checksEnding")
                .valueStream()
                .map(check -> check.path("lastDay"))
                .distinct()
                .forEach(day -> row.date("checkLastDay", day));
        // What the house itself looks for, whoever may see it, stands on this face alone.
        return row.instant("nextClockAt", all.path("nextClockAt"))
                .instant("assessedAt", all.path("assessedAt"))
                .visibleTo(ofHost)
                .knownInFullTo(ofHost)
                .source(all)
                .toOthers(caseFace(shared)
                        .visibleTo(marks(shared)
                                .filter(mark -> !mark.startsWith(HOST))
                                .toArray(String[]::new))
                        .source(shared)
                        .build())
                .build();
    }

    /** One face of a case, under the id and the versions of the whole. */
    private static ObjectNode face(JsonNode record, String name, long version) {
        var face = (ObjectNode) record.path(name).deepCopy();
        return face.put("id", record.path("id").asString()).put("version", version);
    }

    private static Row.Builder caseFace(JsonNode json) {
        var person = json.path("person");
        var row = Row.of(json);
        json.path("pathways").forEach(way -> {
            if (!way.path("ended").asBoolean(false)) {
                row.keyword("pathway", way.path("kind"));
                row.keyword(
                        "pathwayState",
                        way.path("kind").asString() + "." + way.path("state").asString());
            }
        });
        json.path("clocks").forEach(clock -> {
            row.date("lastDay", clock.path("lastDay"));
            if (clock.path("kind").asString().equals(ClockRule.Kind.HARD.name())) {
                row.date("hardLastDay", clock.path("lastDay"));
            }
        });
        json.path("proposals").forEach(proposal -> row.keyword("waitsFor", proposal.path("waitsFor")));
        nextLastDay(json).ifPresent(day -> row.date("nextLastDay", day));
        return row.keyword("reviewRequired", json.path("reviewRequired"))
                .keyword("sharedWord", json.path("sharedWord"))
                .keyword("missingCheck", json.path("missingChecks"))
                .keyword(
                        "relation",
                        relation(json).requesting() + "-" + relation(json).requested())
                .keyword("state", json.path("state"))
                .keyword("requestingState", json.path("requestingState"))
                .keyword("requestedState", json.path("requestedState"))
                .keyword("assignee", json.path("assignee"))
                .keyword("listId", json.path("listId"))
                .keyword("nationality", person.path("nationalities"))
                .keyword("outcome", json.path("outcome"))
                .keyword("possibleDuplicateOf", json.path("suspectedDuplicates"))
                .text("name", person.path("name"))
                .text("name", person.path("aliases"))
                .instant("openedAt", json.path("openedAt"))
                .instant("closedAt", json.path("closedAt"))
                .date("handedOverOn", json.path("handedOverOn"))
                .date("answerDueOn", json.path("answerDueOn"))
                .date("reviewOn", json.path("reviewOn"))
                .number("listRow", json.path("listRow"))
                .money("amountAlleged", json.path("amountAlleged"));
    }

    private static boolean limitationIsWatched(JsonNode json) {
        return json.path("clocks")
                .valueStream()
                .anyMatch(clock -> clock.path("rule").asString().startsWith("CLK-LIM-"));
    }

    /** The earliest last day of the clocks that have not ended: what list and calendar are ordered by. */
    private static Optional<LocalDate> nextLastDay(JsonNode json) {
        return json.path("clocks")
                .valueStream()
                .map(clock -> LocalDate.parse(clock.path("lastDay").asString()))
                .min(Comparator.naturalOrder());
    }

    private static Stream<String> marks(JsonNode json) {
        var assignee =
                Optional.of(json.path("assignee")).filter(JsonNode::isString).map(JsonNode::asString);
        return CaseAccess.marks(relation(json), assignee).stream();
    }

    private static Row listRow(JsonNode json) {
        return Row.of(json)
                .keyword("state", json.path("state"))
                .keyword("requestingState", json.path("requestingState"))
                .keyword("requestedState", json.path("requestedState"))
                .keyword("reference", json.path("reference"))
                .date("handedOverOn", json.path("handedOverOn"))
                .instant("receivedAt", json.path("receivedAt"))
                .date("acknowledgementDueOn", json.path("acknowledgementDueOn"))
                .date("acknowledgedOn", json.path("acknowledgedOn"))
                .instant("nextClockAt", json.path("nextClockAt"))
                .visibleTo(CaseAccess.marks(relation(json), Optional.empty()).toArray(String[]::new))
                .build();
    }

    private static Relation relation(JsonNode json) {
        return new Relation(
                new CountryCode(json.path("requestingState").asString()),
                new CountryCode(json.path("requestedState").asString()));
    }
}
