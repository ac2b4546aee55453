package org.repatria.cases.web;

import java.util.List;
import org.repatria.api.ViewFigures;
import org.repatria.api.ViewFigures.Rows;
import org.repatria.cases.domain.lists.CaseList;
import org.repatria.cases.web.EntryAnswers.Outcome;
import org.repatria.edge.Call;
import org.repatria.readmodel.Breakdown;
import org.repatria.readmodel.Page;
import org.repatria.readmodel.View;
import org.repatria.readmodel.ViewQuery;
import org.repatria.readmodel.Visibility;
import reactor.core.publisher.Mono;

/** A list from the rows that were handed over to the outcomes of their cases, one step after the other. */
record ListFunnel(String id, List<Step> steps) {

    static final String EXAMPLE = """
            {"id": "list-5n8p2r4t6v0w1x3y7z9a2b4cd", "steps": [
              {"name": "HANDED_OVER", "rows": 152, "by": []},
              {"name": "SCREENED", "rows": 152, "by": [{"value": "OPENED", "rows": 130}, {"value": "HELD", "rows": 18},
                {"value": "DUPLICATE_OF", "rows": 3}, {"value": "REJECTED", "rows": 1}]},
              {"name": "CASES", "rows": 130, "by": [{"value": "ACTIVE", "rows": 126}, {"value": "CLOSED", "rows": 4}]},
              {"name": "CONCLUDED", "rows": 4, "by": [{"value": "SURRENDERED", "rows": 4}]}]}""";

    /** The steps, in their order. */
    enum Name {
        /** All rows of the file. */
        HANDED_OVER,
        /** Rows that have an outcome, by it: {@code GET /v1/lists/{id}/entries?outcome=}. */
        SCREENED,
        /** Cases of the list that the caller may see, by state: {@code GET /v1/cases?list={id}&state=}. */
        CASES,
        /** Those of them that have an outcome, by it: {@code GET /v1/cases?list={id}&outcome=}. */
        CONCLUDED
    }

    /** What came to this step, and how it is divided there. */
    record Step(Name name, long rows, List<Rows> by) {}

    static Mono<ListFunnel> of(Call call, CaseList.Known list, View cases, Visibility visibility) {
        var query = ViewQuery.visibleTo(visibility).anyOf("listId", list.id().value());
        return ViewFigures.of(call, cases, query, List.of(Breakdown.byValue("state"), Breakdown.byValue("outcome")))
                .map(counted -> of(list, counted));
    }

    private static ListFunnel of(CaseList.Known list, Page cases) {
        var screened = list.funnel();
        var byOutcome = cases.breakdowns().getLast();
        return new ListFunnel(
                list.id().value(),
                List.of(
                        new Step(Name.HANDED_OVER, list.content().rows(), List.of()),
                        new Step(
                                Name.SCREENED,
                                screened.rows(),
                                List.of(
                                        new Rows(Outcome.OPENED.name(), screened.opened()),
                                        new Rows(Outcome.HELD.name(), screened.held()),
                                        new Rows(Outcome.DUPLICATE_OF.name(), screened.duplicates()),
                                        new Rows(Outcome.REJECTED.name(), screened.rejected()))),
                        new Step(
                                Name.CASES,
                                cases.total().count(),
                                ViewFigures.rows(cases.breakdowns().getFirst())),
                        new Step(
                                Name.CONCLUDED,
                                cases.total().count() - byOutcome.without(),
                                ViewFigures.rows(byOutcome))));
    }
}
