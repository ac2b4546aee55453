package org.repatria.cases.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.KnownTo;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.law.ClockRule;
import org.repatria.cases.domain.law.ClockRule.Bearer;
import org.repatria.cases.domain.law.ClockRule.Extension;
import org.repatria.cases.domain.law.ClockRule.Kind;
import org.repatria.cases.domain.law.ClockRule.Level;
import org.repatria.cases.domain.law.ClockRule.OfOffence;
import org.repatria.cases.domain.law.ClockRule.OnExpiry;
import org.repatria.cases.domain.law.ClockRule.RollForward;
import org.repatria.cases.domain.law.ClockRule.StartCount;
import org.repatria.cases.domain.law.ClockRule.Unit;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.GateRule;
import org.repatria.cases.domain.law.GateRule.Demand;
import org.repatria.cases.domain.law.HolidayCalendar;
import org.repatria.cases.domain.law.LawProfile;
import org.repatria.cases.domain.law.LegalRelation;
import org.repatria.cases.domain.law.LegalRelation.InstrumentType;
import org.repatria.cases.domain.law.LimitationRule;
import org.repatria.cases.domain.law.LimitationRule.Band;
import org.repatria.cases.domain.law.LimitationRule.Condition;
import org.repatria.cases.domain.law.LimitationRule.Effect;
import org.repatria.cases.domain.law.ReferenceKind;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.law.SafeguardRule;
import org.repatria.cases.domain.law.StrategyRuleText;
import org.repatria.cases.domain.law.Validity;

/** Turns rows into the values of the domain, and a whole set of them into a book. */
final class RowReader {

    private RowReader() {}

    /** A row and the two times of it. */
    record Dated(ReferenceRow row, Validity validity) {}

    /** The book that rows make. Errors: {@link FaultyReference} for a value that no schema can tell from a good one. */
    static RuleBook book(String edition, List<Dated> rows) {
        var calendars = new HashMap<String, HolidayCalendar>();
        of(rows, ReferenceKind.CALENDARS, (row, _) -> calendar(row)).forEach(c -> calendars.put(c.id(), c));
        return new RuleBook(
                edition,
                of(rows, ReferenceKind.CLOCK_RULES, RowReader::clockRule),
                of(rows, ReferenceKind.SAFEGUARDS, RowReader::safeguard),
                of(rows, ReferenceKind.GATES, RowReader::gate).stream()
                        .flatMap(List::stream)
                        .toList(),
                of(rows, ReferenceKind.RELATIONS, RowReader::relation),
                of(rows, ReferenceKind.STRATEGY_RULES, RowReader::strategyRule),
                of(rows, ReferenceKind.PROFILES, RowReader::profile),
                calendars,
                of(rows, ReferenceKind.LIMITATION, RowReader::limitation));
    }

    private static <T> List<T> of(List<Dated> rows, ReferenceKind kind, BiFunction<ReferenceRow, Validity, T> read) {
        return rows.stream()
                .filter(dated -> dated.row().kind() == kind)
                .map(dated -> read.apply(dated.row(), dated.validity()))
                .toList();
    }

    static ClockRule clockRule(ReferenceRow row, Validity validity) {
        return new ClockRule(
                row.id(),
                row.version(),
                row.optional("family").orElse(row.id()),
                row.text("jurisdiction"),
                row.oneOf("level", Level.class),
                row.text("instrument"),
                row.text("trigger"),
                row.oneOf("knownTo", KnownTo.class),
                row.optional("limitationOf").isPresent() ? 0 : row.number("amount"),
                row.optional("limitationOf").isPresent() ? Unit.CAL_DAY : row.oneOf("unit", Unit.class),
                row.oneOf("startCount", StartCount.EXCL_TRIGGER),
                // What was approved before every rule had to say it is doubtful: both readings are counted.
                row.oneOf("rollForward", RollForward.DOUBTFUL),
                row.optional("rollSource"),
                row.optional("calendarId"),
                row.zone("zone"),
                row.oneOf("kind", Kind.class),
                row.oneOf("bearer", Bearer.STATE),
                row.oneOf("onExpiry", OnExpiry.class),
                extension(row),
                row.list("stopOn"),
                row.list("suspendOn"),
                row.list("warnAt", Integer::parseInt).stream()
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                row.text("source"),
                row.confidence(),
                row.oneOf("status", ClockRule.Status.IN_FORCE),
                validity,
                row.optional("limitationOf")
                        .map(_ -> new OfOffence(
                                row.oneOf("limitationOf", Side.class), row.oneOf("limitationIn", Side.class))));
    }

    private static Optional<Extension> extension(ReferenceRow row) {
        return row.optional("extendableBy")
                .map(by -> new Extension(
                        by,
                        row.optional("extendableMax").map(Integer::parseInt),
                        row.oneOf("extendableUnit", Unit.class)));
    }

