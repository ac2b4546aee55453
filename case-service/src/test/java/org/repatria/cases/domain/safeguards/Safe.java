package org.repatria.cases.domain.safeguards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.GateRule;
import org.repatria.cases.domain.law.GateRule.Demand;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.law.SafeguardRule;
import org.repatria.cases.domain.law.SafeguardRule.Period;
import org.repatria.cases.domain.law.Setting;
import org.repatria.cases.domain.safeguards.CheckCommand.RecordCheck;
import org.repatria.clocks.ClockRule.Unit;
import org.repatria.clocks.Confidence;
import org.repatria.clocks.Happened;
import org.repatria.clocks.Validity;
import org.repatria.decider.Actor;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Occasion;
import org.repatria.testkit.decisions.Laws.Attempt;

/** Officers, checks, the gate matrix and moments that the tests of safeguards speak about. */
public final class Safe {

    public static final Relation XR_TO_XE = new Relation(new CountryCode("XR"), new CountryCode("XE"));
    public static final LocalDate MAY_1 = LocalDate.of(2019, 5, 1);
    public static final Instant NOON = Instant.parse("2019-05-01T12:00:00Z");
    public static final Happened TODAY = Happened.on(MAY_1);

    public static final Actor ANA = hostOfficer("ana", "AN");
    public static final Actor CARL = hostOfficer("carl", "CO");
    public static final Actor LENA = hostOfficer("lena", "LO");
    public static final Actor LUIS = hostOfficer("luis", "LO");
    public static final Actor SUSA = hostOfficer("susa", "SU");
    public static final Actor HEDA = hostOfficer("heda", "HD");
    public static final Actor DORA = hostOfficer("dora", "DPO");
    public static final Actor MAX = hostOfficer("max", "AM");
    public static final Actor RUVANIAN_LAWYER = new Actor("rolf", Set.of("LO"), "XR-GP");
    public static final Actor RUVANIAN_HEAD = new Actor("rita", Set.of("HD"), "XR-GP");
    /** Holds every role there is, on the side that decides. */
    public static final Actor EVERYTHING =
            hostOfficer("omni", "AN", "CO", "LO", "AM", "SU", "HD", "LI", "AU", "SI", "DPO", "SYS");

    public static final Actor EVERYTHING_TOO =
            hostOfficer("orta", "AN", "CO", "LO", "AM", "SU", "HD", "LI", "AU", "SI", "DPO", "SYS");

    private static final Set<Integer> HARD = Set.of(6, 8, 9, 21, 22);

    private static final Validity ALWAYS =
            new Validity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * The gate matrix, written as the reference document reads. R is required, A if applicable, P a first look, N
     * noted.
     */
    private static final Map<Gate, String> MATRIX = Map.ofEntries(
            Map.entry(Gate.ACCEPT_CASE, "R 1 2 3 5 6 21 24"),
            Map.entry(Gate.NOTICE_PUBLISH, "R 1 2 3 5 6 8 21 24"),
            Map.entry(Gate.PROVISIONAL_ARREST, "R 1 2 3 4 5 6 7 21 24 P 9 11"),
            Map.entry(Gate.SURRENDER, "R 1 2 3 4 5 6 7 9 10 11 13 21 22 23 24 A 12"),
            Map.entry(Gate.REMOVAL_CHARGE, "R 1 6 7 14 21 23"),
            Map.entry(Gate.REMOVAL_EXECUTION, "R 1 2 6 7 9 14 21 22 23 24 N 10 11"),
            Map.entry(Gate.VOLUNTARY_RETURN_CONTACT, "R 6 15"),
            Map.entry(Gate.VOLUNTARY_RETURN_DEPARTURE, "R 1 2 6 9 15 16 21 22 23 24 N 11"),
            Map.entry(Gate.HOST_CHARGE, "R 1 3 5 6 17 24"),
            Map.entry(Gate.RESTRAINT, "R 1 2 3 4 5 6 7 17 18 24"),
            Map.entry(Gate.ENFORCE_FOREIGN_ORDER, "R 1 2 3 4 5 6 7 12 17 18 19 20 24"),
            Map.entry(Gate.DISPOSAL, "R 20 25"),
            Map.entry(Gate.RETURN_OF_ASSETS, "R 19 20 24 26"),
            Map.entry(Gate.DISCLOSURE, "R 21 24"));

    public static final RuleBook RULES = new RuleBook(
            "test-1",
            List.of(),
            IntStream.rangeClosed(1, 26).mapToObj(Safe::rule).toList(),
            MATRIX.entrySet().stream()
                    .flatMap(row -> cells(row.getKey(), row.getValue()))
                    .toList(),
            List.of(),
            List.of(),
            List.of(),
            Map.of());

    private Safe() {}

    /** The decider between two states under the rules of the tests. */
    public static Decider<SafeguardCommand, Safeguards, SafeguardEvent> decider() {
        return decider(RULES);
    }

