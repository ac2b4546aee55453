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
    private static final Map<String, String> IDS =
            Map.of("valuations", "number", "orders", "id", "interests", "id", "findings", "id");

    private MergerFold() {}

    /** The kept asset says more, or less again, and keeps its last answer to the other one. */
    static void answered(ObjectNode asset, JsonNode answer) {
        var content = answer.path("content");
        switch (answer.path("answer").asString()) {
            case "TAKEN" -> {
                content.path("identifiers").forEach(Folds.list(asset, "identifiers")::add);
                IDS.keySet().forEach(list -> content.path(list).forEach(Folds.list(asset, list)::add));
            }
            case "GIVEN_BACK" -> {
                without(Folds.list(asset, "identifiers"), "", content.path("identifiers"));
                IDS.forEach((list, id) -> without(Folds.list(asset, list), id, content.path(list)));
            }
            default -> {}
        }
        var taken = Folds.list(Folds.object(asset, "sameness"), "taken");
        without(taken, "from", Trees.read("[" + answer + "]"));
        taken.add(answer);
    }

    /** The other one says what it said, with what became of its orders and interests meanwhile. */
    static void restored(ObjectNode asset, JsonNode content) {
        var text = content.toString();
        for (var same : content.path("sameAs").properties()) {
            text = text.replace(same.getValue().toString(), "\"" + same.getKey() + "\"");
        }
        var back = Trees.read(text);
        for (var list : List.of("orders", "interests")) {
            var newer = new HashMap<String, JsonNode>();
            back.path(list).forEach(it -> newer.put(it.path("id").asString(), it));
            var all = Folds.list(asset, list);
            for (var i = 0; i < all.size(); i++) {
                var now = newer.remove(all.get(i).path("id").asString());
                if (now != null) {
                    all.set(i, now);
                }
            }
            back.path(list).forEach(it -> {
                if (newer.containsKey(it.path("id").asString())) {
                    all.add(it);
                }
            });
        }
    }

    private static void without(ArrayNode list, String id, JsonNode gone) {
        var ids = new HashSet<JsonNode>();
        gone.forEach(it -> ids.add(id.isEmpty() ? it : it.path(id)));
        for (var i = list.size() - 1; i >= 0; i--) {
            if (ids.contains(id.isEmpty() ? list.get(i) : list.get(i).path(id))) {
                list.remove(i);
            }
        }
    }
}
