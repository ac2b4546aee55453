package org.repatria.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Walks a list of cases page by page, since no cursor can be had without the pages before it. */
final class Walk {

    private Walk() {}

    /** The query parameter that continues after so many rows. */
    static String cursorAfter(int rows, Programs programs, URI base) throws IOException, InterruptedException {
        var cursor = "";
        for (var left = rows; left > 0; left -= Limits.WALK_PAGE) {
            var limit = Math.min(left, Limits.WALK_PAGE);
            var page = programs.get(base, Programs.HEAD, "/v1/cases?limit=" + limit + cursor)
                    .json();
            cursor = cursorOf(page);
            if (cursor.isEmpty()) {
                throw new IOException("the list ended before row " + rows);
            }
        }
        return cursor;
    }

    /** The query parameter for what follows a page; empty after the last one. */
    static String cursorOf(JsonNode page) {
        var next = page.path("next").asString("");
        return next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
