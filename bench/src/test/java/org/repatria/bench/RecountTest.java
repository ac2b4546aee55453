package org.repatria.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RecountTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Recount recount = new Recount(JSON.readTree("""
            {"total": 2, "unassigned": 1,
             "byState": [{"value": "DRAFT", "rows": 1, "by": []}, {"value": "ACTIVE", "rows": 1, "by": []}],
             "byPathway": [{"value": "extradition", "rows": 1, "by": []}], "byOutcome": [],
             "byMissingCheck": [{"value": "SG-22", "rows": 1}], "byList": [{"value": "list-1", "rows": 2}],
             "byRequestingState": [{"value": "XR", "rows": 2}], "byRequestedState": [{"value": "XH", "rows": 2}],
             "clocks": {"hard": {"before": 1, "days": [{"day": "2018-10-13", "rows": 1}], "after": 0},
               "other": {"before": 0, "days": [{"day": "2018-10-13", "rows": 0}], "after": 1}},
             "otherValues": {}}"""));

    private void count(String row) {
        recount.count(JSON.readTree(row));
    }

    private void countBoth() {
        count("""
                {"state": "DRAFT", "requestingState": "XR", "requestedState": "XH", "listId": "list-1",
                 "pathways": [], "missingChecks": [], "clocks": [{"kind": "HARD", "lastDay": "2018-10-12"}]}""");
        count("""
                {"state": "ACTIVE", "requestingState": "XR", "requestedState": "XH", "listId": "list-1",
                 "assignee": "carl.officer", "missingChecks": ["SG-22"],
                 "pathways": [{"kind": "extradition", "state": "RECEIVED"}, {"kind": "removal", "ended": true}],
                 "clocks": [{"kind": "HARD", "lastDay": "2018-10-13"}, {"kind": "POLICY", "lastDay": "2018-10-14"}]}""");
    }

    @Test
    void finds_no_difference_where_each_row_is_in_each_of_its_figures() {
        countBoth();

        assertThat(recount.differences()).isEmpty();
    }

    @Test
    void names_what_is_told_otherwise() {
        countBoth();
        count("""
                {"state": "DRAFT", "requestingState": "XR", "requestedState": "XH", "listId": "list-1",
                 "assignee": "carl.officer"}""");

        assertThat(recount.differences())
                .contains("byState DRAFT is told as 1, counted as 2", "total is told as 2, counted as 3")
                .doesNotContain("unassigned", "ACTIVE");
    }

    @Test
    void misses_a_row_that_was_not_counted() {
        assertThat(recount.differences()).contains("hard before is told as 1, counted as 0");
    }
}
