package org.repatria.edge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.repatria.decider.Actor;
import org.repatria.edge.AccessTrail.Incoming;
import org.repatria.edge.Endpoint.Body;
import org.repatria.policy.Policy;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Serves the tables of a service. Each request passes the same gate in the same order before its handler sees it. */
public final class ApiRoutes {

    private final Policy policy;
    private final Actors actors;
    private final Clock clock;
    private final AccessTrail trail;

    private ApiRoutes(Policy policy, Actors actors, Clock clock, AccessTrail trail) {
        this.policy = policy;
        this.actors = actors;
        this.clock = clock;
        this.trail = trail;
    }

    /** All routes of these tables; a known path with another method is 405, an unknown one 404. */
    public static RouterFunction<ServerResponse> of(List<Api> apis, Actors actors, Clock clock) {
        return of(apis, Policy.ofTheHouse(), actors, clock, AccessTrail.NONE);
    }

    /** The same with another table of who may, and with a trace of what was read. */
    public static RouterFunction<ServerResponse> of(
            List<Api> apis, Policy policy, Actors actors, Clock clock, AccessTrail trail) {
        return among(apis, policy, actors, clock, trail)
                .and(RouterFunctions.route()
                        .route(RequestPredicates.all(), _ -> Answers.notFound("No route leads here."))
                        .build());
    }

    /** The same where others may serve what is not in the tables. */
    static RouterFunction<ServerResponse> among(
            List<Api> apis, Policy policy, Actors actors, Clock clock, AccessTrail trail) {
        var serving = new ApiRoutes(policy, actors, clock, trail);
        var endpoints = apis.stream()
                .flatMap(api -> api.endpoints().stream())
                // INVARIANT: a literal segment wins over a variable one, whatever the order of the tables.
                .sorted(Comparator.comparing(
                        (Endpoint endpoint) -> endpoint.path().replace('{', '~')))
                .toList();
        demandUnique(endpoints);
        demandActs(endpoints, policy);

        var routes = new ArrayList<Route>();
        endpoints.forEach(endpoint -> routes.add(new Route(
                endpoint.path(),
                RequestPredicates.methods(endpoint.methods().toArray(HttpMethod[]::new))
                        .and(RequestPredicates.path(endpoint.path())),
                request -> serving.serve(endpoint, request))));
        methodsByPath(endpoints)
                .forEach((path, methods) -> routes.add(
                        new Route(path, RequestPredicates.path(path), _ -> Answers.problem(otherMethod(methods)))));
        return inOrder(routes);
    }

    /** A way to a handler; the path says how many parts one has that leads there. */
    private record Route(String path, RequestPredicate leads, HandlerFunction<ServerResponse> handler) {}

    /**
     * The first that leads to a handler. Those of {@link RouterFunctions} ask each route as a step of a reactive chain,
     * which with a hundred of them stood in a quarter of the samples of a reading.
     */
    private static RouterFunction<ServerResponse> inOrder(List<Route> routes) {
        var byParts =
                routes.stream().collect(Collectors.groupingBy(route -> parts(PathContainer.parsePath(route.path()))));
        return request -> Mono.justOrEmpty(
                byParts.getOrDefault(parts(request.requestPath().pathWithinApplication()), List.of()).stream()
                        .filter(route -> route.leads().test(request))
                        .map(Route::handler)
                        .findFirst());
    }

    private static int parts(PathContainer path) {
        return path.elements().size();
    }

    /**
     * How a test of routes without a Spring context renders problems: the same way as the service does.
     *
     * @param sources what errors mean that the edge does not know
     */
    public static HandlerStrategies strategies(ProblemSource... sources) {
        return HandlerStrategies.builder()
                .webFilter(new TraceFilter())
                .webFilter(new SingleHeaders())
                .webFilter(new StreamPlaces())
                .exceptionHandler(new ProblemRendering(List.of(sources)))
                .build();
    }

    private static void demandUnique(List<Endpoint> endpoints) {
        var ids = new HashSet<String>();
        endpoints.stream()
                .filter(endpoint -> !ids.add(endpoint.operationId()))
                .findFirst()
                .ifPresent(twice -> {
                    throw new IllegalStateException("Two routes are called " + twice.operationId() + ".");
                });
    }

