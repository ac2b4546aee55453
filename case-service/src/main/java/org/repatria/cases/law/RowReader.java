package org.repatria.cases.law;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.law.ClockRule;
import org.repatria.cases.domain.law.ClockRule.Bearer;
import org.repatria.cases.domain.law.ClockRule.RollForward;
import org.repatria.cases.domain.law.ClockRule.StartCount;
import org.repatria.cases.domain.law.ClockRule.Status;
import org.repatria.cases.domain.law.ClockRule.Unit;
import org.repatria.cases.domain.law.Confidence;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.GateRule;
import org.repatria.cases.domain.law.GateRule.Demand;
import org.repatria.cases.domain.law.HolidayCalendar;
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
import org.repatria.cases.domain.law.Validity;
import org.repatria.policy.Role;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** Turns rows into the values of the domain, and a whole set of them into a book. */
final class RowReader {

    private static final JsonSetter.Value EMPTY_WHERE_LEFT_OUT = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule("repatria-reference")
                    .addDeserializer(CountryCode.class, word(RowReader::state))
                    .addDeserializer(Officer.class, word(RowReader::officer))
                    .addDeserializer(Period.class, word(RowReader::period))
                    .addDeserializer(Band.class, word(RowReader::band)))
            .withConfigOverride(List.class, list -> list.setNullHandling(EMPTY_WHERE_LEFT_OUT))
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private RowReader() {}

    /** A row and the two times of it. */
    record Dated(ReferenceRow row, Validity validity) {}

    /** The book that rows make. Errors: {@link FaultyReference} for a value that no schema can tell from a good one. */
    static RuleBook book(String edition, List<Dated> rows) {
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
                all(rows, LimitationRule.class));
    }

    private static <T> List<T> all(List<Dated> rows, Class<T> type) {
        return rows.stream()
                .filter(dated -> typeOf(dated.row().kind()) == type)
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

    /** The value of one row. Errors: {@link FaultyReference}. */
    static <T> T read(Dated dated, Class<T> type) {
        var row = dated.row();
        var json = leftOut(row.kind())
                .setAll(row.json())
                .put("version", row.version())
                .putPOJO("validity", dated.validity());
        if (row.kind() == ReferenceKind.CLOCK_RULES) {
            putTogether(json);
        }
        return read(row, json, type);
    }

    /** What it means that a row leaves a field out. */
    private static ObjectNode leftOut(ReferenceKind kind) {
        var meant = MAPPER.createObjectNode();
        return switch (kind) {
            case CLOCK_RULES ->
                meant.put("startCount", StartCount.EXCL_TRIGGER.name())
                        // What was approved before every rule had to say it is doubtful: both readings are counted.
                        .put("rollForward", RollForward.DOUBTFUL.name())
                        .put("bearer", Bearer.STATE.name())
                        .put("status", Status.IN_FORCE.name());
            case LIMITATION -> meant.put("needsOpinion", false);
            case SAFEGUARDS, GATES, RELATIONS, STRATEGY_RULES, CALENDARS, PROFILES -> meant;
        };
    }

    /** A clock rule has parts of its own where its row writes fields side by side. */
    private static void putTogether(ObjectNode json) {
        json.putIfAbsent("family", json.path("id"));
        json.set(
                "warnAt",
                MAPPER.valueToTree(json.path("warnAt")
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

    /** When the row is the law; when it became known is not written in it. Errors: {@link FaultyReference}. */
    static Validity validity(ReferenceRow row) {
        var validity = read(row, row.json(), Validity.class);
        if (validity.validFrom()
                .filter(from -> validity.validTo().filter(from::isAfter).isPresent())
                .isPresent()) {
            throw row.wrong("validTo", "is before validFrom");
        }
        return validity;
    }

    private static <T> T read(ReferenceRow row, ObjectNode json, Class<T> type) {
        try {
            return MAPPER.treeToValue(json, type);
        } catch (DatabindException e) {
            throw wrong(row, e);
        }
    }

    private static FaultyReference wrong(ReferenceRow row, DatabindException e) {
        if (e.getPath().isEmpty()) {
            return row.wrong("", e.getOriginalMessage());
        }
        var field = e.getPath().getFirst().getPropertyName();
        if (e.getCause() instanceof Unfit) {
            return row.wrong(field, e.getOriginalMessage());
        }
        var value = row.json().path(field);
        var said = value.isArray() ? value.path(e.getPath().getLast().getIndex()) : value;
        return row.wrong(field, said.isMissingNode() ? "is missing" : said.asString() + " cannot be understood");
    }

    /** A value of the domain that a row writes as one text. */
    private static <T> ValueDeserializer<T> word(Function<String, T> read) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                return read.apply(parser.getString());
            }
        };
    }

    private static CountryCode state(String text) {
        return CountryCode.parse(text).orElseThrow(() -> new Unfit(text + " is no state"));
    }

    private static Officer officer(String text) {
        var officer = Officer.parse(text);
        if (Arrays.stream(Role.values()).map(Role::name).noneMatch(officer.role()::equals)) {
            throw new Unfit(text + " is no officer");
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
            var _ = read(dated, typeOf(dated.row().kind()));
            return Optional.empty();
        } catch (FaultyReference e) {
            return e.faults().stream().findFirst();
        }
    }

    static Map<String, List<Dated>> byId(List<Dated> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        dated -> dated.row().kind().word() + "/" + dated.row().id()));
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

    /** A text that is none of the values of its kind, and says so in the fault's own words. */
    private static final class Unfit extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private Unfit(String what) {
            super(what);
        }
    }
}
