package org.repatria.clocks.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.repatria.clocks.ClockRules;
import org.repatria.clocks.HolidayCalendar;
import org.repatria.clocks.Validity;

/**
 * The clock rules, calendars and systems of law that are shipped. An amendment is known to the service that keeps
 * amendments, and not here.
 */
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
        var faults = new ArrayList<Fault>();
        var rows = ReferenceTexts.read(texts, Shapes.shipped(KINDS)).rows(KINDS, faults);
        var calendars = values(rows, ClockRows.CALENDARS, ClockRows::calendar, faults);
        var rules = values(rows, ClockRows.CLOCK_RULES, ClockRows::rule, faults);
        var systems = values(rows, ReferenceRow.PROFILES, ShippedClockRules::systems, faults);
        var byId = calendars.stream()
                .collect(Collectors.toMap(HolidayCalendar::id, Function.identity(), (_, later) -> later));
        rowsOf(ClockRows.CALENDARS, rows).forEach(dated -> faults.addAll(ClockRows.faultsOfCalendar(dated.row())));
        rowsOf(ClockRows.CLOCK_RULES, rows)
                .forEach(dated -> faults.addAll(ClockRows.faultsOfDaysOff(dated.row(), byId.keySet())));
        faults.addAll(Dated.inForceTwice(rows));
        FaultyReference.refuse(faults);
        return new ClockRules(rules, byId, (state, day) -> systemsIn(state, day, systems));
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
