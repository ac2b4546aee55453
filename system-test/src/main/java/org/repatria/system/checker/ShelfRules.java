package org.repatria.system.checker;

import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.repatria.system.checker.Evidence.Document;
import org.repatria.system.checker.Evidence.Parked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The assets of a case beside a recount of what each last said of itself. It stands on its shelf as it said, and the
 * sums of shelves, inventory and case are those of the recount.
 */
final class ShelfRules {

    private static final String SHELF = "-assets-";

    private final Index index;
    private final Findings findings;
    private final Set<String> parked;

    /** What stands for each case, by asset. */
    private final Map<String, Map<String, JsonNode>> standing = new TreeMap<>();

    /** Assets of cases that are closed. They stand there as they did when it closed. */
    private final Map<String, Set<String>> atClosed = new HashMap<>();

    ShelfRules(Index index, Findings findings) {
        this.index = index;
        this.findings = findings;
        this.parked = index.evidence().parked().stream().map(Parked::subject).collect(toSet());
    }

    void check() {
        index.documents(Family.ASSET).stream()
                .filter(asset -> !parked.contains(asset.id()))
                .forEach(asset -> lastSaid(asset.id()).ifPresent(said -> recount(asset.id(), said)));
        index.documents(Family.SHELF).forEach(this::shelf);
        standing.forEach(this::all);
        index.documents(Family.INVENTORY).forEach(this::inventory);
    }

    private Optional<JsonNode> lastSaid(String assetId) {
        return index.snapshots().getOrDefault(assetId, List.of()).stream()
                .flatMap(record -> record.value().stream())
                .reduce((_, last) -> last)
                .map(Trees::read);
    }

    private void recount(String assetId, JsonNode said) {
        if (said.has("split")) {
            return;
        }
        for (var link : said.path("cases")) {
            var caseId = link.path("caseId").asString();
            switch (link.path("standing").asString()) {
                case "KNOWN" ->
                    standing.computeIfAbsent(caseId, _ -> new TreeMap<>()).put(assetId, mark(assetId, said, link));
                case "CASE_CLOSED" ->
                    atClosed.computeIfAbsent(caseId, _ -> new HashSet<>()).add(assetId);
                default -> {}
            }
        }
    }

    private static JsonNode mark(String assetId, JsonNode said, JsonNode link) {
        var mark = Trees.object().put("assetId", assetId);
        Trees.text(link.path("linkedAt")).ifPresent(moment -> mark.put("namedAt", moment));
        var state = said.path("state").asString();
        mark.put("state", state.equals("IN_DISPOSAL") && !isForGood(said) ? "SEIZED" : state);
        Trees.text(said.path("standsSince")).ifPresent(day -> mark.put("standsSince", day));
        said.path("restraints")
                .valueStream()
                .filter(it -> it.path("state").asString().equals("ISSUED"))
                .map(it -> it.path("endsOn").asString())
                .min(Comparator.naturalOrder())
                .ifPresent(day -> mark.put("heldUntil", day));
        return mark;
    }

    private static boolean isForGood(JsonNode said) {
        return said.path("orders")
                .valueStream()
                .anyMatch(it -> it.path("kind").asString().endsWith("CONFISCATION")
                        && Set.of("FINAL", "PARTLY_SATISFIED", "SATISFIED")
                                .contains(it.path("status").asString()));
    }

    private void shelf(Document shelf) {
        var cut = shelf.id().lastIndexOf(SHELF);
        var caseId = shelf.id().substring(0, cut);
        var number = Integer.parseInt(shelf.id().substring(cut + SHELF.length()));
        for (var asset : shelf.state().path("assets")) {
            var assetId = asset.path("assetId").asString();
            findings.addUnless(
                    ShelfFold.shelfOf(assetId) == number,
                    Rule.PHANTOM,
                    shelf.id(),
                    assetId + " stands on another shelf");
            var said = standing.getOrDefault(caseId, Map.of()).get(assetId);
            if (said != null) {
                Trees.difference(said, shown(asset))
                        .ifPresent(what -> findings.add(Rule.VIEW, shelf.id(), assetId + ": " + what));
            } else {
                findings.addUnless(
                        parked.contains(assetId)
                                || parked.contains(caseId)
                                || atClosed.getOrDefault(caseId, Set.of()).contains(assetId),
                        Rule.PHANTOM,
                        shelf.id(),
                        assetId + " does not name the case");
            }
        }
        if (shelf.state().path("changes").asLong() > 0) {
            noted(shelf, caseId, number);
        }
    }

    private static ObjectNode shown(JsonNode asset) {
        var shown = (ObjectNode) asset.deepCopy();
        shown.remove("version");
        shown.remove("changedAt");
        return shown;
    }

    /** The inventory has of a shelf what stands on it. */
    private void noted(Document shelf, String caseId, int number) {
        var note = index.document(Family.INVENTORY, caseId).stream()
                .flatMap(it -> it.state().path("shelves").valueStream())
                .filter(it -> it.path("shelf").asInt() == number)
                .findFirst()
                .orElseGet(Trees::object);
        findings.addUnless(
                note.path("changes").asLong() == shelf.state().path("changes").asLong(),
                Rule.LOST,
                shelf.id(),
                "the inventory knows change " + note.path("changes"));
        Trees.difference(ShelfFold.byState(shelf.state().path("assets")), note.path("byState"))
                .ifPresent(what -> findings.add(Rule.VIEW, shelf.id(), "the inventory has it otherwise: " + what));
    }

    /** None is missing. */
    private void all(String caseId, Map<String, JsonNode> assets) {
        assets.keySet().forEach(assetId -> {
            var shelf = caseId + SHELF + ShelfFold.shelfOf(assetId);
            var stands = index.document(Family.SHELF, shelf).stream()
                    .flatMap(it -> it.state().path("assets").valueStream())
                    .anyMatch(it -> it.path("assetId").asString().equals(assetId));
            findings.addUnless(
                    stands || parked.contains(caseId),
                    Rule.LOST,
                    shelf,
                    assetId + " names the case and stands nowhere");
        });
    }

    /** The sum in the inventory and in the case is that of all that stands on the shelves. */
    private void inventory(Document inventory) {
        var all = Trees.array();
        index.documents(Family.SHELF).stream()
                .filter(it -> it.id().startsWith(inventory.id() + SHELF))
                .flatMap(it -> it.state().path("assets").valueStream())
                .forEach(all::add);
        Trees.difference(ShelfFold.byState(all), inventory.state().at("/known/byState"))
                .ifPresent(
                        what -> findings.add(Rule.VIEW, inventory.id(), "the sum of its shelves is another: " + what));
        index.document(Family.CASE, inventory.id())
                .map(it -> it.state().at("/file/dossier"))
                .filter(JsonNode::isObject)
                .flatMap(it -> Trees.difference(inventory.state().path("known"), it.path("knownAssets")))
                .filter(_ -> !parked.contains(inventory.id()))
                .ifPresent(what ->
                        findings.add(Rule.VIEW, inventory.id(), "the case has another sum of its assets: " + what));
    }
}
