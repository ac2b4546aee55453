package org.repatria.api;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.repatria.decider.input.Max;
import org.repatria.decider.input.Min;
import org.repatria.edge.Call;
import org.repatria.readmodel.Breakdown;
import org.repatria.readmodel.Page;
import org.repatria.readmodel.Page.Group;
import org.repatria.readmodel.Page.Groups;
import org.repatria.readmodel.Page.Sum;
import org.repatria.readmodel.View;
import org.repatria.readmodel.ViewQuery;
import reactor.core.publisher.Mono;

/** Figures answered from a view. They count what the list with the same filters shows, for whoever asks. */
public final class ViewFigures {

    /** Days of a window where the caller does not say: what is planned for at once. */
    private static final int DAYS_DEFAULT = 30;

    /** LIMIT: days of a window: two months, which is what is drawn day by day. */
    private static final int DAYS_MAX = 62;

    private ViewFigures() {}

    /**
     * Some days in a row.
     *
     * @param from the first one; today where the caller does not say
     * @param days how many
     */
    public record Window(Optional<LocalDate> from, Optional<@Min(1) @Max(DAYS_MAX) Integer> days) {

        /** The rows by their days in the window. */
        public Breakdown by(String field, Call call) {
            return Breakdown.byDay(
                    field,
                    from.orElseGet(() -> LocalDate.ofInstant(call.at(), ZoneOffset.UTC)),
                    days.orElse(DAYS_DEFAULT));
        }
    }

    /** Rows that have this value. */
    public record Rows(String value, long rows) {
        static Rows of(Group group) {
            return new Rows(group.value(), group.rows());
        }
    }

    /** Rows that have this value, and how they are divided further. */
    public record DividedRows(String value, long rows, List<Rows> by) {}

    /**
     * Rows that have this value, with their amounts.
     *
     * @param sums by field, then by currency, never added across; without those of which there is no amount
     */
    public record SummedRows(String value, long rows, Map<String, Sum> sums) {}

    /** Rows of one day. */
    public record Day(LocalDate day, long rows) {}

    /**
     * Rows by day.
     *
     * @param before those of all days before the window
     * @param days each day of the window, also one without a row
     * @param after those of all days after the window
     */
    public record Days(long before, List<Day> days, long after) {

        /** What is left of these when others of the same window are taken away. */
        public Days without(Days others) {
            return new Days(
                    before - others.before,
                    IntStream.range(0, days.size())
                            .mapToObj(i -> new Day(
                                    days.get(i).day(),
                                    days.get(i).rows() - others.days.get(i).rows()))
                            .toList(),
                    after - others.after);
        }
    }

    /** What was counted for an answer, in the order of the breakdowns that were asked for. */
    public static Mono<Page> of(Call call, View view, ViewQuery query, Collection<Breakdown> breakdowns) {
        return ViewLists.first(call, view, query.breakdowns(breakdowns.toArray(Breakdown[]::new)), 1);
    }

    /** Values with their rows. */
    public static List<Rows> rows(Groups groups) {
        return groups.groups().stream().map(Rows::of).toList();
    }

    /** Values with their rows, and those of the second field within each. */
    public static List<DividedRows> divided(Groups groups) {
        return groups.groups().stream()
                .map(group -> new DividedRows(
                        group.value(),
                        group.rows(),
                        group.within().map(ViewFigures::rows).orElse(List.of())))
                .toList();
    }

    /** Values with their rows and amounts. */
    public static List<SummedRows> summed(Groups groups) {
        return groups.groups().stream()
                .map(group -> new SummedRows(group.value(), group.rows(), present(group.sums())))
                .toList();
    }

    /** Sums of which there is an amount. */
    public static Map<String, Sum> present(Map<String, Sum> sums) {
        var present = new LinkedHashMap<String, Sum>();
        sums.forEach((field, sum) -> {
            if (!sum.amounts().isEmpty() || sum.leftOut() > 0) {
                present.put(field, sum);
            }
        });
        return present;
    }

    /** The rows of each day; one that has several values on a day is one row of it. */
    public static Days days(Groups groups) {
        return days(groups, Group::rows);
    }

    /** The values of each day: two clocks of one case that end on it are two. */
    public static Days valuesOfDays(Groups groups) {
        return days(groups, Group::values);
    }

    private static Days days(Groups groups, ToLongFunction<Group> number) {
        var spans = groups.groups();
        return new Days(
                number.applyAsLong(spans.getFirst()),
                spans.subList(1, spans.size() - 1).stream()
                        .map(span -> new Day(LocalDate.parse(span.value()), number.applyAsLong(span)))
                        .toList(),
                number.applyAsLong(spans.getLast()));
    }

    /**
     * How many values were left out for being rarer than those that are shown, by the name of the figure.
     *
     * @param figures by their names in the answer
     */
    public static Map<String, Integer> others(Map<String, Groups> figures) {
        var others = new TreeMap<String, Integer>();
        figures.forEach((name, groups) -> {
            if (groups.others() > 0) {
                others.put(name, groups.others());
            }
        });
        return others;
    }
}
