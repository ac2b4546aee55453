package org.repatria.cases.domain.law;

import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.law.SafeguardRule.Period;
import org.repatria.clocks.Confidence;
import org.repatria.clocks.Validity;

/**
 * What the law of one state says on lapse of time.
 *
 * @param id such as {@code SOL-CN-87}
 * @param jurisdiction a state or a system of law that a state's profile names; {@code UNMT} and {@code UNCAC} for
 *     principles
 * @param bands for {@code PERIOD}: the first one that fits counts
 * @param conditions what must hold for {@code NO_LIMIT} and {@code SUSPENSION}; all of them
 * @param suspensionMax the most that {@code SUSPENSION} adds in all; empty where the law names none
 * @param needsOpinion whether the outcome hangs on facts that a legal officer has to weigh: UNKNOWN until then
 */
public record LimitationRule(
        String id,
        int version,
        String jurisdiction,
        String title,
        String instrument,
        Effect effect,
        List<Band> bands,
        List<Condition> conditions,
        Optional<Period> suspensionMax,
        boolean needsOpinion,
        String source,
        Confidence confidence,
        Validity validity) {

    public LimitationRule {
        bands = List.copyOf(bands);
        conditions = List.copyOf(conditions);
    }

    /** What a rule does to the count. */
    public enum Effect {
        /** Says how long the period is. */
        PERIOD,
        /** No period runs while its conditions hold. */
        NO_LIMIT,
        /** The period rests between two days. */
        SUSPENSION,
        /** A sentence to bear in mind; nothing is computed from it. */
        PRINCIPLE
    }

    /** What a rule may ask for. */
    public enum Condition {
        CASE_FILED,
        ABSCONDED,
        /** Evidence was asked for abroad, and a court was applied to before the charge. */
        FOREIGN_EVIDENCE_ASKED_BEFORE_CHARGE
    }

    /** For which offences a period is how long. */
    public sealed interface Band {

        Period period();

        /** The gravest penalty is below so many years. */
        record PenaltyBelow(int years, Period period) implements Band {}

        /** The gravest penalty is for life, or death. */
        record PenaltyForLife(Period period) implements Band {}

        /** The offence is of a class that the law treats apart, such as {@code BANK_FRAUD}. */
        record OfClass(String offenceClass, Period period) implements Band {}

        /** Every other offence. */
        record Otherwise(Period period) implements Band {}
    }
}
