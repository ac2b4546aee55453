package org.repatria.cases.flows.shelving;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Up to which change of a shelf this process has told the case.
 *
 * <p>It spares work and decides nothing: what is forgotten here is told once more, which changes nothing.
 */
final class Told {

    /** LIMIT: shelves remembered, the last ones told: some hundred kB. */
    private static final int SHELVES_MAX = 10_000;

    private final Map<Place, Long> changes = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Long> eldest) {
            return size() > SHELVES_MAX;
        }
    };

    synchronized boolean isTold(Place place, long change) {
        return changes.getOrDefault(place, 0L) >= change;
    }

    synchronized void tell(Place place, long change) {
        var known = changes.remove(place);
        changes.put(place, known == null ? change : Math.max(known, change));
    }
}