    static SafeguardRule safeguard(ReferenceRow row, Validity validity) {
        return new SafeguardRule(
                row.id(),
                row.version(),
                row.text("title"),
                row.officers("recordedBy"),
                row.officers("approvedBy"),
                row.period("validFor"),
                row.flag("hard"),
                row.text("source"),
                row.confidence(),
                validity);
    }

    static List<GateRule> gate(ReferenceRow row, Validity validity) {
        var gate = row.oneOf("id", Gate.class);
        var cells = new ArrayList<GateRule>();
        for (var demand : Demand.values()) {
            row.list(field(demand))
                    .forEach(check -> cells.add(
                            new GateRule(gate, check, demand, row.text("source"), row.confidence(), validity)));
        }
        return cells;
    }

    static String field(Demand demand) {
        return switch (demand) {
            case REQUIRED -> "required";
            case IF_APPLICABLE -> "ifApplicable";
            case PROVISIONAL -> "provisional";
            case NOTED -> "noted";
        };
    }

    static LegalRelation relation(ReferenceRow row, Validity validity) {
        return new LegalRelation(
                row.id(),
                row.version(),
                row.state("party"),
                row.has("counterparty") ? Optional.of(row.state("counterparty")) : Optional.<CountryCode>empty(),
                row.oneOf("instrument", InstrumentType.class),
                row.text("title"),
                row.date("signed"),
                row.date("inForce"),
                row.oneOf("status", LegalRelation.Status.class),
                row.date("suspendedFrom"),
                row.optional("suspendedBy"),
                row.date("statusAsOf"),
                row.text("source"),
                row.confidence(),
                validity);
    }

    static StrategyRuleText strategyRule(ReferenceRow row, Validity validity) {
        return new StrategyRuleText(
                row.id(),
                row.version(),
                row.text("title"),
                row.text("citation"),
                row.optional("days").map(Integer::parseInt),
                row.text("source"),
                row.confidence(),
                validity);
    }

    static HolidayCalendar calendar(ReferenceRow row) {
        return new HolidayCalendar(
                row.id(),
                new LinkedHashSet<>(row.list("weekend", DayOfWeek::valueOf)),
                new LinkedHashSet<>(row.list("holidays", LocalDate::parse)),
                row.text("source"));
    }

    static LawProfile profile(ReferenceRow row, Validity validity) {
        return new LawProfile(
                row.state("state"),
                row.list("systems"),
                row.text("extraditionNeedsTreaty"),
                row.text("uncacBasisUsable"),
                row.text("extraditesNationals"),
                row.flag("courtOfHumanRights"),
                row.text("source"),
                row.confidence(),
                validity);
    }

    static LimitationRule limitation(ReferenceRow row, Validity validity) {
        return new LimitationRule(
                row.id(),
                row.version(),
                row.text("jurisdiction"),
                row.text("title"),
                row.text("instrument"),
                row.oneOf("effect", Effect.class),
                row.list("bands", RowReader::band),
                row.list("conditions", Condition::valueOf),
                row.period("suspensionMax"),
                row.flag("needsOpinion"),
                row.text("source"),
                row.confidence(),
                validity);
    }

    /** Such as {@code below 5: 5 YEAR}, {@code life: 20 YEAR}, {@code class BANK_FRAUD: 10 YEAR}. */
    private static Band band(String text) {
        var colon = text.indexOf(": ");
        var words = List.of(text.substring(0, colon).split(" ", 2));
        var period = ReferenceRow.periodOf(text.substring(colon + 2));
        return switch (words.getFirst()) {
            case "below" -> new Band.PenaltyBelow(Integer.parseInt(words.getLast()), period);
            case "life" -> new Band.PenaltyForLife(period);
            case "class" -> new Band.OfClass(words.getLast(), period);
            case "otherwise" -> new Band.Otherwise(period);
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** What a book asks of one of its rows alone, as a fault or nothing. */
    static Optional<Fault> unreadable(ReferenceRow row) {
        try {
            var validity = row.validity();
            var _ = switch (row.kind()) {
                case CLOCK_RULES -> clockRule(row, validity);
                case SAFEGUARDS -> safeguard(row, validity);
                case GATES -> gate(row, validity);
                case RELATIONS -> relation(row, validity);
                case STRATEGY_RULES -> strategyRule(row, validity);
                case CALENDARS -> calendar(row);
                case PROFILES -> profile(row, validity);
                case LIMITATION -> limitation(row, validity);
            };
            return Optional.empty();
        } catch (FaultyReference e) {
            return e.faults().stream().findFirst();
        }
    }

    static Map<String, List<Dated>> byId(List<Dated> rows) {
        var byId = new HashMap<String, List<Dated>>();
        rows.forEach(dated -> byId.computeIfAbsent(
                        dated.row().kind().word() + "/" + dated.row().id(), _ -> new ArrayList<>())
                .add(dated));
        return byId;
    }
}
