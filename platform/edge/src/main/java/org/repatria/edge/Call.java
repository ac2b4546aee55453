package org.repatria.edge;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.repatria.decider.Actor;
import org.repatria.decider.Ids;
import org.repatria.decider.Occasion;
import org.repatria.decider.text.VisibleText;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One request that has passed the gate: signed in, allowed, readable. All that a route needs to make a command or a
 * query of it.
 */
public final class Call {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0," + (Limits.ID_CHARS_MAX - 1) + "}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_-]{0," + (Limits.ID_CHARS_MAX - 1) + "}");
    private static final Pattern IDEMPOTENCY_KEY =
            Pattern.compile("[\\x21-\\x7e]{1," + Limits.IDEMPOTENCY_KEY_CHARS_MAX + "}");
    private static final Pattern READ_AFTER =
            Pattern.compile("([a-z0-9][a-z0-9-]{0," + (Limits.ID_CHARS_MAX - 1) + "})@(\\d{1,18})");

    private final ServerRequest request;
    private final Endpoint endpoint;
    private final @Nullable Actor actor;
    private final Instant at;
    private final Input input;
    private final Optional<EntityTags> match;
    private final Optional<EntityTags> noneMatch;
    private final Optional<String> idempotencyKey;
    private final String purpose;
    private final @Nullable Object body;

    /** What came with the request. */
    static final class Input {
        private final byte[] bytes;
        private final Flux<DataBuffer> stream;
        private final @Nullable JsonNode tree;
        private final @Nullable Object query;

        Input(byte[] bytes, Flux<DataBuffer> stream, @Nullable JsonNode tree, @Nullable Object query) {
            this.bytes = bytes;
            this.stream = stream;
            this.tree = tree;
            this.query = query;
        }
    }

    Call(ServerRequest request, Endpoint endpoint, @Nullable Actor actor, Instant at, Input input) {
        this.request = request;
        this.endpoint = endpoint;
        this.actor = actor;
        this.at = at;
        this.input = input;
        this.match = match(request, endpoint);
        this.noneMatch = noneMatch(request, endpoint);
        this.idempotencyKey = idempotencyKey(request, endpoint);
        this.purpose = purpose(request);
        this.body = endpoint.body() instanceof Endpoint.Body.Json json ? read(json) : null;
    }

    private Object read(Endpoint.Body.Json json) {
        var tree = input.tree == null ? JsonNodeFactory.instance.objectNode() : input.tree;
        return InputReader.body(json.type(), tree, new InputReader.Beside() {
            @Override
            public String inPath(String name) {
                return idOrCode(request.pathVariables().containsKey(name) ? name : "id");
            }

            @Override
            public String fresh(String prefix) {
                return freshId(prefix);
            }

            @Override
            public Object value(Class<?> type, String text) {
                return json.texts().value(type, text);
            }
        });
    }

    /** An id that is the same when the call is repeated. */
    public String freshId(String prefix) {
        return request.pathVariables().containsKey("id")
                ? Ids.derived(prefix, id("id"), commandKey())
                : Ids.derived(prefix, commandKey());
    }

    public Actor actor() {
        if (actor == null) {
            throw new IllegalStateException("An open route has no actor: " + endpoint.operationId());
        }
        return actor;
    }

    /** When the request is recorded; the clock was read once. */
    public Instant at() {
        return at;
    }

    /** On which commands of this call are decided. */
    public Occasion occasion() {
        return new Occasion(actor(), at, purpose);
    }

    public Trace trace() {
        return TraceFilter.of(request.exchange());
    }

    public ServerRequest request() {
        return request;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** An id in the path. What cannot be an id is not there: 404. */
    public String id(String variable) {
        var id = request.pathVariable(variable);
        if (!ID.matcher(id).matches()) {
            throw Problem.of(GeneralProblem.NOT_FOUND, "No object has such an id.")
                    .raised();
        }
        return id;
    }

    private String idOrCode(String variable) {
        return CODE.matcher(request.pathVariable(variable)).matches() ? code(variable) : id(variable);
    }

    /** A code in the path, such as {@code SG-09}, which a public list names. What cannot be one is not there: 404. */
    public String code(String variable) {
        var code = request.pathVariable(variable);
        if (!CODE.matcher(code).matches()) {
            throw Problem.of(GeneralProblem.NOT_FOUND, "Nothing has such a code.")
                    .raised();
        }
        return code;
    }

    /** The JSON body of a route that declared it with {@link Endpoint.Draft#json}. */
    public <B> B body(Class<B> type) {
        if (!type.isInstance(body)) {
            throw new IllegalStateException(endpoint.operationId() + " did not declare a body of " + type.getName());
        }
        return type.cast(body);
    }

    /** The query parameters of a route that declared them with {@link Endpoint.Draft#query}. */
    public <Q> Q query(Class<Q> type) {
        if (!type.isInstance(input.query)) {
            throw new IllegalStateException(endpoint.operationId() + " did not declare a query of " + type.getName());
        }
        return type.cast(input.query);
    }

    /** The raw body as it arrives; fails with 413 beyond the declared size. The reader releases the buffers. */
    public Flux<DataBuffer> stream() {
        return input.stream;
    }

    /** {@code limit} and {@code cursor} of a paged route. */
    public PageRequest page() {
        var limit = once("limit").map(Call::pageLimit).orElse(Limits.PAGE_DEFAULT);
        var cursor = once("cursor").filter(text -> !text.isEmpty());
        if (cursor.filter(text -> text.length() > Limits.CURSOR_CHARS_MAX).isPresent()) {
            throw badCursor();
        }
        return new PageRequest(limit, cursor);
    }

    private Optional<String> once(String parameter) {
        var values = request.queryParams().getOrDefault(parameter, List.of());
        if (values.size() > 1) {
            throw Problem.invalidParameters(
                            List.of(new FieldError("query:" + parameter, "LIMIT", "must be there once")))
                    .raised();
        }
        return values.stream().filter(Objects::nonNull).findFirst();
    }

    /** For a route whose view cannot read the cursor. */
    public static ProblemRaised badCursor() {
        return Problem.invalidParameters(List.of(new FieldError(
                        "query:cursor", "CURSOR", "must be taken from the page before, of the same query")))
                .raised();
    }

    /** What the answer must already show; empty when the caller does not mind. */
    public Optional<ReadAfter> readAfter() {
        return header("X-Read-After").map(text -> {
            var match = READ_AFTER.matcher(text);
            if (!match.matches()) {
                throw wrongHeader("X-Read-After", "must be <id>@<version>");
            }
            return new ReadAfter(match.group(1), Long.parseLong(match.group(2)));
        });
    }

    /** From If-Match; a versioned route does not come here without it. */
    public Optional<EntityTags> match() {
        return match;
    }

    /** From If-None-Match. */
    public Optional<EntityTags> noneMatch() {
        return noneMatch;
    }

    /** Why the actor acts, from X-Purpose; empty text when not said. */
    public String purpose() {
        return purpose;
    }

    /** Fails where a route demands a purpose and the caller gave none. */
    public String requiredPurpose() {
        if (purpose.isEmpty()) {
            throw wrongHeader("X-Purpose", "must say why you ask: it is recorded when you read or act in your role");
        }
        return purpose;
    }

    /** The caller's own key for this request; empty where none was sent. */
    public Optional<String> idempotencyKey() {
        return idempotencyKey;
    }

    /**
     * The caller's key for this command, unique per actor and route. An id that must be the same on a repeat is derived
     * from it.
     */
    public String commandKey() {
        return actor().id() + "|" + endpoint.method() + " " + endpoint.path() + "|"
                + idempotencyKey.orElseThrow(
                        () -> new IllegalStateException(endpoint.operationId() + " takes no Idempotency-Key."));
    }

    /** SHA-256 over what was asked, with the body as it was read; a streamed one is left out. */
    public String fingerprint() {
        return fingerprint(input.bytes);
    }

    /** SHA-256 over what was asked: method, path, query and body. */
    public String fingerprint(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var uri = request.uri();
            digest.update((endpoint.method() + " " + uri.getRawPath() + "?" + uri.getRawQuery() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            digest.update(body);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<String> header(String name) {
        return header(request, name);
    }

    private static Optional<String> header(ServerRequest request, String name) {
        return Optional.ofNullable(request.headers().firstHeader(name));
    }

    private static Optional<EntityTags> match(ServerRequest request, Endpoint endpoint) {
        var lines = request.headers().header("If-Match");
        if (lines.isEmpty() && endpoint.versioned()) {
            throw Problem.of(
                            GeneralProblem.VERSION_REQUIRED,
                            "Send If-Match with the ETag of the version you decided on.")
                    .raised();
        }
        return tags("If-Match", lines);
    }

    /** What a reader says that cannot be read is no condition: the answer is complete in any case. */
    private static Optional<EntityTags> noneMatch(ServerRequest request, Endpoint endpoint) {
        var lines = request.headers().header("If-None-Match");
        return ApiRoutes.isCommand(endpoint) ? tags("If-None-Match", lines) : EntityTags.parse(lines);
    }

    private static Optional<EntityTags> tags(String name, List<String> lines) {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(EntityTags.parse(lines).orElseThrow(() -> noTags(name)));
    }

    private static ProblemRaised noTags(String name) {
        return wrongHeader(name, "must be * or a list of ETags, such as \"3\" with its quotes");
    }

    private static Optional<String> idempotencyKey(ServerRequest request, Endpoint endpoint) {
        var header = header(request, "Idempotency-Key");
        if (header.isEmpty() && endpoint.keyed()) {
            throw wrongHeader("Idempotency-Key", "is required: a key of your own that makes a repeat harmless");
        }
        return header.map(text -> {
            if (!IDEMPOTENCY_KEY.matcher(text).matches()) {
                throw wrongHeader(
                        "Idempotency-Key",
                        "must have 1 to " + Limits.IDEMPOTENCY_KEY_CHARS_MAX + " printable characters without spaces");
            }
            return text;
        });
    }

    private static String purpose(ServerRequest request) {
        var purpose = VisibleText.trimmed(
                header(request, "X-Purpose").map(Call::fromUtf8).orElse(""));
        if (!isPurpose(purpose)) {
            throw wrongHeader("X-Purpose", "must be text of at most " + Limits.PURPOSE_CHARS_MAX + " characters");
        }
        return purpose;
    }

    /** The purpose of a request that may be refused for it: empty where it was no text that can be kept. */
    public static String purposeOrNone(HttpHeaders headers) {
        var purpose = VisibleText.trimmed(Optional.ofNullable(headers.getFirst("X-Purpose"))
                .map(Call::fromUtf8)
                .orElse(""));
        return isPurpose(purpose) ? purpose : "";
    }

    private static boolean isPurpose(String text) {
        return text.length() <= Limits.PURPOSE_CHARS_MAX && VisibleText.isReadable(text);
    }

    /** HTTP headers arrive byte by byte; people write them in UTF-8. */
    private static String fromUtf8(String header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(StandardCharsets.ISO_8859_1.newEncoder().encode(java.nio.CharBuffer.wrap(header)))
                    .toString();
        } catch (CharacterCodingException _) {
            return header;
        }
    }

    private static int pageLimit(String text) {
        var limit = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > Limits.PAGE_MAX) {
            throw Problem.invalidParameters(
                            List.of(new FieldError("query:limit", "RANGE", "must be from 1 to " + Limits.PAGE_MAX)))
                    .raised();
        }
        return limit;
    }

    private static ProblemRaised wrongHeader(String name, String rule) {
        return Problem.invalidParameters(List.of(new FieldError("header:" + name, "HEADER", rule)))
                .raised();
    }
}