    /** What no row of the policy speaks of is not served. */
    private static void demandActs(List<Endpoint> endpoints, Policy policy) {
        var unnamed = endpoints.stream()
                .filter(endpoint -> !endpoint.open())
                .map(Endpoint::operationId)
                .filter(operation -> policy.actOf(operation).isEmpty())
                .toList();
        if (!unnamed.isEmpty()) {
            throw new IllegalStateException("No row of the policy says who may ask for " + unnamed + ".");
        }
    }

    private static Map<String, Set<String>> methodsByPath(List<Endpoint> endpoints) {
        return endpoints.stream()
                .collect(Collectors.groupingBy(
                        Endpoint::path,
                        LinkedHashMap::new,
                        Collectors.flatMapping(
                                e -> e.methods().stream().map(HttpMethod::name),
                                Collectors.toCollection(LinkedHashSet::new))));
    }

    private static Problem otherMethod(Set<String> methods) {
        var allowed = String.join(", ", methods);
        return Problem.of(GeneralProblem.METHOD_NOT_ALLOWED, "This path takes " + allowed + ".")
                .withHeader("Allow", allowed);
    }

    private Mono<ServerResponse> serve(Endpoint endpoint, ServerRequest request) {
        return actors.in(request.exchange())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(actor -> {
                    var asked = new Incoming(endpoint, request, actor, clock.instant());
                    return trail.of(asked, () -> answer(asked));
                });
    }

    private Mono<ServerResponse> answer(Incoming asked) {
        var endpoint = asked.endpoint();
        var request = asked.request();
        demandAccess(endpoint, asked.actor());
        demandAcceptable(endpoint, request);
        return input(endpoint, request)
                .map(input -> new Call(request, endpoint, asked.actor().orElse(null), asked.at(), input))
                .flatMap(endpoint.handler());
    }

    private void demandAccess(Endpoint endpoint, Optional<Actor> actor) {
        if (endpoint.open()) {
            return;
        }
        if (actor.isEmpty()) {
            throw Tokens.unauthenticated().raised();
        }
        var act = policy.actOf(endpoint.operationId()).orElseThrow();
        if (!policy.holdsOffice(actor.get(), act)) {
            throw WhoMay.forbidden(policy, act).raised();
        }
    }

    private static void demandAcceptable(Endpoint endpoint, ServerRequest request) {
        var wanted = accepted(request);
        var offered = endpoint.answer().mediaType();
        if (!wanted.isEmpty() && wanted.stream().noneMatch(type -> type.isCompatibleWith(offered))) {
            throw Problem.of(GeneralProblem.NOT_ACCEPTABLE, "The answer exists as " + offered + " only.")
                    .raised();
        }
    }

    private static List<MediaType> accepted(ServerRequest request) {
        try {
            return request.headers().accept();
        } catch (RuntimeException unreadable) {
            throw Problem.invalidParameters(
                            List.of(new FieldError("header:Accept", "HEADER", "must be a list of media types")))
                    .raised();
        }
    }

    private static Mono<Call.Input> input(Endpoint endpoint, ServerRequest request) {
        var query = query(endpoint, request);
        return switch (endpoint.body()) {
            case Body.None _ -> Mono.just(withoutBody(request, query));
            case Body.Json json when json.isEmpty() -> Mono.just(withoutBody(request, query));
            case Body.Json _ -> {
                demandMediaType(request, List.of(MediaType.APPLICATION_JSON));
                yield bytes(request, Limits.JSON_BYTES_MAX)
                        .map(bytes -> new Call.Input(bytes, Flux.empty(), tree(bytes), query));
            }
            case Body.Streamed(var samples, var bytesMax) -> {
                demandMediaType(request, samples.stream().map(Body.Sample::type).toList());
                yield Mono.just(new Call.Input(new byte[0], stream(request, bytesMax), null, query));
            }
        };
    }

    private static Call.Input withoutBody(ServerRequest request, @Nullable Object query) {
        if (request.headers().contentLength().orElse(0) > 0) {
            throw Problem.of(GeneralProblem.BAD_REQUEST, "This route takes no body.")
                    .raised();
        }
        return new Call.Input(new byte[0], Flux.empty(), null, query);
    }

