package org.repatria.notifications.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.api.Commands;
import org.repatria.api.JournalEndpoints;
import org.repatria.api.JournalEndpoints.Reader;
import org.repatria.api.ViewLists;
import org.repatria.decider.Actor;
import org.repatria.decider.text.VisibleText;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.Aggregates.Current;
import org.repatria.notifications.domain.alerts.Alert;
import org.repatria.notifications.domain.alerts.AlertAccess;
import org.repatria.notifications.domain.alerts.AlertCommand;
import org.repatria.notifications.domain.alerts.AlertCommand.AcknowledgeAlert;
import org.repatria.notifications.domain.alerts.AlertCommand.ResolveAlert;
import org.repatria.notifications.publishing.AlertPublishing;
import org.repatria.notifications.publishing.PublishedAlert;
import org.repatria.notifications.queries.AlertStream;
import org.repatria.notifications.queries.AlertStream.Item;
import org.repatria.notifications.queries.AlertStream.StreamRefused;
import org.repatria.policy.Act;
import org.repatria.readmodel.Order;
import org.repatria.readmodel.Page;
import org.repatria.readmodel.View;
import org.repatria.readmodel.ViewQuery;
import org.repatria.readmodel.Visibility;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The routes of alerts. */
final class AlertRoutes {

    private static final String ALERT = "/v1/alerts/{alertId}";
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private static final String STREAM_EXAMPLE = """
            id:0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0
            :connected

            id:0.0.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0
            event:alert.raised.v1
            data:{"alertId": "alert-0f3kq8v5m2n7p1r4s6t9w0x2y"}

            """;

    private final Aggregates<AlertCommand, Alert> alerts;
    private final View view;
    private final AlertStream stream;

    private AlertRoutes(Aggregates<AlertCommand, Alert> alerts, View view, AlertStream stream) {
        this.alerts = alerts;
        this.view = view;
        this.stream = stream;
    }

    /** The table of routes. */
    static Api of(Aggregates<AlertCommand, Alert> alerts, View view, AlertStream stream) {
        var routes = new AlertRoutes(alerts, view, stream);
        var endpoints = new ArrayList<>(List.of(
                Endpoint.get("/v1/alerts", "listAlerts", "Alerts that you may see, the most urgent first")
                        .query(AlertsQuery.class)
                        .paged()
                        .answers(AlertPage.class, AlertPage.EXAMPLE)
                        .handle(routes::list),
                Endpoint.get("/v1/alerts/figures", "alertFigures", "Alerts counted by severity, status, age and code")
                        .query(AlertFilter.class)
                        .answers(AlertFigures.class, AlertFigures.EXAMPLE)
                        .handle(routes::figures),
                Endpoint.get("/v1/alerts/stream", "streamAlerts", "What happens to alerts, as it happens")
                        .answers(
                                MediaType.TEXT_EVENT_STREAM,
                                STREAM_EXAMPLE,
                                "Events of alerts; reconnect with Last-Event-ID to miss none: an id comes "
                                        + "at once, before the first event. A comment every 15 seconds keeps the line open.")
                        .problems(AlertProblem.STREAM_POSITION_GONE)
                        .handle(routes::stream),
                Endpoint.get(ALERT, "readAlert", "One alert as it stands")
                        .answers(AlertRead.class, AlertPage.ALERT_EXAMPLE)
                        .handle(routes::read),
                routes.row("/acknowledgement", AcknowledgeAlert.class, "Takes an alert: you work on it"),
                routes.row("/resolution", ResolveAlert.class, "Ends an alert: its cause is gone")));
        endpoints.addAll(JournalEndpoints.of(ALERT, "alert", alerts, routes::atTheJournal));
        return new Api("alerts", "Calls to act, with a reason and a remedy.", endpoints);
    }

    /**
     * Which alerts are asked for.
     *
     * @param raisedFrom those raised at this moment or later
     * @param raisedBefore those raised before this moment
     */
    record AlertFilter(
            List<String> status,
            List<String> severity,
            List<String> code,
            Optional<String> recipient,
            Optional<String> objectType,
            Optional<String> objectId,
            Optional<String> caseId,
            Optional<Instant> raisedFrom,
            Optional<Instant> raisedBefore) {

        /** The alerts of these that somebody may see. */
        ViewQuery of(Actor reader) {
            var query = ViewQuery.visibleTo(Visibility.anyOf(AlertAccess.sight(reader)))
                    .asked("status", status)
                    .asked("severity", severity)
                    .asked("code", code)
                    .asked("recipient", recipient.stream().toList())
                    .asked("objectType", objectType.stream().toList())
                    .asked("objectId", objectId.stream().toList())
                    .asked("caseId", caseId.stream().toList());
            if (raisedFrom.isPresent()) {
                query = query.from("raisedAt", raisedFrom.get());
            }
            return raisedBefore.isPresent() ? query.below("raisedAt", raisedBefore.get()) : query;
        }
    }

    /** Which alerts are listed; {@code facets} asks for counts on the page. */
    record AlertsQuery(AlertFilter alerts, Optional<Boolean> facets) {}

