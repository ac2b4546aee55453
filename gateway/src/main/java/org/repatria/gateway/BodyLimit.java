package org.repatria.gateway;

import java.util.concurrent.atomic.AtomicLong;
import org.repatria.edge.GeneralProblem;
import org.repatria.edge.Problem;
import org.repatria.edge.ProblemRaised;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stops a body that is too large, at its announced length or as soon as it has grown beyond the bound. */
final class BodyLimit implements WebFilter, Ordered {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var bytesMax =
                request.getPath().value().startsWith("/v1/lists") ? Limits.LIST_BYTES_MAX : Limits.BODY_BYTES_MAX;
        return request.getHeaders().getContentLength() > bytesMax
                ? Mono.error(tooLarge(bytesMax))
                : chain.filter(exchange.mutate()
                        .request(new Counted(request, bytesMax))
                        .build());
    }

    /** Before anything reads the body, after the trace is known. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    private static ProblemRaised tooLarge(long bytesMax) {
        return Problem.of(GeneralProblem.BODY_TOO_LARGE, "At most " + bytesMax + " bytes are taken here.")
                .with("bytesMax", bytesMax)
                .raised();
    }

    private static final class Counted extends ServerHttpRequestDecorator {
        private final long bytesMax;

        Counted(ServerHttpRequest request, long bytesMax) {
            super(request);
            this.bytesMax = bytesMax;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            var seen = new AtomicLong();
            return super.getBody().handle((buffer, sink) -> {
                if (seen.addAndGet(buffer.readableByteCount()) > bytesMax) {
                    DataBufferUtils.release(buffer);
                    sink.error(tooLarge(bytesMax));
                } else {
                    sink.next(buffer);
                }
            });
        }
    }
}
