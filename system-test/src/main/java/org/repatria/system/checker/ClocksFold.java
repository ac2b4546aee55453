package org.repatria.system.checker;

import static org.repatria.system.checker.Folds.copy;
import static org.repatria.system.checker.Folds.entry;
import static org.repatria.system.checker.Folds.list;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What clock events lead to, of a case, a list and an asset alike. */
final class ClocksFold {

    /** Clocks that a document keeps. Beyond it the oldest that ended, or was met too late, is in the journal alone. */
    private static final int CLOCKS_KEPT = 200;

    /** Happenings that a document keeps; beyond it the oldest is in the journal alone. */
    private static final int HAPPENINGS_KEPT = 300;

    private static final Set<String> NOT_ENDED = Set.of("RUNNING", "SUSPENDED", "EXPIRED_PRESUMED");

    private ClocksFold() {}

    static ObjectNode none() {
        var clocks = Trees.object();
        clocks.putArray("clocks");
        clocks.putArray("happenings");
        clocks.put("started", 0);
        clocks.put("confided", 0);
        return clocks;
    }

    static void apply(ObjectNode clocks, JsonNode e) {
        var type = e.path("type").asString();
        switch (type) {
            case "HappeningKept" -> {
                var kept = list(clocks, "happenings").add(e.path("happening"));
                if (kept.size() > HAPPENINGS_KEPT) {
                    kept.remove(0);
                }
            }
            case "ClockStarted" -> start(clocks, e.path("clock"));
            case "ClockSatisfied" -> {
                var clock = clock(clocks, e);
                clock.put("state", "SATISFIED").set("satisfiedBy", e.path("by"));
                clock.remove("tooLate");
            }
            case "LateHappeningNoted" -> clock(clocks, e).set("tooLate", e.path("happening"));
            case "ClockSuspended" -> recount(clock(clocks, e), e, "SUSPENDED");
            case "ClockResumed" -> recount(clock(clocks, e), e, e.path("state").asString());
            case "WarningGiven" ->
                entry(list(clock(clocks, e), "warnings"), "lead", e.path("lead").asString())
                        .put("given", true);
            case "ClockExpired" -> clock(clocks, e).put("state", "EXPIRED_PRESUMED");
            case "ClockExtended", "ClockRebased" -> {
                supersede(clock(clocks, e), e.path("successor").path("id"));
                start(clocks, e.path("successor"));
            }
            case "ClockSuperseded" -> supersede(clock(clocks, e), e.path("by"));
            case "ExpiryConfirmed" -> conclude(clock(clocks, e), e, "EXPIRED_CONFIRMED");
            case "ExpiryRefuted" -> conclude(clock(clocks, e), e, "REFUTED");
            case "ClockCancelled" -> conclude(clock(clocks, e), e, "CANCELLED");
            default -> throw Folds.unknown(type);
        }
    }

    private static ObjectNode clock(ObjectNode clocks, JsonNode e) {
        return entry(list(clocks, "clocks"), "id", e.path("clockId").asString());
    }

    private static void start(ObjectNode clocks, JsonNode clock) {
        var kept = list(clocks, "clocks").add(clock.deepCopy());
        if (kept.size() > CLOCKS_KEPT) {
            forgetOne(kept);
        }
        // Clocks that one state keeps are counted apart.
        var counter = clock.at("/rule/knownTo").asString().equals("BOTH") ? "started" : "confided";
        clocks.put(counter, clocks.path(counter).asInt() + 1);
    }

    private static void forgetOne(ArrayNode clocks) {
        for (var i = 0; i < clocks.size(); i++) {
            if (!NOT_ENDED.contains(clocks.get(i).path("state").asString())
                    || clocks.get(i).has("tooLate")) {
                clocks.remove(i);
                return;
            }
        }
    }

    private static void recount(ObjectNode clock, JsonNode e, String state) {
        copy(e, clock, "suspensions", "effective");
        clock.set("warnings", e.path("warnings").deepCopy());
        clock.put("state", state);
        if (!state.equals("SATISFIED")) {
            clock.remove("satisfiedBy");
            clock.remove("tooLate");
        }
    }

    private static void supersede(ObjectNode clock, JsonNode by) {
        clock.put("state", "SUPERSEDED").set("supersededBy", by);
    }

    private static void conclude(ObjectNode clock, JsonNode e, String state) {
        clock.put("state", state).set("reasons", e.path("reasons"));
    }
}
