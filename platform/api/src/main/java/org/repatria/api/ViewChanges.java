package org.repatria.api;

import java.util.function.Function;
import org.repatria.edge.Answers;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.edge.Json;
import org.repatria.readmodel.Change;
import org.repatria.readmodel.View;
import org.repatria.readmodel.Visibility;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;

/**
 * A stream of what has changed in a list, for pages that show it. It names the objects and their versions and nothing
 * else: a page asks again for what it shows.
 */
public final class ViewChanges {

    private static final String EXAMPLE = """
            :connected

            event:{noun}.changed
            data:{"id":"{noun}-0f3kq8v5m2n7p1r4s6t9w0x2y","version":3}

            event:reset
            data:{}

            """;

    private ViewChanges() {}

    /**
     * The route of a stream.
     *
     * @param noun what the objects of the view are called in its events
     * @param visibility what the caller may see, as in the list; refuses whoever may not ask
     */
    public static Endpoint of(
            String path, String operationId, String noun, View view, Function<Call, Visibility> visibility) {
        return Endpoint.get(path, operationId, "Which %ss of yours have changed, as it happens".formatted(noun))
                .answers(
                        MediaType.TEXT_EVENT_STREAM,
                        EXAMPLE.replace("{noun}", noun),
                        "Names what has changed in the list and its version, as soon as the list shows it; `reset` "
                                + "means: ask again for everything. There is no resuming: after a reconnect ask again "
                                + "for everything. A comment every 15 seconds keeps the line open.")
                .handle(call -> Answers.stream(
                        call, view.changes(visibility.apply(call)).map(change -> sent(noun, change))));
    }

    /** What an event carries. */
    record Changed(String id, long version) {}

    private static ServerSentEvent<String> sent(String noun, Change change) {
        var event = ServerSentEvent.<String>builder();
        return switch (change) {
            case Change.Following _ -> event.comment("connected").build();
            case Change.Shown(var id, var version) ->
                event.event(noun + ".changed")
                        .data(Json.MAPPER.writeValueAsString(new Changed(id, version)))
                        .build();
            // With data, or browsers would not hear of it (source: HTML standard, server-sent events, 9.2.6).
            case Change.Reset _ -> event.event("reset").data("{}").build();
        };
    }
}
