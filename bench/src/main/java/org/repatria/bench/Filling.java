package org.repatria.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;

/** Fills a system with cases, by handing over lists as a requesting state would. */
final class Filling {

    private final Programs programs;
    private final URI cases;
    private final Persons persons = new Persons();
    private final List<String> lists = new ArrayList<>();

    Filling(Stack stack, Programs programs) {
        this.programs = programs;
        this.cases = stack.http(Component.CASES);
    }

    /**
     * Hands over lists with so many rows in all. It goes past the gateway, which answers within a minute or not at all.
     */
    void open(int rows) throws IOException, InterruptedException {
        for (var left = rows; left > 0; left -= Limits.LIST_ROWS_MAX) {
            handOver(cases, Math.min(left, Limits.LIST_ROWS_MAX));
        }
    }

    /** Hands over one list at an address and gives its id; demands that every row opened a case. */
    String handOver(URI base, int rows) throws IOException, InterruptedException {
        var csv = persons.list(rows);
        var list = programs.list(base, "bench-" + lists.size(), csv).json();
        var opened = list.at("/funnel/opened").asInt();
        if (opened != rows) {
            throw new IOException("of " + rows + " rows " + opened + " opened a case: " + list);
        }
        var id = list.path("id").asString();
        lists.add(id);
        return id;
    }

    /** Waits until the view shows every case of every list. */
    void awaitVisible() throws IOException, InterruptedException {
        for (var list : lists) {
            var rows = programs.get(cases, Programs.HEAD, "/v1/lists/" + list)
                    .json()
                    .path("rows")
                    .asInt();
            Until.holds(
                    "the view shows " + rows + " cases of " + list,
                    Limits.CATCH_UP_MAX,
                    () -> programs.get(cases, Programs.HEAD, "/v1/cases?limit=1&list=" + list)
                                    .json()
                                    .at("/total/count")
                                    .asInt()
                            >= rows);
        }
    }

    /** Ids of at most so many cases that the view shows. */
    List<String> ids(int count) throws IOException, InterruptedException {
        var ids = new ArrayList<String>();
        var path = "/v1/cases?limit=" + Limits.WALK_PAGE;
        var cursor = "";
        do {
            var page = programs.get(cases, Programs.HEAD, path + cursor).json();
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            cursor = Walk.cursorOf(page);
        } while (ids.size() < count && !cursor.isEmpty());
        return List.copyOf(ids.subList(0, Math.min(count, ids.size())));
    }
}
