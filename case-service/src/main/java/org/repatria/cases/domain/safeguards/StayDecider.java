package org.repatria.cases.domain.safeguards;

import static org.repatria.cases.domain.CaseReason.*;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.law.Setting;
import org.repatria.cases.domain.safeguards.Stay.Scope;
import org.repatria.cases.domain.safeguards.StayCommand.LiftStay;
import org.repatria.cases.domain.safeguards.StayCommand.RecordStay;
import org.repatria.cases.domain.safeguards.StayEvent.StayLifted;
import org.repatria.cases.domain.safeguards.StayEvent.StayRecorded;
import org.repatria.clocks.Happened;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;
import org.repatria.decider.text.VisibleText;

/** Who records a stay and who records its end: stopping is easier than going on. */
final class StayDecider {

    private static final Map<Scope, List<Officer>> MAY_RECORD = Map.of(
            Scope.MOVEMENT, officers("CO", "LO", "SU", "HD"),
            Scope.DATA, officers("LO", "SU", "HD", "DPO"));

    /** A court's act, recorded by a legal officer with its document (source: actor codes, CT). */
    private static final List<Officer> MAY_LIFT = officers("LO");

    private StayDecider() {}

    private static List<Officer> officers(String... roles) {
        return Stream.of(roles).map(Officer::parse).toList();
    }

    static Decision<SafeguardEvent> decide(StayCommand command, Safeguards state, Setting around) {
        return switch (command) {
            case RecordStay c -> record(c, state, around);
            case LiftStay c ->
                state.stays()
                        .stay(c.stayId())
                        .map(stay -> lift(stay, c, state, around))
                        .orElseGet(() -> refuse(Refusal.of(STAY_UNKNOWN)));
        };
    }

    static Stays evolve(Stays state, StayEvent event) {
        return switch (event) {
            case StayRecorded e -> state.with(e.stay());
            case StayLifted e -> state.lifting(e.stayId(), e.lift());
        };
    }

    /** INVARIANT: a conflict of interest does not keep a stay from being recorded: it protects the person. */
    private static Decision<SafeguardEvent> record(RecordStay c, Safeguards state, Setting around) {
        var known = state.stays().stay(c.stayId());
        if (known.isPresent()) {
            return known.filter(stay -> isRecordOf(stay, c)).isPresent()
                    ? nothingToDo()
                    : refuse(Refusal.of(STAY_EXISTS));
        }
        return Demands.officer(c.stayId(), MAY_RECORD.getOrDefault(scope(c), List.of()), around)
                .or(() -> wholeStay(c))
                .or(() -> happened(c.stayId(), Happened.on(c.receivedOn()), around))
                .or(() -> Demands.room(state.stays().stays().size(), Stays.STAYS_MAX, "stays"))
                .<Decision<SafeguardEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new StayRecorded(new Stay(
                        c.stayId(),
                        scope(c),
                        c.body(),
                        c.measure(),
                        Happened.on(c.receivedOn()),
                        c.document(),
                        Signature.of(around.occasion(), c.measure()),
                        Optional.empty()))));
    }

    private static boolean isRecordOf(Stay stay, RecordStay c) {
        return stay.scope() == scope(c)
                && stay.body().equals(c.body())
                && stay.measure().equals(c.measure())
                && stay.receivedOn().equals(Happened.on(c.receivedOn()))
                && stay.document().equals(c.document());
    }

    private static Optional<Refusal> wholeStay(RecordStay c) {
        return VisibleText.isBlank(c.body()) || VisibleText.isBlank(c.measure())
                ? Optional.of(Refusal.of(
                        STAY_INCOMPLETE,
                        Obstacle.of("STAY_INCOMPLETE", c.stayId(), "A stay names its body and its measure.")))
                : Optional.empty();
    }

    private static Decision<SafeguardEvent> lift(Stay stay, LiftStay c, Safeguards state, Setting around) {
        if (stay.lift().isPresent()) {
            return stay.lift().filter(known -> isLiftOf(known, c)).isPresent()
                    ? nothingToDo()
                    : refuse(Refusal.of(STAY_ALREADY_LIFTED));
        }
        return Demands.officer(stay.id(), MAY_LIFT, around)
                .or(() ->
                        Demands.freeOfConflict(stay.id(), around.occasion().by().id(), state.conflicts()))
                .or(() -> wholeLift(stay, c))
                .or(() -> happened(stay.id(), Happened.on(c.liftedOn()), around))
                .<Decision<SafeguardEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new StayLifted(
                        stay.id(),
                        new Stay.Lift(
                                Happened.on(c.liftedOn()),
                                c.document(),
                                Signature.of(around.occasion(), "lifted by " + stay.body())))));
    }

    private static boolean isLiftOf(Stay.Lift known, LiftStay c) {
        return known.on().equals(Happened.on(c.liftedOn())) && known.document().equals(c.document());
    }

    private static Optional<Refusal> wholeLift(Stay stay, LiftStay c) {
        return VisibleText.isBlank(c.document()) || !Moments.isNotAfter(stay.receivedOn(), Happened.on(c.liftedOn()))
                ? Optional.of(Refusal.of(
                        STAY_INCOMPLETE,
                        Obstacle.of(
                                "STAY_INCOMPLETE",
                                stay.id(),
                                "A stay is lifted after it was received, with the document of its body.")))
                : Optional.empty();
    }

    private static Optional<Refusal> happened(String about, Happened when, Setting around) {
        return Moments.isStillToCome(when, around.occasion().at())
                ? Optional.of(Refusal.of(
                        STAY_INCOMPLETE, Obstacle.of("NOT_YET_HAPPENED", about, "A day to come cannot be recorded.")))
                : Optional.empty();
    }

    private static Stay.Scope scope(RecordStay c) {
        return c.scope().orElse(Stay.Scope.MOVEMENT);
    }
}
