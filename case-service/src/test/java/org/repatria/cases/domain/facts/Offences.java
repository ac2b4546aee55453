package org.repatria.cases.domain.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.law.LimitationRule;
import org.repatria.cases.domain.law.LimitationRule.Band;
import org.repatria.cases.domain.law.LimitationRule.Condition;
import org.repatria.cases.domain.law.LimitationRule.Effect;
import org.repatria.cases.domain.law.SafeguardRule.Period;
import org.repatria.clocks.ClockRule.Unit;
import org.repatria.clocks.Confidence;
import org.repatria.clocks.Validity;

/** An offence to begin with, and two laws on limitation that the tests count by. */
final class Offences {

    static final LocalDate MARCH = LocalDate.of(2010, 3, 1);
    static final LocalDate LEAP_DAY = LocalDate.of(2012, 2, 29);
    static final String FLIGHT = "SOL-XH-2";
    static final String EVIDENCE = "SOL-XH-3";

    static final List<LimitationRule> RUVANIAN_RULES = List.of(
            rule(
                    "SOL-XR-1",
                    Effect.PERIOD,
                    List.of(
                            new Band.PenaltyForLife(yearsOf(20)),
                            new Band.PenaltyBelow(5, yearsOf(5)),
                            new Band.PenaltyBelow(10, yearsOf(10)),
                            new Band.Otherwise(yearsOf(15))),
                    List.of(),
                    Optional.empty(),
                    false),
            rule(
                    "SOL-XR-2",
                    Effect.NO_LIMIT,
                    List.of(),
                    List.of(Condition.CASE_FILED, Condition.ABSCONDED),
                    Optional.empty(),
                    false));

    static final List<LimitationRule> HOST_RULES = List.of(
            rule(
                    "SOL-XH-1",
                    Effect.PERIOD,
                    List.of(new Band.OfClass("BANK_FRAUD", yearsOf(10)), new Band.Otherwise(yearsOf(5))),
                    List.of(),
                    Optional.empty(),
                    false),
            rule(FLIGHT, Effect.NO_LIMIT, List.of(), List.of(Condition.ABSCONDED), Optional.empty(), true),
            rule(
                    EVIDENCE,
                    Effect.SUSPENSION,
                    List.of(),
                    List.of(Condition.FOREIGN_EVIDENCE_ASKED_BEFORE_CHARGE),
                    Optional.of(yearsOf(3)),
                    false));

    private Offences() {}

    static OffenceFixture offence(LocalDate committedTo) {
        return undatedOffence().committedTo(committedTo);
    }

    static OffenceFixture undatedOffence() {
        return OffenceFixture.named("off-1", "Embezzlement")
                .dualCriminal(Ternary.YES)
                .penaltyOk(Ternary.YES);
    }

    static LimitationRule years(int years) {
        return rule(
                "SOL-TEST",
                Effect.PERIOD,
                List.of(new Band.Otherwise(yearsOf(years))),
                List.of(),
                Optional.empty(),
                false);
    }

    static LimitationRule noLimitAtAll() {
        return rule("SOL-TEST-NONE", Effect.NO_LIMIT, List.of(), List.of(), Optional.empty(), false);
    }

    static LimitationRule restWithoutMaximum() {
        return rule("SOL-TEST-REST", Effect.SUSPENSION, List.of(), List.of(), Optional.empty(), false);
    }

    private static Period yearsOf(int years) {
        return new Period(years, Unit.YEAR);
    }

    private static LimitationRule rule(
            String id,
            Effect effect,
            List<Band> bands,
            List<Condition> conditions,
            Optional<Period> suspensionMax,
            boolean needsOpinion) {
        return new LimitationRule(
                id,
                1,
                "XX",
                "A rule of the tests",
                "art. 1",
                effect,
                bands,
                conditions,
                suspensionMax,
                needsOpinion,
                "a code",
                Confidence.KNOWN,
                new Validity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
