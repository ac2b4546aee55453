package org.repatria.cases.domain.reference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Map<String, HolidayCalendar> calendars) {

    public RuleBook {
        clockRules = List.copyOf(clockRules);
        safeguards = List.copyOf(safeguards);
        gates = List.copyOf(gates);
        relations = List.copyOf(relations);
        strategyRules = List.copyOf(strategyRules);
        profiles = List.copyOf(profiles);
        calendars = Map.copyOf(calendars);
    }

    /** The clock rules that a happening starts: of each family those of the highest level; a model text never. */
    public List<ClockRule> clocksStartedBy(String happening, Relation relation, LocalDate day) {
        return clockRules.stream()
                .filter(rule -> rule.trigger().equals(happening))
                .filter(rule -> rule.status() == ClockRule.Status.IN_FORCE
                        && rule.level() != ClockRule.Level.MODEL
                        && rule.validity().inForceOn(day)
                        && appliesIn(rule.jurisdiction(), relation, day))
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

    private boolean appliesIn(String jurisdiction, Relation relation, LocalDate day) {
        return jurisdiction.equals("POLICY")
                || jurisdiction.equals("UNCAC")
                || jurisdiction.equals("INTERPOL")
                || jurisdiction.equals(relation.requesting() + "-" + relation.requested())
                || jurisdiction.equals(relation.requested().value())
                || profile(relation.requested(), day)
                        .filter(profile -> profile.systems().contains(jurisdiction))
                        .isPresent();
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
