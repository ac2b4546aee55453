package org.repatria.edge;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;
import reactor.netty.channel.ChannelOperations;

/**
 * One connection of a server, on both sides of its codec. It is not waited for without end, what cannot be read is
 * refused as a problem, and no error goes out without one, whoever made it. Everything here runs on the connection's
 * event loop.
 */
// What a write or a close comes to, the pipeline is told: a failure makes the connection inactive.
@SuppressWarnings("FutureReturnValueIgnored")
final class WatchedConnection {

    private static final AttributeKey<Boolean> OVER = AttributeKey.valueOf(WatchedConnection.class, "over");
    private static final long NEVER = Long.MAX_VALUE;

    /** Which part of a request is being received. */
    private enum Receiving {
        NOTHING,
        HEADERS,
        BODY
    }

    private final Channel channel;
    private final ConnectionLimits limits;
    private final Consumer<ConnectionFault> faults;

    /** Requests that wait for the end of their answer, the oldest first. */
    private final ArrayDeque<RequestHead> unanswered = new ArrayDeque<>();

    private Receiving receiving = Receiving.NOTHING;
    private boolean answering;
    private boolean over;
    private @Nullable Problem lastWords;
    private long waitingSince = NEVER;
    private long waitedNanos;
    private long deadline = NEVER;
    private long wakeAt = NEVER;
    private boolean headersTimed;
    private boolean cameEarly;
    private @Nullable HttpResponse held;

    private WatchedConnection(Channel channel, ConnectionLimits limits, Consumer<ConnectionFault> faults) {
        this.channel = channel;
        this.limits = limits;
        this.faults = faults;
    }

    /** Puts a watch around the codec of a connection that has just come. */
    static void watch(Channel channel, ConnectionLimits limits, Consumer<ConnectionFault> faults) {
        var watched = new WatchedConnection(channel, limits, faults);
        channel.pipeline()
                .addBefore(NettyPipeline.HttpCodec, "repatria.bytes", watched.new Bytes())
                .addAfter(NettyPipeline.HttpCodec, "repatria.messages", watched.new Messages());
    }

    /** Whether nobody is there any more who could read an answer. */
    static boolean isOver(Channel channel) {
        return !channel.isActive() || Boolean.TRUE.equals(channel.attr(OVER).get());
    }

    /** What passes before it is decoded: says when something comes, and when something is waited for. */
    private final class Bytes extends ChannelDuplexHandler {

        @Override
        public void channelActive(ChannelHandlerContext ctx) {
            waitAtMost(limits.idle());
            ctx.fireChannelActive();
        }

        @Override
        public void read(ChannelHandlerContext ctx) {
            if (receiving == Receiving.BODY && waitingSince == NEVER && lastWords == null && !over) {
                waitingSince = System.nanoTime();
                waitAtMost(shorter(limits.pause(), limits.body().minusNanos(waitedNanos)));
            }
            ctx.read();
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object bytes) {
            if (over) {
                ReferenceCountUtil.release(bytes);
                return;
            }
            switch (receiving) {
                case NOTHING -> receiving = Receiving.HEADERS;
                case HEADERS -> {}
                case BODY -> came();
            }
            ctx.fireChannelRead(bytes);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext ctx) {
            timeHeaders();
            ctx.fireChannelReadComplete();
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext ctx) {
            if (!over && receiving == Receiving.NOTHING && !unanswered.isEmpty()) {
                if (channel.isWritable()) {
                    deadline = NEVER;
                } else {
                    waitAtMost(limits.unread());
                }
            }
            ctx.fireChannelWritabilityChanged();
        }

        /**
         * Ends a connection that was reset like any other. As an error of its own it would be told twice, once as a
         * dropped one.
         */
        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable error) {
            if (error instanceof IOException) {
                left();
                ctx.close();
            } else {
                ctx.fireExceptionCaught(error);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            left();
            ctx.fireChannelInactive();
        }
    }

