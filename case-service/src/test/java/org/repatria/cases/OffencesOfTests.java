package org.repatria.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.OfFacts;
import org.repatria.cases.domain.facts.FactsCommand.RecordOffence;
import org.repatria.cases.domain.facts.HostOffence;
import org.repatria.cases.domain.facts.LimitationOpinion;
import org.repatria.cases.domain.facts.Offence;
import org.repatria.cases.domain.facts.Penalty;
import org.repatria.cases.domain.facts.Tolling;

/** Offences said in few words, for cases that are played under the reference data that is shipped. */
record OffencesOfTests(Offence offence) {

    static final String VISA = "host-offence-visa";
    static final String FLAT = "host-offence-flat";
    static final String GRAIN = "offence-grain";

    static OffencesOfTests alleged(String id, LocalDate committedTo) {
        return of(id, Optional.empty(), committedTo);
    }

    static OffencesOfTests ofHost(String id, HostOffence what, LocalDate committedTo) {
        return of(id, Optional.of(what), committedTo);
    }

    /** Obtained a visa with a false account of the own past; five years end on 2015-03-10. */
    static OffencesOfTests visaFraud() {
        return ofHost(VISA, HostOffence.VISA_FRAUD, LocalDate.of(2010, 3, 10));
    }

    /** Paid for a flat with the proceeds; five years end on 2017-09-30. */
    static OffencesOfTests laundering() {
        return ofHost(FLAT, HostOffence.LAUNDERING, LocalDate.of(2012, 9, 30));
    }

    private static OffencesOfTests of(String id, Optional<HostOffence> what, LocalDate committedTo) {
        return new OffencesOfTests(new Offence(
                id,
                "The offence " + id,
                what,
                Optional.of("OTHER"),
                Optional.empty(),
                Optional.of(committedTo),
                Optional.empty(),
                Optional.empty(),
                Ternary.YES,
                Ternary.YES,
                Optional.empty(),
                Ternary.UNKNOWN,
                List.of(),
                List.of()));
    }

    OffencesOfTests ofClass(String name) {
        return with(Optional.of(name), offence.maxPenaltyRequesting(), offence.filedOn(), offence.absconded());
    }

    OffencesOfTests punishedWith(Penalty penalty) {
        return with(offence.offenceClass(), Optional.of(penalty), offence.filedOn(), offence.absconded());
    }

    OffencesOfTests filedOn(String day) {
        return with(
                offence.offenceClass(),
                offence.maxPenaltyRequesting(),
                Optional.of(LocalDate.parse(day)),
                offence.absconded());
    }

    OffencesOfTests absconded(Ternary answer) {
        return with(offence.offenceClass(), offence.maxPenaltyRequesting(), offence.filedOn(), answer);
    }

    /**
     * Rests in the host state while evidence is asked for abroad (18 U.S.C. 3292); without an end where {@code to} is
     * empty.
     */
    OffencesOfTests restingWhileAskedAbroad(String from, String to) {
        var tollings = new ArrayList<>(offence.tollings());
        tollings.add(new Tolling(
                Side.REQUESTED,
                "SOL-US-3292",
                LocalDate.parse(from),
                Optional.of(to).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                Ternary.YES));
        return with(tollings, offence.opinions());
    }

    /** What a legal officer of the host state holds on whether the person flees from justice (18 U.S.C. 3290). */
    OffencesOfTests fleeing(Ternary answer) {
        var opinions = new ArrayList<>(offence.opinions());
        opinions.add(new LimitationOpinion(
                Side.REQUESTED, "SOL-US-3290", answer, "It was weighed.", LocalDate.of(2014, 9, 1)));
        return with(offence.tollings(), opinions);
    }

    CaseCommand recorded() {
        return new OfFacts(new RecordOffence(offence));
    }

    private OffencesOfTests with(
            Optional<String> offenceClass,
            Optional<Penalty> penaltyRequesting,
            Optional<LocalDate> filedOn,
            Ternary absconded) {
        return new OffencesOfTests(new Offence(
                offence.id(),
                offence.title(),
                offence.hostOffence(),
                offenceClass,
                offence.committedFrom(),
                offence.committedTo(),
                penaltyRequesting,
                offence.maxPenaltyRequested(),
                offence.dualCriminal(),
                offence.penaltyOk(),
                filedOn,
                absconded,
                offence.tollings(),
                offence.opinions()));
    }

    private OffencesOfTests with(List<Tolling> tollings, List<LimitationOpinion> opinions) {
        return new OffencesOfTests(new Offence(
                offence.id(),
                offence.title(),
                offence.hostOffence(),
                offence.offenceClass(),
                offence.committedFrom(),
                offence.committedTo(),
                offence.maxPenaltyRequesting(),
                offence.maxPenaltyRequested(),
                offence.dualCriminal(),
                offence.penaltyOk(),
                offence.filedOn(),
                offence.absconded(),
                tollings,
                opinions));
    }
}
