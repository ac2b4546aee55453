package org.repatria.gateway;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Where each service is.
 *
 * @param addresses base addresses without a path, from {@code repatria.parts.<part>}
 */
record Parts(Map<Part, URI> addresses) {

    static Parts from(Environment environment) {
        var addresses = new EnumMap<Part, URI>(Part.class);
        for (var part : Part.values()) {
            addresses.put(part, URI.create(environment.getRequiredProperty("repatria.parts." + part.word())));
        }
        return new Parts(addresses);
    }

    URI at(Part part) {
        var address = addresses.get(part);
        if (address == null) {
            throw new IllegalStateException("Nobody has said where " + part.service() + " is.");
        }
        return address;
    }

    /** Which service a route leads to; routes are named {@code <part>} or {@code <part>-<what>}. */
    static Optional<Part> ofRoute(String routeId) {
        return Arrays.stream(Part.values())
                .filter(part -> routeId.equals(part.word()) || routeId.startsWith(part.word() + "-"))
                .findFirst();
    }
}
