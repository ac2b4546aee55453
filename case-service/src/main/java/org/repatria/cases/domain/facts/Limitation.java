package org.repatria.cases.domain.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.law.LimitationRule;
import org.repatria.cases.domain.law.LimitationRule.Band;
import org.repatria.cases.domain.law.LimitationRule.Condition;
import org.repatria.cases.domain.law.LimitationRule.Effect;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.law.SafeguardRule.Period;

/**
 * Counts limitation in two ways at once: as short and as long as what is known allows. Where both lie on one side of
 * the day that
 * is asked about, the answer is sure; where they do not, it is UNKNOWN.
 *
 * <p>The day of the last act is not counted, so that a period of five years from 1 March ends with 1 March; from 29
 * February it ends
 * with 28 February where there is no 29th.
 *
 * <p>LIMIT: a rule's shorter maximum for a suspension that ends within the original period (18 U.S.C. 3292(c)(2)) is
 * not counted; a
 * legal officer ends the time of rest where it applies.
 */
public final class Limitation {

    private static final LocalDate NEVER = LocalDate.MIN;

    private static final LocalDate WITHOUT_END = LocalDate.MAX;

    private final Offence offence;
    private final Side side;
    private final List<LimitationRule> rules;
    private final LocalDate on;

    private Limitation(Offence offence, Side side, List<LimitationRule> rules, LocalDate on) {
        this.offence = offence;
        this.side = side;
        this.rules = rules;
        this.on = on;
    }

    /**
     * How an offence stands in one of the two states.
     *
     * @param rules those that apply in that state
     */
    public static LimitationFinding of(Offence offence, Side side, List<LimitationRule> rules, LocalDate on) {
        return new Limitation(offence, side, rules, on).find();
    }

    /** How an offence stands in one of the two states by the rules that are in force there on the day. */
    public static LimitationFinding of(Offence offence, Side side, Relation relation, RuleBook rules, LocalDate on) {
        var state = side == Side.REQUESTING ? relation.requesting() : relation.requested();
        return of(offence, side, rules.limitationIn(state, on), on);
    }

    /** From when it is counted: the last day of the conduct, or as long as that is not known the first. */
    public static Optional<LocalDate> countedFrom(Offence offence) {
        return offence.committedTo().or(offence::committedFrom);
    }

    private LimitationFinding find() {
        var periods = rules.stream()
                .filter(rule -> rule.effect() == Effect.PERIOD && !opinion(rule).isNo())
                .flatMap(this::possible)
                .toList();
        var start = countedFrom(offence);
        if (periods.isEmpty() || start.isEmpty()) {
            return unlimited(NEVER, WITHOUT_END)
                    .orElseGet(() -> finding(
                            LimitationStanding.UNKNOWN,
                            Optional.empty(),
                            periods.isEmpty()
                                    ? "No rule says how long the period is."
                                    : "No day of the conduct is recorded."));
        }
        var ends = periods.stream()
                .map(period -> plus(start.get(), period))
                .sorted()
                .toList();
        var earliest = extended(ends.getFirst(), start.get(), Ternary::isYes);
        var latest = offence.committedTo().isEmpty()
                ? WITHOUT_END
                : extended(ends.getLast(), start.get(), holds -> !holds.isNo());
        return unlimited(earliest, latest).orElseGet(() -> between(earliest, latest));
    }

    private Optional<LimitationFinding> unlimited(LocalDate earliest, LocalDate latest) {
        return rules.stream()
                .filter(rule -> rule.effect() == Effect.NO_LIMIT)
                .filter(rule -> holds(rule, earliest, latest).isYes())
                .findFirst()
                .map(rule -> finding(
                        LimitationStanding.NOT_EXPIRED,
                        Optional.empty(),
                        "No limit runs: " + rule.title() + " (" + rule.instrument() + ")."));
    }

