package org.repatria.edge;

import java.io.IOException;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.Connection;
import reactor.netty.channel.AbortedException;

/** Tells an error that only says that the client has left from one of ours. */
public final class ClientGone {

    private ClientGone() {}

    /** Whether nobody is there any more to answer, and the error is what a lost connection looks like. */
    public static boolean explains(ServerWebExchange exchange, Throwable error) {
        return isOfAConnection(error)
                && connection(exchange)
                        .filter(it -> WatchedConnection.isOver(it.channel()))
                        .isPresent();
    }

    private static boolean isOfAConnection(Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof AbortedException || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Connection> connection(ServerWebExchange exchange) {
        try {
            Object request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
            return request instanceof Connection connection ? Optional.of(connection) : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException _) {
            // No server of ours: a test without one.
            return Optional.empty();
        }
    }
}
