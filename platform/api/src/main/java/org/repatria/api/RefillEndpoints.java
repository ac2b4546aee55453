package org.repatria.api;

import java.net.URI;
import java.util.List;
import org.repatria.decider.input.Size;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.edge.FieldError;
import org.repatria.edge.GeneralProblem;
import org.repatria.edge.Limits;
import org.repatria.edge.Problem;
import org.repatria.messaging.Refills;
import org.repatria.messaging.Refills.Answer;
import org.repatria.messaging.Refills.Refilling;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What an operator does after topics were lost: the same three routes in every service that publishes. */
public final class RefillEndpoints {

    private static final String PATH = "/v1/operations/refills";

    private RefillEndpoints() {}

    public static Api of(Refills refills) {
        return Api.of(
                "refills",
                "Sends the published history of objects to Kafka again, from their journals.",
                Endpoint.get(PATH, "refills", "Refills since the start of the service, the latest first")
                        .answers(Latest.class, Latest.EXAMPLE)
                        .handle(call -> Answers.json(call, new Latest(refills.latest()))),
                Endpoint.get(PATH + "/{id}", "refill", "How far a refill is")
                        .answers(Refilling.class, EXAMPLE)
                        .handle(call -> refills.find(call.id("id"))
                                .map(found -> Answers.json(call, found))
                                .orElseGet(() -> Answers.notFound(
                                        "No refill of this id is known since the service was started."))),
                Endpoint.post(PATH, "beginRefill", "Sends every published event and the newest snapshots again")
                        .unkeyed()
                        .json(Begin.class, Begin.EXAMPLE)
                        .answers(
                                HttpStatus.ACCEPTED.value(),
                                Refilling.class,
                                EXAMPLE,
                                "Begun; the Location header has the address that tells how far it is")
                        .handle(call -> begin(refills, call)));
    }

    private static Mono<ServerResponse> begin(Refills refills, Call call) {
        var body = call.body(Begin.class);
        return switch (refills.begin(body.aggregate(), body.ids(), body.reason(), call.actor())) {
            case Answer.Begun(var refilling) ->
                // Relative, since the path is another one in front of the gateway.
                Answers.json(call, refilling, URI.create("refills/" + refilling.id()));
            case Answer.Busy(var running) ->
                Answers.problem(Problem.of(
                                GeneralProblem.CONFLICT,
                                "A refill of " + running.aggregate() + " is running; begin the next one at its end.")
                        .with("running", running.id()));
            case Answer.UnknownKind(var kinds) ->
                Answers.problem(Problem.invalidBody(
                        List.of(new FieldError("/aggregate", "VALUE", "must be one of " + String.join(", ", kinds)))));
        };
    }

    private static final String EXAMPLE = """
            {"id": "refill-5b0b4c1e-7a53-4a8e-9a3c-0c1f6b8f9d21", "aggregate": "case", "all": true,
             "reason": "topics lost, incident 12", "begunBy": "ops.integrator", "begunAt": "2014-09-01T09:00:00Z",
             "state": "RUNNING", "progress": {"aggregates": 250, "events": 1311, "snapshots": 250}}""";

    /** The refills that are known. */
    record Latest(List<Refilling> items) {
        static final String EXAMPLE = "{\"items\": [" + RefillEndpoints.EXAMPLE + "]}";
    }

    /**
     * What is sent again.
     *
     * @param ids none for all objects of that kind
     */
    record Begin(
            String aggregate,
            List<String> ids,

            @Size(min = 1, max = Limits.TEXT_CHARS_MAX) String reason) {
        static final String EXAMPLE = """
                {"aggregate": "case", "ids": ["case-0f3kq8v5m2n7p1r4s6t9w0x2y"], "reason": "a gap at a subscriber, \
                incident 12"}""";
    }
}
