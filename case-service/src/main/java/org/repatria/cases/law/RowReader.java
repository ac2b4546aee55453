package org.repatria.cases.law;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.GateRule;
import org.repatria.cases.domain.law.GateRule.Demand;
import org.repatria.cases.domain.law.LawProfile;
import org.repatria.cases.domain.law.LegalRelation;
import org.repatria.cases.domain.law.LimitationRule;
import org.repatria.cases.domain.law.LimitationRule.Band;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.law.ReferenceKind;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.law.SafeguardRule;
import org.repatria.cases.domain.law.SafeguardRule.Period;
import org.repatria.cases.domain.law.StrategyRuleText;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRule.Unit;
import org.repatria.clocks.Confidence;
import org.repatria.clocks.HolidayCalendar;
import org.repatria.clocks.Validity;
import org.repatria.clocks.reading.ClockRows;
import org.repatria.clocks.reading.Dated;
import org.repatria.clocks.reading.Fault;
import org.repatria.clocks.reading.FaultyReference;
import org.repatria.clocks.reading.ReferenceRow;
import org.repatria.clocks.reading.RowValues;
import org.repatria.policy.Role;
import tools.jackson.databind.module.SimpleModule;

/** Turns rows into the values of the domain, and a whole set of them into a book. */
final class RowReader {

    private static final RowValues VALUES = new RowValues(new SimpleModule("repatria-reference")
            .addDeserializer(CountryCode.class, RowValues.word(RowReader::state))
            .addDeserializer(Officer.class, RowValues.word(RowReader::officer))
            .addDeserializer(Period.class, RowValues.word(RowReader::period))
            .addDeserializer(Band.class, RowValues.word(RowReader::band)));

    private RowReader() {}

    /** The book that rows make. Errors: {@link FaultyReference} for a value that no schema can tell from a good one. */
    static RuleBook book(String edition, List<Dated> rows, Happenings happenings) {
        return new RuleBook(
                edition,
                all(rows, ClockRule.class),
                all(rows, SafeguardRule.class),
                all(rows, WrittenGate.class).stream()
                        .flatMap(WrittenGate::cells)
                        .toList(),
                all(rows, LegalRelation.class),
                all(rows, StrategyRuleText.class),
                all(rows, LawProfile.class),
                all(rows, HolidayCalendar.class).stream()
                        .collect(Collectors.toMap(HolidayCalendar::id, Function.identity(), (_, later) -> later)),
                all(rows, LimitationRule.class),
                happenings.ofAssets());
    }

    private static <T> List<T> all(List<Dated> rows, Class<T> type) {
        return rows.stream()
                .filter(dated -> typeOf(kind(dated.row())) == type)
                .map(dated -> read(dated, type))
                .toList();
    }

    private static Class<?> typeOf(ReferenceKind kind) {
        return switch (kind) {
            case CLOCK_RULES -> ClockRule.class;
            case SAFEGUARDS -> SafeguardRule.class;
            case GATES -> WrittenGate.class;
            case RELATIONS -> LegalRelation.class;
            case STRATEGY_RULES -> StrategyRuleText.class;
            case CALENDARS -> HolidayCalendar.class;
            case PROFILES -> LawProfile.class;
            case LIMITATION -> LimitationRule.class;
        };
    }

    /** What a row is; a file of another word is read by nobody. */
    static ReferenceKind kind(ReferenceRow row) {
        return ReferenceKind.parse(row.kind()).orElseThrow();
    }

    /** The value of one row. Errors: {@link FaultyReference}. */
    static <T> T read(Dated dated, Class<T> type) {
        return switch (kind(dated.row())) {
            case CLOCK_RULES -> type.cast(ClockRows.rule(dated));
            case CALENDARS -> type.cast(ClockRows.calendar(dated));
            // What a rule means by leaving the field out.
            case LIMITATION -> VALUES.read(dated, VALUES.nothing().put("needsOpinion", false), type);
            case SAFEGUARDS, GATES, RELATIONS, STRATEGY_RULES, PROFILES -> VALUES.read(dated, VALUES.nothing(), type);
        };
    }

    /** When the row is the law. Errors: {@link FaultyReference}. */
    static Validity validity(ReferenceRow row) {
        return VALUES.validity(row);
    }

    private static CountryCode state(String text) {
        return CountryCode.parse(text).orElseThrow(() -> new RowValues.Unfit(text + " is no state"));
    }

    private static Officer officer(String text) {
        var officer = Officer.parse(text);
        if (Arrays.stream(Role.values()).map(Role::name).noneMatch(officer.role()::equals)) {
            throw new RowValues.Unfit(text + " is no officer");
        }
        return officer;
    }

    /** A length such as {@code 90 CAL_DAY}. */
    private static Period period(String text) {
        var space = text.indexOf(' ');
        return new Period(Integer.parseInt(text.substring(0, space)), Unit.valueOf(text.substring(space + 1)));
    }

    /** Such as {@code below 5: 5 YEAR}, {@code life: 20 YEAR}, {@code class BANK_FRAUD: 10 YEAR}. */
    private static Band band(String text) {
        var colon = text.indexOf(": ");
        var words = List.of(text.substring(0, colon).split(" ", 2));
        var period = period(text.substring(colon + 2));
        return switch (words.getFirst()) {
            case "below" -> new Band.PenaltyBelow(Integer.parseInt(words.getLast()), period);
            case "life" -> new Band.PenaltyForLife(period);
            case "class" -> new Band.OfClass(words.getLast(), period);
            case "otherwise" -> new Band.Otherwise(period);
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** What a book asks of one of its rows alone, as a fault or nothing. */
    static Optional<Fault> unreadable(Dated dated) {
        try {
            var _ = read(dated, typeOf(kind(dated.row())));
            return Optional.empty();
        } catch (FaultyReference e) {
            return e.faults().stream().findFirst();
        }
    }

    /** A row of the gate matrix: the checks that one gate asks for, by how much it asks. */
    private record WrittenGate(
            Gate id,
            List<String> required,
            List<String> ifApplicable,
            List<String> provisional,
            List<String> noted,
            String source,
            Confidence confidence,
            Validity validity) {

        Stream<GateRule> cells() {
            return Arrays.stream(Demand.values())
                    .flatMap(demand -> checks(demand).stream()
                            .map(check -> new GateRule(id, check, demand, source, confidence, validity)));
        }

        private List<String> checks(Demand demand) {
            return switch (demand) {
                case REQUIRED -> required;
                case IF_APPLICABLE -> ifApplicable;
                case PROVISIONAL -> provisional;
                case NOTED -> noted;
            };
        }
    }
}
