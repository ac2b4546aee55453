package org.repatria.clocks.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRule.Bearer;
import org.repatria.clocks.ClockRule.RollForward;
import org.repatria.clocks.ClockRule.StartCount;
import org.repatria.clocks.ClockRule.Status;
import org.repatria.clocks.ClockRule.Unit;
import org.repatria.clocks.HolidayCalendar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the rows of clock rules and of calendars, and says what must not stand in them. */
public final class ClockRows {

    /** The word for files and rows of rules on clocks. */
    public static final String CLOCK_RULES = "clock-rules";

    /** The word for files and rows of calendars. */
    public static final String CALENDARS = "calendars";

    private static final String DEFAULTS = "warnAtDefaults";
    private static final Set<String> BY_PLACE = Set.of(ClockRule.OF_REQUESTED_STATE, ClockRule.OF_REQUESTING_STATE);
    private static final RowValues VALUES = RowValues.plain();

    private ClockRows() {}

    /** The rule that a row says. Errors: {@link FaultyReference}. */
    public static ClockRule rule(Dated dated) {
        var fields = RowValues.fields(dated, leftOut());
        putTogether(fields);
        return VALUES.read(dated.row(), fields, ClockRule.class);
    }

    /** The calendar that a row says. Errors: {@link FaultyReference}. */
    public static HolidayCalendar calendar(Dated dated) {
        return VALUES.read(dated, VALUES.nothing(), HolidayCalendar.class);
    }

    /** What it means that a rule leaves a field out. */
    private static ObjectNode leftOut() {
        return VALUES.nothing()
                .put("startCount", StartCount.EXCL_TRIGGER.name())
                // What was approved before every rule had to say it is doubtful: both readings are counted.
                .put("rollForward", RollForward.DOUBTFUL.name())
                .put("bearer", Bearer.STATE.name())
                .put("status", Status.IN_FORCE.name());
    }

    /** A clock rule has parts of its own where its row writes fields side by side. */
    private static void putTogether(ObjectNode json) {
        json.putIfAbsent("family", json.path("id"));
        json.set(
                "warnAt",
                JsonMapper.shared()
                        .valueToTree(json.path("warnAt")
                                .valueStream()
                                .map(JsonNode::asInt)
                                .sorted(Comparator.reverseOrder())
                                .toList()));
        if (json.has("limitationOf")) {
            json.put("amount", 0).put("unit", Unit.CAL_DAY.name());
            json.putObject("limitation")
                    .set("prosecutedBy", json.path("limitationOf"))
                    .set("in", json.path("limitationIn"));
        }
        if (json.has("extendableBy")) {
            var extendable = json.putObject("extendable")
                    .set("by", json.path("extendableBy"))
                    .set("unit", json.path("extendableUnit"));
            json.optional("extendableMax").ifPresent(max -> extendable.set("max", max));
        }
    }

    /** When a file's rules of each kind warn that say nothing of it. */
    public static JsonNode warnAtDefaults(YamlText file) {
        return file.json().path(DEFAULTS);
    }

    /** A clock rule that says nothing of warnings gets those of its kind. */
    public static ReferenceRow warned(ReferenceRow row, JsonNode defaults) {
        return !row.kind().equals(CLOCK_RULES) || row.has("warnAt")
                ? row
                : row.with("warnAt", defaults.path(row.text("kind")));
    }

    /**
     * What is wrong with how a rule treats days off. A day that moves, or may, moves by somebody's calendar. What the
     * rules on limitation have counted moves no further.
     *
     * @param calendars the ids of those that there are
     */
    public static List<Fault> faultsOfDaysOff(ReferenceRow row, Set<String> calendars) {
        var faults = new ArrayList<Fault>();
        row.optional("calendarId")
                .filter(calendar -> !calendars.contains(calendar) && !BY_PLACE.contains(calendar))
                .ifPresent(calendar -> faults.add(row.fault("calendarId", "there is no calendar " + calendar)));
        var moves = row.optional("rollForward").filter(roll -> !roll.equals("NONE"));
        if (!row.has("calendarId") && (moves.isPresent() || row.says("unit", "BUS_DAY"))) {
            faults.add(row.fault("calendarId", "is missing: it says whose days off count"));
        }
        if (row.says("unit", "HOUR") && moves.isPresent()) {
            faults.add(row.fault(
                    "rollForward", "hours end with their hour; those that leave days off out name a calendar"));
        }
        if (row.has("limitationOf") && moves.filter("NEXT_BUS_DAY"::equals).isPresent()) {
            faults.add(row.fault("rollForward", "what the rules on limitation have counted does not move on"));
        }
        return faults;
    }

    /** What must not stand in a calendar. */
    public static List<Fault> faultsOfCalendar(ReferenceRow row) {
        return Stream.of("validFrom", "validTo")
                .filter(row::has)
                .map(field -> row.fault(field, "a calendar names its days itself"))
                .toList();
    }
}
