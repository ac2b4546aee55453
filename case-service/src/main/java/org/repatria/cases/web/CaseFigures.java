package org.repatria.cases.web;

import static org.repatria.api.ViewFigures.divided;
import static org.repatria.api.ViewFigures.rows;
import static org.repatria.api.ViewFigures.valuesOfDays;

import java.util.List;
import java.util.Map;
import org.repatria.api.ViewFigures;
import org.repatria.api.ViewFigures.Days;
import org.repatria.api.ViewFigures.DividedRows;
import org.repatria.api.ViewFigures.Rows;
import org.repatria.api.ViewFigures.Window;
import org.repatria.edge.Call;
import org.repatria.readmodel.Breakdown;
import org.repatria.readmodel.Page;
import org.repatria.readmodel.Page.Groups;
import org.repatria.readmodel.View;
import org.repatria.readmodel.ViewQuery;
import reactor.core.publisher.Mono;

/**
 * The cases that somebody may see, counted. Each figure is the length of a list: its value as the parameter named here,
 * beside the filters that were asked with, finds the same cases.
 *
 * @param unassigned {@code GET /v1/cases?unassigned=true}
 * @param byState {@code ?state=}, and within it by open pathway: {@code &pathway=}
 * @param byPathway {@code ?pathway=}, and within it by the pathway's state: {@code ?pathwayState=<pathway>.<state>}
 * @param byOutcome {@code ?outcome=}
 * @param byMissingCheck {@code ?missingCheck=}; one that has expired is missing again
 * @param byRequestingState {@code ?requestingState=}
 * @param byRequestedState {@code ?requestedState=}
 * @param byList {@code ?list=}
 * @param clocks of these cases, by their last days
 * @param checksEnding cases by the last days on which checks of theirs may be relied on: {@code
 *     ?checkEndsFrom=<day>&checkEndsBefore=<next day>}; none of what the other state keeps to itself
 * @param otherValues of a figure that has more than a hundred values: how many rarer ones are left out, by its name
 */
record CaseFigures(
        long total,
        long unassigned,
        List<DividedRows> byState,
        List<DividedRows> byPathway,
        List<Rows> byOutcome,
        List<Rows> byMissingCheck,
        List<Rows> byRequestingState,
        List<Rows> byRequestedState,
        List<Rows> byList,
        ClocksByDay clocks,
        Days checksEnding,
        Map<String, Integer> otherValues) {

    /**
     * Clocks that have not ended, by their last days. Their list is {@code GET
     * /v1/clocks?dueFrom=<day>&dueBefore=<next day>}, with {@code dueBefore} alone what is overdue.
     *
     * @param hard {@code &kind=HARD}: custody, an order or a right follows by law
     * @param other clocks of every other kind
     */
    record ClocksByDay(Days hard, Days other) {}

    static final String EXAMPLE = """
            {"total": 130, "unassigned": 12,
             "byState": [{"value": "ACTIVE", "rows": 130, "by": [{"value": "extradition", "rows": 41}]}],
             "byPathway": [{"value": "extradition", "rows": 41, "by": [{"value": "RECEIVED", "rows": 41}]}],
             "byOutcome": [], "byMissingCheck": [{"value": "SG-22", "rows": 3}],
             "byRequestingState": [{"value": "XR", "rows": 130}], "byRequestedState": [{"value": "XH", "rows": 130}],
             "byList": [{"value": "list-5n8p2r4t6v0w1x3y7z9a2b4cd", "rows": 130}],
             "clocks": {"hard": {"before": 0, "days": [{"day": "2018-10-13", "rows": 1}], "after": 2},
               "other": {"before": 1, "days": [{"day": "2018-10-13", "rows": 0}], "after": 7}},
             "checksEnding": {"before": 0, "days": [{"day": "2018-10-13", "rows": 2}], "after": 40},
             "otherValues": {}}""";

    static Mono<CaseFigures> of(Call call, View cases, ViewQuery query, Window window) {
        return ViewFigures.of(
                        call,
                        cases,
                        query,
                        List.of(
                                Breakdown.byValue("state").thenByValue("pathway"),
                                Breakdown.byValue("pathway"),
                                Breakdown.byValue("pathwayState"),
                                Breakdown.byValue("assignee"),
                                window.by("lastDay", call),
                                window.by("hardLastDay", call),
                                window.by("checkLastDay", call),
                                Breakdown.byValue("outcome"),
                                Breakdown.byValue("missingCheck"),
                                Breakdown.byValue("requestingState"),
                                Breakdown.byValue("requestedState"),
                                Breakdown.byValue("listId")))
                .map(CaseFigures::of);
    }

    private static CaseFigures of(Page page) {
        var counted = page.breakdowns().iterator();
        var byState = counted.next();
        var byPathway = counted.next();
        var byPathwayState = counted.next();
        var byAssignee = counted.next();
        var lastDays = valuesOfDays(counted.next());
        var hardLastDays = valuesOfDays(counted.next());
        var checksEnding = valuesOfDays(counted.next());
        var byOutcome = counted.next();
        var byMissingCheck = counted.next();
        var byRequestingState = counted.next();
        var byRequestedState = counted.next();
        var byList = counted.next();
        return new CaseFigures(
                page.total().count(),
                byAssignee.without(),
                divided(byState),
                pathways(byPathway, byPathwayState),
                rows(byOutcome),
                rows(byMissingCheck),
                rows(byRequestingState),
                rows(byRequestedState),
                rows(byList),
                new ClocksByDay(hardLastDays, lastDays.without(hardLastDays)),
                checksEnding,
                ViewFigures.others(Map.of(
                        "byOutcome", byOutcome,
                        "byMissingCheck", byMissingCheck,
                        "byRequestingState", byRequestingState,
                        "byRequestedState", byRequestedState,
                        "byList", byList)));
    }

    /** A case may have several pathways of several kinds: which state is whose says the second field alone. */
    private static List<DividedRows> pathways(Groups byPathway, Groups byPathwayState) {
        return byPathway.groups().stream()
                .map(pathway -> {
                    var prefix = pathway.value() + ".";
                    return new DividedRows(
                            pathway.value(),
                            pathway.rows(),
                            byPathwayState.groups().stream()
                                    .filter(state -> state.value().startsWith(prefix))
                                    .map(state -> new Rows(state.value().substring(prefix.length()), state.rows()))
                                    .toList());
                })
                .toList();
    }
}
