package org.repatria.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/** What a client does to its connection that is no defect of ours: counted, never logged as one. */
enum ConnectionFault {
    /** The request line and the headers did not come to their end in time. */
    HEADERS_SLOW,

    /** The body stopped, or came too slowly. */
    BODY_SLOW,

    /** What came is not HTTP, or HTTP that we do not speak. */
    UNREADABLE,

    /** The client left before its request was whole. */
    BROKEN_OFF,

    /** The client does not read the answer that it asked for. */
    ANSWER_UNREAD;

    /** Counts each kind as {@code repatria.connections.faults}. */
    static Consumer<ConnectionFault> counted(MeterRegistry meters) {
        var counters = new EnumMap<ConnectionFault, Counter>(ConnectionFault.class);
        for (var fault : values()) {
            counters.put(
                    fault,
                    meters.counter(
                            "repatria.connections.faults",
                            "fault",
                            fault.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        return fault -> Objects.requireNonNull(counters.get(fault)).increment();
    }
}
