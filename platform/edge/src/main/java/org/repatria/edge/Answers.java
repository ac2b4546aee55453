package org.repatria.edge;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.repatria.decider.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Outcome in, HTTP out. The one table of what each ending of a command means to a caller. */
public final class Answers {

    private Answers() {}

    /**
     * The answer to a command; a repeated one gets the same as the first.
     *
     * @param id of the object the caller asked about or created, put into the body and the Location
     * @param refusals what each refusal of the domain is as a problem
     */
    public static <S, R> Mono<ServerResponse> command(
            Call call, String id, Outcome<S, R> outcome, Function<? super R, Problem> refusals) {
        return switch (outcome) {
            case Outcome.Done<S, R>(var _, var version) -> accepted(call, id, version);
            case Outcome.Repeated<S, R>(var version) -> accepted(call, id, version);
            case Outcome.Refused<S, R> _,
                    Outcome.Stale<S, R> _,
                    Outcome.CommandIdReused<S, R> _,
                    Outcome.OutboxFull<S, R> _,
                    Outcome.Contended<S, R> _ -> problem(unfulfilled(outcome, refusals));
        };
    }

    /**
     * What an outcome is as a problem, for a route that makes an answer of its own.
     *
     * @throws IllegalArgumentException for an outcome that is none
     */
    public static <S, R> Problem unfulfilled(Outcome<S, R> outcome, Function<? super R, Problem> refusals) {
        return switch (outcome) {
            case Outcome.Refused<S, R>(var refusal, var _, var _) -> refusals.apply(refusal);
            case Outcome.Stale<S, R>(var _, var actual) -> stale(actual);
            case Outcome.CommandIdReused<S, R>() ->
                Problem.of(
                        GeneralProblem.IDEMPOTENCY_KEY_REUSED,
                        "A request with this Idempotency-Key and other content was answered before.");
            case Outcome.OutboxFull<S, R>(var limit) ->
                Problem.of(
                                GeneralProblem.PUBLICATION_BACKLOG,
                                limit + " events of this object wait for publication; nothing was changed.")
                        .retryAfter(Limits.RETRY_AFTER_SECONDS);
            case Outcome.Contended<S, R>(var attempts) ->
                Problem.of(
                                GeneralProblem.CONTENDED,
                                "Others changed the object on each of " + attempts + " attempts; nothing was changed.")
                        .retryAfter(Limits.RETRY_AFTER_CONTENTION_SECONDS);
            case Outcome.Done<S, R> _, Outcome.Repeated<S, R> _ ->
                throw new IllegalArgumentException("A fulfilled command is no problem.");
        };
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
     * Server-sent events; nothing between here and the reader may hold them back.
     *
     * @return a problem where the caller has as many streams open as one subject may have
     */
    public static Mono<ServerResponse> stream(Call call, Flux<ServerSentEvent<String>> events) {
        if (!StreamPlaces.take(call)) {
            return problem(StreamPlaces.full());
        }
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(BodyInserters.fromServerSentEvents(events));
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
