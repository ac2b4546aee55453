package org.repatria.assets.web;

import static org.repatria.api.ViewFigures.summed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.api.ViewFigures;
import org.repatria.api.ViewFigures.Days;
import org.repatria.api.ViewFigures.SummedRows;
import org.repatria.api.ViewFigures.Window;
import org.repatria.assets.domain.Reached;
import org.repatria.assets.domain.Valuation;
import org.repatria.assets.queries.AssetFilter;
import org.repatria.assets.queries.AssetView;
import org.repatria.edge.Call;
import org.repatria.readmodel.Breakdown;
import org.repatria.readmodel.Page;
import org.repatria.readmodel.View;
import reactor.core.publisher.Mono;

/**
 * The assets that somebody may see, counted and summed. Each figure is the length of a list: its value as the parameter
 * named here, beside the filters that were asked with, finds the same assets. An asset counts with its latest value of
 * each kind.
 *
 * @param sums of all, by kind and basis of value and then by currency, none of which are ever mixed
 * @param byState {@code GET /v1/assets?state=}
 * @param byReached {@code ?reached=}; three measures beside one another, an asset once in each that it reached up to
 *     now: restrained and confiscated by its values, returned by what was paid ({@code RETURNED})
 * @param byKind {@code ?kind=}
 * @param byCountry {@code ?jurisdiction=}
 * @param byJurisdiction {@code ?jurisdiction=}; a part of a country counts for the country too
 * @param restraintsEnding assets by the last days of their running restraints: {@code
 *     ?restraintEndsFrom=<day>&restraintEndsBefore=<next day>}
 * @param otherValues of a figure that has more than a hundred values: how many rarer ones are left out, by its name
 */
record AssetFigures(
        long total,
        Map<String, Page.Sum> sums,
        List<SummedRows> byState,
        List<SummedRows> byReached,
        List<SummedRows> byKind,
        List<SummedRows> byCountry,
        List<SummedRows> byJurisdiction,
        Days restraintsEnding,
        Map<String, Integer> otherValues) {

    static final String EXAMPLE = """
            {"total": 1, "sums": {"FACE-GROSS": {"amounts": {"USD": "612400.00"}, "leftOut": 0}},
             "byState": [{"value": "RESTRAINED", "rows": 1,
               "sums": {"FACE-GROSS": {"amounts": {"USD": "612400.00"}, "leftOut": 0}}}],
             "byReached": [{"value": "RESTRAINED", "rows": 1,
               "sums": {"FACE-GROSS": {"amounts": {"USD": "612400.00"}, "leftOut": 0}}}],
             "byKind": [{"value": "ACCOUNT", "rows": 1,
               "sums": {"FACE-GROSS": {"amounts": {"USD": "612400.00"}, "leftOut": 0}}}],
             "byCountry": [{"value": "GB", "rows": 1,
               "sums": {"FACE-GROSS": {"amounts": {"USD": "612400.00"}, "leftOut": 0}}}],
             "byJurisdiction": [{"value": "GB", "rows": 1,
               "sums": {"FACE-GROSS": {"amounts": {"USD": "612400.00"}, "leftOut": 0}}}],
             "restraintsEnding": {"before": 0, "days": [{"day": "2015-06-14", "rows": 1}], "after": 0},
             "otherValues": {}}""";

    /**
     * Of which assets figures are asked for.
     *
     * @param basis of which values are summed: gross (unless said otherwise) or net, never both
     */
    record Question(AssetFilter assets, Optional<Valuation.Basis> basis, Window window) {}

    static Mono<AssetFigures> of(Call call, View view) {
        var question = call.query(Question.class);
        var sums = AssetView.sumsOf(question.basis().orElse(Valuation.Basis.GROSS));
        return ViewFigures.of(
                        call,
                        view,
                        AssetView.query(question.assets(), call.actor()).sums(sums),
                        List.of(
                                Breakdown.byValue("state").sums(sums),
                                Breakdown.byValue("reached").sums(withReturned(sums)),
                                Breakdown.byValue("kind").sums(sums),
                                Breakdown.byValue("country").sums(sums),
                                Breakdown.byValue("jurisdiction").sums(sums),
                                question.window().by("restraintEndsOn", call)))
                .map(AssetFigures::of);
    }

    private static String[] withReturned(String... sums) {
        return Stream.concat(Stream.of(sums), Stream.of(AssetView.RETURNED)).toArray(String[]::new);
    }

    /** What an asset was worth is no part of what was paid for it, and the other way round. */
    private static SummedRows ofItsOwn(SummedRows it) {
        var sums = new LinkedHashMap<>(it.sums());
        sums.keySet()
                .removeIf(name -> name.equals(AssetView.RETURNED) != it.value().equals(Reached.RETURNED.name()));
        return new SummedRows(it.value(), it.rows(), sums);
    }

    private static AssetFigures of(Page page) {
        var counted = page.breakdowns().iterator();
        var byState = counted.next();
        var byReached = counted.next();
        var byKind = counted.next();
        var byCountry = counted.next();
        var byJurisdiction = counted.next();
        return new AssetFigures(
                page.total().count(),
                ViewFigures.present(page.sums()),
                summed(byState),
                summed(byReached).stream().map(AssetFigures::ofItsOwn).toList(),
                summed(byKind),
                summed(byCountry),
                summed(byJurisdiction),
                ViewFigures.days(counted.next()),
                ViewFigures.others(Map.of("byCountry", byCountry, "byJurisdiction", byJurisdiction)));
    }
}
