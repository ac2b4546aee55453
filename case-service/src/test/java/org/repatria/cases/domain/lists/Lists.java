package org.repatria.cases.domain.lists;

import static org.repatria.cases.domain.casefile.Cases.NOON;
import static org.repatria.cases.domain.casefile.Cases.ORLAS;
import static org.repatria.cases.domain.casefile.Cases.RUVANIAS;
import static org.repatria.cases.domain.casefile.Cases.TODAY;
import static org.repatria.cases.domain.casefile.Cases.XR_TO_XH;
import static org.repatria.cases.domain.clocks.ClockSetting.WHOLE_CASE;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.repatria.cases.domain.clocks.ClockSetting;
import org.repatria.cases.domain.clocks.RuleFixture;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.lists.ListEvent.HeldRowSettled;
import org.repatria.cases.domain.lists.ListEvent.ListAcknowledged;
import org.repatria.cases.domain.lists.ListEvent.ListClockChanged;
import org.repatria.cases.domain.lists.ListEvent.ListHandedOver;
import org.repatria.cases.domain.lists.ListEvent.ListReceived;
import org.repatria.cases.domain.lists.ListEvent.RowDecisionApproved;
import org.repatria.cases.domain.lists.ListEvent.RowDecisionProposed;
import org.repatria.cases.domain.lists.ListEvent.RowsScreened;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRule.Kind;
import org.repatria.clocks.ClockRule.OnExpiry;
import org.repatria.clocks.ClockRule.Unit;
import org.repatria.clocks.Clocks;
import org.repatria.clocks.Happened;
import org.repatria.clocks.Happening;
import org.repatria.clocks.HolidayCalendar;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;

/** A list of five rows that the tests of lists speak about. */
public final class Lists {

    public static final ListDescription DESCRIPTION = new ListDescription(XR_TO_XH, TODAY, "XR-2014-1");
    public static final ListContent FIVE_ROWS =
            new ListContent("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", ListFormat.CSV, 5);
    public static final ListReceived RECEIVED = new ListReceived(RUVANIAS, DESCRIPTION, FIVE_ROWS, NOON);
    public static final Funnel THREE = new Funnel(1, 1, 1, 0, new TreeMap<>(Map.of(HoldReason.REPORTED_DECEASED, 1)));
    public static final Funnel TWO = new Funnel(1, 0, 0, 1, new TreeMap<>());
    public static final RowsScreened FIRST_THREE = new RowsScreened(RUVANIAS, 1, THREE, NOON);
    public static final RowsScreened LAST_TWO = new RowsScreened(RUVANIAS, 4, TWO, NOON);
    public static final ListHandedOver HANDED_OVER = new ListHandedOver(RUVANIAS, THREE.plus(TWO), NOON);

    private static final ClockRule ACKNOWLEDGEMENT = RuleFixture.period(10, Unit.BUS_DAY)
            .id("CLK-POL-ACK")
            .kind(Kind.POLICY)
            .onExpiry(OnExpiry.ALERT_ONLY)
            .startsOn("list.HANDED_OVER")
            .stopsOn("list.ACKNOWLEDGED")
            .warnsAt(3)
            .rule();

    private static final HolidayCalendar XH = new HolidayCalendar(
            "XH",
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            Set.of(LocalDate.parse("2014-09-01")),
            "one holiday, as in the storyline of a list");

    public static final RuleBook RULES = new RuleBook(
            "test", List.of(ACKNOWLEDGEMENT), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of("XH", XH));

    /** An occasion on which nobody asks but the system. */
    public static Occasion at(Instant moment) {
        return Occasion.of(Actor.system("test"), moment);
    }

    public static final ListClockChanged CLOCK_STARTED = new ListClockChanged(
            RUVANIAS,
            Clocks.none()
                    .happened(
                            new Happening("list.HANDED_OVER", Happened.on(TODAY), WHOLE_CASE),
                            new ClockSetting(XR_TO_XH, new LegalOccasion(at(NOON), RULES)))
                    .getFirst(),
            NOON);
    public static final Instant A_WEEK_LATER = Instant.parse("2014-09-11T15:00:00Z");
    public static final ListAcknowledged ACKNOWLEDGED =
            new ListAcknowledged(RUVANIAS, LocalDate.parse("2014-09-11"), A_WEEK_LATER);

    public static final RowDecision RELEASE = new RowDecision(
            2,
            List.of(HoldReason.REPORTED_DECEASED),
            RowDecision.Verdict.RELEASE,
            "carl.officer",
            "seen alive on 2 September",
            A_WEEK_LATER,
            Optional.empty());
    public static final RowDecisionProposed RELEASE_PROPOSED = new RowDecisionProposed(RUVANIAS, RELEASE, A_WEEK_LATER);
    public static final RowDecisionApproved RELEASE_APPROVED =
            new RowDecisionApproved(RUVANIAS, 2, "sara.supervisor", "the register agrees", A_WEEK_LATER);
    public static final HeldRowSettled RELEASED = new HeldRowSettled(
            RUVANIAS, 2, new EntryOutcome.Opened(ORLAS), new Funnel(3, 0, 1, 1, new TreeMap<>()), A_WEEK_LATER);

    /** One of each event, in an order that can happen. */
    public static final List<ListEvent> EVERY_EVENT = List.of(
            RECEIVED,
            CLOCK_STARTED,
            FIRST_THREE,
            LAST_TWO,
            HANDED_OVER,
            ACKNOWLEDGED,
            RELEASE_PROPOSED,
            RELEASE_APPROVED,
            RELEASED);

    private Lists() {}
}
