package org.repatria.clocks;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The clock rules and calendars as known at one moment; what applies on a day is asked with the day.
 *
 * @param systems by which a statute or a convention is known to bind a state
 */
public record ClockRules(List<ClockRule> rules, Map<String, HolidayCalendar> calendars, SystemsOfLaw systems) {

    /** Jurisdictions of what applies between any two states. */
    public static final Set<String> EVERYWHERE = Set.of("POLICY", "UNCAC", "INTERPOL");

    public ClockRules {
        rules = List.copyOf(rules);
        calendars = Map.copyOf(calendars);
    }

    /**
     * The rules that a happening starts. Of each family they are those of the highest level; a model text never is one.
     * What the rules on limitation count is started by no happening.
     */
    public List<ClockRule> startedBy(String happening, PairOfStates states, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.trigger().equals(happening) && mayStart(rule, states, day))
                .collect(Collectors.groupingBy(ClockRule::family))
                .values()
                .stream()
                .flatMap(ClockRules::ofHighestLevel)
                .sorted(Comparator.comparing(ClockRule::id))
                .toList();
    }

    /** All rules of which something may start a clock between two states on a day. Their levels do not matter. */
    public List<ClockRule> between(PairOfStates states, LocalDate day) {
        return rules.stream()
                .filter(rule -> mayStart(rule, states, day))
                .sorted(Comparator.comparing(ClockRule::id))
                .toList();
    }

    private boolean mayStart(ClockRule rule, PairOfStates states, LocalDate day) {
        return rule.status() == ClockRule.Status.IN_FORCE
                && rule.level() != ClockRule.Level.MODEL
                && rule.limitation().isEmpty()
                && rule.validity().inForceOn(day)
                && appliesIn(rule, states, day);
    }

    private static Stream<ClockRule> ofHighestLevel(List<ClockRule> family) {
        var highest = family.stream().map(ClockRule::level).min(Comparator.naturalOrder());
        return family.stream()
                .filter(rule -> highest.filter(rule.level()::equals).isPresent());
    }

    /** A statute binds the state that is asked; a convention or a treaty binds its parties only. */
    private boolean appliesIn(ClockRule rule, PairOfStates states, LocalDate day) {
        var jurisdiction = rule.jurisdiction();
        if (EVERYWHERE.contains(jurisdiction)) {
            return true;
        }
        return switch (rule.level()) {
            case BILATERAL_TREATY -> states.isNamedBy(jurisdiction);
            case CONVENTION ->
                isLawOf(states.requested(), jurisdiction, day) && isLawOf(states.requesting(), jurisdiction, day);
            case STATUTE, POLICY, MODEL -> isLawOf(states.requested(), jurisdiction, day);
        };
    }

    /** Whether a jurisdiction is that of a state, or of a system of law that applies there. */
    public boolean isLawOf(String state, String jurisdiction, LocalDate day) {
        return jurisdiction.equals(state) || systems.in(state, day).contains(jurisdiction);
    }

    /** The same book with some of its rules only. */
    public ClockRules only(Predicate<ClockRule> wanted) {
        return new ClockRules(rules.stream().filter(wanted).toList(), calendars, systems);
    }

    /** The row of an id that is in force on a day, in its latest version. */
    public Optional<ClockRule> rule(String id, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id) && rule.validity().inForceOn(day))
                .max(Comparator.comparingInt(ClockRule::version));
    }

    /** The rule's calendar, or else that of the state whose days count, or else mere weekends. */
    public HolidayCalendar calendarOf(ClockRule rule, PairOfStates states) {
        var named = rule.calendarId().orElse(ClockRule.OF_REQUESTED_STATE);
        return switch (named) {
            case ClockRule.OF_REQUESTING_STATE -> calendarOf(states.requesting());
            case ClockRule.OF_REQUESTED_STATE -> calendarOf(place(rule, states));
            default -> calendar(named);
        };
    }

    private HolidayCalendar calendarOf(String state) {
        return calendars.getOrDefault(state, Counting.WEEKENDS);
    }

    /** The state that is asked, unless limitation is counted in the other one. */
    private static String place(ClockRule rule, PairOfStates states) {
        return rule.limitation()
                        .filter(limitation -> limitation.in() == ClockRule.Party.REQUESTING)
                        .isPresent()
                ? states.requesting()
                : states.requested();
    }

    /** A calendar that every rule has been checked to name. */
    public HolidayCalendar calendar(String id) {
        var calendar = calendars.get(id);
        if (calendar == null) {
            throw new IllegalStateException("no calendar " + id);
        }
        return calendar;
    }
}
