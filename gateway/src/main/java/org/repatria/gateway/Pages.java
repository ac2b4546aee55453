package org.repatria.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.repatria.decider.Actor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a browser sees at this door: the start page, the API's documentation, and the contracts. */
final class Pages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final MergedDocument document;
    private final Mono<String> start = text("pages/start.html");
    private final Mono<String> docs = text("pages/docs.html");

    private Pages(MergedDocument document) {
        this.document = document;
    }

    static RouterFunction<ServerResponse> routes(MergedDocument document) {
        var pages = new Pages(document);
        var swaggerUi = once(Pages::swaggerUi);
        return RouterFunctions.route()
                .route(reading("/"), pages::start)
                .route(reading("/docs"), _ -> pages.docs.flatMap(Pages::html))
                .route(
                        reading("/docs/start.js"),
                        _ -> ServerResponse.ok()
                                .contentType(MediaType.valueOf("text/javascript"))
                                .bodyValue(new ClassPathResource("pages/docs.js")))
                .route(
                        reading("/openapi.json"),
                        // A megabyte of text, which seldom changes and of which each form is made.
                        request -> pages.document
                                .file()
                                .flatMap(file -> OperationsPage.sent(request, file, OperationsPage.ASKED_EACH_TIME)))
                .route(
                        reading("/contracts"),
                        _ -> ServerResponse.temporaryRedirect(URI.create("/contracts/asyncapi.yaml"))
                                .build())
                .build()
                .and(RouterFunctions.resources(request -> resource(request, "/docs/", swaggerUi)))
                .and(RouterFunctions.resources("/contracts/**", new ClassPathResource("contracts/")));
    }

    static RequestPredicate reading(String path) {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD).and(RequestPredicates.path(path));
    }

    private Mono<ServerResponse> start(ServerRequest request) {
        return Mono.zip(
                        start,
                        Callers.actorIn(request.exchange()).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        csrf(request))
                .flatMap(found -> html(found.getT1().replace("<!--who-->", who(found.getT2(), found.getT3()))));
    }

    private static String who(Optional<Actor> actor, String csrf) {
        return actor.map(person -> """
                        <p>Signed in as <b>%s</b>, roles %s, for %s.</p>
                        <form method="post" action="/logout"><input type="hidden" name="_csrf" \
                        value="%s"><button>Sign out</button></form>""".formatted(
                                HtmlUtils.htmlEscape(person.id()),
                                HtmlUtils.htmlEscape(String.join(
                                        ", ", person.roles().stream().sorted().toList())),
                                HtmlUtils.htmlEscape(person.authority()),
                                HtmlUtils.htmlEscape(csrf)))
                .orElse("""
                        <p>Nobody is signed in.</p><p><a class="button" href="%s">Sign \
                        in</a></p>""".formatted(SignIn.START));
    }

    private static Mono<String> csrf(ServerRequest request) {
        return request.exchange().getAttribute(CsrfToken.class.getName()) instanceof Mono<?> token
                ? token.ofType(CsrfToken.class).map(CsrfToken::getToken).defaultIfEmpty("")
                : Mono.just("");
    }

    private static Mono<ServerResponse> html(String page) {
        return ServerResponse.ok().contentType(HTML).bodyValue(page);
    }

    private static Mono<Resource> resource(ServerRequest request, String prefix, Mono<Resource> folder) {
        var path = request.path();
        var file = path.startsWith(prefix) ? path.substring(prefix.length()) : "";
        return file.matches("[a-z0-9-]+\\.(js|css|png)")
                ? folder.map(it -> relative(it, file)).filter(Resource::isReadable)
                : Mono.empty();
    }

    private static Resource relative(Resource folder, String file) {
        try {
            return folder.createRelative(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The version is part of the path inside the jar. */
    private static Resource swaggerUi() {
        try {
            return new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:/META-INF/resources/webjars/swagger-ui/*/swagger-ui.css")[0];
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Mono<String> text(String file) {
        return once(() -> {
            try {
                return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        });
    }

    static <T> Mono<T> once(Supplier<T> value) {
        return Mono.fromSupplier(value).subscribeOn(Schedulers.boundedElastic()).cache();
    }
}
