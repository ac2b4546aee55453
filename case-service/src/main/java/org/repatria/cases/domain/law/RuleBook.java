package org.repatria.cases.domain.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRules;
import org.repatria.clocks.HolidayCalendar;
import org.repatria.clocks.PairOfStates;

/**
 * All reference data as known at one moment; what is in force on a day is asked with the day.
 *
 * @param edition changes with every change of content; written into runs and journal entries
 * @param ofAssets what assets tell by their own records, and where it is recorded there
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
        List<LimitationRule> limitation,
        Map<String, String> ofAssets) {

    public RuleBook {
        clockRules = List.copyOf(clockRules);
        safeguards = List.copyOf(safeguards);
        gates = List.copyOf(gates);
        relations = List.copyOf(relations);
        strategyRules = List.copyOf(strategyRules);
        profiles = List.copyOf(profiles);
        calendars = Map.copyOf(calendars);
        limitation = List.copyOf(limitation);
        ofAssets = Map.copyOf(ofAssets);
    }

    /** A book by which assets tell nothing. */
    public RuleBook(
            String edition,
            List<ClockRule> clockRules,
            List<SafeguardRule> safeguards,
            List<GateRule> gates,
            List<LegalRelation> relations,
            List<StrategyRuleText> strategyRules,
            List<LawProfile> profiles,
            Map<String, HolidayCalendar> calendars,
            List<LimitationRule> limitation) {
        this(
                edition,
                clockRules,
                safeguards,
                gates,
                relations,
                strategyRules,
                profiles,
                calendars,
                limitation,
                Map.of());
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

    /** The clock rules that a happening starts between two states; a model text never is one. */
    public List<ClockRule> clocksStartedBy(String happening, Relation relation, LocalDate day) {
        return clocks().startedBy(happening, pair(relation), day);
    }

    /** The calendar whose days off count for a clock. */
    public HolidayCalendar calendarOf(ClockRule rule, Relation relation) {
        return clocks().calendarOf(rule, pair(relation));
    }

    /** Where something is recorded at an asset, which then tells it; empty where a case or its officers do. */
    public Optional<String> recordedAtAsset(String happening) {
        return Optional.ofNullable(ofAssets.get(happening));
    }

    private ClockRules clocks() {
        return new ClockRules(clockRules, calendars, this::systemsOf);
    }

    private List<String> systemsOf(String state, LocalDate day) {
        return profile(new CountryCode(state), day).map(LawProfile::systems).orElse(List.of());
    }

    private static PairOfStates pair(Relation relation) {
        return new PairOfStates(
                relation.requesting().value(), relation.requested().value());
    }

    /** The rules on lapse of time in a state. */
    public List<LimitationRule> limitationIn(CountryCode state, LocalDate day) {
        return limitation.stream()
                .filter(rule ->
                        rule.validity().inForceOn(day) && clocks().isLawOf(state.value(), rule.jurisdiction(), day))
                .toList();
    }

    /** The rule that watches the limitation of one side's offences, as one of the two states counts it. */
    public Optional<ClockRule> clockOf(Side prosecutedBy, Side in, LocalDate day) {
        return clockRules.stream()
                .filter(rule -> rule.status() == ClockRule.Status.IN_FORCE
                        && rule.limitation()
                                .filter(of -> side(of.prosecutedBy()) == prosecutedBy && side(of.in()) == in)
                                .isPresent()
                        && rule.validity().inForceOn(day))
                .max(Comparator.comparingInt(ClockRule::version));
    }

    private static Side side(ClockRule.Party party) {
        return switch (party) {
            case REQUESTING -> Side.REQUESTING;
            case REQUESTED -> Side.REQUESTED;
        };
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
        return clocks().rule(id, day);
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
        return clocks().calendar(id);
    }
}
