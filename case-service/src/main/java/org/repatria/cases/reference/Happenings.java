package org.repatria.cases.reference;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that clock rules may wait for.
 *
 * @param lifecycles the states of each lifecycle; a move into one is a happening
 * @param recorded what officers record besides, with its meaning
 */
public record Happenings(Map<String, List<String>> lifecycles, Map<String, String> recorded) {

    public Happenings {
        lifecycles = Map.copyOf(lifecycles);
        recorded = Map.copyOf(recorded);
    }

    static Happenings of(YamlText text) {
        var lifecycles = new LinkedHashMap<String, List<String>>();
        for (var lifecycle : text.json().path("lifecycles")) {
            lifecycles.put(
                    lifecycle.path("lifecycle").asString(),
                    lifecycle
                            .path("states")
                            .valueStream()
                            .map(s -> s.asString())
                            .toList());
        }
        var recorded = new LinkedHashMap<String, String>();
        for (var happening : text.json().path("recorded")) {
            recorded.put(
                    happening.path("token").asString(),
                    happening.path("meaning").asString());
        }
        return new Happenings(lifecycles, recorded);
    }

    /** Every token, the lifecycles' ones included. */
    public Set<String> tokens() {
        var tokens = new HashSet<>(recorded.keySet());
        lifecycles.forEach((lifecycle, states) -> states.forEach(state -> tokens.add(lifecycle + "." + state)));
        return tokens;
    }
}