    /** A page of alerts, for the documentation. */
    record AlertPage(
            List<AlertRead> items,
            Page.Total total,
            Map<String, Page.Facet> facets,
            Map<String, Page.Sum> sums,
            Optional<String> next) {
        static final String ALERT_EXAMPLE = """
                {"id": "alert-0f3kq8v5m2n7p1r4s6t9w0x2y", "version": 1, "status": "OPEN", "occurrences": 1,
                 "raisedAt": "2015-05-15T05:00:00Z",
                 "about": {"code": "AL-03", "severity": "CRITICAL", "objectType": "asset",
                  "objectId": "asset-1c4mz9h6p3q8r2t5v7w0x4y6k", "recipients": ["AM", "LO"],
                  "title": "The restraint of the asset “Current account at an invented bank” ends on 2015-06-14, \
                in 30 days or less.",
                  "particulars": {"object": "“Current account at an invented bank”", "due": "2015-06-14", "lead": "30"},
                  "remedy": "File for an extension or a complaint before the order ends, or prepare the release.",
                  "dueOn": "2015-06-14"}}""";
        static final String EXAMPLE = "{\"items\": [" + ALERT_EXAMPLE
                + "], \"total\": {\"count\": 1, \"exact\": true}, \"facets\": {}, \"sums\": {}}";
    }

    private Mono<ServerResponse> list(Call call) {
        var wanted = call.query(AlertsQuery.class);
        var query = wanted.alerts().of(call.actor()).orderBy(Order.descending("urgency"), Order.descending("raisedAt"));
        return ViewLists.answer(
                call, view, wanted.facets().orElse(false) ? query.facets("status", "severity", "code") : query);
    }

    private Mono<ServerResponse> figures(Call call) {
        var wanted = call.query(AlertFilter.class).of(call.actor());
        return AlertFigures.of(call, view, wanted).flatMap(figures -> Answers.json(call, figures));
    }

    private Mono<ServerResponse> stream(Call call) {
        return stream.open(call.actor(), lastEventId(call))
                .onErrorMap(
                        StreamRefused.class, e -> AlertProblem.of(e.reason()).raised())
                .flatMap(items -> Answers.stream(call, events(items)));
    }

    /**
     * The id of the last event read. An empty one is what a program sends that has read none yet (source: HTML
     * standard, server-sent events, 9.2.6).
     */
    private static Optional<String> lastEventId(Call call) {
        return call.request().headers().header(LAST_EVENT_ID).stream()
                .filter(id -> !VisibleText.isBlank(id))
                .findFirst();
    }

    private static Flux<ServerSentEvent<String>> events(Flux<Item> items) {
        return items.map(AlertRoutes::sent)
                .onErrorResume(StreamRefused.class, e -> Flux.just(comment("closed: " + e.reason())));
    }

    private static ServerSentEvent<String> sent(Item item) {
        var event = ServerSentEvent.<String>builder().id(item.position());
        return switch (item) {
            // Without data: a reader keeps the id and hears of no event.
            case Item.Beginning _ -> event.comment("connected").build();
            case Item.Happening(var _, var type, var json) ->
                event.event(type).data(json).build();
        };
    }

    private static ServerSentEvent<String> comment(String words) {
        return ServerSentEvent.<String>builder().comment(words).build();
    }

    private Mono<Reader> atTheJournal(Call call) {
        return found(call, Act.READ_ALERT_JOURNAL)
                .map(_ -> Reader.ofEverything())
                // The same words as for an id that nobody has.
                .switchIfEmpty(Mono.error(JournalEndpoints::nothingThere));
    }

    private Mono<ServerResponse> read(Call call) {
        return found(call, Act.READ_ALERTS)
                .flatMap(current -> Mono.justOrEmpty(AlertPublishing.read(current.state()))
                        .flatMap(snapshot -> Answers.versioned(
                                call,
                                AlertRead.of(call.id("alertId"), current.version(), snapshot),
                                current.version())))
                .switchIfEmpty(Mono.defer(AlertRoutes::nothingThere));
    }

    /** The alert, to whom the policy lets do this to it; to others there is none. */
    private Mono<Current<Alert>> found(Call call, Act act) {
        return alerts.read(call.id("alertId")).filter(current -> AlertAccess.lets(call.actor(), act, current.state()));
    }

    private static Mono<ServerResponse> nothingThere() {
        return Answers.notFound(Alert.NOTHING_THERE);
    }

    /** A command on one alert, decided on a version. */
    private <C extends Record & AlertCommand> Endpoint row(String path, Class<C> command, String summary) {
        return Endpoint.command(ALERT + path, command, summary, Endpoint.Texts.NONE)
                .versioned()
                .handle(call -> execute(call, call.body(command)));
    }

    private Mono<ServerResponse> execute(Call call, AlertCommand command) {
        var id = call.id("alertId");
        // INVARIANT: who may not see it is answered before the version is compared, or the answer would tell that it is
        // there.
        return found(call, Act.READ_ALERTS)
                .flatMap(_ -> alerts.execute(Commands.envelope(call, id, command)))
                .flatMap(outcome -> Answers.command(call, id, outcome))
                .switchIfEmpty(Mono.defer(AlertRoutes::nothingThere));
    }

    /** The snapshot's fields with the id and version, as the list has them. */
    record AlertRead(
            String id,
            long version,
            PublishedAlert.Status status,
            PublishedAlert.About about,
            int occurrences,
            Instant raisedAt,
            Optional<String> acknowledgedBy,
            Optional<Instant> acknowledgedAt,
            Optional<Alert.Resolution> resolution,
            Optional<String> resolvedBy,
            Optional<String> act,
            Optional<Instant> resolvedAt) {
        static AlertRead of(String id, long version, PublishedAlert.Snapshot s) {
            return new AlertRead(
                    id,
                    version,
                    s.status(),
                    s.about(),
                    s.occurrences(),
                    s.raisedAt(),
                    s.acknowledgedBy(),
                    s.acknowledgedAt(),
                    s.resolution(),
                    s.resolvedBy(),
                    s.act(),
                    s.resolvedAt());
        }
    }
}
