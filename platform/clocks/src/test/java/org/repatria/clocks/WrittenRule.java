package org.repatria.clocks;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.repatria.clocks.ClockRule.Kind;
import org.repatria.clocks.ClockRule.Level;
import org.repatria.clocks.ClockRule.Party;
import org.repatria.clocks.ClockRule.StartCount;
import org.repatria.clocks.ClockRule.Unit;
import org.repatria.clocks.reading.ClockRows;
import org.repatria.clocks.reading.Dated;
import org.repatria.clocks.reading.ReferenceRow;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rules as a file would write them, in few words: what is not said is left to the reading of the row. */
final class WrittenRule {

    static final String TRIGGER = "test.STARTED";

    private final ObjectNode row = JsonMapper.shared().createObjectNode();
    private Validity validity = new Validity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private WrittenRule(int amount, Unit unit) {
        row.put("id", "CLK-TEST")
                .put("jurisdiction", "POLICY")
                .put("level", Level.POLICY.name())
                .put("instrument", "an instrument, article 1")
                .put("trigger", TRIGGER)
                .put("knownTo", KnownTo.BOTH.name())
                .put("amount", amount)
                .put("unit", unit.name())
                .put("rollForward", "NONE")
                .put("kind", Kind.HARD.name())
                .put("onExpiry", "PRESUME_LAPSED")
                .put("source", "test")
                .put("confidence", Confidence.VERIFIED.name());
    }

    static WrittenRule period(int amount, Unit unit) {
        return new WrittenRule(amount, unit);
    }

    static WrittenRule days(int amount) {
        return period(amount, Unit.CAL_DAY);
    }

    WrittenRule id(String name) {
        return says("id", name);
    }

    WrittenRule family(String name) {
        return says("family", name);
    }

    WrittenRule lawOf(String jurisdiction, Level level) {
        return says("jurisdiction", jurisdiction).says("level", level.name());
    }

    WrittenRule startCount(StartCount count) {
        return says("startCount", count.name());
    }

    WrittenRule rolling() {
        return says("rollForward", "NEXT_BUS_DAY");
    }

    WrittenRule doubtful() {
        return says("rollForward", "DOUBTFUL").says("rollSource", "two readings");
    }

    WrittenRule calendar(String name) {
        return says("calendarId", name);
    }

    WrittenRule zone(ZoneId place) {
        return says("zone", place.getId());
    }

    WrittenRule kind(Kind what) {
        return says("kind", what.name());
    }

    WrittenRule ofThePerson() {
        return says("bearer", "PERSON");
    }

    WrittenRule vacated() {
        return says("status", "VACATED");
    }

    WrittenRule limitationIn(Party state) {
        return says("limitationOf", Party.REQUESTING.name()).says("limitationIn", state.name());
    }

    WrittenRule stopsOn(String token) {
        row.putArray("stopOn").add(token);
        return this;
    }

    WrittenRule suspendedBy(String token) {
        row.putArray("suspendOn").add(token);
        return this;
    }

    WrittenRule warnsAt(int... leads) {
        var warnAt = row.putArray("warnAt");
        for (var lead : leads) {
            warnAt.add(lead);
        }
        return this;
    }

    WrittenRule version(int number, LocalDate inForceFrom) {
        row.put("version", number);
        validity = new Validity(Optional.of(inForceFrom), Optional.empty(), Optional.empty(), Optional.empty());
        return this;
    }

    WrittenRule until(LocalDate lastDay) {
        validity = new Validity(validity.validFrom(), Optional.of(lastDay), Optional.empty(), Optional.empty());
        return this;
    }

    private WrittenRule says(String field, String word) {
        row.put(field, word);
        return this;
    }

    ClockRule rule() {
        return ClockRows.rule(new Dated(new ReferenceRow(ClockRows.CLOCK_RULES, row, Map.of()), validity));
    }
}
