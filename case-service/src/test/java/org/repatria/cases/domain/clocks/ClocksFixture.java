package org.repatria.cases.domain.clocks;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockEvent;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.Clocks;
import org.repatria.clocks.Happened;
import org.repatria.clocks.Happening;
import org.repatria.clocks.HolidayCalendar;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Refusal;

/** The clocks of one case as a test drives them: something happens, time passes, an officer decides. */
final class ClocksFixture {

    static final Relation XR_XE = new Relation(new CountryCode("XR"), new CountryCode("XE"));
    static final Actor SYSTEM = Actor.system("clock");
    static final Actor XE_LO = new Actor("lo-1", Set.of("LO"), "XE-CA");
    static final Actor XR_LO = new Actor("lo-2", Set.of("LO"), "XR-CA");
    static final Actor XE_CO = new Actor("co-1", Set.of("CO"), "XE-CA");
    static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    static final String PATHWAY = "extradition-1";

    private static final HolidayCalendar XH = new HolidayCalendar(
            "XH", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(LocalDate.parse("2014-09-01")), "test");

    private Clocks clocks = Clocks.none();
    private RuleBook rules;

    private ClocksFixture(RuleBook rules) {
        this.rules = rules;
    }

    static ClocksFixture under(ClockRule... rules) {
        return new ClocksFixture(book(List.of(rules)));
    }

    static RuleBook book(List<ClockRule> rules) {
        return book(rules, Map.of());
    }

    private static RuleBook book(List<ClockRule> rules, Map<String, String> ofAssets) {
        return new RuleBook(
                "test",
                rules,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of("XH", XH),
                List.of(),
                ofAssets);
    }

    /** From now on assets tell these, by what is recorded there. */
    ClocksFixture assetsTell(String... tokens) {
        rules = book(
                rules.clockRules(),
                Stream.of(tokens).collect(Collectors.toMap(token -> token, _ -> "/v1/assets/{id}/orders")));
        return this;
    }

    ClocksFixture rulesBecome(ClockRule... now) {
        rules = book(List.of(now));
        return this;
    }

    Clocks clocks() {
        return clocks;
    }

    Clock clock(String id) {
        return clocks.clock(id).orElseThrow();
    }

    Clock only() {
        if (clocks.clocks().size() != 1) {
            throw new IllegalStateException("not one clock: " + clocks.clocks());
        }
        return clocks.clocks().getFirst();
    }

    static Happened on(String day) {
        return Happened.on(LocalDate.parse(day));
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static Instant noon(String day) {
        return Instant.parse(day + "T12:00:00Z");
    }

    /** It happened, and was recorded at noon of the same day. */
    List<ClockEvent> happens(String token, String day) {
        return isRecorded(token, day, day);
    }

    /** It happened on one day and was recorded at noon of another. */
    List<ClockEvent> isRecorded(String token, String happened, String recorded) {
        return isRecorded(token, on(happened), PATHWAY, noon(recorded));
    }

    List<ClockEvent> isRecorded(String token, Happened happened, String about, Instant recorded) {
        return accept(clocks.happened(
                new Happening(token, happened, about),
                new ClockSetting(XR_XE, LegalOccasion.of(XE_LO, recorded, rules))));
    }

    List<ClockEvent> timeComesTo(Instant now) {
        return accept(clocks.timePassed(new ClockSetting(XR_XE, LegalOccasion.of(SYSTEM, now, rules))));
    }

    List<ClockEvent> timeComesTo(String day) {
        return timeComesTo(noon(day));
    }

    List<ClockEvent> does(Actor actor, String day, ClockCommand command) {
        return does(actor, noon(day), command);
    }

    private List<ClockEvent> does(Actor actor, Instant now, ClockCommand command) {
        return switch (decides(actor, now, command)) {
            case Accepted(var events) -> accept(events);
            case Refused(var refusal) -> throw new IllegalStateException("refused: " + refusal);
        };
    }

    Refusal isRefused(Actor actor, String day, ClockCommand command) {
        return switch (decides(actor, noon(day), command)) {
            case Accepted(var events) -> throw new IllegalStateException("accepted: " + events);
            case Refused(var refusal) -> refusal;
        };
    }

    private Decision<ClockEvent> decides(Actor actor, Instant now, ClockCommand command) {
        return ClockDecider.decide(command, clocks, new ClockSetting(XR_XE, LegalOccasion.of(actor, now, rules)));
    }

    private List<ClockEvent> accept(List<ClockEvent> events) {
        for (var event : events) {
            clocks = clocks.after(event);
        }
        return events;
    }
}
