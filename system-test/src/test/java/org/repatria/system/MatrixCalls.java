package org.repatria.system;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.repatria.system.PolicyTable.Verdict;
import org.repatria.system.client.Caller;
import org.repatria.system.client.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks what a cell asks, and says in the words of the table what the answer was. */
final class MatrixCalls {

    /** Codes that public lists have, and parts of the thing that are not there. */
    private static final Map<String, String> VARIABLES =
            Map.of("gate", "SURRENDER", "check", "SG-08", "number", "999", "leaningCaseId", "case-0");

    private static final String NO_PART = "part-of-nothing";

    private static final Map<String, String> QUERIES = Map.of(
            "requestingState",
            "XR",
            "requestedState",
            "XH",
            "handedOverOn",
            "2014-08-29",
            "reference",
            SharedStack.key());

    /** What differs between any two answers. */
    private static final Set<String> OF_THE_CALL =
            Set.of("date", "x-correlation-id", "traceparent", "ratelimit-remaining", "ratelimit-reset");

    /** Requests of a whole run that may be without an answer in time: some 16,000 are made. */
    private static final int UNANSWERED_MAX = 2;

    private static final AtomicInteger UNANSWERED = new AtomicInteger();
    private static final Logger LOG = LoggerFactory.getLogger(MatrixCalls.class);

    private final MatrixCell cell;
    private final Caller caller;
    private final String path;
    private final Optional<String> version;

    /**
     * Calls of a cell.
     *
     * @param path of the operation, where it is called
     */
    MatrixCalls(MatrixCell cell, Caller caller, String path, Optional<String> version) {
        this.cell = cell;
        this.caller = caller;
        this.path = path;
        this.version = version;
    }

    /** The verdict that was given, or in words what else came. */
    String answer() throws IOException, InterruptedException {
        var ids = cell.thing().ids();
        var reply = send(ids);
        return switch (reply.status()) {
            case 403 -> reply.code().equals("FORBIDDEN") ? Verdict.FORBIDDEN.name() : Verdict.ALLOWED.name();
            case 400 -> isForPurpose(reply) ? Verdict.PURPOSE_REQUIRED.name() : reply.toString();
            case 404 -> cell.isSecret() ? unseen(ids, reply) : Verdict.ALLOWED.name();
            case 401, 405, 406, 413, 415, 428, 429 -> reply.toString();
            default -> reply.status() < 500 ? Verdict.ALLOWED.name() : reply.toString();
        };
    }

    /**
     * Whether a 404 is to the letter that of an id that nobody has. Otherwise it says that a part of the thing is not
     * there.
     */
    private String unseen(Map<String, String> ids, Reply reply) throws IOException, InterruptedException {
        var variable = cell.operation().variables().getFirst();
        var id = ids.get(variable);
        var prefix = id.substring(0, id.indexOf('-') + 1);
        // Of the same length, so that nothing else differs.
        var nobodys = prefix + "0".repeat(id.length() - prefix.length());
        var others = new HashMap<>(ids);
        others.put(variable, nobodys);
        var absent = send(others);
        var seen = shown(reply, id);
        var unseen = shown(absent, nobodys);
        if (seen.equals(unseen)) {
            return Verdict.UNSEEN.name();
        }
        return absent.code().equals(reply.code())
                ? "unlike an absent one: " + seen + " and not " + unseen
                : Verdict.ALLOWED.name();
    }

    private static String shown(Reply reply, String id) {
        var headers = new TreeMap<>(reply.headers().map());
        headers.keySet().removeIf(OF_THE_CALL::contains);
        return reply.status() + " " + headers + " "
                + reply.text().replace(id, "{id}").replaceAll("\"traceId\":\"\\w+\"", "");
    }

    private static boolean isForPurpose(Reply reply) {
        return reply.json().at("/errors/0/pointer").asString("").equals("header:X-Purpose");
    }

    private Reply send(Map<String, String> ids) throws IOException, InterruptedException {
        var operation = cell.operation();
        var request = caller.as(cell.officer().user(), address(ids));
        version.ifPresent(named -> request.header("If-Match", named));
        if (cell.saysWhy()) {
            request.header("X-Purpose", "to see who may");
        }
        if (operation.needs("header:Idempotency-Key")) {
            request.header("Idempotency-Key", SharedStack.key());
        }
        if (operation.isStream()) {
            return begun(request);
        }
        operation.body().ifPresent(body -> request.header("Content-Type", body.type()));
        var text = cell.thing().body().or(() -> operation.body().map(ApiOperation.Body::text));
        return answered(request.method(
                operation.method(), text.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text.get())));
    }

    /**
     * Whoever is not answered in time asks again, which changes nothing twice. It is told and counted: a machine that
     * is busy for a moment may cost a run one answer or two, a server that loses requests costs more and fails it.
     */
    private Reply answered(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            return caller.send(request);
        } catch (HttpTimeoutException late) {
            var unanswered = UNANSWERED.incrementAndGet();
            LOG.warn("not answered in time, number {} of this run: {}", unanswered, cell);
            if (unanswered > UNANSWERED_MAX) {
                throw late;
            }
            return caller.send(request);
        }
    }

    private String address(Map<String, String> ids) {
        var address = path;
        for (var variable : cell.operation().variables()) {
            address = address.replace(
                    "{" + variable + "}", ids.getOrDefault(variable, VARIABLES.getOrDefault(variable, NO_PART)));
        }
        var queries = QUERIES.entrySet().stream()
                .filter(query -> cell.operation().needs("query:" + query.getKey()))
                .map(query -> query.getKey() + "=" + query.getValue())
                .collect(Collectors.joining("&"));
        return queries.isEmpty() ? address : address + "?" + queries;
    }

    /** The beginning of an answer that has no end; a refusal is read as a whole. */
    private Reply begun(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = caller.http().send(request.GET().build(), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            var text = answer.statusCode() == 200 ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return new Reply(answer.statusCode(), answer.headers(), text);
        }
    }
}
