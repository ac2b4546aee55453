package org.repatria.system.checker;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.repatria.system.checker.Evidence.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What snapshots, lists, facets and sums must say of a document, worked out from its state. */
final class Recount {

    private static final Set<String> NOT_AVAILABLE = Set.of("OnHold", "UnderChallenge");

    private Recount() {}

    /** Facet values of a document; a facet without a value is left out. */
    static Map<String, List<String>> facets(Document document) {
        var s = document.state();
        var values = new LinkedHashMap<String, List<String>>();
        switch (document.family()) {
            case CASE -> {
                values.put("state", List.of(stage(s)));
                put(values, "assignee", s.at("/file/assignee"));
                put(values, "requestingState", s.at("/file/relation/requesting"));
                put(values, "requestedState", s.at("/file/relation/requested"));
                values.put("nationality", texts(s.at("/file/subject/nationalities")));
                put(values, "outcome", s.path("outcome"));
                values.put("missingCheck", texts(s.at("/file/dossier/missing")));
            }
            case ASSET -> {
                // Another asset stands for it, and counts for it.
                if (isMerged(s)) {
                    break;
                }
                values.put("state", List.of(assetState(s)));
                put(values, "kind", s.path("kind"));
                put(values, "country", s.at("/location/country"));
                values.put(
                        "currency",
                        latest(s).stream()
                                .map(v -> v.at("/value/currency").asString())
                                .distinct()
                                .toList());
            }
            case ALERT -> {
                values.put("status", List.of(s.path("type").asString().toUpperCase(Locale.ROOT)));
                put(values, "severity", s.at("/notice/severity"));
                put(values, "code", s.at("/notice/code"));
            }
            case LIST -> values.put("state", List.of(s.path("type").asString().toUpperCase(Locale.ROOT)));
            case DEADLINE, KNOWN_CASE, SHELF, INVENTORY, CASE_PARKING, ASSET_PARKING, ALERT_PARKING -> {}
        }
        return values;
    }

    /** Amounts of a document by sum and currency. */
    static Map<String, Map<String, BigDecimal>> sums(Document document) {
        var sums = new HashMap<String, Map<String, BigDecimal>>();
        switch (document.family()) {
            case CASE -> add(sums, "amountAlleged", document.state().at("/file/allegation/amount"));
            case ASSET ->
                counted(document.state())
                        .forEach(v -> add(
                                sums,
                                v.path("kind").asString().replace('_', '-') + "-"
                                        + v.path("basis").asString(),
                                v.path("value")));
            case LIST, ALERT, DEADLINE, KNOWN_CASE, SHELF, INVENTORY, CASE_PARKING, ASSET_PARKING, ALERT_PARKING -> {}
        }
        return sums;
    }

    /** Where a snapshot or a row of a list says something else than the document at that version. */
    static Optional<String> contradiction(Document document, long version, JsonNode snapshot) {
        if (!snapshot.path("id").asString().equals(document.id())) {
            return Optional.of("/id is " + snapshot.path("id"));
        }
        if (snapshot.path("version").asLong() != version) {
            return Optional.of("/version is " + snapshot.path("version") + ", not " + version);
        }
        var s = document.state();
        return switch (document.family()) {
            case CASE ->
                first(
                        differs("state", stage(s), snapshot.path("state")),
                        differs("assignee", s.at("/file/assignee"), snapshot.path("assignee")),
                        differs("outcome", s.path("outcome"), snapshot.path("outcome")),
                        differs("openedAt", s.at("/file/openedAt"), snapshot.path("openedAt")),
                        differs(
                                "suspectedDuplicates",
                                s.at("/file/suspectedDuplicates"),
                                snapshot.path("suspectedDuplicates")));
            case LIST -> first(differs("funnel", s.path("funnel"), snapshot.path("funnel")));
            case ASSET ->
                first(
                        differs("state", assetState(s), snapshot.path("state")),
                        differs("kind", s.path("kind"), snapshot.path("kind")),
                        differs("cases", links(s.path("links")), links(snapshot.path("cases"))),
                        snapshot.has("reached")
                                ? differs("reached", reached(s), snapshot.path("reached"))
                                : Optional.empty());
            case ALERT ->
                first(
                        differs("status", s.path("type").asString().toUpperCase(Locale.ROOT), snapshot.path("status")),
                        differs("occurrences", s.at("/occurrences/count"), snapshot.path("occurrences")));
            case DEADLINE, KNOWN_CASE, SHELF, INVENTORY, CASE_PARKING, ASSET_PARKING, ALERT_PARKING -> Optional.empty();
        };
    }

