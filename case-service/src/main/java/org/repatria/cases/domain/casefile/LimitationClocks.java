package org.repatria.cases.domain.casefile;

import java.time.LocalDate;
import java.util.List;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.casefile.Case.Opened;
import org.repatria.cases.domain.clocks.ClockSetting;
import org.repatria.cases.domain.facts.Limitation;
import org.repatria.cases.domain.facts.LimitationFinding;
import org.repatria.cases.domain.facts.Offence;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockEvent;
import org.repatria.clocks.ClockEvent.ClockCancelled;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.Clocks;

/**
 * Keeps a clock for each offence and state whose limitation runs. It is counted anew whenever the offence, a time of
 * rest, an opinion or the law gives another last day, and not as long as they give the same.
 */
final class LimitationClocks {

    /** Tells a clock that ended with its count, and starts with it again, from one that an officer ended. */
    private static final String COUNTED_NO_MORE = "Limitation is not counted any more: ";

    private final Opened state;
    private final LegalOccasion occasion;

    LimitationClocks(Opened state, LegalOccasion occasion) {
        this.state = state;
        this.occasion = occasion;
    }

    /** What follows for the first clock that is not as it should be; none once all are. */
    List<ClockEvent> next() {
        return state instanceof Case.Open ? nextOfOffences() : nextOfEnded();
    }

    private List<ClockEvent> nextOfOffences() {
        for (var offence : state.file().dossier().facts().offences()) {
            for (var in : offence.countedIn()) {
                var follows = occasion.rules()
                        .clockOf(offence.side(), in, occasion.today())
                        .map(rule -> next(rule, offence, in))
                        .orElseGet(List::of);
                if (!follows.isEmpty()) {
                    return follows;
                }
            }
        }
        return List.of();
    }

    private List<ClockEvent> next(ClockRule rule, Offence offence, Side in) {
        var finding = Limitation.of(offence, in, state.file().relation(), occasion.rules(), occasion.today());
        var latest = clocks().latest(rule, offence.id()).filter(clock -> !endedWithItsCount(clock));
        var running = latest.filter(this::runsOn);
        return switch (finding.standing()) {
            case NOT_EXPIRED ->
                finding.lastDay()
                        .map(day -> latest.filter(clock -> endsOn(day, clock)).isPresent()
                                ? List.<ClockEvent>of()
                                : counted(rule, offence, day))
                        .orElseGet(() -> latest.filter(clock -> !clock.state().ended())
                                .map(clock -> ended(clock, finding))
                                .orElseGet(List::of));
            // What was over before anybody recorded it has no clock: nothing can be done in time any more.
            case EXPIRED, UNKNOWN ->
                running.map(clock -> finding.lastDay()
                                .map(day -> counted(rule, offence, day))
                                .orElseGet(() -> ended(clock, finding)))
                        .orElseGet(List::of);
        };
    }

    /**
     * Whether a clock still runs on. One that has come to its end stays as it is until a legal officer says what the
     * court's record shows.
     */
    private boolean runsOn(Clock clock) {
        return clock.runs() && !clock.effective().lastDay().isBefore(occasion.today());
    }

    private static boolean endedWithItsCount(Clock clock) {
        return clock.state() == Clock.State.CANCELLED
                && clock.reasons()
                        .filter(why -> why.startsWith(COUNTED_NO_MORE))
                        .isPresent();
    }

    private static boolean endsOn(LocalDate day, Clock clock) {
        return clock.effective().lastDay().equals(day);
    }

    private List<ClockEvent> counted(ClockRule rule, Offence offence, LocalDate lastDay) {
        return Limitation.countedFrom(offence)
                .map(from -> clocks().counted(
                                rule,
                                offence.id(),
                                from,
                                lastDay,
                                new ClockSetting(state.file().relation(), occasion)))
                .orElseThrow(() -> new IllegalStateException("a last day that is counted from no day"));
    }

    private List<ClockEvent> ended(Clock clock, LimitationFinding finding) {
        return List.of(new ClockCancelled(clock.id(), COUNTED_NO_MORE + finding.reason(), occasion.at()));
    }

    private List<ClockEvent> nextOfEnded() {
        return clocks().open().stream()
                .filter(clock -> clock.rule().limitation().isPresent())
                .findFirst()
                .<List<ClockEvent>>map(clock -> List.of(new ClockCancelled(
                        clock.id(), COUNTED_NO_MORE + "the case is " + state.stage() + ".", occasion.at())))
                .orElseGet(List::of);
    }

    private Clocks clocks() {
        return state.file().dossier().clocks();
    }
}
