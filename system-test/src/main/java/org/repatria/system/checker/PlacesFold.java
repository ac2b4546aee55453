package org.repatria.system.checker;

import java.util.ArrayList;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where an asset is and was, from its events alone. */
final class PlacesFold {

    private PlacesFold() {}

    /** Nobody says since when it is there. */
    static void registered(ObjectNode asset, JsonNode e) {
        var stay = asset.putObject("places").putArray("all").addObject();
        stay.put("id", "place-" + e.path("assetId").asString().substring("asset-".length()));
        stay.set("location", e.path("location"));
        var provenance = stay.putObject("provenance");
        provenance.set("source", e.path("source"));
        provenance.set("confidence", e.path("confidence"));
        stay.set("recordedAt", e.path("at"));
    }

    static void recorded(ObjectNode asset, JsonNode stay) {
        all(asset).add(stay);
        now(asset);
    }

    static void corrected(ObjectNode asset, JsonNode e) {
        all(asset).forEach(stay -> {
            if (stay.path("id").equals(e.path("placeId"))) {
                ((ObjectNode) stay).set("correction", e.path("correction"));
            }
        });
        recorded(asset, e.path("successor"));
    }

    static void takenOver(ObjectNode asset, JsonNode places) {
        if (!places.isEmpty()) {
            Folds.object(asset, "places").set("all", places.deepCopy());
            now(asset);
        }
    }

    /** It is where it came to last, of what was not corrected. */
    static void now(ObjectNode asset) {
        var counted = new ArrayList<JsonNode>();
        all(asset).forEach(stay -> {
            if (!stay.has("correction")) {
                counted.add(stay);
            }
        });
        counted.sort(Comparator.comparing(stay -> stay.path("from").asString("")));
        asset.set("location", counted.getLast().path("location"));
    }

    static ArrayNode all(ObjectNode asset) {
        return Folds.list(Folds.object(asset, "places"), "all");
    }
}
