package org.repatria.gateway;

import java.net.URI;
import java.util.stream.Stream;
import org.repatria.gateway.PageFiles.PageFile;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Serves the operations page. It holds no data: what a person may see, the page asks the API for. */
final class OperationsPage {

    static final String PAGE = "/app";
    static final String FILES = "/page";

    /** Kept, and used after its tag was found to be the newest. */
    static final String ASKED_EACH_TIME = "no-cache";

    /** A year, which is what a cache takes for ever; the address changes with the content. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Mono<PageFiles> files = Pages.once(PageFiles::load);
    private final URI issuer;

    private OperationsPage(URI issuer) {
        this.issuer = issuer;
    }

    static RouterFunction<ServerResponse> routes(URI issuer) {
        var page = new OperationsPage(issuer);
        return RouterFunctions.route()
                .route(Pages.reading(PAGE), page::index)
                .route(Pages.reading(PAGE + "/**"), page::index)
                .route(Pages.reading(FILES + "/{edition}/{*name}"), page::file)
                .build();
    }

    private Mono<ServerResponse> index(ServerRequest request) {
        return files.flatMap(all -> sent(request, all.index(), ASKED_EACH_TIME, policy(all)));
    }

    private Mono<ServerResponse> file(ServerRequest request) {
        var name = request.pathVariable("name").substring(1);
        return files.flatMap(all -> request.pathVariable("edition").equals(all.edition())
                ? all.file(name)
                        .map(file -> sent(request, file, FOR_EVER, policy(all)))
                        .orElseGet(() -> ServerResponse.notFound().build())
                // One of before the last update: who asks for it begins anew.
                : ServerResponse.notFound().build());
    }

    private static Mono<ServerResponse> sent(ServerRequest request, PageFile file, String caching, String policy) {
        request.exchange().getResponse().getHeaders().set("Content-Security-Policy", policy);
        return sent(request, file, caching);
    }

    /** Packed for who unpacks it, and not at all for who has it already. */
    static Mono<ServerResponse> sent(ServerRequest request, PageFile file, String caching) {
        var packed =
                request.headers().header(HttpHeaders.ACCEPT_ENCODING).stream().anyMatch(OperationsPage::takesGzip);
        // INVARIANT: with 304 too. A browser takes the headers of the newer answer for the file that it has kept.
        var always = request.exchange().getResponse().getHeaders();
        always.set(HttpHeaders.CACHE_CONTROL, caching);
        always.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return request.checkNotModified(file.tag())
                .switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
                        .headers(headers -> {
                            headers.set(HttpHeaders.CONTENT_TYPE, file.type());
                            headers.setETag(file.tag());
                            if (packed) {
                                headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
                            }
                        })
                        .bodyValue(packed ? file.compressed() : file.bytes())));
    }

    private static boolean takesGzip(String encodings) {
        return Stream.of(encodings.split(",", -1))
                .map(String::strip)
                .anyMatch(encoding ->
                        encoding.equals("gzip") || (encoding.startsWith("gzip;") && !encoding.endsWith("q=0")));
    }

    /** Nothing from elsewhere, and no script in the page but the import map. */
    private String policy(PageFiles all) {
        return "default-src 'none'; script-src 'self' " + all.importMapSource()
                + "; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none';"
                + " frame-ancestors 'none'; form-action 'self' " + issuer.getScheme() + "://" + issuer.getAuthority();
    }
}
