package org.repatria.gateway;

import java.util.Locale;

/** The services behind this door, by the names that operators know. */
enum Part {
    CASE("case-service"),
    ASSET("asset-service"),
    NOTIFICATION("notification-service");

    private final String service;

    Part(String service) {
        this.service = service;
    }

    /** The process, as in logs and problems. */
    String service() {
        return service;
    }

    /** The short name, as in paths and settings. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
