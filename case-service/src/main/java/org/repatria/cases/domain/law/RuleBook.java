package org.repatria.cases.domain.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;

/**
 * All reference data as known at one moment; what is in force on a day is asked with the day.
 *
 * @param edition changes with every change of content; written into runs and journal entries
 */
public record RuleBook(
        String edition,
        List<ClockRule> clockRules,
        List<SafeguardRule> safeguards,
        List<GateRule> gates,
        List<LegalRelation> relations,
        List<StrategyRuleText> strategyRules,
        List<LawProfile> profiles,
        Map<String, HolidayCalendar> calendars,
        List<LimitationRule> limitation) {

    private static final Set<String> EVERYWHERE = Set.of("POLICY", "UNCAC", "INTERPOL");

    public RuleBook {
        clockRules = List.copyOf(clockRules);
        safeguards = List.copyOf(safeguards);
        gates = List.copyOf(gates);
        relations = List.copyOf(relations);
        strategyRules = List.copyOf(strategyRules);
        profiles = List.copyOf(profiles);
        calendars = Map.copyOf(calendars);
        limitation = List.copyOf(limitation);
    }

    /** A book without rules on limitation. */
    public RuleBook(
            String edition,
            List<ClockRule> clockRules,
            List<SafeguardRule> safeguards,
            List<GateRule> gates,
            List<LegalRelation> relations,
            List<StrategyRuleText> strategyRules,
            List<LawProfile> profiles,
            Map<String, HolidayCalendar> calendars) {
        this(edition, clockRules, safeguards, gates, relations, strategyRules, profiles, calendars, List.of());
    }

    /**
     * The clock rules that a happening starts. Of each family they are those of the highest level; a model text never
     * is one.
     */
    public List<ClockRule> clocksStartedBy(String happening, Relation relation, LocalDate day) {
        return clockRules.stream()
                .filter(rule -> rule.trigger().equals(happening))
                .filter(rule -> rule.status() == ClockRule.Status.IN_FORCE
                        && rule.level() != ClockRule.Level.MODEL
                        && rule.limitation().isEmpty()
                        && rule.validity().inForceOn(day)
                        && appliesIn(rule, relation, day))
                .collect(Collectors.groupingBy(ClockRule::family))
                .values()
                .stream()
                .flatMap(RuleBook::ofHighestLevel)
                .sorted(Comparator.comparing(ClockRule::id))
                .toList();
    }

    private static Stream<ClockRule> ofHighestLevel(List<ClockRule> family) {
        var highest = family.stream().map(ClockRule::level).min(Comparator.naturalOrder());
        return family.stream()
                .filter(rule -> highest.filter(rule.level()::equals).isPresent());
    }

    /** A statute binds the state that is asked; a convention or a treaty binds its parties only. */
    private boolean appliesIn(ClockRule rule, Relation relation, LocalDate day) {
        var jurisdiction = rule.jurisdiction();
        if (EVERYWHERE.contains(jurisdiction)) {
            return true;
        }
        return switch (rule.level()) {
            case BILATERAL_TREATY -> isPair(jurisdiction, relation);
            case CONVENTION ->
                isLawOf(relation.requested(), jurisdiction, day) && isLawOf(relation.requesting(), jurisdiction, day);
            case STATUTE, POLICY, MODEL -> isLawOf(relation.requested(), jurisdiction, day);
        };
    }

    private static boolean isPair(String jurisdiction, Relation relation) {
        return jurisdiction.equals(relation.requesting() + "-" + relation.requested())
                || jurisdiction.equals(relation.requested() + "-" + relation.requesting());
    }

    private boolean isLawOf(CountryCode state, String jurisdiction, LocalDate day) {
        return jurisdiction.equals(state.value())
                || profile(state, day)
                        .filter(profile -> profile.systems().contains(jurisdiction))
                        .isPresent();
    }

    /** The rules on lapse of time in a state. */
    public List<LimitationRule> limitationIn(CountryCode state, LocalDate day) {
        return limitation.stream()
                .filter(rule -> rule.validity().inForceOn(day) && isLawOf(state, rule.jurisdiction(), day))
                .toList();
    }

    /** The rule by which the limitation of offences is watched. */
    public Optional<ClockRule> clockOf(ClockRule.OfOffence limitation, LocalDate day) {
        return clockRules.stream()
                .filter(rule -> rule.status() == ClockRule.Status.IN_FORCE
                        && rule.limitation().filter(limitation::equals).isPresent()
                        && rule.validity().inForceOn(day))
                .max(Comparator.comparingInt(ClockRule::version));
    }

    /** Where the instruments of one type stand between two states on a day. Contradicting sources are a conflict. */
    public Standing standing(CountryCode one, CountryCode other, LegalRelation.InstrumentType type, LocalDate day) {
        return Standing.of(
                relations.stream()
                        .filter(row -> row.instrument() == type
                                && row.isBetween(one, other)
                                && row.validity().inForceOn(day))
                        .toList(),
                day);
    }

    public Optional<ClockRule> clockRule(String id, LocalDate day) {
        return clockRules.stream()
                .filter(rule -> rule.id().equals(id) && rule.validity().inForceOn(day))
                .max(Comparator.comparingInt(ClockRule::version));
    }

    public Optional<SafeguardRule> safeguard(String id, LocalDate day) {
        return safeguards.stream()
                .filter(rule -> rule.id().equals(id) && rule.validity().inForceOn(day))
                .findFirst();
    }

    /** What a gate asks for, in the order of the checks. */
    public List<GateRule> gate(Gate gate, LocalDate day) {
        return gates.stream()
                .filter(rule -> rule.gate() == gate && rule.validity().inForceOn(day))
                .sorted(Comparator.comparing(GateRule::check))
                .toList();
    }

    public Optional<LawProfile> profile(CountryCode state, LocalDate day) {
        return profiles.stream()
                .filter(profile ->
                        profile.state().equals(state) && profile.validity().inForceOn(day))
                .findFirst();
    }

    public Optional<StrategyRuleText> strategyRule(String id) {
        return strategyRules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** A calendar that every reference has been checked to name. */
    public HolidayCalendar calendar(String id) {
        var calendar = calendars.get(id);
        if (calendar == null) {
            throw new IllegalStateException("no calendar " + id);
        }
        return calendar;
    }
}
