package org.repatria.api;

import java.time.Clock;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.repatria.decider.Actor;
import org.repatria.edge.AccessTrail;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.edge.GeneralProblem;
import org.repatria.edge.Limits;
import org.repatria.edge.Problem;
import org.repatria.edge.Reading;
import org.repatria.edge.TraceFilter;
import org.repatria.messaging.accessjournal.AccessEntry;
import org.repatria.messaging.accessjournal.AccessEntry.Accessed;
import org.repatria.messaging.accessjournal.AccessJournal;
import org.repatria.messaging.accessjournal.AccessJournal.Place;
import org.repatria.messaging.accessjournal.AccessKind;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Leaves an entry in the access journal for each request that reads, discloses or is refused. */
final class JournaledTrail implements AccessTrail {

    /** The status of an entry whose caller went away before the answer. */
    private static final int NO_STATUS = 0;

    private static final String GONE = "CALLER_GONE";

    /** What an id or a code can be; anything else in a path is somebody's text and is not kept. */
    private static final Pattern ID =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0," + (Limits.ID_CHARS_MAX - 1) + "}");

    private static final String NO_ID = "unreadable";

    private final AccessJournal journal;
    private final Function<Throwable, Problem> problems;
    private final Clock clock;
    private final IdentityHashMap<Endpoint, Traced> traced = new IdentityHashMap<>();

    /** The trail of these tables; {@code problems} tells what an error means to a caller. */
    JournaledTrail(List<Api> apis, AccessJournal journal, Function<Throwable, Problem> problems, Clock clock) {
        this.journal = journal;
        this.problems = problems;
        this.clock = clock;
        apis.stream()
                .flatMap(api -> api.endpoints().stream())
                .forEach(endpoint -> traced.put(endpoint, Traced.of(endpoint)));
    }

    @Override
    public Mono<ServerResponse> of(Incoming asked, Supplier<Mono<ServerResponse>> answer) {
        // INVARIANT: the place is taken before anything is read.
        return Mono.defer(() ->
                journal.take().map(place -> answered(asked, place, answer)).orElseGet(() -> Answers.problem(full())));
    }

    private Mono<ServerResponse> answered(Incoming asked, Place place, Supplier<Mono<ServerResponse>> answer) {
        return Mono.defer(answer)
                .doOnSuccess(response -> leave(
                        asked,
                        place,
                        response == null ? NO_STATUS : response.statusCode().value(),
                        Optional.empty()))
                .doOnError(error -> {
                    var code = problems.apply(error).code();
                    leave(asked, place, code.status(), Optional.of(code.name()));
                })
                .doOnCancel(() -> leave(asked, place, NO_STATUS, Optional.of(GONE)));
    }

    private void leave(Incoming asked, Place place, int status, Optional<String> problem) {
        var route = route(asked.endpoint());
        var exchange = asked.request().exchange();
        route.kind(status)
                .ifPresentOrElse(
                        kind -> place.leave(new AccessEntry(
                                asked.at(),
                                kind,
                                asked.endpoint().operationId(),
                                asked.actor(),
                                Call.purposeOrNone(exchange.getRequest().getHeaders()),
                                route.object(asked.request().pathVariables()),
                                route.filters(exchange.getRequest()),
                                status,
                                problem,
                                TraceFilter.of(exchange).traceId())),
                        place::giveUp);
    }

    private Traced route(Endpoint endpoint) {
        return Optional.ofNullable(traced.get(endpoint))
                .orElseThrow(() -> new IllegalStateException("not a route of this service: " + endpoint.operationId()));
    }

    @Override
    public Mono<Void> turnedAway(ServerWebExchange exchange, Problem problem) {
        return Mono.fromRunnable(() -> {
            if (isRefusal(problem.code().status())) {
                matching(exchange.getRequest())
                        .ifPresent(route -> journal.takeNameless()
                                .ifPresent(place -> place.leave(entry(exchange, problem, route))));
            }
        });
    }

    private Optional<Traced> matching(ServerHttpRequest request) {
        var path = request.getPath().pathWithinApplication();
        return traced.values().stream()
                .filter(route -> route.endpoint().methods().contains(request.getMethod())
                        && route.pattern().matches(path))
                .min((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.pattern(), other.pattern()));
    }

    private AccessEntry entry(ServerWebExchange exchange, Problem problem, Traced route) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        var variables = Optional.ofNullable(route.pattern().matchAndExtract(path))
                .map(PathPattern.PathMatchInfo::getUriVariables)
                .orElse(Map.of());
        return new AccessEntry(
                clock.instant(),
                AccessKind.REFUSAL,
                route.endpoint().operationId(),
                Optional.<Actor>empty(),
                Call.purposeOrNone(exchange.getRequest().getHeaders()),
                route.object(variables),
                route.filters(exchange.getRequest()),
                problem.code().status(),
                Optional.of(problem.code().name()),
                TraceFilter.of(exchange).traceId());
    }

    private static Problem full() {
        return Problem.of(
                        GeneralProblem.ACCESS_JOURNAL_FULL,
                        "Who reads is recorded, and that is not possible at the moment; nothing was read or changed.")
                .retryAfter(Limits.RETRY_AFTER_SECONDS);
    }

    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500;
    }

    /**
     * What is known of a route before anybody asks.
     *
     * @param variable of the path, whose value is the object's id
     * @param objects what such an object is called in the path
     * @param parameters of the query that may be named in an entry
     */
    private record Traced(
            Endpoint endpoint, PathPattern pattern, Optional<String> variable, String objects, Set<String> parameters) {

        private static final Pattern VARIABLE = Pattern.compile("([^/]*)/\\{([^}]+)}");

        static Traced of(Endpoint endpoint) {
            var match = VARIABLE.matcher(endpoint.path());
            var found = match.find();
            return new Traced(
                    endpoint,
                    PathPatternParser.defaultInstance.parse(endpoint.path()),
                    found ? Optional.of(match.group(2)) : Optional.empty(),
                    found ? match.group(1) : "",
                    endpoint.parameters());
        }

        /**
         * The kind of access that an answer of this status leaves in the journal. None where a command was done, which
         * the object's own journal tells.
         */
        Optional<AccessKind> kind(int status) {
            if (isRefusal(status)) {
                return Optional.of(AccessKind.REFUSAL);
            }
            return endpoint.reads()
                    .map(JournaledTrail::kind)
                    .or(() -> endpoint.method().equals(HttpMethod.GET)
                            ? Optional.of(AccessKind.CONSULTATION)
                            : Optional.empty());
        }

        Optional<Accessed> object(Map<String, String> variables) {
            return variable.map(name -> variables.getOrDefault(name, ""))
                    .map(id -> new Accessed(objects, ID.matcher(id).matches() ? id : NO_ID));
        }

        List<String> filters(ServerHttpRequest request) {
            Collection<String> given = request.getQueryParams().keySet();
            return given.isEmpty()
                    ? List.of()
                    : given.stream().filter(parameters::contains).toList();
        }
    }

    private static AccessKind kind(Reading reading) {
        return switch (reading) {
            case CONSULTATION -> AccessKind.CONSULTATION;
            case COMPARTMENT -> AccessKind.COMPARTMENT;
            case DISCLOSURE -> AccessKind.DISCLOSURE;
        };
    }
}
