package org.repatria.cases.law;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.repatria.cases.domain.lifecycle.Lifecycles;
import org.repatria.clocks.KnownTo;
import org.repatria.clocks.reading.YamlText;

/**
 * Everything that clock rules may wait for.
 *
 * @param lifecycles the states of each lifecycle; a move into one is a happening
 * @param recorded what officers record besides, with its meaning
 * @param told those of the recorded ones of which both states may know
 * @param ofAssets those of the recorded ones that assets tell, and where they are recorded there
 */
public record Happenings(
        Map<String, List<String>> lifecycles,
        Map<String, String> recorded,
        Set<String> told,
        Map<String, String> ofAssets) {

    public Happenings {
        lifecycles = Map.copyOf(lifecycles);
        recorded = Map.copyOf(recorded);
        told = Set.copyOf(told);
        ofAssets = Map.copyOf(ofAssets);
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
        var told = new HashSet<String>();
        var ofAssets = new HashMap<String, String>();
        for (var happening : text.json().path("recorded")) {
            var token = happening.path("token").asString();
            recorded.put(token, happening.path("meaning").asString());
            if (KnownTo.valueOf(happening.path("knownTo").asString()).isTold()) {
                told.add(token);
            }
            if (happening.has("recordedAt")) {
                ofAssets.put(token, happening.path("recordedAt").asString());
            }
        }
        return new Happenings(lifecycles, recorded, told, ofAssets);
    }

    /**
     * Whether both states may know that something happened. Of a move they may where its state is told by its own name.
     */
    boolean isTold(String token) {
        var dot = token.indexOf('.');
        return told.contains(token)
                || Lifecycles.find(token.substring(0, dot))
                        .map(lifecycle -> lifecycle.isToldByName(token.substring(dot + 1)))
                        // Requests for assistance are made by the two states to each other.
                        .orElse(token.startsWith("mla."));
    }

    /** Every token, the lifecycles' ones included. */
    public Set<String> tokens() {
        var tokens = new HashSet<>(recorded.keySet());
        lifecycles.forEach((lifecycle, states) -> states.forEach(state -> tokens.add(lifecycle + "." + state)));
        return tokens;
    }
}
