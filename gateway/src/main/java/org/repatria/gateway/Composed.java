package org.repatria.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.repatria.decider.Actor;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.gateway.PartCalls.Answer;
import org.repatria.gateway.PartCalls.Status;
import org.repatria.policy.Policy;
import org.springframework.security.core.Authentication;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The gateway's own routes: what is composed of several services, and who is signed in. */
final class Composed {

    private final PartCalls calls;
    private final CallerTokens tokens;
    private final Policy policy;

    private Composed(PartCalls calls, CallerTokens tokens, Policy policy) {
        this.calls = calls;
        this.tokens = tokens;
        this.policy = policy;
    }

    static Api api(PartCalls calls, CallerTokens tokens, Policy policy) {
        var composed = new Composed(calls, tokens, policy);
        return Api.of(
                "gateway",
                "What is composed of several services.",
                Endpoint.get(
                                "/v1/overview/{caseId}",
                                "overview",
                                "A case with its assets and alerts, as far as they can be had")
                        .answers(Overview.class, Overview.EXAMPLE)
                        .handle(composed::overview),
                Endpoint.get("/v1/health", "health", "Whether each service is ready")
                        .open()
                        .answers(Health.class, Health.EXAMPLE)
                        .handle(composed::health),
                Endpoint.get("/v1/me", "me", "Who is signed in, and what that one's offices may ever do")
                        .answers(Me.class, Me.EXAMPLE)
                        .handle(composed::me));
    }

    private Mono<ServerResponse> overview(Call call) {
        var caseId = call.id("caseId");
        return tokens.of(call.request().exchange())
                .flatMap(token -> Mono.zip(
                        part(token, call, Part.CASE, "/v1/cases/" + caseId),
                        part(token, call, Part.ASSET, "/v1/assets?caseId=" + caseId),
                        part(token, call, Part.NOTIFICATION, "/v1/alerts?objectId=" + caseId)))
                .flatMap(found -> Answers.json(call, Overview.of(caseId, found.getT1(), found.getT2(), found.getT3())));
    }

    private Mono<Answer> part(String token, Call call, Part part, String path) {
        return calls.askFor(token, call.trace(), part, path, Limits.OVERVIEW_PART_MAX);
    }

    private Mono<ServerResponse> health(Call call) {
        return Flux.fromArray(Part.values())
                .flatMapSequential(part -> calls.ask(part, "/actuator/health/readiness", Limits.HEALTH_PART_MAX)
                        .map(answer -> Map.entry(part.service(), answer.status() == Status.OK ? "UP" : "DOWN")))
                .collectList()
                .flatMap(parts -> Answers.json(call, Health.of(parts)));
    }

    private Mono<ServerResponse> me(Call call) {
        return call.request()
                .exchange()
                .getPrincipal()
                .ofType(Authentication.class)
                .flatMap(caller -> Answers.json(
                        call, Me.of(call.actor(), policy.operationsOf(call.actor()), Callers.isSession(caller))));
    }

    /** One part of an overview. */
    record OverviewPart(Status status, Optional<JsonNode> data) {
        static OverviewPart of(Answer answer) {
            return new OverviewPart(answer.status(), Optional.of(answer.data()).filter(data -> !data.isMissingNode()));
        }
    }

    /** A case as all services together know it. */
    record Overview(String caseId, boolean complete, Map<String, OverviewPart> parts) {
        static final String EXAMPLE = """
                {"caseId": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "complete": false, "parts": {
                 "case": {"status": "OK", "data": {"id": "case-0f3kq8v5m2n7p1r4s6t9w0x2y"}},
                 "assets": {"status": "OK", "data": {"items": []}},
                 "alerts": {"status": "UNAVAILABLE"}}}""";

        static Overview of(String caseId, Answer found, Answer assets, Answer alerts) {
            var parts = new LinkedHashMap<String, OverviewPart>();
            parts.put("case", OverviewPart.of(found));
            parts.put("assets", OverviewPart.of(assets));
            parts.put("alerts", OverviewPart.of(alerts));
            var complete = parts.values().stream().allMatch(part -> part.status() == Status.OK);
            return new Overview(caseId, complete, parts);
        }
    }

    /** Whether the whole is ready. */
    record Health(String status, Map<String, String> parts) {
        static final String EXAMPLE = """
                {"status": "DEGRADED", "parts": {"case-service": "UP", "asset-service": "UP", \
                "notification-service": "DOWN"}}""";

        static Health of(List<Map.Entry<String, String>> all) {
            var parts = new LinkedHashMap<String, String>();
            all.forEach(part -> parts.put(part.getKey(), part.getValue()));
            return new Health(parts.containsValue("DOWN") ? "DEGRADED" : "UP", parts);
        }
    }

    /**
     * Who is signed in, and whether by a browser session.
     *
     * @param operations what the offices allow on something at all; whether on one thing, its {@code acts} say
     */
    record Me(String id, List<String> roles, String authority, List<String> operations, boolean session) {
        static final String EXAMPLE = """
                {"id": "carl.officer", "roles": ["CO"], "authority": "XH-CA", \
                "operations": ["findCases", "readCase", "submitCase"], "session": true}""";

        static Me of(Actor actor, Set<String> operations, boolean session) {
            return new Me(
                    actor.id(),
                    actor.roles().stream().sorted().toList(),
                    actor.authority(),
                    operations.stream().sorted().toList(),
                    session);
        }
    }
}
