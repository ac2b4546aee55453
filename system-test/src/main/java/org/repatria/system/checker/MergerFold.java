package org.repatria.system.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What two assets say once they are one, and once they are two again, from their events alone. */
final class MergerFold {

    /** By what an entry of each list is known. */
    private static final Map<String, List<String>> IDS = Map.of(
            "valuations", List.of("number"),
            "orders", List.of("id"),
            "interests", List.of("id"),
            "findings", List.of("id"),
            "claims", List.of("id"),
            "registerEntries", List.of("orderId", "register"),
            "upkeep", List.of("id"),
            "hearings", List.of("orderId", "askedOn"),
            "corrections", List.of("wrong", "successor", "recordedAt"));

    /** Of what the other one says, what may have gone on at the kept one. */
    private static final List<String> GOES_ON =
            List.of("orders", "interests", "claims", "registerEntries", "upkeep", "hearings", "corrections");

    private static final List<String> NUMBER = List.of("scheme", "value");

    private MergerFold() {}

    /** The kept asset says more, or less again, and keeps its last answer to the other one. */
    static void answered(ObjectNode asset, JsonNode answer) {
        var content = answer.path("content");
        switch (answer.path("answer").asString()) {
            case "TAKEN" -> {
                content.path("places").forEach(stay -> PlacesFold.recorded(asset, stay));
                content.path("identifiers").forEach(Folds.list(asset, "identifiers")::add);
                IDS.keySet().forEach(list -> content.path(list).forEach(Folds.list(asset, list)::add));
            }
            case "GIVEN_BACK" -> {
                without(PlacesFold.all(asset), List.of("id"), content.path("places"));
                PlacesFold.now(asset);
                without(Folds.list(asset, "identifiers"), List.of(), content.path("identifiers"));
                IDS.forEach((list, id) -> without(Folds.list(asset, list), id, content.path(list)));
            }
            default -> {}
        }
        var taken = Folds.list(Folds.object(asset, "sameness"), "taken");
        without(taken, List.of("from"), Trees.read("[" + answer + "]"));
        taken.add(answer);
    }

    /** The other one says what it said, with what became of it meanwhile. */
    static void restored(ObjectNode asset, JsonNode content) {
        var text = content.toString();
        for (var same : content.path("sameAs").properties()) {
            text = text.replace(same.getValue().toString(), "\"" + same.getKey() + "\"");
        }
        var back = Trees.read(text);
        back.path("corrections").forEach(correction -> {
            if (!Folds.list(asset, "corrections").valueStream().anyMatch(correction::equals)) {
                misread(asset, correction);
            }
        });
        IDS.forEach((list, id) -> {
            if (GOES_ON.contains(list)) {
                renewed(Folds.list(asset, list), back.path(list), id);
            }
        });
        renewed(PlacesFold.all(asset), back.path("places"), List.of("id"));
        PlacesFold.now(asset);
    }

    /** A number that was wrong goes, and another one stands where it was. */
    static void corrected(ObjectNode asset, JsonNode correction) {
        misread(asset, correction);
        Folds.list(asset, "corrections").add(correction);
    }

    private static void misread(ObjectNode asset, JsonNode correction) {
        var identifiers = Folds.list(asset, "identifiers");
        for (var i = 0; i < identifiers.size(); i++) {
            if (key(identifiers.get(i), NUMBER).equals(key(correction.path("wrong"), NUMBER))) {
                identifiers.set(i, correction.path("successor"));
            }
        }
    }

    private static void renewed(ArrayNode all, JsonNode back, List<String> id) {
        var newer = new HashMap<List<JsonNode>, JsonNode>();
        back.forEach(it -> newer.put(key(it, id), it));
        for (var i = 0; i < all.size(); i++) {
            var now = newer.remove(key(all.get(i), id));
            if (now != null) {
                all.set(i, now);
            }
        }
        back.forEach(it -> {
            if (newer.containsKey(key(it, id))) {
                all.add(it);
            }
        });
    }

    private static void without(ArrayNode list, List<String> id, JsonNode gone) {
        var keys = new HashSet<List<JsonNode>>();
        gone.forEach(it -> keys.add(key(it, id)));
        for (var i = list.size() - 1; i >= 0; i--) {
            if (keys.contains(key(list.get(i), id))) {
                list.remove(i);
            }
        }
    }

    /** By what an entry is known; by all of it where nothing is named. */
    private static List<JsonNode> key(JsonNode entry, List<String> id) {
        return id.isEmpty() ? List.of(entry) : id.stream().map(entry::path).toList();
    }
}
