package org.repatria.cases.domain.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.OfFacts;
import org.repatria.cases.domain.facts.FactsCommand.RecordOffence;

/** Offences said in few words; each word makes another offence of the one before. */
public final class OffenceFixture {

    private final Offence before;
    private Optional<HostOffence> hostOffence;
    private Optional<String> offenceClass;
    private Optional<LocalDate> committedFrom;
    private Optional<LocalDate> committedTo;
    private Optional<Penalty> maxPenaltyRequesting;
    private Optional<Penalty> maxPenaltyRequested;
    private Ternary dualCriminal;
    private Ternary penaltyOk;
    private Optional<LocalDate> filedOn;
    private Ternary absconded;
    private final List<Tolling> tollings;
    private final List<LimitationOpinion> opinions;

    private OffenceFixture(Offence before) {
        this.before = before;
        hostOffence = before.hostOffence();
        offenceClass = before.offenceClass();
        committedFrom = before.committedFrom();
        committedTo = before.committedTo();
        maxPenaltyRequesting = before.maxPenaltyRequesting();
        maxPenaltyRequested = before.maxPenaltyRequested();
        dualCriminal = before.dualCriminal();
        penaltyOk = before.penaltyOk();
        filedOn = before.filedOn();
        absconded = before.absconded();
        tollings = new ArrayList<>(before.tollings());
        opinions = new ArrayList<>(before.opinions());
    }

    /** Of which only its name is known. */
    public static OffenceFixture named(String id, String title) {
        return new OffenceFixture(Offence.named(id, title));
    }

    public OffenceFixture ofHost(HostOffence what) {
        return with(next -> next.hostOffence = Optional.of(what));
    }

    public OffenceFixture ofClass(String name) {
        return with(next -> next.offenceClass = Optional.of(name));
    }

    public OffenceFixture begunOn(LocalDate day) {
        return with(next -> next.committedFrom = Optional.of(day));
    }

    public OffenceFixture committedTo(LocalDate day) {
        return with(next -> next.committedTo = Optional.of(day));
    }

    public OffenceFixture punishedWith(Penalty penalty) {
        return with(next -> next.maxPenaltyRequesting = Optional.of(penalty));
    }

    public OffenceFixture punishedInHostStateWith(Penalty penalty) {
        return with(next -> next.maxPenaltyRequested = Optional.of(penalty));
    }

    public OffenceFixture dualCriminal(Ternary answer) {
        return with(next -> next.dualCriminal = answer);
    }

    public OffenceFixture penaltyOk(Ternary answer) {
        return with(next -> next.penaltyOk = answer);
    }

    public OffenceFixture filedOn(LocalDate day) {
        return with(next -> next.filedOn = Optional.of(day));
    }

    public OffenceFixture absconded(Ternary answer) {
        return with(next -> next.absconded = answer);
    }

    /** Without an end where {@code to} is empty. */
    public OffenceFixture resting(Side side, String rule, String from, String to, Ternary holds) {
        var end = Optional.of(to).filter(day -> !day.isEmpty()).map(LocalDate::parse);
        return with(next -> next.tollings.add(new Tolling(side, rule, LocalDate.parse(from), end, holds)));
    }

    public OffenceFixture withOpinion(Side side, String rule, Ternary applies) {
        var on = LocalDate.of(2014, 9, 1);
        return with(next -> next.opinions.add(new LimitationOpinion(side, rule, applies, "It was weighed.", on)));
    }

    OffenceFixture rested(String from, String to) {
        return resting(Side.REQUESTED, Offences.EVIDENCE, from, to, Ternary.YES);
    }

    /** Rests in the host state while evidence is asked for abroad (18 U.S.C. 3292). */
    public OffenceFixture restingWhileAskedAbroad(String from, String to) {
        return resting(Side.REQUESTED, "SOL-US-3292", from, to, Ternary.YES);
    }

    /** What a legal officer of the host state holds on whether the person flees from justice (18 U.S.C. 3290). */
    public OffenceFixture fleeing(Ternary answer) {
        return withOpinion(Side.REQUESTED, "SOL-US-3290", answer);
    }

    private OffenceFixture with(Consumer<OffenceFixture> change) {
        var next = new OffenceFixture(offence());
        change.accept(next);
        return next;
    }

    public Offence offence() {
        return new Offence(
                before.id(),
                before.title(),
                hostOffence,
                offenceClass,
                committedFrom,
                committedTo,
                maxPenaltyRequesting,
                maxPenaltyRequested,
                dualCriminal,
                penaltyOk,
                filedOn,
                absconded,
                tollings,
                opinions);
    }

    public CaseCommand recorded() {
        return new OfFacts(new RecordOffence(offence()));
    }
}