    private LimitationFinding between(LocalDate earliest, LocalDate latest) {
        var lastDay = Optional.of(earliest).filter(day -> !day.equals(WITHOUT_END));
        if (!on.isAfter(earliest)) {
            return finding(
                    LimitationStanding.NOT_EXPIRED,
                    lastDay,
                    lastDay.map(day -> "It does not end before " + day + ".").orElse("The period rests."));
        }
        var open = rules.stream()
                .filter(rule -> rule.effect() == Effect.NO_LIMIT)
                .filter(rule -> holds(rule, earliest, latest).isUnknown())
                .map(LimitationRule::id)
                .toList();
        if (open.isEmpty() && on.isAfter(latest)) {
            return finding(LimitationStanding.EXPIRED, Optional.of(latest), "It ended with " + latest + ".");
        }
        return finding(LimitationStanding.UNKNOWN, lastDay, openQuestions(open));
    }

    private String openQuestions(List<String> rulesToSettle) {
        var missing = new ArrayList<String>();
        if (offence.committedTo().isEmpty()) {
            missing.add("the last day of the conduct");
        }
        if (offence.maxPenalty(side).isEmpty()
                && asks(band -> band instanceof Band.PenaltyBelow || band instanceof Band.PenaltyForLife)) {
            missing.add("the gravest penalty");
        }
        if (offence.offenceClass().isEmpty() && asks(Band.OfClass.class::isInstance)) {
            missing.add("the class of the offence");
        }
        if (tollings().anyMatch(tolling -> tolling.holds().isUnknown())) {
            missing.add("whether a time of rest is made out");
        }
        rulesToSettle.forEach(rule -> missing.add("whether " + rule + " applies"));
        return "It hangs on " + String.join(", ", missing) + ".";
    }

    private boolean asks(Predicate<Band> kind) {
        return rules.stream().flatMap(rule -> rule.bands().stream()).anyMatch(kind);
    }

    private LimitationFinding finding(LimitationStanding standing, Optional<LocalDate> lastDay, String reason) {
        var looked = rules.stream()
                .filter(rule -> rule.effect() != Effect.PRINCIPLE)
                .map(rule -> rule.id() + " v" + rule.version())
                .toList();
        return new LimitationFinding(standing, lastDay, looked, reason);
    }

    /** The periods that may be meant, as far as penalty and class are known. */
    private Stream<Period> possible(LimitationRule rule) {
        var periods = new ArrayList<Period>();
        for (var band : rule.bands()) {
            var fits = fits(band);
            if (!fits.isNo()) {
                periods.add(band.period());
            }
            if (fits.isYes()) {
                break;
            }
        }
        return periods.stream();
    }

    private Ternary fits(Band band) {
        return switch (band) {
            case Band.PenaltyBelow(int years, Period _) ->
                penaltyIs(p -> p instanceof Penalty.Years(int n) && n < years);
            case Band.PenaltyForLife _ -> penaltyIs(p -> !(p instanceof Penalty.Years));
            case Band.OfClass(String named, Period _) ->
                offence.offenceClass().map(c -> ternary(c.equals(named))).orElse(Ternary.UNKNOWN);
            case Band.Otherwise _ -> Ternary.YES;
        };
    }

    private Ternary penaltyIs(Predicate<Penalty> asked) {
        return offence.maxPenalty(side).map(p -> ternary(asked.test(p))).orElse(Ternary.UNKNOWN);
    }

    /** Whether no limit runs by a rule. What is filed only after the period had ended helps nobody. */
    private Ternary holds(LimitationRule rule, LocalDate earliest, LocalDate latest) {
        if (!opinion(rule).isUnknown()) {
            return opinion(rule);
        }
        var conditions = rule.conditions().stream()
                .map(condition -> holds(condition, earliest, latest))
                .toList();
        if (conditions.contains(Ternary.NO)) {
            return Ternary.NO;
        }
        return rule.needsOpinion() || conditions.contains(Ternary.UNKNOWN) ? Ternary.UNKNOWN : Ternary.YES;
    }

