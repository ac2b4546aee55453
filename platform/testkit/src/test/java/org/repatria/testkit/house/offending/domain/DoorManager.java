package org.repatria.testkit.house.offending.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.repatria.servers.MongoServer;
import org.springframework.beans.factory.annotation.Autowired;

/** Breaks the rules about names, imports, time, identity and injection. */
public class DoorManager {

    @Autowired
    MongoServer server;

    Instant now(Clock clock) {
        return clock.instant();
    }

    Instant open() {
        return Instant.now();
    }

    UUID identity() {
        return UUID.randomUUID();
    }
}
