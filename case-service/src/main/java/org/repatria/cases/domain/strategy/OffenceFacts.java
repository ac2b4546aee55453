package org.repatria.cases.domain.strategy;

import java.time.LocalDate;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.facts.Limitation;
import org.repatria.cases.domain.facts.LimitationStanding;
import org.repatria.cases.domain.facts.Offence;
import org.repatria.cases.domain.reference.RuleBook;

/** What the strategy needs to know of one offence, lapse of time counted in both states. */
public record OffenceFacts(
        String id,
        Ternary dualCriminal,
        Ternary penaltyOk,
        LimitationStanding limitationRequesting,
        LimitationStanding limitationRequested) {

    /** Stands for the offence that nobody has recorded yet. */
    static final OffenceFacts NOT_RECORDED = new OffenceFacts(
            "", Ternary.UNKNOWN, Ternary.UNKNOWN, LimitationStanding.UNKNOWN, LimitationStanding.UNKNOWN);

    static OffenceFacts of(Offence offence, Relation relation, RuleBook rules, LocalDate on) {
        return new OffenceFacts(
                offence.id(),
                offence.dualCriminal(),
                offence.penaltyOk(),
                Limitation.of(offence, Side.REQUESTING, rules.limitationIn(relation.requesting(), on), on)
                        .standing(),
                Limitation.of(offence, Side.REQUESTED, rules.limitationIn(relation.requested(), on), on)
                        .standing());
    }
}
