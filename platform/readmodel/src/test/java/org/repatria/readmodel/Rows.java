package org.repatria.readmodel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The view that these tests look at, and words to speak of it. */
final class Rows {

    static final Duration SOON = Duration.ofSeconds(10);

    static final ViewDefinition CASES = ViewDefinition.of("cases", "repatria.case.snapshots", "case.snapshot.v1")
            .keyword("state", "tags")
            .text("names")
            .date("handedOverOn")
            .instant("openedAt")
            .number("rows")
            .money("value")
            .rows(json -> Row.of(json)
                    .keyword("state", json.path("state"))
                    .keyword("tags", json.path("tags"))
                    .text("names", json.path("names"))
                    .date("handedOverOn", json.path("handedOverOn"))
                    .instant("openedAt", json.path("openedAt"))
                    .number("rows", json.path("rows"))
                    .money("value", json.path("value"))
                    .visibleTo(json.path("visibleTo"))
                    .knownInFullTo(json.path("knownInFullTo"))
                    .build());

    static final ViewQuery ALL = ViewQuery.visibleTo(Visibility.everything());

    private Rows() {}

    static JsonNode row(String id, long version, Object... fields) {
        Map<String, Object> row = new TreeMap<>(Map.of("id", id, "version", version));
        for (int i = 0; i < fields.length; i += 2) {
            row.put((String) fields[i], fields[i + 1]);
        }
        return JsonMapper.shared().valueToTree(row);
    }

    static Page page(View view, ViewQuery query) {
        return (Page) view.find(query).block(SOON);
    }

    static QueryRefusal refusal(View view, ViewQuery query) {
        return (QueryRefusal) view.find(query).block(SOON);
    }

    static List<String> ids(View view, ViewQuery query) {
        return page(view, query).hits().stream().map(Page.Hit::id).toList();
    }

    static List<String> allPages(View view, ViewQuery query) {
        List<String> ids = new ArrayList<>();
        Page page = page(view, query);
        page.hits().forEach(hit -> ids.add(hit.id()));
        for (Optional<String> next = page.next(); next.isPresent(); next = page.next()) {
            page = page(view, query.after(next.get()));
            page.hits().forEach(hit -> ids.add(hit.id()));
        }
        return ids;
    }
}
