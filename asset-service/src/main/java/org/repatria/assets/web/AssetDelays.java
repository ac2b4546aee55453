package org.repatria.assets.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.repatria.api.ViewFigures;
import org.repatria.api.ViewFigures.DividedRows;
import org.repatria.api.ViewFigures.Rows;
import org.repatria.assets.queries.AssetFilter;
import org.repatria.assets.queries.AssetView;
import org.repatria.edge.Call;
import org.repatria.readmodel.Breakdown;
import org.repatria.readmodel.Page;
import org.repatria.readmodel.Page.Groups;
import org.repatria.readmodel.View;
import reactor.core.publisher.Mono;

/**
 * How long it took from the decisions of courts until others acted, over the assets that one may see.
 * Days are whole days; an asset with several orders counts once for each number of days, and a delay of a year or more
 * counts as 365.
 *
 * @param assets with the filters
 * @param byRegister days until registers made their entries, each its own: {@code GET /v1/assets?register=}
 * @param byCountry the same by the state in which the asset is: {@code ?jurisdiction=}
 * @param awaited assets with an order that the register has not entered yet: {@code ?awaitedRegister=}
 * @param otherValues of a figure that has more than a hundred values: how many rarer ones are left out, by its name
 */
record AssetDelays(
        long assets,
        Days recorded,
        Days applied,
        Days entered,
        Days served,
        List<DaysBy> byRegister,
        List<DaysBy> byCountry,
        List<Rows> awaited,
        Map<String, Integer> otherValues) {

    static final String EXAMPLE = """
            {"assets": 3, "recorded": {"assets": 3, "median": 0, "ninetyPercent": 2, "longest": 2},
             "applied": {"assets": 2, "median": 1, "ninetyPercent": 5, "longest": 5},
             "entered": {"assets": 1, "median": 11, "ninetyPercent": 11, "longest": 11}, "served": {"assets": 0},
             "byRegister": [{"value": "Land register of Lake County",
               "days": {"assets": 1, "median": 11, "ninetyPercent": 11, "longest": 11}}],
             "byCountry": [{"value": "XH", "days": {"assets": 1, "median": 11, "ninetyPercent": 11, "longest": 11}}],
             "awaited": [{"value": "Ship register of XH", "rows": 1}], "otherValues": {}}""";

    /** Of which assets delays are asked for. */
    record Question(AssetFilter assets) {}

    /**
     * Days by how many assets waited how long. What half of them waited at most, what nine of ten did, and the longest;
     * absent where there are none.
     */
    record Days(long assets, Optional<Integer> median, Optional<Integer> ninetyPercent, Optional<Integer> longest) {

        static Days of(List<Rows> counted) {
            var ascending = counted.stream()
                    .sorted(Comparator.comparingInt(AssetDelays::days))
                    .toList();
            var all = ascending.stream().mapToLong(Rows::rows).sum();
            return new Days(all, within(ascending, all, 50), within(ascending, all, 90), within(ascending, all, 100));
        }

        /** The fewest days within which so many of a hundred were done. */
        private static Optional<Integer> within(List<Rows> ascending, long all, int percent) {
            var done = 0L;
            for (var rows : ascending) {
                done += rows.rows();
                if (100 * done >= percent * all) {
                    return Optional.of(days(rows));
                }
            }
            return Optional.empty();
        }
    }

    /** Days of those that have a value. */
    record DaysBy(String value, Days days) {}

    static Mono<AssetDelays> of(Call call, View view) {
        return ViewFigures.of(
                        call,
                        view,
                        AssetView.query(call.query(Question.class).assets(), call.actor()),
                        List.of(
                                Breakdown.byValue("daysToRecord"),
                                Breakdown.byValue("daysToApply"),
                                Breakdown.byValue("daysToEnter"),
                                Breakdown.byValue("daysToServe"),
                                Breakdown.byValue("register").thenByValue(AssetView.REGISTER_DAYS),
                                Breakdown.byValue("country").thenByValue("daysToEnter"),
                                Breakdown.byValue("awaitedRegister")))
                .map(AssetDelays::of);
    }

    private static AssetDelays of(Page page) {
        var counted = page.breakdowns().iterator();
        var recorded = counted.next();
        var applied = counted.next();
        var entered = counted.next();
        var served = counted.next();
        var byRegister = counted.next();
        var byCountry = counted.next();
        var awaited = counted.next();
        return new AssetDelays(
                page.total().count(),
                Days.of(ViewFigures.rows(recorded)),
                Days.of(ViewFigures.rows(applied)),
                Days.of(ViewFigures.rows(entered)),
                Days.of(ViewFigures.rows(served)),
                by(byRegister, AssetDelays::ofRegister),
                by(byCountry, UnaryOperator.identity()),
                ViewFigures.rows(awaited),
                ViewFigures.others(Map.of(
                        "recorded", recorded,
                        "applied", applied,
                        "entered", entered,
                        "served", served,
                        "byRegister", byRegister,
                        "byCountry", byCountry,
                        "awaited", awaited)));
    }

    private static List<DaysBy> by(Groups groups, UnaryOperator<DividedRows> own) {
        return ViewFigures.divided(groups).stream()
                .map(own)
                .map(group -> new DaysBy(group.value(), Days.of(group.by())))
                .filter(it -> it.days().assets() > 0)
                .toList();
    }

    /** Only what this register needed; other registers of the same assets are in the group too. */
    private static DividedRows ofRegister(DividedRows group) {
        var own = " " + group.value();
        return new DividedRows(
                group.value(),
                group.rows(),
                group.by().stream()
                        .filter(it ->
                                it.value().substring(it.value().indexOf(' ')).equals(own))
                        .map(it -> new Rows(it.value().substring(0, it.value().indexOf(' ')), it.rows()))
                        .toList());
    }

    private static int days(Rows rows) {
        return Integer.parseInt(rows.value());
    }
}
