package org.repatria.system.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the assets of a case stand, from the events of its shelves and its inventory alone. */
final class ShelfFold {

    /** Shelves of a case; an asset stands on the one that its id leads to. */
    private static final int SHELVES = 16;

    /** Assets of one state that are named. */
    private static final int NAMED_MAX = 40;

    /** Assets that no longer name the case and are remembered. */
    private static final int UNLINKED_MAX = 100;

    private ShelfFold() {}

    static int shelfOf(String assetId) {
        return Math.floorMod(assetId.hashCode(), SHELVES);
    }

    static ObjectNode shelf() {
        var empty = Trees.object();
        empty.putArray("states");
        empty.putArray("assets");
        empty.putArray("unlinked");
        return empty.put("changes", 0);
    }

    static ObjectNode onShelf(ObjectNode state, String event, JsonNode e) {
        var next = state.deepCopy();
        var assets = Folds.list(next, "assets");
        switch (event) {
            case "ShelfSetUp" -> {
                next.set("states", e.path("states"));
                e.path("assets").forEach(assets::add);
            }
            case "AssetNoted" -> {
                without(assets, "assetId", e.at("/asset/assetId"));
                assets.add(e.path("asset"));
            }
            case "AssetForgotten" -> without(assets, "assetId", e.path("assetId"));
            case "AssetUnlinked" -> {
                without(assets, "assetId", e.path("assetId"));
                unlinked(Folds.list(next, "unlinked"), e);
            }
            default -> throw Folds.unknown(event);
        }
        sort(assets, Comparator.comparing(it -> it.path("assetId").asString()));
        if (!byState(assets).equals(byState(state.path("assets")))) {
            next.put("changes", state.path("changes").asLong() + 1);
        }
        return next;
    }

    private static void unlinked(ArrayNode last, JsonNode e) {
        without(last, "assetId", e.path("assetId"));
        last.addObject()
                .put("assetId", e.path("assetId").asString())
                .put("at", e.path("at").asString());
        if (last.size() > UNLINKED_MAX) {
            last.remove(0);
        }
    }

    static ObjectNode inventory() {
        var empty = Trees.object();
        empty.putArray("shelves");
        var known = empty.putObject("known").put("changes", 0);
        known.putArray("shelves");
        known.putObject("byState").putArray("states");
        return empty;
    }

    static ObjectNode inInventory(ObjectNode state, String event, JsonNode e) {
        if (!event.equals("ShelfNoted")) {
            throw Folds.unknown(event);
        }
        var next = state.deepCopy();
        var shelves = Folds.list(next, "shelves");
        without(shelves, "shelf", e.at("/said/shelf"));
        shelves.add(e.path("said"));
        sort(shelves, Comparator.comparingInt(it -> it.path("shelf").asInt()));
        var known = Folds.object(next, "known");
        var numbers = known.putArray("shelves");
        shelves.forEach(it -> numbers.add(it.path("shelf")));
        known.set("byState", together(shelves));
        if (!known.equals(state.path("known"))) {
            known.put("changes", known.path("changes").asLong() + 1);
        }
        return next;
    }

    /** How some assets stand, state by state. */
    static ObjectNode byState(JsonNode assets) {
        var alone = Trees.array();
        for (var asset : assets) {
            var state = alone.addObject();
            state.set("state", asset.path("state"));
            state.put("count", 1);
            put(state, "since", asset.path("standsSince"));
            put(state, "heldUntil", asset.path("heldUntil"));
            state.putArray("first").add(asset.path("assetId"));
        }
        return sum(alone);
    }

    /** What several shelves say together. */
    private static ObjectNode together(JsonNode shelves) {
        var all = Trees.array();
        shelves.forEach(shelf -> shelf.at("/byState/states").forEach(all::add));
        return sum(all);
    }

    private static ObjectNode sum(JsonNode some) {
        var byName = new TreeMap<String, List<JsonNode>>();
        some.forEach(it -> byName.computeIfAbsent(it.path("state").asString(), _ -> new ArrayList<>())
                .add(it));
        var sum = Trees.object();
        var states = sum.putArray("states");
        byName.forEach((name, alike) -> {
            var state = states.addObject().put("state", name);
            state.put(
                    "count",
                    alike.stream().mapToInt(it -> it.path("count").asInt()).sum());
            earliest(state, "since", alike);
            earliest(state, "heldUntil", alike);
            var first = state.putArray("first");
            alike.stream()
                    .flatMap(it -> it.path("first").valueStream())
                    .map(JsonNode::asString)
                    .sorted()
                    .limit(NAMED_MAX)
                    .forEach(first::add);
        });
        return sum;
    }

    private static void earliest(ObjectNode state, String day, List<JsonNode> some) {
        some.stream()
                .flatMap(it -> Trees.text(it.path(day)).stream())
                .min(Comparator.naturalOrder())
                .ifPresent(first -> state.put(day, first));
    }

    private static void put(ObjectNode node, String name, JsonNode value) {
        Trees.text(value).ifPresent(text -> node.put(name, text));
    }

    private static void without(ArrayNode list, String id, JsonNode gone) {
        list.removeIf(it -> it.path(id).equals(gone));
    }

    private static void sort(ArrayNode list, Comparator<JsonNode> order) {
        var sorted = new ArrayList<JsonNode>();
        list.forEach(sorted::add);
        sorted.sort(order);
        list.removeAll();
        list.addAll(sorted);
    }
}
