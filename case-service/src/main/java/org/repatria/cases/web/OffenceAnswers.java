package org.repatria.cases.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.facts.HostOffence;
import org.repatria.cases.domain.facts.Limitation;
import org.repatria.cases.domain.facts.LimitationFinding;
import org.repatria.cases.domain.facts.LimitationOpinion;
import org.repatria.cases.domain.facts.LimitationStanding;
import org.repatria.cases.domain.facts.Offence;
import org.repatria.cases.domain.facts.Penalty;
import org.repatria.cases.domain.facts.Tolling;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.strategy.OffenceFacts;

/** What callers read about the offences of a case. */
final class OffenceAnswers {

    private OffenceAnswers() {}

    /** One offence, with how it stands with lapse of time in each state where that is counted. */
    record OffenceAnswer(
            String id,
            String title,
            Side side,
            Optional<HostOffence> hostOffence,
            Optional<String> offenceClass,
            Optional<LocalDate> committedFrom,
            Optional<LocalDate> committedTo,
            Optional<PenaltyAnswer> maxPenaltyRequesting,
            Optional<PenaltyAnswer> maxPenaltyRequested,
            Ternary dualCriminal,
            Ternary penaltyOk,
            Optional<LocalDate> filedOn,
            Ternary absconded,
            List<Tolling> tollings,
            List<LimitationOpinion> opinions,
            List<LimitationAnswer> limitation) {
        static OffenceAnswer of(Offence offence, Relation relation, LegalOccasion occasion) {
            return new OffenceAnswer(
                    offence.id(),
                    offence.title(),
                    offence.side(),
                    offence.hostOffence(),
                    offence.offenceClass(),
                    offence.committedFrom(),
                    offence.committedTo(),
                    offence.maxPenaltyRequesting().map(PenaltyAnswer::of),
                    offence.maxPenaltyRequested().map(PenaltyAnswer::of),
                    offence.dualCriminal(),
                    offence.penaltyOk(),
                    offence.filedOn(),
                    offence.absconded(),
                    offence.tollings(),
                    offence.opinions(),
                    offence.countedIn().stream()
                            .map(in -> LimitationAnswer.of(
                                    in, Limitation.of(offence, in, relation, occasion.rules(), occasion.today())))
                            .toList());
        }
    }

    /** The gravest penalty that a law threatens. */
    record PenaltyAnswer(Optional<Integer> years, boolean life, boolean death) {
        static PenaltyAnswer of(Penalty penalty) {
            return switch (penalty) {
                case Penalty.Years(var years) -> new PenaltyAnswer(Optional.of(years), false, false);
                case Penalty.ForLife() -> new PenaltyAnswer(Optional.empty(), true, false);
                case Penalty.Death() -> new PenaltyAnswer(Optional.empty(), false, true);
            };
        }
    }

    /**
     * How an offence stands with lapse of time in one state.
     *
     * @param in the state by whose law it is counted
     * @param lastDay the earliest day that may be the last one; absent where no period runs, rests, or cannot be
     *     counted
     * @param rules those that were looked at, with their version
     */
    record LimitationAnswer(
            Side in,
            LimitationStanding standing,
            Optional<LocalDate> lastDay,
            List<String> rules,
            Optional<String> reason) {
        static LimitationAnswer of(Side in, LimitationFinding finding) {
            return new LimitationAnswer(
                    in, finding.standing(), finding.lastDay(), finding.rules(), Optional.of(finding.reason()));
        }

        /** As a run found it; one of before that was kept has the standing only. */
        private static LimitationAnswer of(
                Side in, LimitationStanding standing, Optional<OffenceFacts.Counted> counted) {
            return new LimitationAnswer(
                    in,
                    standing,
                    counted.flatMap(OffenceFacts.Counted::lastDay),
                    counted.map(OffenceFacts.Counted::rules).orElse(List.of()),
                    counted.map(OffenceFacts.Counted::reason));
        }
    }

    /** One offence as a run of the strategy engine looked at it. */
    record AssessedOffenceAnswer(
            String id, Side side, Optional<HostOffence> hostOffence, List<LimitationAnswer> limitation) {
        static AssessedOffenceAnswer of(OffenceFacts offence) {
            var requested =
                    LimitationAnswer.of(Side.REQUESTED, offence.limitationRequested(), offence.countedRequested());
            return offence.isOfHost()
                    ? new AssessedOffenceAnswer(offence.id(), Side.REQUESTED, offence.hostOffence(), List.of(requested))
                    : new AssessedOffenceAnswer(
                            offence.id(),
                            Side.REQUESTING,
                            Optional.empty(),
                            List.of(
                                    LimitationAnswer.of(
                                            Side.REQUESTING,
                                            offence.limitationRequesting(),
                                            offence.countedRequesting()),
                                    requested));
        }
    }
}
