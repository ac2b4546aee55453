package org.repatria.edge;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** The one place where errors become {@code application/problem+json}, whoever raised them. */
public final class ProblemRendering implements WebExceptionHandler, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemRendering.class);

    private final List<ProblemSource> sources;

    public ProblemRendering(List<ProblemSource> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (ClientGone.explains(exchange, error)) {
            // Counted where the connection ended; there is nobody to answer and nothing of ours to mend.
            LOG.debug("{} left before the answer", exchange.getRequest().getMethod(), error);
            return Mono.empty();
        }
        return exchange.getResponse().isCommitted() ? Mono.error(error) : render(exchange, problem(error), error);
    }

    /** Before Boot's own handler. */
    @Override
    public int getOrder() {
        return -2;
    }

    /** Writes a problem that no error led to. */
    public static Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        var response = exchange.getResponse();
        var request = exchange.getRequest();
        var rendered = RenderedProblem.of(
                problem,
                request.getPath().value(),
                TraceFilter.of(exchange),
                request.getHeaders().getOrEmpty(HttpHeaders.ACCEPT));
        response.setStatusCode(HttpStatusCode.valueOf(problem.code().status()));
        response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        response.getHeaders().remove(HttpHeaders.CONTENT_ENCODING);
        rendered.headers().forEach(response.getHeaders()::set);
        return unread(request)
                .filter(left -> left)
                .doOnNext(_ -> response.getHeaders().setConnection("close"))
                .then(response.writeWith(
                        Mono.fromSupplier(() -> response.bufferFactory().wrap(rendered.bytes()))))
                // Who leaves while the rest of the request is read needs no answer any more.
                .onErrorResume(error -> ClientGone.explains(exchange, error), _ -> Mono.empty());
    }

    /**
     * Reads what a refused request still has to say, and tells whether something of it is left. RACE: a server that has
     * answered before the body came stops reading its connection when the next request arrives beside the rest of this
     * one (Reactor Netty 1.3.6, its issues 4347 and 4361); that request would never be answered. Where it would take
     * too much to read, the connection is closed instead.
     */
    private static Mono<Boolean> unread(ServerHttpRequest request) {
        var headers = request.getHeaders();
        var hasBody = headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
        if (!hasBody) {
            return Mono.just(false);
        }
        if (headers.getContentLength() > Limits.REFUSED_BYTES_MAX || headers.containsHeader(HttpHeaders.EXPECT)) {
            return Mono.just(true);
        }
        return request.getBody()
                .reduce(0L, (read, buffer) -> {
                    var sum = read + buffer.readableByteCount();
                    DataBufferUtils.release(buffer);
                    if (sum > Limits.REFUSED_BYTES_MAX) {
                        throw new DataBufferLimitException("more than is worth reading");
                    }
                    return sum;
                })
                .map(_ -> false)
                .timeout(Limits.REFUSED_READ_MAX)
                .onErrorResume(DataBufferLimitException.class, _ -> Mono.just(true))
                .onErrorResume(TimeoutException.class, _ -> Mono.just(true))
                // Somebody has read it already, to its end or until it was too much.
                .onErrorResume(IllegalStateException.class, _ -> Mono.just(false))
                .defaultIfEmpty(false);
    }

    /** What an error means to the caller. */
    public Problem problem(Throwable error) {
        return sources.stream()
                .flatMap(source -> source.problem(error).stream())
                .findFirst()
                .orElseGet(() -> general(error));
    }

    private Mono<Void> render(ServerWebExchange exchange, Problem problem, Throwable error) {
        log(exchange, problem, error);
        return write(exchange, problem);
    }

    private static Problem general(Throwable error) {
        return switch (error) {
            case ProblemRaised raised -> raised.problem();
            case CsrfException _ ->
                Problem.of(
                        GeneralProblem.CSRF_TOKEN_MISSING,
                        "Send the value of the XSRF-TOKEN cookie in the X-XSRF-TOKEN header.");
            case AccessDeniedException _ ->
                Problem.of(GeneralProblem.FORBIDDEN, "Nobody has opened this path to your roles.");
            case AuthenticationServiceException _ -> Tokens.providerAway();
            case AuthenticationException _ -> Tokens.unauthenticated();
            case MethodNotAllowedException e ->
                Problem.of(GeneralProblem.METHOD_NOT_ALLOWED, "This path does not take " + e.getHttpMethod() + ".")
                        .withHeader(
                                HttpHeaders.ALLOW,
                                e.getSupportedMethods().stream()
                                        .map(HttpMethod::name)
                                        .collect(Collectors.joining(", ")));
            case NotAcceptableStatusException _ ->
                Problem.of(GeneralProblem.NOT_ACCEPTABLE, "The answer does not exist in the media types you accept.");
            case UnsupportedMediaTypeStatusException _ ->
                Problem.of(GeneralProblem.UNSUPPORTED_MEDIA_TYPE, "This path does not take this media type.");
            case ResponseStatusException e -> ofStatus(e.getStatusCode().value());
            case TimeoutException _ ->
                Problem.of(GeneralProblem.SERVICE_TIMEOUT, "The answer took too long.")
                        .retryAfter(Limits.RETRY_AFTER_SECONDS);
            default -> Problem.of(GeneralProblem.INTERNAL_ERROR, "Tell the operator the traceId.");
        };
    }

    /**
     * What a status means that came without words. It came from the web server, the firewall, or a part that gave none.
     */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> Tokens.unauthenticated();
            case 403 -> Problem.of(GeneralProblem.FORBIDDEN, "Nobody has opened this path to your roles.");
            case 405 -> Problem.of(GeneralProblem.METHOD_NOT_ALLOWED, "This path does not take the method.");
            case 406 ->
                Problem.of(GeneralProblem.NOT_ACCEPTABLE, "The answer does not exist in the media types you accept.");
            case 408 -> Problem.of(GeneralProblem.REQUEST_TIMEOUT, "Send the request again, without a pause.");
            case 404 -> Problem.of(GeneralProblem.NOT_FOUND, "No route leads here.");
            case 413 -> Problem.of(GeneralProblem.BODY_TOO_LARGE, "The body is larger than this path takes.");
            case 414 -> Problem.of(GeneralProblem.URI_TOO_LONG, "The request line has at most 8 kB.");
            case 415 -> Problem.of(GeneralProblem.UNSUPPORTED_MEDIA_TYPE, "This path does not take this media type.");
            case 429 ->
                Problem.of(GeneralProblem.TOO_MANY_REQUESTS, "Slow down.").retryAfter(Limits.RETRY_AFTER_SECONDS);
            case 431 -> Problem.of(GeneralProblem.HEADERS_TOO_LARGE, "Send fewer or shorter headers.");
            case 501 -> Problem.of(GeneralProblem.NOT_IMPLEMENTED, "This server does not do that.");
            case 502 -> Problem.of(GeneralProblem.BAD_GATEWAY, "The answer of a part cannot be read.");
            case 503 ->
                Problem.of(GeneralProblem.SERVICE_UNAVAILABLE, "Try again soon.")
                        .retryAfter(Limits.RETRY_AFTER_SECONDS);
            case 504 ->
                Problem.of(GeneralProblem.SERVICE_TIMEOUT, "The answer took too long.")
                        .retryAfter(Limits.RETRY_AFTER_SECONDS);
            case 505 -> Problem.of(GeneralProblem.HTTP_VERSION_NOT_SUPPORTED, "Send HTTP/1.1.");
            default ->
                status >= 400 && status < 500
                        ? Problem.of(GeneralProblem.BAD_REQUEST, "The request cannot be understood.")
                        : Problem.of(GeneralProblem.INTERNAL_ERROR, "Tell the operator the traceId.");
        };
    }

    /** The path's ids are no personal data; query and body may be and stay out. Only defects get a stack trace. */
    private static void log(ServerWebExchange exchange, Problem problem, Throwable error) {
        var level = problem.code().status() >= 500 ? LOG.atWarn() : LOG.atDebug();
        var event = problem.code() == GeneralProblem.INTERNAL_ERROR
                ? LOG.atError().setCause(error)
                : Optional.ofNullable(error.getCause()).map(level::setCause).orElse(level);
        event.addKeyValue("traceId", TraceFilter.of(exchange).traceId())
                .addKeyValue("correlationId", TraceFilter.of(exchange).correlationId())
                .addKeyValue("code", problem.code().name())
                .log(
                        "{} {} answered {} {}",
                        exchange.getRequest().getMethod(),
                        exchange.getRequest().getPath().value(),
                        problem.code().status(),
                        problem.code().name());
    }
}
