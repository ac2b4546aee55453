package org.repatria.edge;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request belongs: the W3C trace and the caller's correlation id.
 *
 * @param traceId 32 hexadecimal digits, the same through gateway, services and topics
 * @param spanId 16 hexadecimal digits, this hop
 * @param correlationId the caller's {@code X-Correlation-Id}, or the trace id
 */
public record Trace(String traceId, String spanId, String flags, String correlationId) {

    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final Pattern CORRELATION = Pattern.compile("[\\x21-\\x7e]{1," + Limits.CORRELATION_CHARS_MAX + "}");
    static final String ATTRIBUTE = Trace.class.getName();

    /**
     * Goes on with the caller's trace where there is a valid one, and starts one otherwise. A bad trace is no reason to
     * refuse.
     */
    static Trace of(@Nullable String traceparent, @Nullable String correlation) {
        var random = ThreadLocalRandom.current();
        var span = hex(random.nextLong() | 1);
        var match = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        var goesOn = match != null
                && match.matches()
                && !match.group(1).matches("0+")
                && !match.group(2).matches("0+");
        var traceId = goesOn ? match.group(1) : hex(random.nextLong()) + hex(random.nextLong() | 1);
        var flags = goesOn ? match.group(3) : "01";
        var correlationId =
                correlation != null && CORRELATION.matcher(correlation).matches() ? correlation : traceId;
        return new Trace(traceId, span, flags, correlationId);
    }

    /** The W3C header for what this hop calls. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String hex(long bits) {
        return String.format(Locale.ROOT, "%016x", bits);
    }
}
