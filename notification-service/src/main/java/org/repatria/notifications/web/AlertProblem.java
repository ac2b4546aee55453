package org.repatria.notifications.web;

import java.util.List;
import org.repatria.edge.FieldError;
import org.repatria.edge.GeneralProblem;
import org.repatria.edge.Problem;
import org.repatria.edge.ProblemCode;
import org.repatria.notifications.queries.AlertStream.Reason;

/** What can stand in the way of a request about alerts, beside the general problems. */
enum AlertProblem implements ProblemCode {
    STREAM_POSITION_GONE(410, "The stream cannot be resumed from there");

    private static final int RETRY_AFTER_SECONDS = 5;

    private final int status;
    private final String title;

    AlertProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    static Problem of(Reason reason) {
        return switch (reason) {
            case POSITION_UNREADABLE ->
                Problem.invalidParameters(List.of(new FieldError(
                        "header:Last-Event-ID", "HEADER", "must be the id of an event of this stream, once")));
            case TOO_FAR_BACK ->
                Problem.of(
                        STREAM_POSITION_GONE,
                        "Too much has happened since; read the list of alerts and open the stream without "
                                + "Last-Event-ID.");
            case POSITION_UNKNOWN ->
                Problem.of(
                        STREAM_POSITION_GONE,
                        "The alerts begin after it or end before it; read the list of alerts and open the "
                                + "stream without Last-Event-ID.");
            case TOPICS_AWAY ->
                Problem.of(GeneralProblem.SERVICE_UNAVAILABLE, "The stream of alerts is out of reach.")
                        .retryAfter(RETRY_AFTER_SECONDS);
            case TOO_MANY_REPLAYS, READER_TOO_SLOW ->
                Problem.of(GeneralProblem.STREAMS_FULL, "Come back a little later.")
                        .retryAfter(RETRY_AFTER_SECONDS);
        };
    }
}
