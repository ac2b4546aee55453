package org.repatria.edge;

import java.net.URI;
import java.util.Optional;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Outcome;
import org.repatria.decider.Reason;
import org.repatria.decider.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Outcome in, HTTP out. The one table of what each ending of a command means to a caller. */
public final class Answers {

    private Answers() {}

    /**
     * The answer to a command; a repeated one gets the same as the first.
     *
     * @param id of the object the caller asked about or created, put into the body and the Location
     */
    public static <S> Mono<ServerResponse> command(Call call, String id, Outcome<S> outcome) {
        return switch (outcome) {
            case Outcome.Fulfilled<S> fulfilled -> accepted(call, id, fulfilled.version());
            case Outcome.Unfulfilled<S> unfulfilled -> problem(of(unfulfilled));
        };
    }

    /** What an unfulfilled command is as a problem. */
    public static <S> Problem of(Outcome.Unfulfilled<S> outcome) {
        return switch (outcome) {
            case Outcome.Refused<S>(var refusal, var _, var _) -> of(refusal);
            case Outcome.Stale<S>(var _, var actual) -> stale(actual);
            case Outcome.CommandIdReused<S>() ->
                Problem.of(
                        GeneralProblem.IDEMPOTENCY_KEY_REUSED,
                        "A request with this Idempotency-Key and other content was answered before.");
            case Outcome.OutboxFull<S>(var limit) ->
                Problem.of(
                                GeneralProblem.PUBLICATION_BACKLOG,
                                limit + " events of this object wait for publication; nothing was changed.")
                        .retryAfter(Limits.RETRY_AFTER_SECONDS);
            case Outcome.Contended<S>(var attempts) ->
                Problem.of(
                                GeneralProblem.CONTENDED,
                                "Others changed the object on each of " + attempts + " attempts; nothing was changed.")
                        .retryAfter(Limits.RETRY_AFTER_CONTENTION_SECONDS);
        };
    }

    /** A refusal of the domain: its reason is the code, its obstacles are the fields. */
    public static Problem of(Refusal refusal) {
        var errors = refusal.obstacles().stream()
                .filter(obstacle -> !obstacle.about().isEmpty())
                .map(Answers::fieldError)
                .toList();
        return refusal.reason().kind() == Reason.Kind.INVALID
                ? Problem.invalidBody(errors)
                : Problem.of(
                                ProblemCode.of(refusal.reason()),
                                refusal.detail().orElse(refusal.reason().title() + "."))
                        .withErrors(errors);
    }

    public static Problem of(Reason reason) {
        return Problem.of(ProblemCode.of(reason), reason.title() + ".");
    }

    private static FieldError fieldError(Obstacle obstacle) {
        return new FieldError(
                "/" + obstacle.about(),
                obstacle.code(),
                obstacle.source()
                        .map(source -> obstacle.detail() + " (source: " + source + ")")
                        .orElse(obstacle.detail()));
    }

    private static Problem stale(long actual) {
        return Problem.of(
                        GeneralProblem.VERSION_STALE,
                        "The current version is " + actual + "; what you say of the version does not fit it.")
                .with("currentVersion", actual)
                .withHeader("ETag", etag(actual));
    }

    /** 200, or 201 with a Location where the route creates. */
    public static Mono<ServerResponse> accepted(Call call, String id, long version) {
        var status = call.endpoint().answer().status();
        var response = ServerResponse.status(status).header("ETag", etag(version));
        if (status == HttpStatus.CREATED.value()) {
            response.location(URI.create(call.request().path() + "/" + id));
        }
        return json(response, new Endpoint.Accepted(id, version));
    }

    /** A JSON answer with the status that the route declares. */
    public static Mono<ServerResponse> json(Call call, Object body) {
        return json(ServerResponse.status(call.endpoint().answer().status()), body);
    }

    /** The same with the address of what was begun. */
    public static Mono<ServerResponse> json(Call call, Object body, URI location) {
        return json(ServerResponse.status(call.endpoint().answer().status()).location(location), body);
    }

    /** The answer to a command that says more than its version. What the caller said of versions was the command's. */
    public static Mono<ServerResponse> changed(Call call, Object body, long version) {
        return json(ServerResponse.status(call.endpoint().answer().status()).header("ETag", etag(version)), body);
    }

    /** A JSON answer with the ETag of a version; 304 when the caller already has it. */
    public static Mono<ServerResponse> versioned(Call call, Object body, long version) {
        var etag = etag(version);
        if (call.match().filter(tags -> !tags.haveStrongly(version)).isPresent()) {
            return problem(stale(version));
        }
        if (call.noneMatch().filter(tags -> tags.haveWeakly(version)).isPresent()) {
            return ServerResponse.status(HttpStatus.NOT_MODIFIED)
                    .header("ETag", etag)
                    .build();
        }
        return json(ServerResponse.status(call.endpoint().answer().status()).header("ETag", etag), body);
    }

    /** A page of a list, with a link to the next one where there is one. */
    public static Mono<ServerResponse> page(Call call, Object body, Optional<String> nextCursor) {
        var response = ServerResponse.ok();
        nextCursor.ifPresent(cursor -> response.header("Link", "<" + next(call, cursor) + ">; rel=\"next\""));
        return json(response, body);
    }

    /**
     * Server-sent events, with a comment now and then that keeps the line open. Nothing between here and the reader may
     * hold them back.
     *
     * @return a problem where the caller has as many streams open as one subject may have, or all places are taken
     */
    public static Mono<ServerResponse> stream(Call call, Flux<ServerSentEvent<String>> events) {
        var exchange = call.request().exchange();
        var refusal = StreamPlaces.refusal(exchange, call.actor());
        if (refusal.isPresent()) {
            return problem(refusal.get());
        }
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(BodyInserters.fromServerSentEvents(
                        withHeartbeats(events).takeUntilOther(StreamPlaces.end(exchange))));
    }

    private static Flux<ServerSentEvent<String>> withHeartbeats(Flux<ServerSentEvent<String>> events) {
        return Flux.defer(() -> {
            var end = Sinks.<Void>empty();
            var heartbeats = Flux.interval(Limits.HEARTBEAT_INTERVAL)
                    .onBackpressureDrop()
                    .map(_ -> ServerSentEvent.<String>builder()
                            .comment("still here")
                            .build());
            return Flux.merge(events.doOnTerminate(end::tryEmitEmpty), heartbeats.takeUntilOther(end.asMono()));
        });
    }

    public static <T> Mono<T> problem(Problem problem) {
        return Mono.error(problem::raised);
    }

    /** 404 in the words of the route. */
    public static <T> Mono<T> notFound(String detail) {
        return problem(Problem.of(GeneralProblem.NOT_FOUND, detail));
    }

    /** A strong ETag. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    private static Mono<ServerResponse> json(ServerResponse.BodyBuilder response, Object body) {
        return response.contentType(MediaType.APPLICATION_JSON).bodyValue(Json.bytes(body));
    }

    private static String next(Call call, String cursor) {
        var uri = call.request().uri();
        return UriComponentsBuilder.newInstance()
                .path(uri.getRawPath())
                .query(uri.getRawQuery())
                .replaceQueryParam(
                        "cursor", java.net.URLEncoder.encode(cursor, java.nio.charset.StandardCharsets.UTF_8))
                .build(true)
                .toUriString();
    }
}