    /** The same of what the other state is told. Not why a case stands still, and not who else has the name. */
    static Optional<String> contradictionToTold(Document document, long version, JsonNode snapshot) {
        if (document.family() != Family.CASE) {
            return contradiction(document, version, snapshot);
        }
        var told = (ObjectNode) document.state().deepCopy();
        if (NOT_AVAILABLE.contains(told.path("type").asString())) {
            told.put("type", "NOT_AVAILABLE");
        }
        if (told.path("file") instanceof ObjectNode file) {
            file.putArray("suspectedDuplicates");
        }
        return contradiction(document.withState(told), version, snapshot);
    }

    /** Another asset stands for one that was merged, and counts for it. */
    private static List<JsonNode> counted(JsonNode asset) {
        return isMerged(asset) ? List.of() : latest(asset);
    }

    private static boolean isMerged(JsonNode asset) {
        return asset.at("/sameness/merger").has("phase")
                && !asset.at("/sameness/merger/phase").asString().equals("ENDED");
    }

    static String stage(JsonNode state) {
        return switch (state.path("type").asString()) {
            case "Draft" -> "DRAFT";
            case "Screening" -> "SCREENING";
            case "ReturnedForInfo" -> "RETURNED_FOR_INFO";
            case "OnHold" -> "ON_HOLD";
            case "Underway" -> state.path("stage").asString();
            case "UnderChallenge" -> "UNDER_CHALLENGE";
            case "Resolved" -> "RESOLVED";
            case "NotAccepted" -> "NOT_ACCEPTED";
            case "Closed" -> "CLOSED";
            case "Archived" -> "ARCHIVED";
            case String other -> other;
        };
    }

    /** From the lightest to the heaviest. */
    private static final List<String> WEIGHTS = List.of(
            "IDENTIFIED",
            "TRACED",
            "RELEASED",
            "LAPSED",
            "LAPSED_PRESUMED",
            "WITHDRAWN_ERROR",
            "RESTRAINED",
            "SEIZED",
            "FORFEITURE_PENDING",
            "CONFISCATED_NOT_FINAL",
            "CONFISCATED_FINAL",
            "IN_DISPOSAL",
            "REALISED",
            "DISTRIBUTION_AGREED",
            "RETURNED",
            "DISSIPATED",
            "NOT_RECOVERABLE",
            "AWARDED_TO_CLAIMANT");

    /** Steps in the order of a life, which is that of several on one day. */
    private static final List<String> STEPS = List.of(
            "APPLIED",
            "REFUSED",
            "ISSUED",
            "SERVED",
            "PUBLISHED",
            "VARIED",
            "FINAL",
            "PARTLY_SATISFIED",
            "SATISFIED",
            "EXTENDED",
            "REPLACED",
            "EXPIRED",
            "DISCHARGED");

