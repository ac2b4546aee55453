package org.repatria.clocks.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.repatria.clocks.ClockRules;
import org.repatria.clocks.HolidayCalendar;
import org.repatria.clocks.Validity;

/** The clock rules, calendars and systems of law that are shipped, and what amendments make of them. */
public final class ShippedClockRules {

    private static final List<String> KINDS =
            List.of(ClockRows.CLOCK_RULES, ClockRows.CALENDARS, ReferenceRow.PROFILES);
    private static final RowValues VALUES = RowValues.plain();

    private ShippedClockRules() {}

    /** Which systems of law apply in a state, of all that its profile says. */
    private record Systems(String state, List<String> systems, Validity validity) {

        private boolean areOf(String code, LocalDate day) {
            return state.equals(code) && validity.inForceOn(day);
        }
    }

    /** Reads them. Errors: {@link FaultyReference} with file and line of everything that is wrong. */
    public static ClockRules load() {
        return read(texts());
    }

    /**
     * Reads them, for amendments to be learnt. Errors: {@link FaultyReference} as above.
     *
     * @param wanted what of them is made use of
     */
    public static RowsThroughTime<ClockRules> throughTime(UnaryOperator<ClockRules> wanted) {
        var shapes = Shapes.shipped(KINDS);
        var files = ReferenceTexts.read(texts(), shapes);
        return new RowsThroughTime<>(shapes, sound(files), files.warnAtDefaults(), (_, rows) -> wanted.apply(of(rows)));
    }

    /** Errors: {@link FaultyReference} where a row of somebody else cannot be read. */
    public static void demandReadable(ReferenceRow row) {
        of(List.of(new Dated(row, VALUES.validity(row))));
    }

    static Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        for (var kind : KINDS) {
            for (var file : List.of(kind + ".yaml", "demo-" + kind + ".yaml")) {
                texts.put(file, Shipped.text(file));
            }
        }
        return texts;
    }

    static ClockRules read(Map<String, String> texts) {
        return of(sound(ReferenceTexts.read(texts, Shapes.shipped(KINDS))));
    }

    private static ClockRules of(List<Dated> rows) {
        var faults = new ArrayList<Fault>();
        var rules = of(rows, faults);
        FaultyReference.refuse(faults);
        return rules;
    }

    /** The rows, where nothing is wrong with any of them. */
    private static List<Dated> sound(ReferenceTexts files) {
        var faults = new ArrayList<Fault>();
        var rows = files.rows(KINDS, faults);
        var calendars = of(rows, faults).calendars().keySet();
        rowsOf(ClockRows.CALENDARS, rows).forEach(dated -> faults.addAll(ClockRows.faultsOfCalendar(dated.row())));
        rowsOf(ClockRows.CLOCK_RULES, rows)
                .forEach(dated -> faults.addAll(ClockRows.faultsOfDaysOff(dated.row(), calendars)));
        faults.addAll(Dated.inForceTwice(rows));
        FaultyReference.refuse(faults);
        return rows;
    }

    /**
     * What rows say.
     *
     * @param faults is told of those that cannot be read; they are left out
     */
    private static ClockRules of(List<Dated> rows, List<Fault> faults) {
        var systems = values(rows, ReferenceRow.PROFILES, ShippedClockRules::systems, faults);
        return new ClockRules(
                values(rows, ClockRows.CLOCK_RULES, ClockRows::rule, faults),
                values(rows, ClockRows.CALENDARS, ClockRows::calendar, faults).stream()
                        .collect(Collectors.toMap(HolidayCalendar::id, Function.identity(), (_, later) -> later)),
                (state, day) -> systemsIn(state, day, systems));
    }

    private static <T> List<T> values(List<Dated> rows, String kind, Function<Dated, T> read, List<Fault> faults) {
        var values = new ArrayList<T>();
        for (var dated : rowsOf(kind, rows)) {
            try {
                values.add(read.apply(dated));
            } catch (FaultyReference e) {
                faults.addAll(e.faults());
            }
        }
        return values;
    }

    private static List<Dated> rowsOf(String kind, List<Dated> rows) {
        return rows.stream().filter(dated -> dated.row().kind().equals(kind)).toList();
    }

    private static Systems systems(Dated dated) {
        return VALUES.read(dated, VALUES.nothing(), Systems.class);
    }

    private static Collection<String> systemsIn(String state, LocalDate day, List<Systems> all) {
        return all.stream()
                .filter(systems -> systems.areOf(state, day))
                .findFirst()
                .map(Systems::systems)
                .orElseGet(List::of);
    }
}