    private static @Nullable Object query(Endpoint endpoint, ServerRequest request) {
        var parameters = new LinkedHashMap<String, List<String>>(request.queryParams());
        if (endpoint.paged()) {
            parameters.remove("limit");
            parameters.remove("cursor");
        }
        return endpoint.query().isPresent()
                ? InputReader.query(endpoint.query().get(), parameters)
                : withoutQuery(parameters.keySet());
    }

    private static @Nullable Object withoutQuery(Set<String> names) {
        if (!names.isEmpty()) {
            var errors = new ArrayList<FieldError>();
            names.forEach(
                    name -> errors.add(new FieldError("query:" + name, "UNKNOWN_FIELD", "is not a parameter here")));
            throw Problem.invalidParameters(errors).raised();
        }
        return null;
    }

    private static void demandMediaType(ServerRequest request, List<MediaType> types) {
        var given = mediaType(request);
        if (given.isEmpty() || types.stream().noneMatch(type -> type.isCompatibleWith(given.get()))) {
            throw unsupported(types, "This route takes " + words(types) + ".");
        }
        var charset = given.get().getParameter("charset");
        if (charset != null && !charset.replace("\"", "").equalsIgnoreCase("utf-8")) {
            throw unsupported(types, "Text is taken in UTF-8 only.");
        }
        if (request.headers().header("Content-Encoding").stream()
                .anyMatch(encoding -> !encoding.equalsIgnoreCase("identity"))) {
            throw unsupported(types, "Compressed bodies are not taken.");
        }
    }

    private static Optional<MediaType> mediaType(ServerRequest request) {
        try {
            return request.headers().contentType();
        } catch (InvalidMediaTypeException _) {
            return Optional.empty();
        }
    }

    private static ProblemRaised unsupported(List<MediaType> types, String detail) {
        return Problem.of(GeneralProblem.UNSUPPORTED_MEDIA_TYPE, detail)
                .withHeader("Accept", words(types))
                .raised();
    }

    private static String words(List<MediaType> types) {
        return types.stream().map(MediaType::toString).collect(Collectors.joining(", "));
    }

    private static Mono<byte[]> bytes(ServerRequest request, int bytesMax) {
        return DataBufferUtils.join(bounded(request, bytesMax), bytesMax)
                .onErrorMap(DataBufferLimitException.class, _ -> tooLarge(bytesMax))
                .map(ApiRoutes::released)
                .defaultIfEmpty(new byte[0]);
    }

    private static byte[] released(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static Flux<DataBuffer> stream(ServerRequest request, int bytesMax) {
        return Flux.defer(() -> {
            var seen = new long[1];
            return bounded(request, bytesMax).handle((buffer, sink) -> {
                seen[0] += buffer.readableByteCount();
                if (seen[0] > bytesMax) {
                    DataBufferUtils.release(buffer);
                    sink.error(tooLarge(bytesMax));
                } else {
                    sink.next(buffer);
                }
            });
        });
    }

    private static Flux<DataBuffer> bounded(ServerRequest request, int bytesMax) {
        return request.headers().contentLength().orElse(0) > bytesMax
                ? Flux.error(tooLarge(bytesMax))
                : request.body(BodyExtractors.toDataBuffers());
    }

    private static ProblemRaised tooLarge(int bytesMax) {
        return Problem.of(GeneralProblem.BODY_TOO_LARGE, "At most " + bytesMax + " bytes are taken here.")
                .with("bytesMax", bytesMax)
                .raised();
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var tree = Json.MAPPER.readTree(text);
            if (tree.isMissingNode()) {
                throw malformed("There is no JSON in the body.");
            }
            return tree;
        } catch (CharacterCodingException _) {
            throw malformed("The body is not UTF-8.");
        } catch (JacksonException unreadable) {
            var location = unreadable.getLocation();
            throw malformed("The body is not JSON"
                    + (location == null
                            ? "."
                            : ", see line " + location.getLineNr() + ", column " + location.getColumnNr() + "."));
        }
    }

    private static ProblemRaised malformed(String detail) {
        return Problem.of(GeneralProblem.MALFORMED_BODY, detail).raised();
    }

    static boolean isCommand(Endpoint endpoint) {
        return !endpoint.method().equals(HttpMethod.GET);
    }
}