    private static String assetState(JsonNode state) {
        var told = new TreeSet<Integer>();
        told.add(0);
        state.path("orders").forEach(order -> told.add(WEIGHTS.indexOf(told(order))));
        var isForGood = told.contains(WEIGHTS.indexOf("CONFISCATED_FINAL"));
        for (var finding : state.path("findings")) {
            var kind = finding.path("kind").asString();
            if (isForGood
                    || !List.of("DISPOSAL", "REALISED", "DISTRIBUTION_AGREED").contains(kind)) {
                told.add(WEIGHTS.indexOf(kind.equals("DISPOSAL") ? "IN_DISPOSAL" : kind));
            }
        }
        if (state.has("split") || isAwarded(state.path("claims"))) {
            told.add(WEIGHTS.indexOf("AWARDED_TO_CLAIMANT"));
        }
        return WEIGHTS.get(told.last());
    }

    /** The measures in which an asset counts, each once. What others count for counts in none. */
    static JsonNode reached(JsonNode asset) {
        var reached = Trees.array();
        var state = assetState(asset);
        if (isMerged(asset) || asset.has("split") || state.equals("WITHDRAWN_ERROR")) {
            return reached;
        }
        if (asset.path("orders").valueStream().anyMatch(Recount::wasHeld)) {
            reached.add("RESTRAINED");
        }
        if (!state.equals("AWARDED_TO_CLAIMANT")
                && asset.path("orders").valueStream().anyMatch(it -> told(it).equals("CONFISCATED_FINAL"))) {
            reached.add("CONFISCATED");
        }
        if (asset.path("findings")
                .valueStream()
                .anyMatch(it -> it.path("kind").asString().equals("RETURNED"))) {
            reached.add("RETURNED");
        }
        return reached;
    }

    /** Whether a court made an order that holds it, whatever became of that since. */
    private static boolean wasHeld(JsonNode order) {
        return order.has("issuedOn")
                && Set.of("RESTRAINT", "SEIZURE")
                        .contains(order.path("otherKind").asString("RESTRAINT"));
    }

    /** Whether a claim won the whole asset. The last step that decided it awards all of it, and nothing opened it. */
    private static boolean isAwarded(JsonNode claims) {
        for (var claim : claims) {
            var byDays = new TreeMap<String, JsonNode>();
            for (var change : claim.path("changes")) {
                if (!change.path("to").asString().equals("PAID")) {
                    byDays.put(
                            "%s %02d"
                                    .formatted(
                                            change.path("on").asString(),
                                            CLAIM_STEPS.indexOf(
                                                    change.path("to").asString())),
                            change);
                }
            }
            var last = byDays.lastEntry().getValue();
            var won = last.at("/particulars/share").isObject() ? last.at("/particulars/share") : claim.path("share");
            if (List.of("SETTLED", "UPHELD_FULL", "UPHELD_PART")
                            .contains(last.path("to").asString())
                    && won.isObject()
                    && won.path("parts").asLong() == won.path("of").asLong()) {
                return true;
            }
        }
        return false;
    }

    /** Steps of a claim in the order of a life, which is that of several on one day. */
    private static final List<String> CLAIM_STEPS = List.of(
            "FILED",
            "ADMITTED",
            "REJECTED",
            "SETTLED",
            "UPHELD_FULL",
            "UPHELD_PART",
            "DISMISSED",
            "UNDER_APPEAL",
            "PAID");

    /** What an order says of its asset. */
    private static String told(JsonNode order) {
        var kind = order.path("otherKind").asString("RESTRAINT");
        var confiscates = kind.endsWith("CONFISCATION");
        var holds = kind.equals("RESTRAINT") || kind.equals("SEIZURE");
        var step = lastStep(order);
        var runs = List.of("ISSUED", "SERVED", "PUBLISHED", "VARIED").contains(step);
        if (runs && order.has("presumedLapsedAt")) {
            return "LAPSED_PRESUMED";
        }
        return switch (step) {
            case "APPLIED" -> confiscates ? "FORFEITURE_PENDING" : "IDENTIFIED";
            case "ISSUED", "SERVED", "PUBLISHED", "VARIED" -> running(kind);
            case "FINAL", "PARTLY_SATISFIED", "SATISFIED" -> confiscates ? "CONFISCATED_FINAL" : sold(kind);
            case "EXPIRED" -> "LAPSED";
            case "DISCHARGED" -> holds || confiscates ? "RELEASED" : "IDENTIFIED";
            default -> "IDENTIFIED";
        };
    }