    /** What passes once it is decoded. */
    private final class Messages extends ChannelDuplexHandler {

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (over || lastWords != null) {
                ReferenceCountUtil.release(message);
                return;
            }
            if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
                var why = RequestHead.unreadable(message, part.decoderResult().cause());
                if (message instanceof HttpRequest request) {
                    begun(request);
                }
                ReferenceCountUtil.release(message);
                refuse(why, ConnectionFault.UNREADABLE);
                return;
            }
            if (message instanceof HttpRequest request) {
                begun(request);
                var refusal = RequestHead.refusal(request);
                if (refusal.isPresent() || unanswered.size() > Limits.PIPELINED_MAX) {
                    ReferenceCountUtil.release(message);
                    refuse(refusal.orElseGet(RequestHead::tooManyAtOnce), ConnectionFault.UNREADABLE);
                    return;
                }
            }
            if (message instanceof LastHttpContent) {
                receiving = Receiving.NOTHING;
                waitingSince = NEVER;
                rest();
            }
            ctx.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
            if (over) {
                ReferenceCountUtil.release(message);
                promise.tryFailure(new ClosedChannelException());
                return;
            }
            var out = message;
            if (held != null) {
                out = freed(ctx, held, message);
            } else if (message instanceof HttpResponse response && !isInterim(response)) {
                answering = true;
                if (mayLackProblem(response)) {
                    if (!(message instanceof FullHttpResponse)) {
                        held = response;
                        promise.trySuccess();
                        return;
                    }
                    out = withProblem(response);
                    ReferenceCountUtil.release(message);
                }
            }
            var isLast = out instanceof LastHttpContent && !(out instanceof HttpResponse interim && isInterim(interim));
            ctx.write(out, promise);
            if (isLast) {
                answered();
            }
        }
    }

    private void begun(HttpRequest request) {
        cameEarly |= !unanswered.isEmpty() || ChannelOperations.get(channel) != null;
        unanswered.add(RequestHead.of(request));
        receiving = Receiving.BODY;
        headersTimed = false;
        waitedNanos = 0;
        waitingSince = NEVER;
        deadline = NEVER;
    }

    private void came() {
        if (waitingSince != NEVER) {
            waitedNanos += System.nanoTime() - waitingSince;
            waitingSince = NEVER;
            deadline = NEVER;
            if (waitedNanos >= limits.body().toNanos()) {
                expired();
            }
        }
    }

    /** Times the headers of a request once nothing is answered before them. Most have come whole by then. */
    private void timeHeaders() {
        if (receiving == Receiving.HEADERS && !headersTimed && unanswered.isEmpty() && !over) {
            headersTimed = true;
            waitAtMost(limits.headers());
        }
    }

    private void answered() {
        answering = false;
        unanswered.poll();
        if (lastWords != null && unanswered.size() <= 1) {
            say(lastWords);
            return;
        }
        rest();
        timeHeaders();
        readOn();
    }

    /**
     * RACE: Reactor Netty 1.3.6 does not read on after it has answered a request that it had queued. A request is
     * queued behind the answer before it; the next request of the connection would never be answered (its issues 4347
     * and 4361, mended in 1.3.8). To ask for one more reading is harmless.
     */
    private void readOn() {
        if (cameEarly && unanswered.isEmpty()) {
            cameEarly = false;
            channel.eventLoop().execute(channel::read);
        }
    }

    /** Nothing is asked and nothing is being answered. */
    private void rest() {
        deadline = NEVER;
        if (unanswered.isEmpty() && !over) {
            waitAtMost(
                    switch (receiving) {
                        case NOTHING -> limits.idle();
                        case HEADERS -> limits.headers();
                        // Its answer is out and nobody reads the rest any more.
                        case BODY -> limits.pause();
                    });
        }
    }

    private void waitAtMost(Duration time) {
        deadline = System.nanoTime() + Math.max(time.toNanos(), 0);
        if (wakeAt == NEVER || wakeAt - deadline > 0) {
            wake(deadline);
        }
    }

    private void wake(long at) {
        wakeAt = at;
        channel.eventLoop().schedule(() -> look(at), Math.max(at - System.nanoTime(), 0), TimeUnit.NANOSECONDS);
    }

    private void look(long at) {
        if (wakeAt != at || over || !channel.isActive()) {
            return;
        }
        wakeAt = NEVER;
        if (deadline == NEVER) {
            return;
        }
        if (deadline - System.nanoTime() <= 0) {
            deadline = NEVER;
            expired();
        } else {
            wake(deadline);
        }
    }

    private void left() {
        if (!over && receiving != Receiving.NOTHING) {
            faults.accept(ConnectionFault.BROKEN_OFF);
        }
        finish();
    }

    private void expired() {
        if (lastWords != null) {
            return;
        }
        switch (receiving) {
            case HEADERS -> refuse(RequestHead.tooSlow("The headers", limits.headers()), ConnectionFault.HEADERS_SLOW);
            case BODY -> refuse(RequestHead.tooSlow("The body", limits.pause()), ConnectionFault.BODY_SLOW);
            case NOTHING -> {
                if (!unanswered.isEmpty()) {
                    faults.accept(ConnectionFault.ANSWER_UNREAD);
                }
                finish();
                channel.close();
            }
        }
    }

    /** Says why after what is being answered before it. Says nothing where the request's own answer is under way. */
    private void refuse(Problem why, ConnectionFault fault) {
        faults.accept(fault);
        var ownIsNext = unanswered.size() <= 1;
        if (!ownIsNext) {
            lastWords = why;
        } else if (answering || (unanswered.isEmpty() && receiving == Receiving.BODY)) {
            finish();
            channel.close();
        } else {
            say(why);
        }
    }

    private void say(Problem why) {
        var head = unanswered.isEmpty() ? RequestHead.UNKNOWN : unanswered.getLast();
        finish();
        var answer = rendered(
                why,
                head,
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(why.code().status()));
        answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        // RACE: closing while something unread has come resets the connection, and the client may lose the answer.
        channel.pipeline().context(Messages.class).writeAndFlush(answer).addListener(_ -> linger());
    }

    private void linger() {
        if (channel instanceof DuplexChannel duplex && channel.isActive()) {
            duplex.shutdownOutput();
            channel.config().setAutoRead(true);
            channel.eventLoop()
                    .schedule(() -> channel.close(), Limits.REFUSED_LINGER_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            channel.close();
        }
    }

    private void finish() {
        over = true;
        deadline = NEVER;
        channel.attr(OVER).set(true);
        held = null;
    }

    /**
     * The answer whose head was held until it was known whether a body follows. The body follows as content or as bare
     * bytes.
     */
    private Object freed(ChannelHandlerContext ctx, HttpResponse head, Object next) {
        held = null;
        if (next instanceof LastHttpContent last && !last.content().isReadable()) {
            ReferenceCountUtil.release(last);
            return withProblem(head);
        }
        ctx.write(head);
        return next;
    }

    /**
     * Whether an error may lack a problem. One without a body is none of ours: it is the web server's, or of what
     * stands before our own handlers.
     */
    private boolean mayLackProblem(HttpResponse response) {
        return response.status().code() >= 400
                && !HttpMethod.HEAD.equals(head().method())
                && !(response instanceof FullHttpResponse full && full.content().isReadable());
    }

    private FullHttpResponse withProblem(HttpResponse response) {
        var problem = ProblemRendering.ofStatus(response.status().code());
        var status = HttpResponseStatus.valueOf(problem.code().status());
        var answer = rendered(problem, head(), response.protocolVersion(), status);
        response.headers().forEach(header -> {
            if (!answer.headers().contains(header.getKey())
                    && !HttpHeaderNames.TRANSFER_ENCODING.contentEqualsIgnoreCase(header.getKey())) {
                answer.headers().add(header.getKey(), header.getValue());
            }
        });
        return answer;
    }

    private RequestHead head() {
        return unanswered.isEmpty() ? RequestHead.UNKNOWN : unanswered.getFirst();
    }

    private static FullHttpResponse rendered(
            Problem problem, RequestHead head, HttpVersion version, HttpResponseStatus status) {
        var trace = Trace.of(head.traceparent(), head.correlation());
        var rendered = RenderedProblem.of(problem, head.path(), trace, head.accept());
        var bytes = rendered.bytes();
        var content = HttpMethod.HEAD.equals(head.method()) ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(bytes);
        var answer = new DefaultFullHttpResponse(version, status, content);
        rendered.headers().forEach(answer.headers()::set);
        answer.headers().set(TraceFilter.CORRELATION_HEADER, trace.correlationId());
        answer.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, bytes.length);
        return answer;
    }

    private static boolean isInterim(HttpResponse response) {
        return response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
