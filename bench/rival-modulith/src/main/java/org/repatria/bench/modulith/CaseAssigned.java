package org.repatria.bench.modulith;

import java.time.Instant;
import org.springframework.modulith.events.Externalized;

/** What subscribers are told of a command, in the order in which it happens to be sent. */
@Externalized(CaseAssigned.TOPIC + "::#{caseId()}")
record CaseAssigned(String caseId, long version, String assignee, Instant at) {

    static final String TOPIC = "bench.modulith";
}