    private static String running(String kind) {
        return switch (kind) {
            case "RESTRAINT" -> "RESTRAINED";
            case "SEIZURE" -> "SEIZED";
            case "CONFISCATION", "VALUE_CONFISCATION" -> "CONFISCATED_NOT_FINAL";
            default -> sold(kind);
        };
    }

    private static String sold(String kind) {
        return kind.equals("INTERLOCUTORY_SALE") ? "IN_DISPOSAL" : "IDENTIFIED";
    }

    /** The last step by days: an extension takes over on the last day of what it extends. */
    private static String lastStep(JsonNode order) {
        var steps = new TreeSet<String>();
        if (order.has("issuedOn")) {
            steps.add(dated(order.path("issuedOn"), "ISSUED"));
        }
        for (var change : order.path("changes")) {
            var isPart = change.path("to").asString().equals("DISCHARGED")
                    && change.path("particulars").has("part");
            steps.add(dated(
                    change.path("on"), isPart ? "VARIED" : change.path("to").asString()));
        }
        if (order.has("extendedBy")) {
            steps.add(dated(order.path("endsOn"), "EXTENDED"));
        }
        if (order.has("discharge")) {
            steps.add(dated(order.at("/discharge/dischargedOn"), "DISCHARGED"));
        }
        return steps.last().substring(14);
    }

    private static String dated(JsonNode day, String step) {
        return "%s %02d %s".formatted(day.asString(), STEPS.indexOf(step), step);
    }

    /** Of each kind, basis and currency the value that was found last. What was split is worth nothing by itself. */
    private static List<JsonNode> latest(JsonNode asset) {
        if (asset.has("split")) {
            return List.of();
        }
        var byKind = new TreeMap<String, JsonNode>();
        var byAge = comparing((JsonNode v) -> v.path("valuedOn").asString())
                .thenComparingInt(v -> v.path("number").asInt());
        for (var valuation : asset.path("valuations")) {
            var kind = valuation.path("kind") + "|" + valuation.path("basis") + "|" + valuation.at("/value/currency");
            byKind.merge(kind, valuation, (a, b) -> byAge.compare(a, b) > 0 ? a : b);
        }
        return List.copyOf(byKind.values());
    }

    private static void add(Map<String, Map<String, BigDecimal>> sums, String name, JsonNode money) {
        if (money.has("amount")) {
            sums.computeIfAbsent(name, _ -> new TreeMap<>())
                    .merge(
                            money.path("currency").asString(),
                            new BigDecimal(money.path("amount").asString()),
                            BigDecimal::add);
        }
    }

    private static JsonNode links(JsonNode links) {
        var standings = Trees.object();
        links.forEach(l ->
                standings.put(l.path("caseId").asString(), l.path("standing").asString()));
        return standings;
    }

    private static Optional<String> differs(String name, String expected, JsonNode actual) {
        return actual.asString().equals(expected)
                ? Optional.empty()
                : Optional.of("/" + name + " is " + actual + ", not " + expected);
    }

    private static Optional<String> differs(String name, JsonNode expected, JsonNode actual) {
        return Trees.difference(expected, actual).map(difference -> "/" + name + " " + difference);
    }

    @SafeVarargs
    private static Optional<String> first(Optional<String>... found) {
        for (var one : found) {
            if (one.isPresent()) {
                return one;
            }
        }
        return Optional.empty();
    }

    private static void put(Map<String, List<String>> values, String name, JsonNode node) {
        Trees.text(node).ifPresent(text -> values.put(name, List.of(text)));
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(node -> texts.add(node.asString()));
        return texts.stream().distinct().toList();
    }
}