    private Ternary holds(Condition condition, LocalDate earliest, LocalDate latest) {
        return switch (condition) {
            case CASE_FILED ->
                offence.filedOn().map(day -> filedInTime(day, earliest, latest)).orElse(Ternary.UNKNOWN);
            case ABSCONDED -> offence.absconded();
            case FOREIGN_EVIDENCE_ASKED_BEFORE_CHARGE -> Ternary.UNKNOWN;
        };
    }

    private static Ternary filedInTime(LocalDate filed, LocalDate earliest, LocalDate latest) {
        if (!filed.isAfter(earliest)) {
            return Ternary.YES;
        }
        return filed.isAfter(latest) ? Ternary.NO : Ternary.UNKNOWN;
    }

    private Ternary opinion(LimitationRule rule) {
        return offence.opinion(side, rule.id());
    }

    private Stream<Tolling> tollings() {
        return offence.tollings().stream().filter(tolling -> tolling.side() == side);
    }

    /** The last day once the times of rest are added. A rest that begins after the period is over revives nothing. */
    private LocalDate extended(LocalDate end, LocalDate committed, Predicate<Ternary> counts) {
        var firstDay = committed.plusDays(1);
        var rests = merged(rules.stream()
                .filter(rule ->
                        rule.effect() == Effect.SUSPENSION && !opinion(rule).isNo())
                .flatMap(rule -> rests(rule, firstDay, counts).stream())
                .toList());
        var last = end;
        for (var rest : rests) {
            if (rest.from().isAfter(last)) {
                return last;
            }
            if (rest.to().equals(WITHOUT_END)) {
                return WITHOUT_END;
            }
            last = last.plusDays(rest.days());
        }
        return last;
    }

    private List<Rest> rests(LimitationRule rule, LocalDate firstDay, Predicate<Ternary> counts) {
        var rests = tollings()
                .filter(tolling -> tolling.rule().equals(rule.id()) && counts.test(tolling.holds()))
                .map(tolling ->
                        new Rest(latest(tolling.from(), firstDay), tolling.to().orElse(WITHOUT_END)))
                .filter(rest -> rest.to().isAfter(rest.from()))
                .toList();
        return rule.suspensionMax().map(most -> atMost(most, rests)).orElseGet(() -> merged(rests));
    }

    /**
     * INVARIANT: a further time of rest takes nothing away. Three years from one day are a day more than from another,
     * so the most is measured from whichever rest gives it the most days.
     */
    private static List<Rest> atMost(Period most, List<Rest> rests) {
        var left = rests.stream()
                .mapToLong(rest -> ChronoUnit.DAYS.between(rest.from(), plus(rest.from(), most)))
                .max()
                .orElse(0);
        var kept = new ArrayList<Rest>();
        for (var rest : merged(rests)) {
            var days = Math.min(left, rest.days());
            if (days > 0) {
                kept.add(new Rest(rest.from(), rest.from().plusDays(days)));
            }
            left -= days;
        }
        return kept;
    }

    private static List<Rest> merged(List<Rest> rests) {
        var merged = new ArrayList<Rest>();
        for (var rest : rests.stream().sorted(Comparator.comparing(Rest::from)).toList()) {
            if (merged.isEmpty() || rest.from().isAfter(merged.getLast().to())) {
                merged.add(rest);
            } else {
                var before = merged.removeLast();
                merged.add(new Rest(before.from(), latest(before.to(), rest.to())));
            }
        }
        return merged;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Ternary ternary(boolean answer) {
        return answer ? Ternary.YES : Ternary.NO;
    }

    private static LocalDate plus(LocalDate day, Period period) {
        return switch (period.unit()) {
            case CAL_DAY -> day.plusDays(period.amount());
            case CAL_MONTH -> day.plusMonths(period.amount());
            case YEAR -> day.plusYears(period.amount());
            case HOUR, BUS_DAY ->
                throw new IllegalArgumentException("limitation is not counted in " + period.unit() + " by any law");
        };
    }

    /** A time of rest, from its first day to the day on which the period runs again. */
    private record Rest(LocalDate from, LocalDate to) {
        long days() {
            return ChronoUnit.DAYS.between(from, to);
        }
    }
}
