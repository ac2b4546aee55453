package org.repatria.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.repatria.decider.Reason;
import org.repatria.decider.Reasons;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * One route with all that is known about it: what it takes, what it answers, and what serves it.
 *
 * <p>Who may use it says the policy, which knows it by its operation id.
 *
 * @param open whether anyone may use it without signing in
 * @param versioned whether If-Match is required
 * @param reads what the access journal says was read; empty for the usual, see {@link Reading}
 * @param problems the problem codes of the domain that this route may answer with, for the documentation
 */
public record Endpoint(
        HttpMethod method,
        String path,
        String operationId,
        String summary,
        boolean open,
        Body body,
        Optional<Class<?>> query,
        boolean paged,
        boolean versioned,
        boolean keyed,
        Optional<Reading> reads,
        Answer answer,
        List<ProblemCode> problems,
        Function<Call, Mono<ServerResponse>> handler) {

    /**
     * By which methods it is asked for. Who may read may also ask for the headers alone, and the server leaves the body
     * out.
     */
    public List<HttpMethod> methods() {
        return method.equals(HttpMethod.GET) ? List.of(HttpMethod.GET, HttpMethod.HEAD) : List.of(method);
    }

    /** How the parameters of the query are called, without those of pages. */
    public Set<String> parameters() {
        return query.stream()
                .flatMap(InputReader::parameters)
                .map(RecordShape.Part::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the request carries. */
    public sealed interface Body {

        /** Whether nothing is read of it. */
        default boolean isEmpty() {
            return false;
        }

        /** Nothing. */
        record None() implements Body {
            @Override
            public boolean isEmpty() {
                return true;
            }
        }

        /**
         * A JSON object, read into a record; nothing where all of the record stands in the path.
         *
         * @param texts what a text means that stands for a value of the domain
         */
        record Json(Class<?> type, String example, Texts texts) implements Body {
            @Override
            public boolean isEmpty() {
                return InputReader.hasNoBody(type);
            }
        }

        /** A file, read as it arrives. */
        record Streamed(List<Sample> samples, int bytesMax) implements Body {}

        /** One type of file that is taken, with an example of it. */
        record Sample(MediaType type, String example) {}
    }

    /** What a text means that stands for a value of the domain, such as the officer of an id. */
    @FunctionalInterface
    public interface Texts {

        /** Where no such value is written. */
        Texts NONE = (type, _) -> {
            throw new IllegalStateException("No text is a " + type.getName() + " here.");
        };

        Object value(Class<?> type, String text);
    }

    /**
     * What a good answer looks like.
     *
     * @param type the record in a JSON answer; empty where the answer is no JSON object of ours
     */
    public record Answer(int status, MediaType mediaType, Optional<Class<?>> type, String example, String words) {
        static final Answer COMMAND = new Answer(
                200,
                MediaType.APPLICATION_JSON,
                Optional.of(Accepted.class),
                "{\"id\": \"case-0f3kq8v5m2n7p1r4s6t9w0x2y\", \"version\": 2}",
                "Done; the ETag header has the new version");
    }

    /** What every command answers. */
    public record Accepted(String id, long version) {}

    public static Draft get(String path, String operationId, String summary) {
        return new Draft(HttpMethod.GET, path, operationId, summary);
    }

    /** A command; needs an Idempotency-Key. */
    public static Draft post(String path, String operationId, String summary) {
        var draft = new Draft(HttpMethod.POST, path, operationId, summary);
        draft.keyed = true;
        return draft;
    }

    /** A command whose operation is called as the command is. */
    public static Draft command(String path, Class<? extends Record> command, String summary, Texts texts) {
        var name = command.getSimpleName();
        var operationId = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return post(path, operationId, summary).command(command, texts);
    }

    public static Draft put(String path, String operationId, String summary) {
        return new Draft(HttpMethod.PUT, path, operationId, summary);
    }

    public static Draft delete(String path, String operationId, String summary) {
        return new Draft(HttpMethod.DELETE, path, operationId, summary);
    }

    /** An endpoint that is being described. */
    public static final class Draft {
        private final HttpMethod method;
        private final String path;
        private final String operationId;
        private final String summary;
        private final List<ProblemCode> problems = new ArrayList<>();
        private boolean open;
        private Body body = new Body.None();
        private Optional<Class<?>> query = Optional.empty();
        private boolean paged;
        private boolean versioned;
        private boolean keyed;
        private Optional<Reading> reads = Optional.empty();
        private Answer answer = Answer.COMMAND;

        private Draft(HttpMethod method, String path, String operationId, String summary) {
            this.method = method;
            this.path = path;
            this.operationId = operationId;
            this.summary = summary;
        }

        /** For what anyone may see without signing in; rare. */
        public Draft open() {
            this.open = true;
            return this;
        }

        /** The body is a JSON object; {@link Call#body} gives the record. */
        public Draft json(Class<? extends Record> type, String example) {
            this.body = new Body.Json(type, example, Texts.NONE);
            return this;
        }

        /**
         * What is asked is this command, refused for the reasons that it says. Its example is the file of the
         * operation. {@link Call#body} gives the command.
         */
        public Draft command(Class<? extends Record> type, Texts texts) {
            this.body = new Body.Json(type, InputReader.hasNoBody(type) ? "" : Examples.of(operationId), texts);
            return refusedAs(type);
        }

        /** The body is a file of one of these types, read as it arrives; {@link Call#stream} gives it. */
        public Draft streamed(int bytesMax, Body.Sample... samples) {
            this.body = new Body.Streamed(List.of(samples), bytesMax);
            return this;
        }

        /**
         * Query parameters as a record; {@link Call#query} gives it. A record in it is a group of parameters that other
         * operations have too. Any other parameter is a problem.
         */
        public Draft query(Class<? extends Record> type) {
            this.query = Optional.of(type);
            return this;
        }

        /** Takes {@code limit} and {@code cursor}; {@link Call#page} gives them. */
        public Draft paged() {
            this.paged = true;
            return this;
        }

        /** Needs If-Match. */
        public Draft versioned() {
            this.versioned = true;
            return this;
        }

        /** What was read is more than a file, or a command discloses: the access journal says so. */
        public Draft reads(Reading reading) {
            this.reads = Optional.of(reading);
            return this;
        }

        /** A POST that changes nothing twice by its nature, so that no Idempotency-Key is asked for; rare. */
        public Draft unkeyed() {
            this.keyed = false;
            return this;
        }

        /** Answers 201 with the id, the version and a Location. */
        public Draft creates() {
            this.answer = new Answer(
                    201,
                    Answer.COMMAND.mediaType(),
                    Answer.COMMAND.type(),
                    Answer.COMMAND.example(),
                    "Created; the Location header has its address");
            return this;
        }

        /** Answers 200 with this record as JSON. */
        public Draft answers(Class<?> type, String example) {
            return answers(200, type, example, "As asked for");
        }

        public Draft answers(int status, Class<?> type, String example, String words) {
            this.answer = new Answer(status, MediaType.APPLICATION_JSON, Optional.of(type), example, words);
            return this;
        }

        /**
         * Answers with something else than JSON, such as {@code text/event-stream}.
         *
         * @throws IllegalArgumentException for JSON, which a record describes: here it would be documented as a text
         */
        public Draft answers(MediaType mediaType, String example, String words) {
            if (MediaType.APPLICATION_JSON.isCompatibleWith(mediaType)) {
                throw new IllegalArgumentException("a record describes what is JSON: " + path);
            }
            this.answer = new Answer(200, mediaType, Optional.empty(), example, words);
            return this;
        }

        /** Problems of the domain that may be the answer; they are documented with the route. */
        public Draft problems(ProblemCode... codes) {
            this.problems.addAll(List.of(codes));
            return this;
        }

        /** Reasons for which the domain may refuse it. */
        public Draft refusedFor(Reason... reasons) {
            return refusedFor(Arrays.stream(reasons));
        }

        /** The same, as the command says them that the route makes of what is asked. */
        public Draft refusedAs(Class<?> command) {
            return refusedFor(Reasons.of(command).stream());
        }

        private Draft refusedFor(Stream<Reason> reasons) {
            reasons.map(ProblemCode::of).forEach(problems::add);
            return this;
        }

        public Endpoint handle(Function<Call, Mono<ServerResponse>> handler) {
            return new Endpoint(
                    method,
                    path,
                    operationId,
                    summary,
                    open,
                    body,
                    query,
                    paged,
                    versioned,
                    keyed,
                    reads,
                    answer,
                    problems.stream().distinct().toList(),
                    handler);
        }
    }
}
