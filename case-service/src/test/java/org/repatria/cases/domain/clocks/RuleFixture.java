package org.repatria.cases.domain.clocks;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Side;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRule.Bearer;
import org.repatria.clocks.ClockRule.Extension;
import org.repatria.clocks.ClockRule.Kind;
import org.repatria.clocks.ClockRule.Level;
import org.repatria.clocks.ClockRule.OfOffence;
import org.repatria.clocks.ClockRule.OnExpiry;
import org.repatria.clocks.ClockRule.Party;
import org.repatria.clocks.ClockRule.RollForward;
import org.repatria.clocks.ClockRule.StartCount;
import org.repatria.clocks.ClockRule.Status;
import org.repatria.clocks.ClockRule.Unit;
import org.repatria.clocks.Confidence;
import org.repatria.clocks.KnownTo;
import org.repatria.clocks.Validity;

/** Clock rules said in few words. */
public final class RuleFixture {

    static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private String id = "CLK-TEST";
    private int version = 1;
    private Optional<String> family = Optional.empty();
    private String jurisdiction = "POLICY";
    private Level level = Level.POLICY;
    private String trigger = "test.STARTED";
    private final int amount;
    private final Unit unit;
    private StartCount startCount = StartCount.EXCL_TRIGGER;
    private RollForward rollForward = RollForward.NONE;
    private Optional<String> rollSource = Optional.empty();
    private Optional<String> calendar = Optional.empty();
    private Optional<ZoneId> zone = Optional.empty();
    private Kind kind = Kind.HARD;
    private Bearer bearer = Bearer.STATE;
    private OnExpiry onExpiry = OnExpiry.PRESUME_LAPSED;
    private Optional<Extension> extendable = Optional.empty();
    private List<String> stopOn = List.of();
    private List<String> suspendOn = List.of();
    private List<Integer> warnAt = List.of();
    private Status status = Status.IN_FORCE;
    private Validity validity = ALWAYS;
    private Optional<OfOffence> limitation = Optional.empty();
    private KnownTo knownTo = KnownTo.BOTH;

    private RuleFixture(int amount, Unit unit) {
        this.amount = amount;
        this.unit = unit;
    }

    public static RuleFixture period(int amount, Unit unit) {
        return new RuleFixture(amount, unit);
    }

    public static RuleFixture days(int amount) {
        return new RuleFixture(amount, Unit.CAL_DAY);
    }

    public RuleFixture id(String name) {
        id = name;
        return this;
    }

    public RuleFixture family(String name) {
        family = Optional.of(name);
        return this;
    }

    public RuleFixture lawOf(String states, Level rank) {
        jurisdiction = states;
        level = rank;
        return this;
    }

    public RuleFixture version(int number, LocalDate inForceFrom) {
        version = number;
        validity = new Validity(Optional.of(inForceFrom), Optional.empty(), Optional.empty(), Optional.empty());
        return this;
    }

    public RuleFixture until(LocalDate lastDayInForce) {
        validity = new Validity(validity.validFrom(), Optional.of(lastDayInForce), Optional.empty(), Optional.empty());
        return this;
    }

    public RuleFixture vacated() {
        status = Status.VACATED;
        return this;
    }

    public RuleFixture startsOn(String token) {
        trigger = token;
        return this;
    }

    public RuleFixture startCount(StartCount count) {
        startCount = count;
        return this;
    }

    public RuleFixture inclusive() {
        return startCount(StartCount.INCL_TRIGGER);
    }

    public RuleFixture rolling() {
        rollForward = RollForward.NEXT_BUS_DAY;
        return this;
    }

    public RuleFixture doubtful() {
        rollForward = RollForward.DOUBTFUL;
        rollSource = Optional.of("two readings");
        return this;
    }

    public RuleFixture calendar(String name) {
        calendar = Optional.of(name);
        return this;
    }

    public RuleFixture zone(ZoneId place) {
        zone = Optional.of(place);
        return this;
    }

    public RuleFixture kind(Kind what) {
        kind = what;
        return this;
    }

    public RuleFixture ofThePerson() {
        bearer = Bearer.PERSON;
        return this;
    }

    public RuleFixture onExpiry(OnExpiry what) {
        onExpiry = what;
        return this;
    }

    public RuleFixture extendable(String by, int max, Unit maxUnit) {
        extendable = Optional.of(new Extension(by, Optional.of(max), maxUnit));
        return this;
    }

    public RuleFixture extendableWithoutEnd(String by) {
        extendable = Optional.of(new Extension(by, Optional.empty(), unit));
        return this;
    }

    public RuleFixture stopsOn(String... tokens) {
        stopOn = Arrays.asList(tokens);
        return this;
    }

    public RuleFixture suspendedBy(String... tokens) {
        suspendOn = Arrays.asList(tokens);
        return this;
    }

    public RuleFixture warnsAt(Integer... leads) {
        warnAt = Arrays.asList(leads);
        return this;
    }

    public RuleFixture limitationOf(Side prosecutedBy, Side in) {
        limitation = Optional.of(new OfOffence(Party.valueOf(prosecutedBy.name()), Party.valueOf(in.name())));
        return this;
    }

    public RuleFixture knownTo(KnownTo who) {
        knownTo = who;
        return this;
    }

    public ClockRule rule() {
        return new ClockRule(
                id,
                version,
                family.orElse(id),
                jurisdiction,
                level,
                "an instrument, article 1",
                trigger,
                knownTo,
                amount,
                unit,
                startCount,
                rollForward,
                rollSource,
                calendar,
                zone,
                kind,
                bearer,
                onExpiry,
                extendable,
                stopOn,
                suspendOn,
                warnAt,
                "source of " + id,
                Confidence.VERIFIED,
                status,
                validity,
                limitation);
    }
}
