package org.repatria.system.checker;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.repatria.system.checker.Evidence.Document;
import org.repatria.system.checker.Evidence.Listing;

/** Each list of the API beside a recount of the documents: the same rows, the same figures. */
final class ViewRules {

    private final Index index;
    private final Findings findings;

    ViewRules(Index index, Findings findings) {
        this.index = index;
        this.findings = findings;
    }

    void check() {
        index.evidence().listings().forEach(this::check);
    }

    private void check(Listing listing) {
        var documents = index.documents(listing.family()).stream().collect(toMap(Document::id, d -> d));
        findings.addUnless(
                listing.total() == documents.size(),
                Rule.VIEW,
                listing.path(),
                "counts " + listing.total() + ", there are " + documents.size());
        var shown = new HashSet<String>();
        for (var item : listing.items()) {
            var id = item.path("id").asString();
            findings.addUnless(shown.add(id), Rule.VIEW, listing.path(), "shows " + id + " twice");
            var document = documents.get(id);
            if (document == null) {
                findings.add(Rule.VIEW, listing.path(), "shows " + id + ", which is not there");
            } else {
                // Of a file that is the other state's the reader sees the version that counts what is told.
                var told = document.counts().told();
                var version = item.path("version").asLong() == told ? told : document.version();
                Recount.contradiction(document, version, item)
                        .ifPresent(what -> findings.add(Rule.VIEW, listing.path(), id + ": " + what));
            }
        }
        documents.keySet().stream()
                .filter(id -> !shown.contains(id))
                .forEach(id -> findings.add(Rule.VIEW, listing.path(), "does not show " + id));
        facets(listing, List.copyOf(documents.values()));
        sums(listing, List.copyOf(documents.values()));
    }

    private void facets(Listing listing, List<Document> documents) {
        listing.facets().forEach((facet, counts) -> {
            var expected = new TreeMap<String, Long>();
            for (var document : documents) {
                Recount.facets(document)
                        .getOrDefault(facet, List.of())
                        .forEach(value -> expected.merge(value, 1L, Long::sum));
            }
            findings.addUnless(
                    expected.equals(new TreeMap<>(counts)),
                    Rule.VIEW,
                    listing.path(),
                    "facet " + facet + " counts " + new TreeMap<>(counts) + ", a recount " + expected);
        });
    }

    private void sums(Listing listing, List<Document> documents) {
        if (listing.sums().isEmpty()) {
            return;
        }
        var expected = new TreeMap<String, Map<String, BigDecimal>>();
        for (var document : documents) {
            Recount.sums(document)
                    .forEach((sum, amounts) ->
                            amounts.forEach((currency, amount) -> expected.computeIfAbsent(sum, _ -> new TreeMap<>())
                                    .merge(currency, amount, BigDecimal::add)));
        }
        var names = new TreeSet<>(expected.keySet());
        names.addAll(listing.sums().keySet());
        for (var name : names) {
            var counted = plain(expected.getOrDefault(name, Map.of()));
            var shown = plain(listing.sums().getOrDefault(name, Map.of()));
            findings.addUnless(
                    counted.equals(shown),
                    Rule.VIEW,
                    listing.path(),
                    "sum " + name + " is " + shown + ", a recount " + counted);
        }
    }

    private static Map<String, String> plain(Map<String, BigDecimal> amounts) {
        var plain = new TreeMap<String, String>();
        amounts.forEach((currency, amount) -> {
            if (amount.signum() != 0) {
                plain.put(currency, amount.stripTrailingZeros().toPlainString());
            }
        });
        return plain;
    }
}
