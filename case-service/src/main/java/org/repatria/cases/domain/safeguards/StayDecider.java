package org.repatria.cases.domain.safeguards;

import static org.repatria.cases.domain.safeguards.SafeguardRefusal.Fact.*;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.cases.domain.Happened;
import org.repatria.cases.domain.Obstacle;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.safeguards.Stay.Scope;
import org.repatria.cases.domain.safeguards.StayCommand.LiftStay;
import org.repatria.cases.domain.safeguards.StayCommand.RecordStay;
import org.repatria.cases.domain.safeguards.StayEvent.StayLifted;
import org.repatria.cases.domain.safeguards.StayEvent.StayRecorded;
import org.repatria.decider.Decision;
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

    static Decision<SafeguardEvent, SafeguardRefusal> decide(
            StayCommand command, Safeguards state, Circumstances around) {
        return switch (command) {
            case RecordStay c -> record(c, state, around);
            case LiftStay c ->
                state.stays()
                        .stay(c.stayId())
                        .map(stay -> lift(stay, c, state, around))
                        .orElseGet(() -> refuse(SafeguardRefusal.of(STAY_UNKNOWN)));
        };
    }

    static Stays evolve(Stays state, StayEvent event) {
        return switch (event) {
            case StayRecorded e -> state.with(e.stay());
            case StayLifted e -> state.lifting(e.stayId(), e.lift());
        };
    }

    /** INVARIANT: a conflict of interest does not keep a stay from being recorded: it protects the person. */
    private static Decision<SafeguardEvent, SafeguardRefusal> record(
            RecordStay c, Safeguards state, Circumstances around) {
        var known = state.stays().stay(c.stayId());
        if (known.isPresent()) {
            return known.filter(stay -> isRecordOf(stay, c)).isPresent()
                    ? nothingToDo()
                    : refuse(SafeguardRefusal.of(STAY_EXISTS));
        }
        return Demands.officer(c.stayId(), MAY_RECORD.getOrDefault(c.scope(), List.of()), around)
                .or(() -> wholeStay(c))
                .or(() -> happened(c.stayId(), c.receivedOn(), around))
                .or(() -> Demands.room(state.stays().stays().size(), Stays.STAYS_MAX, "stays"))
                .<Decision<SafeguardEvent, SafeguardRefusal>>map(Decision::refuse)
                .orElseGet(() -> accept(new StayRecorded(new Stay(
                        c.stayId(),
                        c.scope(),
                        c.body(),
                        c.measure(),
                        c.receivedOn(),
                        c.document(),
                        around.signature(c.measure()),
                        Optional.empty()))));
    }

    private static boolean isRecordOf(Stay stay, RecordStay c) {
        return stay.scope() == c.scope()
                && stay.body().equals(c.body())
                && stay.measure().equals(c.measure())
                && stay.receivedOn().equals(c.receivedOn())
                && stay.document().equals(c.document());
    }

    private static Optional<SafeguardRefusal> wholeStay(RecordStay c) {
        return VisibleText.isBlank(c.body()) || VisibleText.isBlank(c.measure())
                ? Optional.of(SafeguardRefusal.of(
                        STAY_INCOMPLETE,
                        Obstacle.of("STAY_INCOMPLETE", c.stayId(), "A stay names its body and its measure.")))
                : Optional.empty();
    }

    private static Decision<SafeguardEvent, SafeguardRefusal> lift(
            Stay stay, LiftStay c, Safeguards state, Circumstances around) {
        if (stay.lift().isPresent()) {
            return stay.lift().filter(known -> isLiftOf(known, c)).isPresent()
                    ? nothingToDo()
                    : refuse(SafeguardRefusal.of(STAY_ALREADY_LIFTED));
        }
        return Demands.officer(stay.id(), MAY_LIFT, around)
                .or(() ->
                        Demands.freeOfConflict(stay.id(), around.occasion().by().id(), state.conflicts()))
                .or(() -> wholeLift(stay, c))
                .or(() -> happened(stay.id(), c.liftedOn(), around))
                .<Decision<SafeguardEvent, SafeguardRefusal>>map(Decision::refuse)
                .orElseGet(() -> accept(new StayLifted(
                        stay.id(),
                        new Stay.Lift(c.liftedOn(), c.document(), around.signature("lifted by " + stay.body())))));
    }

    private static boolean isLiftOf(Stay.Lift known, LiftStay c) {
        return known.on().equals(c.liftedOn()) && known.document().equals(c.document());
    }

    private static Optional<SafeguardRefusal> wholeLift(Stay stay, LiftStay c) {
        return VisibleText.isBlank(c.document()) || !Moments.isNotAfter(stay.receivedOn(), c.liftedOn())
                ? Optional.of(SafeguardRefusal.of(
                        STAY_INCOMPLETE,
                        Obstacle.of(
                                "STAY_INCOMPLETE",
                                stay.id(),
                                "A stay is lifted after it was received, with the document of its body.")))
                : Optional.empty();
    }

    private static Optional<SafeguardRefusal> happened(String about, Happened when, Circumstances around) {
        return Moments.isStillToCome(when, around.occasion().at())
                ? Optional.of(SafeguardRefusal.of(
                        STAY_INCOMPLETE, Obstacle.of("NOT_YET_HAPPENED", about, "A day to come cannot be recorded.")))
                : Optional.empty();
    }
}
