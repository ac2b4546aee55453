package org.repatria.edge;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request before any handler sees it, and what it is refused for then.
 *
 * @param path without the query, which may be personal
 */
record RequestHead(
        HttpMethod method,
        String path,
        List<String> accept,
        @Nullable String traceparent,
        @Nullable String correlation) {

    /** Nothing of it came, or nothing that can be read. */
    static final RequestHead UNKNOWN = new RequestHead(HttpMethod.GET, "/", List.of(), null, null);

    /**
     * Those that RFC 9110 and RFC 5789 name, but CONNECT: this is no proxy. Which of them a path takes, the routes say.
     */
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private static final Pattern HOST = Pattern.compile("[\\w.~%!$&'()*+,;=:\\[\\]-]*");

    static RequestHead of(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return UNKNOWN;
        }
        var headers = request.headers();
        return new RequestHead(
                request.method(),
                path(request.uri()),
                headers.getAll(HttpHeaderNames.ACCEPT),
                only(headers.getAll(TraceFilter.TRACEPARENT_HEADER)),
                only(headers.getAll(TraceFilter.CORRELATION_HEADER)));
    }

    /** Why a request that can be read is not taken all the same: the server does not speak what it speaks. */
    static Optional<Problem> refusal(HttpRequest request) {
        if (!request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && !request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            return Optional.of(Problem.of(GeneralProblem.HTTP_VERSION_NOT_SUPPORTED, "Send HTTP/1.1."));
        }
        if (!METHODS.contains(request.method().name())) {
            return Optional.of(
                    Problem.of(GeneralProblem.NOT_IMPLEMENTED, "No path here takes this method, see docs/api.md."));
        }
        if (request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING).stream()
                .anyMatch(encoding -> !encoding.strip().equalsIgnoreCase("chunked"))) {
            return Optional.of(
                    Problem.of(GeneralProblem.NOT_IMPLEMENTED, "Bodies are taken whole or in chunks, not encoded."));
        }
        var hosts = request.headers().getAll(HttpHeaderNames.HOST);
        var isNamed = hosts.size() == 1 && HOST.matcher(hosts.getFirst()).matches();
        return isNamed || (hosts.isEmpty() && request.protocolVersion().equals(HttpVersion.HTTP_1_0))
                ? Optional.empty()
                : Optional.of(
                        Problem.of(GeneralProblem.BAD_REQUEST, "A request has one Host header, with a host's name."));
    }

    /** Why a message could not be decoded. */
    static Problem unreadable(Object message, Throwable cause) {
        if (!(message instanceof HttpRequest)) {
            return Problem.of(GeneralProblem.MALFORMED_BODY, "The chunks of the body cannot be read.");
        }
        return switch (cause) {
            case TooLongHttpLineException _ ->
                Problem.of(GeneralProblem.URI_TOO_LONG, "The request line has at most 8 kB.");
            case TooLongHttpHeaderException _ ->
                Problem.of(GeneralProblem.HEADERS_TOO_LARGE, "Send fewer or shorter headers.");
            default -> Problem.of(GeneralProblem.BAD_REQUEST, "This is not HTTP/1.1 as RFC 9112 has it.");
        };
    }

    static Problem tooSlow(String part, Duration limit) {
        return Problem.of(
                GeneralProblem.REQUEST_TIMEOUT,
                part + " did not come to the end in time. Send the request again, without pauses of "
                        + limit.toSeconds() + " seconds.");
    }

    static Problem tooManyAtOnce() {
        return Problem.of(
                        GeneralProblem.TOO_MANY_REQUESTS,
                        "At most " + Limits.PIPELINED_MAX + " requests of one connection wait for an answer.")
                .retryAfter(Limits.RETRY_AFTER_SECONDS);
    }

    private static String path(String target) {
        var end = target.indexOf('?');
        var path = end < 0 ? target : target.substring(0, end);
        return path.startsWith("/") ? path : "/";
    }

    private static @Nullable String only(List<String> values) {
        return values.size() == 1 ? values.getFirst() : null;
    }
}
