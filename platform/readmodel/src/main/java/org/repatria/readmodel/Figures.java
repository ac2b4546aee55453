package org.repatria.readmodel;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.repatria.decider.money.Amounts;
import org.repatria.readmodel.Page.Count;
import org.repatria.readmodel.Page.Facet;
import org.repatria.readmodel.Page.Group;
import org.repatria.readmodel.Page.Groups;
import org.repatria.readmodel.Page.Sum;

/** Rows per group and sums per currency over all matches, in one pass. Facets and sums are breakdowns too. */
final class Figures implements Collector {

    private final List<Breakdown> breakdowns;
    private final List<Counted> counted;
    private boolean tooMany;
    private long rows;

    private Figures(List<Breakdown> breakdowns) {
        this.breakdowns = breakdowns;
        this.counted = breakdowns.stream().map(_ -> new Counted()).toList();
    }

    static CollectorManager<Figures, Figures> of(List<Breakdown> breakdowns) {
        return new CollectorManager<>() {
            @Override
            public Figures newCollector() {
                return new Figures(breakdowns);
            }

            @Override
            public Figures reduce(Collection<Figures> parts) {
                Figures all = new Figures(breakdowns);
                parts.forEach(all::add);
                return all;
            }
        };
    }

    long rows() {
        return rows;
    }

    /** Whether some breakdown has more groups within groups than {@link Limits#GROUPS_MAX}. */
    boolean hasTooManyGroups() {
        return tooMany || counted.stream().anyMatch(Counted::hasTooManyGroups);
    }

    Groups groups(int breakdown) {
        return groups(breakdowns.get(breakdown), 0, counted.get(breakdown));
    }

    Facet facet(int breakdown) {
        Groups groups = groups(breakdown);
        return new Facet(
                groups.groups().stream()
                        .map(group -> new Count(group.value(), group.rows()))
                        .toList(),
                groups.others());
    }

    Map<String, Sum> sums(int breakdown) {
        return sums(breakdowns.get(breakdown), counted.get(breakdown));
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
        List<LeafFigures> figures = new ArrayList<>(breakdowns.size());
        for (Breakdown breakdown : breakdowns) {
            figures.add(LeafFigures.of(leaf.reader(), breakdown));
        }
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int doc) throws IOException {
                rows++;
                for (LeafFigures figure : figures) {
                    figure.count(doc);
                }
            }

            @Override
            public void finish() throws IOException {
                for (int i = 0; i < figures.size(); i++) {
                    figures.get(i).into(counted.get(i));
                    tooMany |= figures.get(i).hasTooManyGroups();
                }
            }
        };
    }

    private void add(Figures part) {
        rows += part.rows;
        tooMany |= part.tooMany;
        for (int i = 0; i < counted.size(); i++) {
            counted.get(i).add(part.counted.get(i));
        }
    }

    private static Groups groups(Breakdown breakdown, int depth, Counted counted) {
        return switch (breakdown.by.get(depth)) {
            case Breakdown.Values _ -> {
                List<Group> all = new ArrayList<>();
                counted.groups.forEach((value, group) -> all.add(group(breakdown, depth, value, group)));
                all.sort(Comparator.comparingLong(Group::rows).reversed().thenComparing(Group::value));
                int shown = Math.min(all.size(), Limits.FACET_VALUES_MAX);
                yield new Groups(List.copyOf(all.subList(0, shown)), all.size() - shown, counted.without);
            }
            case Breakdown.Spans spans ->
                new Groups(
                        spans.names().stream()
                                .map(name ->
                                        group(breakdown, depth, name, counted.groups.getOrDefault(name, new Counted())))
                                .toList(),
                        0,
                        counted.without);
        };
    }

    private static Group group(Breakdown breakdown, int depth, String value, Counted counted) {
        return new Group(
                value,
                counted.rows,
                counted.values,
                sums(breakdown, counted),
                depth + 1 < breakdown.by.size()
                        ? Optional.of(groups(breakdown, depth + 1, counted))
                        : Optional.empty());
    }

    private static Map<String, Sum> sums(Breakdown breakdown, Counted counted) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        breakdown.sums.forEach(field -> sums.put(field, sum(field, counted.amounts)));
        return sums;
    }

    private static Sum sum(String field, Map<String, BigInteger> amounts) {
        Map<String, BigDecimal> byCurrency = new TreeMap<>();
        amounts.forEach((luceneField, amount) -> Documents.currency(field, luceneField)
                .ifPresent(currency -> byCurrency.put(currency, decimal(amount, currency))));
        return new Sum(
                byCurrency,
                amounts.getOrDefault(Documents.leftOut(field), BigInteger.ZERO).longValueExact());
    }

    private static BigDecimal decimal(BigInteger amount, String currency) {
        return Amounts.written(new BigDecimal(amount, Limits.MONEY_DECIMALS), currency);
    }

    /** What was counted of some rows: of all matches, of a group, or of a group within a group. */
    static final class Counted {
        private long rows;
        private long values;
        private long without;

        /** By the Lucene field of a currency; that of amounts left out has their number. */
        private final Map<String, BigInteger> amounts = new HashMap<>();

        private final Map<String, Counted> groups = new HashMap<>();

        void add(long moreRows, long moreValues, long moreWithout) {
            rows += moreRows;
            values += moreValues;
            without += moreWithout;
        }

        void add(String luceneField, BigInteger amount) {
            amounts.merge(luceneField, amount, BigInteger::add);
        }

        Counted group(String value) {
            return groups.computeIfAbsent(value, _ -> new Counted());
        }

        private void add(Counted part) {
            add(part.rows, part.values, part.without);
            part.amounts.forEach(this::add);
            part.groups.forEach((value, group) -> group(value).add(group));
        }

        private boolean hasTooManyGroups() {
            return groups.values().stream()
                            .mapToLong(group -> group.groups.size())
                            .sum()
                    > Limits.GROUPS_MAX;
        }
    }
}