    public static Decider<SafeguardCommand, Safeguards, SafeguardEvent> decider(RuleBook rules) {
        return new Decider<>() {
            @Override
            public Safeguards initial() {
                return Safeguards.none();
            }

            @Override
            public Decision<SafeguardEvent> decide(SafeguardCommand command, Safeguards state, Occasion occasion) {
                return SafeguardDecider.decide(
                        command, state, new Setting(XR_TO_XE, new LegalOccasion(occasion, rules)));
            }

            @Override
            public Safeguards evolve(Safeguards state, SafeguardEvent event) {
                return SafeguardDecider.evolve(state, event);
            }
        };
    }

    public static Decision<SafeguardEvent> decided(Attempt<SafeguardCommand> act, Safeguards state) {
        return decider().answer(act.command(), state, act.occasion());
    }

    /** The safeguards after some acts, each of which must be accepted. */
    // List.of only reads the array.
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static Safeguards after(Attempt<SafeguardCommand>... acts) {
        return after(Safeguards.none(), List.of(acts));
    }

    public static Safeguards after(Safeguards before, List<Attempt<SafeguardCommand>> acts) {
        var state = before;
        for (var act : acts) {
            if (!(decided(act, state) instanceof Accepted<SafeguardEvent>(var events))) {
                throw new AssertionError(act + " is refused: " + decided(act, state));
            }
            state = decider().foldFrom(state, events);
        }
        return state;
    }

    /** Somebody gives a command at noon of one day. */
    public static Attempt<SafeguardCommand> by(Actor actor, SafeguardCommand command) {
        return new Attempt<>(command, Occasion.of(actor, NOON));
    }

    public static RecordCheck check(String entryId, String check, CheckResult result) {
        return check(entryId, check, result, TODAY);
    }

    public static RecordCheck check(String entryId, String check, CheckResult result, Happened on) {
        return about(entryId, check, result, on, Optional.empty());
    }

    public static RecordCheck about(
            String entryId, String check, CheckResult result, Happened on, Optional<String> about) {
        var conditions = result == CheckResult.CONDITIONAL ? List.of("a monitor may visit") : List.<String>of();
        return new RecordCheck(
                entryId,
                check,
                result,
                "as found",
                List.of("doc-1"),
                conditions,
                about,
                Optional.empty(),
                Optional.of(on));
    }

    /** A check recorded by the first who may and approved by another. */
    public static List<Attempt<SafeguardCommand>> approved(RecordCheck record) {
        return List.of(
                by(EVERYTHING, record),
                by(EVERYTHING_TOO, new CheckCommand.ApproveCheck(record.entryId(), Optional.of("agreed"))));
    }

    public static Happened at(String instant) {
        return new Happened.At(Instant.parse(instant), ZoneOffset.UTC);
    }

    public static String id(int number) {
        return "SG-%02d".formatted(number);
    }

    private static Actor hostOfficer(String id, String... roles) {
        return new Actor(id, Set.of(roles), "XE-CA");
    }

    private static SafeguardRule rule(int number) {
        var officers = officers(number).split(">", -1);
        return new SafeguardRule(
                id(number),
                3,
                "Check " + number,
                parse(officers[0]),
                parse(officers[1]),
                period(number),
                HARD.contains(number),
                "check catalogue",
                Confidence.POLICY,
                ALWAYS);
    }

    private static List<Officer> parse(String officers) {
        return Stream.of(officers.split(",", -1)).map(Officer::parse).toList();
    }

    private static String officers(int number) {
        return switch (number) {
            case 1 -> "AN>LO";
            case 6 -> "LO>HD";
            case 9, 10, 11, 15 -> "HS-LO>HS-HD";
            case 13 -> "RS-LO>HS-LO";
            case 14, 22, 23 -> "HS-LO>HS-SU";
            case 16 -> "HS-CO,HS-LO>HS-SU";
            case 18 -> "LO,AM>SU";
            case 21 -> "HS-LO>DPO";
            case 24 -> "CO>DPO";
            case 25 -> "SU>HD";
            case 26 -> "AM>HD";
            default -> "LO>SU";
        };
    }

    private static Optional<Period> period(int number) {
        return switch (number) {
            case 2, 9, 14 -> Optional.of(new Period(90, Unit.CAL_DAY));
            case 5, 6, 10 -> Optional.of(new Period(180, Unit.CAL_DAY));
            case 16 -> Optional.of(new Period(14, Unit.CAL_DAY));
            case 22 -> Optional.of(new Period(24, Unit.HOUR));
            case 23 -> Optional.of(new Period(30, Unit.CAL_DAY));
            case 25 -> Optional.of(new Period(1, Unit.YEAR));
            default -> Optional.empty();
        };
    }

    private static Stream<GateRule> cells(Gate gate, String row) {
        var cells = new ArrayList<GateRule>();
        var demand = Demand.REQUIRED;
        for (var word : Arrays.asList(row.split(" ", -1))) {
            switch (word) {
                case "R" -> demand = Demand.REQUIRED;
                case "A" -> demand = Demand.IF_APPLICABLE;
                case "P" -> demand = Demand.PROVISIONAL;
                case "N" -> demand = Demand.NOTED;
                default ->
                    cells.add(new GateRule(
                            gate, id(Integer.parseInt(word)), demand, "gate matrix", Confidence.POLICY, ALWAYS));
            }
        }
        return cells.stream();
    }
}
